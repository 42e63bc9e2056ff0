internal import Battles

/// Takes the rows of a published board, over all files.
struct BoardCollector: RowConsumer, Sendable {
  private let level: Double
  private let quantile: Double
  private var rows = RowsByName()
  private var identity = BoardIdentity()
  private var ratings: [Double] = []
  private var intervals: [Uncertainty.Interval] = []
  private var votes: [Int?] = []
  private var columns: BoardColumns?
  private var headings: [String] = []
  private var file = ""

  /// No row yet.
  init(level: Double, quantile: Double) {
    self.level = level
    self.quantile = quantile
  }

  /// Makes ready for a file whose columns have `headings`, by slot.
  mutating func begin(_ file: String, columns: BoardColumns, headings: [String]) {
    self.file = file
    self.columns = columns
    self.headings = headings
  }

  /// How many models there are.
  var modelCount: Int { ratings.count }

  mutating func take(_ window: Span<UInt8>, _ fields: Span<Field>, line: Int) throws(RowProblem) {
    guard let columns else { return }
    let rating = try Uncertainty.number(columns.rating, window, fields)
    let interval = try columns.uncertainty.interval(
      around: rating, quantile: quantile, window, fields)
    let vote = try columns.votes.map { slot throws(RowProblem) in
      try count(slot, window, fields)
    }
    let identity = try identity.adding(file, columns.others, headings, window, fields)
    try rows.add(
      columns.name, others: columns.others, columns: headings, window, fields,
      at: Place(file: file, line: line))
    self.identity = identity
    ratings.append(rating)
    intervals.append(interval)
    votes.append(vote ?? nil)
  }

  /// The error where the rows are of several boards.
  func mixture(_ files: [String]) -> IngestError? { identity.mixture(files) }

  /// What was collected, ordered by name.
  func collected() -> PublishedScores {
    let roster = Roster(rows.names.names)
    var order = [Int](repeating: 0, count: roster.count)
    for (index, name) in rows.names.names.enumerated() {
      if let id = roster.id(of: name) { order[id] = index }
    }
    let known = votes.compactMap { $0 }
    return PublishedScores(
      roster: roster, rating: order.map { ratings[$0] },
      standardError: order.map { intervals[$0].standardError },
      lower: order.map { intervals[$0].lower }, upper: order.map { intervals[$0].upper },
      votes: known.count == votes.count ? order.compactMap { votes[$0] } : nil, level: level)
  }

  /// What the reader should know about the board.
  func warnings(roster: Roster) -> [Warning] {
    var warnings = SimilarNames.warnings(roster.names)
    if let warning = identity.warning { warnings.append(warning) }
    if ratings.allSatisfy({ $0 == $0.rounded() }) {
      warnings.append(
        Warning(
          .roundedScores,
          "All scores are whole numbers: differences of a point or two may be rounding."))
    }
    warnings.append(
      Warning(
        .independentScores,
        "Scores are treated as independent: a board does not say how they vary together."))
    return warnings
  }

  /// The number in `slot`, or `nil` where it is blank.
  private func count(
    _ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) -> Int? {
    if fields[slot].trimmed(in: window).count == 0 { return nil }
    if let count = Numbers.count(fields[slot], in: window) { return count }
    throw .value(
      slot: slot, expected: "a whole number of votes from 0 to 2^53",
      remedy: RowProblem.skipRemedy)
  }
}
