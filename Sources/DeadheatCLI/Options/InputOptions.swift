import CommandLineKit
import EloInference
import Battles
import EloNumerics
import Ingest

/// How files are read: shared by all commands that read battles or boards.
struct InputOptions: Sendable {
  var columns: String?
  var header: HeaderLine?
  var labels: [String] = []
  var coding: LabelCoding?
  var filters: [String] = []
  var dateFormat: DateFormat?
  var cluster: String?
  var baseline: String?
  var strongWeight: Int?
  var mirrored: MirroredPairs?
  var badRows = BadRowPolicy.stop
  var notANumber = NotANumber.refuse
  var boardLevel: Double?
  var unit: ScoreUnit?
  var table: String?
  /// Files beside those that arguments name.
  var moreFiles: [FilePath] = []
  /// Conditions that other options than --where gave.
  var moreFilters: [RowFilter] = []
  /// Whether the command can allow for clusters.
  var allowsClusters = true

  /// For commands that can allow for clusters.
  static let parameters =
    withoutClusters
    + [
      .option(
        "cluster", \.cluster, "COLUMN", default: "each battle by itself",
        help: "Take battles with the same value here, such as one judge's, as not independent: "
          + "errors and resamples are by these clusters."
      ).needs(.battles).brief("Battles of one judge, say, are not independent")
    ].section("Input")

  /// For commands that read battles or boards and cannot allow for clusters.
  static let withoutClusters =
    [
      .options(
        "file", \.moreFiles, "FILE",
        help: "Another file of the same data set. A word here is a file, whatever models there are."
      )
    ].section("Input") + ofOneFile

  /// For commands to which a further file would say nothing.
  static let ofOneFile = ofRows + ofForms

  /// About the forms of files.
  private static let ofForms: [Parameter<InputOptions>] = [
    .option(
      "header", \.header, "LINE", default: "the first line",
      help:
        "The line of the header of CSV and the like, or none: columns are then called by number, as "
        + "in --columns a=1,b=2,winner=3."),
    .option(
      "nan", \.notANumber, "WHAT",
      help: "Refuse NaN and Infinity in JSON, or read them as null."),
  ].section("Input")

  private static let ofRows: [Parameter<InputOptions>] = [
    .option(
      "columns", \.columns, "ROLE=COLUMN,…", default: "by the header's names",
      help: "Which columns to read: a=home,b=away,winner=result, or score_a=…,score_b=…; for a "
        + "board model=…,rating=…,lower=…,upper=…."
    ).needs(.data).brief("Name columns, such as a=home,b=away,winner=who"),
    .options(
      "where", \.filters, "CONDITION",
      help:
        "Keep the rows for which 'COLUMN OP VALUE' holds; OP is = or !=, or for numbers and dates <, "
        + "<=, > or >=. All conditions must hold."
    ).needs(.data).brief("Keep rows such as --where language=English"),
    .option(
      "date-format", \.dateFormat, "ORDER", default: "dates as 2024-12-31",
      help:
        "Read the dates that conditions order by as 31/12/2024 (dmy) or 12/31/2024 (mdy), with /, . "
        + "or -, too."),
    .options(
      "label", \.labels, "TEXT=OUTCOME",
      help: "Read TEXT in the winner column as OUTCOME: a, b, tie or both_bad; skip sets it aside. "
        + "'=tie' is about empty ones."
    ).needs(.rowsOfBattles),
    .option(
      "coding", \.coding, "CODING", default: "by the labels and headings (help reading)",
      help:
        "What bare numbers and letters in the winner column mean; of a square table, whose wins "
        + "its numbers are."
    ).needs(.rowsOfBattles),
    .option(
      "baseline", \.baseline, "MODEL", default: "by the category, as Arena-Hard has it",
      help: "The model that judgments with two games a row were made against."
    ).needs(.rowsOfBattles),
    .option(
      "strong-weight", \.strongWeight, "N", default: "1", values: .from(1...100),
      help: "Count a verdict such as A>>B, much better, as N battles."
    ).needs(.rowsOfBattles),
    .option(
      "mirrored", \.mirrored, "WHAT", default: "refuse such a table",
      help:
        "Where a table of wins has pairs of models from both sides with the same numbers, keep both "
        + "rows, or drop the second."
    ).needs(.rowsOfBattles),
    .option(
      "bad-rows", \.badRows, "WHAT",
      help: "Stop at a row that cannot be read, or skip it and count it."),
    .option(
      "board-level", \.boardLevel, "LEVEL", default: "by the headings, else 0.95", values: .level,
      help: "The coverage that the intervals of a published board claim."
    ).needs(.boardIntervals),
    .option(
      "unit", \.unit, "UNIT", default: "by headings and numbers (help reading)",
      help: "What the scores of a published board are."
    ).needs(.boardScores),
    .option(
      "table", \.table, "N|TITLE", default: "the only one",
      help: "Which table to read of a text that has several: its number, or words of its title."),
  ].section("Input")

  /// Checks the options.
  ///
  /// - Parameter conditions: those that other options than --where give.
  func validate(and conditions: [String] = []) throws(UsageError) {
    if dateFormat != nil, !(filters + conditions).contains(where: mayOrderDates) {
      throw .conflict(
        "--date-format has no effect: no condition orders by a date, as --where 'date >= 31/12/2024' does; "
          + "leave it out")
    }
  }

  /// Whether a condition may order by a date; one that is broken is told of elsewhere.
  private func mayOrderDates(_ condition: String) -> Bool {
    (try? RowFilter(parsing: condition))?.mayOrderDates ?? true
  }

  /// What the intervals of a board claim where nothing else is said.
  private static let usualBoardLevel = 0.95

  /// The options in the reader's own terms.
  func readOptions(threads: Int) throws(IngestError) -> ReadOptions {
    var options = ReadOptions()
    options.threads = threads
    if let columns { options.columns = try ColumnMapping(parsing: columns) }
    options.header = header ?? .first
    options.notANumber = notANumber
    for label in labels { options.labels.append(try OutcomeLabel(parsing: label)) }
    options.coding = coding
    options.baseline = baseline
    options.strongWeight = strongWeight ?? 1
    options.mirrored = mirrored
    for filter in filters { options.filters.append(try RowFilter(parsing: filter)) }
    options.filters += moreFilters
    options.dateFormat = dateFormat
    options.cluster = cluster

    options.badRows = badRows
    options.boardLevel = boardLevel.flatMap { Level($0) }.map { ClaimedLevel($0) }
    options.unit = unit
    options.table = table
    return options
  }
}
