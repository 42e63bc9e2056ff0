internal import Battles
internal import SafeText

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

  /// The columns of a header that are looked at; `nil` where there are none.
  init?(_ names: [String]) {
    columns = Self.headings.compactMap { heading in
      names.first { asciiLowercased($0).utf8.elementsEqual(heading.utf8) }
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

  /// A warning where there are several clusters and at least a twentieth of the rows are not the first
  /// of theirs: with fewer than that, clusters hardly widen anything.
  ///
  /// One cluster in all of the first rows is a file that is sorted by clusters where it goes on.
  func warning(allowsClusters: Bool) -> Warning? {
    let found = columns.indices.filter {
      (values[$0].count > 1 || isDone) && 20 * (rows - values[$0].count) >= rows && rows >= 20
    }
    guard let first = found.first else { return nil }
    let isOne = found.count == 1
    let shown = found.prefix(Mention.most).map { quoted(columns[$0]) }
    let list =
      shown.count == found.count
      ? Mention.conjunction(shown) : Mention.list(shown, of: found.count)
    let column = ShellWord.quoted(columns[first])
    return Warning(
      .unnamedClusters,
      "Battles count as independent, and values of the column\(isOne ? "" : "s") \(list) repeat: where "
        + "battles that share one tend to go the same way, "
        + (allowsClusters
          ? "intervals are too narrow. Allow for it with --cluster \(column)."
          : "errors are larger than told here. rank and test can allow for it with --cluster "
            + "\(column)."))
  }
}
