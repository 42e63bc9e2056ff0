/// Looks in the first rows of battles for columns that tell clusters, such as judges, and whose values
/// repeat: whoever takes such battles as independent should know of them.
///
/// The first window is looked at and nothing else: what is found depends neither on threads nor on how an
/// input arrives.
struct RepeatedColumns: Sendable {
  /// The headings that tell clusters, in the order in which they are told of.
  static let headings = [
    "judge", "judge_id", "judge_name", "judge_hash", "user", "user_id", "worker", "worker_id",
    "annotator", "annotator_id", "rater", "rater_id", "evaluator", "evaluator_id", "voter",
    "voter_id", "evaluator_session", "evaluation_session_id", "session", "session_id", "prompt",
    "prompt_id", "question_id",
  ]

  /// As many rows as tell whether values repeat.
  private static let mostRows = 2000
  private let columns: [String]
  private var values: [Set<[UInt8]>]
  private var rows = 0

  /// The columns among `names` that are looked at; `nil` where there are none.
  init?(_ names: [String]) {
    let index = HeaderIndex(names)
    columns = Self.headings.compactMap { heading in
      index.columns(named: heading, in: names).first.map { names[$0] }
    }
    guard !columns.isEmpty else { return nil }
    values = [Set<[UInt8]>](repeating: [], count: columns.count)
  }

  /// Whether enough rows have been looked at.
  var isDone: Bool { rows >= Self.mostRows }

  /// The columns that are looked at.
  var names: [String] { columns }

  /// Takes the values of one row, one for each of the columns.
  mutating func take(_ row: [[UInt8]]) {
    rows += 1
    for (index, value) in row.enumerated() { values[index].insert(value) }
  }

  /// The columns that have several clusters and of whose rows at least a twentieth are not the first of
  /// theirs: with fewer than that, clusters hardly widen anything.
  ///
  /// One cluster in all of the first rows is a file that is sorted by clusters where it goes on.
  var repeated: [String] {
    columns.indices.filter {
      (values[$0].count > 1 || isDone) && 20 * (rows - values[$0].count) >= rows && rows >= 20
    }.map { columns[$0] }
  }
}
