internal import Battles

/// How many rows there were and what became of them, over all files.
struct RowTally: Sendable {
  private let policy: BadRowPolicy
  /// The data rows read.
  var rows = 0
  /// The rows that did not pass a filter.
  var filtered = 0
  /// The rows that could not be used.
  private(set) var bad = 0
  private var firstBad: [IngestError] = []
  /// How often the header is there once more; such lines are no rows.
  private(set) var repeatedHeaders = 0
  /// The lines that are comments.
  var comments = 0
  /// How many bad rows are told of.
  private static let mostExamples = 3

  init(_ policy: BadRowPolicy) { self.policy = policy }

  /// Sets a bad row aside where that was asked for.
  ///
  /// - Throws: `error` itself where reading is to stop.
  mutating func setAside(_ error: IngestError) throws(IngestError) {
    guard policy == .skip else { throw error }
    bad += 1
    if firstBad.count < Self.mostExamples { firstBad.append(error) }
  }

  /// Counts a line that is the header once more, and was taken for a row.
  mutating func addRepeatedHeader(isFiltered: Bool) {
    rows -= 1
    if isFiltered { filtered -= 1 }
    repeatedHeaders += 1
  }

  /// Sets aside rows that were found to be bad when all had been read.
  mutating func setAside(_ errors: [IngestError], count: Int) {
    bad += count
    firstBad += errors.prefix(max(0, Self.mostExamples - firstBad.count))
  }

  /// A tally by the same policy of no rows.
  var emptied: RowTally { RowTally(policy) }

  /// Adds what became of rows behind these, unless that would have to be told of with lines that
  /// are not known.
  ///
  /// - Returns: whether it was added.
  mutating func add(_ other: RowTally) -> Bool {
    guard other.bad == 0 || firstBad.count == Self.mostExamples else { return false }
    rows += other.rows
    filtered += other.filtered
    bad += other.bad
    repeatedHeaders += other.repeatedHeaders
    comments += other.comments
    return true
  }

  /// Whether rows were read and all were bad or filtered.
  var leftNothing: Bool { rows == filtered + bad }

  /// What was set aside, in the order of decision.
  var setAside: [SetAside] {
    var setAside: [SetAside] = []
    if filtered > 0 { setAside.append(SetAside(.filtered, count: filtered)) }
    if bad > 0 { setAside.append(SetAside(.badRow, count: bad)) }
    return setAside
  }

  /// What the reader should know about the bad rows.
  var warnings: [Warning] {
    guard bad > 0 else { return [] }
    let examples = firstBad.map(\.description).joined(separator: "; ")
    let rest = bad > firstBad.count ? "; and \(bad - firstBad.count) more" : ""
    return [
      Warning(
        .badRows, "\(bad) row\(bad == 1 ? "" : "s") could not be read: \(examples)\(rest)")
    ]
  }

  /// The error for a data set of which no row is left because all are bad.
  func nothingLeft(_ files: [String]) -> IngestError {
    .dataset(
      files: files,
      what: "no row could be read; the first: \(firstBad.first?.description ?? "none")",
      remedy: "check the header and --columns")
  }
}
