internal import EloInference

/// The likelihood of superiority as a table of whole percents: a line a model, a column for each of
/// the models at the top.
struct SuperiorityTable {
  private let report: RankReport
  private let matrix: SuperiorityMatrix

  init(_ report: RankReport, _ matrix: SuperiorityMatrix) {
    self.report = report
    self.matrix = matrix
  }

  /// How many models have a line and a column: nobody reads a larger matrix.
  var shownCount: Int {
    min(report.top ?? RankReport.mostColumns, RankReport.mostColumns, matrix.models.count)
  }

  /// The table.
  var table: Table {
    let places = 0..<shownCount
    let columns =
      [
        Table.Column(heading: "Rank", alignment: .right),
        Table.Column(heading: "Model", alignment: .left),
      ] + places.map { Table.Column(heading: "\($0 + 1)", alignment: .right) }
    let rows = places.map { i in
      let cells: [Table.Cell] = [.text("\(i + 1)"), .name(report.name(matrix.models[i]))]
      let others = places.map { j -> Table.Cell in
        .text(matrix[i, j].map { PercentFormat.probability($0) } ?? "")
      }
      return Table.Row.cells(cells + others, .plain)
    }
    return Table(columns: columns, rows: rows)
  }

  /// What the table leaves out.
  var remainder: Prose? {
    let count = matrix.models.count - shownCount
    guard count > 0 else { return nil }
    let number = CountFormat.text(count, "more model is", "more models are")
    return Prose("\(number) not shown; --format csv and json have every pair.")
  }

  /// What the table says, and what it does not.
  var note: Prose {
    Prose(
      "How often the model of the line would come out above the model that has the column’s rank, if "
        + "ratings were drawn again about these estimates (normal, with their covariance): each "
        + "pair by itself, not adjusted for the number of pairs. It is the probability that the "
        + "one is truly better only if every rating was held equally likely before. Whether a gap "
        + "is real, “deadheat test” says.")
  }
}
