internal import EloInference

/// The probability of each rank as a table of whole percents: a line a model, a column a rank.
struct RankProbabilityTable {
  private let report: RankReport
  private let probabilities: RankProbabilities
  /// How many ranks have a column of their own.
  private let ranks: Int

  init(_ report: RankReport, _ probabilities: RankProbabilities) {
    self.report = report
    self.probabilities = probabilities
    ranks = min(RankReport.mostColumns, probabilities.models.count)
  }

  /// The table.
  var table: Table {
    let models = probabilities.models
    let hasLower = ranks < models.count
    var columns = [
      Table.Column(heading: "Rank", alignment: .right),
      Table.Column(heading: "Model", alignment: .left),
    ]
    columns += (1...max(1, ranks)).map { Table.Column(heading: "\($0)", alignment: .right) }
    if hasLower { columns.append(Table.Column(heading: "Lower", alignment: .right)) }
    let rows = models.indices.prefix(report.top ?? models.count).map { place in
      var cells: [Table.Cell] = [.text("\(place + 1)"), .name(report.name(models[place]))]
      cells += (1...max(1, ranks)).map {
        .text(PercentFormat.cell(probabilities[place: place, rank: $0]))
      }
      if hasLower {
        let rest = probabilities[place: place, ranksFrom: ranks + 1]
        cells.append(.text(PercentFormat.cell(rest)))
      }
      return Table.Row.cells(cells, .plain)
    }
    return Table(columns: columns, rows: rows)
  }

  /// What the table leaves out.
  var remainder: Prose? {
    let count = probabilities.models.count - (report.top ?? probabilities.models.count)
    guard count > 0 else { return nil }
    return Prose(CountFormat.text(count, "more model is", "more models are") + " not shown.")
  }

  /// What the table says, and what it does not.
  var note: Prose {
    Prose(
      "How often each rank would come out if ratings were drawn again about these estimates "
        + "(\(CountFormat.text(probabilities.draws)) draws from a normal distribution with their "
        + "covariance, seed \(probabilities.seed)). It shows the noise of the ranking; it is not "
        + "how probable it is that a model truly has that rank, unless every rating was held "
        + "equally likely before. For the ranks that the data exclude see the ranges of “deadheat "
        + "rank”.")
  }
}
