import Battles
import CommandLineKit
import EloInference
import EloNumerics
import Ingest
import SafeText

/// What the ratings are compared with.
struct AgreeOptions: Sendable {
  var value: String?
  var name: String?
  var filters: [String] = []
  var match: FilePath?
  var isLowerBetter = false

  static let parameters: [Parameter<AgreeOptions>] = [
    .option(
      "value", \.value, "COLUMN", default: "rating, score, elo or arena_score",
      help: "The column of OTHER to compare with; 1.99T, 338B, $3.00 and 12.5% are read."
    ).brief("The column of OTHER to compare with"),
    .flag(
      "lower-is-better", \.isLowerBetter,
      help: "Give the smallest value the first place, as for prices or ranks."
    ).brief("Give the smallest value the first place"),
    .option(
      "match", \.match, "FILE", default: "names that are the same", completion: .file,
      help: "A table with the columns board and other: which model of BOARD goes by which name "
        + "in OTHER."
    ).brief("A table of names: columns board and other"),
    .option(
      "other-model", \.name, "COLUMN", default: "model, model_name, name or key",
      help: "The column of OTHER that names the models."),
    .options(
      "other-where", \.filters, "CONDITION",
      help: "Keep the rows of OTHER for which 'COLUMN OP VALUE' holds; --where is about BOARD."),
  ].section("Question")

  /// Reads the column of `file`, with dates in conditions as `dateFormat` says.
  func values(
    of file: FilePath, _ dateFormat: DateFormat?
  ) throws(IngestError) -> ValueReadResult {
    var conditions: [RowFilter] = []
    for filter in filters {
      conditions.append(try RowFilter(parsing: filter, option: "--other-where"))
    }
    return try readValues(
      file.input, name: name, value: value, filters: conditions, dateFormat: dateFormat,
      form: .quantity, wording: ValueOptionNames(name: "--other-model ", filter: "--other-where"))
  }

  /// How the two are compared.
  func agreementOptions(_ statistics: StatisticsOptions) -> AgreementOptions {
    var options = AgreementOptions()
    options.test = statistics.testOptions()
    options.direction = isLowerBetter ? .ascending : .descending
    return options
  }

  /// What to tell where the largest value of `column` has the first place and its heading, such as
  /// `rank` or `price_usd`, says that the smallest is the best.
  func directionWarning(_ column: ValueColumn) -> Warning? {
    let words = column.label.lowercased().split { !$0.isLetter }.map(String.init)
    guard !isLowerBetter, words.contains(where: Self.smallestFirst.contains) else { return nil }
    return Warning(
      .largestFirst,
      "The largest value of \(Mention.quoted(column.label)) was given the first place; did you mean "
        + "--lower-is-better?")
  }

  private static let smallestFirst: Set<String> = [
    "rank", "ranking", "place", "position", "price", "cost",
  ]

  /// What to tell of the rows of `--match` that matched nothing.
  func unusedWarning(_ matching: NameMatching) -> Warning? {
    guard let first = matching.unused.first else { return nil }
    let isOnBoard = matching.board.id(of: first.board) != nil
    let (missing, roster) =
      isOnBoard ? (first.other, matching.other) : (first.board, matching.board)
    let count = matching.unused.count
    let rows = count == 1 ? "One row" : "\(count) rows"
    let message = UnknownName.message(missing, roster)
    let end = message.hasSuffix("?") ? "" : "."
    let file = isOnBoard ? "OTHER" : "BOARD"
    return Warning(.noEffect, "\(rows) of --match had no effect; in \(file) \(message)\(end)")
  }
}
