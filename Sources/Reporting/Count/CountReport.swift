package import Battles

/// The battles as counts, in a form that every command reads back with identical results.
package struct CountReport: Sendable {
  /// The battles, those of a model against itself included.
  package let cells: Cells

  /// A report of `cells`.
  package init(cells: Cells) {
    self.cells = cells
  }

  /// CSV with a line for each of the cells: the sides, the outcome's label and the count.
  package func rendered() -> String {
    var writer = CSVWriter(headings: ["model_a", "model_b", "winner", "count"])
    for index in 0..<cells.cellCount {
      let cell = cells[index]
      writer.write([
        .string(cells.roster.names[Int(cell.a)]),
        .string(cells.roster.names[Int(cell.b)]),
        .string(cell.outcome.label),
        .integer(cell.count),
      ])
    }
    return writer.text
  }
}
