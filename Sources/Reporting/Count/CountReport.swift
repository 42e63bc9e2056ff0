package import Battles

/// The battles as counts, in a form that every command reads back with identical results.
package struct CountReport: Sendable {
  /// The battles, those of a model against itself included.
  package let cells: Cells
  /// The column of the clusters, where the cells have some.
  package let clusterColumn: String

  /// The headings of what is always there.
  package static let headings = ["model_a", "model_b", "winner", "count"]

  /// A report of `cells`.
  package init(cells: Cells, clusterColumn: String = "cluster") {
    self.cells = cells
    self.clusterColumn = clusterColumn
  }

  /// CSV, or TSV, with a line for each of the cells: the sides, the outcome's label, the count and, where there are
  /// some, the cluster.
  package func rendered(_ separator: FieldSeparator = .comma) -> String {
    var writer = CSVWriter(
      headings: Self.headings + (cells.clusters == nil ? [] : [clusterColumn]),
      delimiter: separator)
    for index in 0..<cells.cellCount {
      let cell = cells[index]
      var fields: [JSONValue] = [
        .string(cells.roster.names[Int(cell.a)]),
        .string(cells.roster.names[Int(cell.b)]),
        .string(cell.outcome.label),
        .integer(cell.count),
      ]
      if let clusters = cells.clusters { fields.append(.string(clusters.names[Int(cell.cluster)])) }
      writer.write(fields)
    }
    return writer.text
  }
}
