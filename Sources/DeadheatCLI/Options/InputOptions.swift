import CommandLineKit
import EloInference
import EloNumerics
import Ingest

/// How files are read: shared by all commands that read battles or boards.
struct InputOptions: Sendable {
  var columns: String?
  var labels: [String] = []
  var coding: LabelCoding?
  var filters: [String] = []
  var dateFormat: DateFormat?
  var cluster: String?
  var badRows = BadRowPolicy.stop
  var boardLevel: Double?
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
      ).brief("Battles of one judge, say, are not independent")
    ].section("Input")

  /// For commands that cannot.
  static let withoutClusters =
    [
      .options(
        "file", \.moreFiles, "FILE",
        help: "Another file of the same data set. A word here is a file, whatever models there are."
      )
    ].section("Input") + ofOneFile

  /// For commands to which a further file would say nothing.
  static let ofOneFile: [Parameter<InputOptions>] = [
    .option(
      "columns", \.columns, "ROLE=COLUMN,…", default: "by the header's names",
      help: "Which columns to read: a=home,b=away,winner=result, or score_a=…,score_b=…; for a "
        + "board model=…,rating=…,lower=…,upper=…."
    ).brief("Name columns, such as a=home,b=away,winner=who"),
    .options(
      "where", \.filters, "CONDITION",
      help:
        "Keep the rows for which 'COLUMN OP VALUE' holds; OP is = or !=, or for numbers and dates <, "
        + "<=, > or >=. All conditions must hold."
    ).brief("Keep rows such as --where language=English"),
    .option(
      "date-format", \.dateFormat, "ORDER", default: "dates as 2024-12-31",
      help:
        "Read the dates that conditions order by as 31/12/2024 (dmy) or 12/31/2024 (mdy), with /, . "
        + "or -, too."),
    .options(
      "label", \.labels, "TEXT=OUTCOME",
      help: "Read TEXT in the winner column as OUTCOME: a, b, tie or both_bad; skip sets it aside. "
        + "'=tie' is about empty ones."),
    .option(
      "coding", \.coding, "CODING", default: "by the labels and headings (help reading)",
      help: "What bare numbers and letters in the winner column mean."),
    .option(
      "bad-rows", \.badRows, "WHAT",
      help: "Stop at a row that cannot be read, or skip it and count it."),
    .option(
      "board-level", \.boardLevel, "LEVEL", default: usualBoardLevel.argumentText, values: .level,
      help: "The coverage that the intervals of a published board claim."),
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

  /// Refuses the options given that have no effect on what the files turned out to hold.
  func requireEffect(on dataset: Dataset) throws(UsageError) {
    switch dataset {
    case .battles where boardLevel != nil:
      throw .conflict(
        "--board-level is about the intervals of a published board, and these are battles; leave it "
          + "out")
    case .board where !labels.isEmpty || coding != nil:
      let option = labels.isEmpty ? "--coding" : "--label"
      throw .conflict(
        "\(option) needs battles, and this file is a published board of scores; leave it out")
    case .battles, .board: break
    }
  }

  /// The options in the reader's own terms.
  func readOptions(threads: Int) throws(IngestError) -> ReadOptions {
    var options = ReadOptions()
    options.threads = threads
    if let columns { options.columns = try ColumnMapping(parsing: columns) }
    for label in labels { options.labels.append(try OutcomeLabel(parsing: label)) }
    options.coding = coding
    for filter in filters { options.filters.append(try RowFilter(parsing: filter)) }
    options.filters += moreFilters
    options.dateFormat = dateFormat
    options.cluster = cluster

    options.badRows = badRows
    let boardLevel = boardLevel ?? Self.usualBoardLevel
    options.boardLevel = boardLevel
    options.boardQuantile = NormalDistribution.quantile(1 - (1 - boardLevel) / 2)
    return options
  }
}
