import Battles
package import CommandLineKit
import EloInference
import Ingest
import Reporting

/// `deadheat agree`: does another ordering agree with the ratings?
package struct AgreeCommand: Command {
  package static let name = "agree"
  package static let summary = "Say whether another ordering agrees with the ratings."
  package static let examples = [
    Example("deadheat agree board.csv usage.csv --value tokens", "Are better models used more?"),
    Example(
      "deadheat agree battles.csv prices.csv --value usd --lower-is-better",
      "Does quality follow price?"),
    Example(
      "deadheat agree text.csv code.csv --match names.csv",
      "Two boards with different names for their models"),
  ]

  var board: FilePath = ""
  var other: FilePath = ""
  var question = AgreeOptions()
  var input = InputOptions()
  var model = ModelOptions()
  var statistics = StatisticsOptions()
  var top: Int?
  var output = OutputOptions()
  package var given = GivenParameters()

  package static let parameters: [Parameter<AgreeCommand>] =
    [
      .argument(
        "BOARD", \.board,
        help: "Battles or a board, as CSV, JSON or a pasted table; '-' is standard input."
      ).brief("Battles or a board; - is standard input"),
      .argument(
        "OTHER", \.other,
        help: "A table with a value for each model, such as another board, prices or usage."
      ).brief("A table with a value for each model"),
    ] + AgreeOptions.parameters.lifted(through: \.question)
    + InputOptions.parameters.lifted(through: \.input)
    + ModelOptions.parametersWithoutIntervals.lifted(through: \.model)
    + StatisticsOptions.parameters.lifted(through: \.statistics)
    + [
      .option(
        "top", \.top, "N", default: "10", section: "Output", values: .from(1...CountBounds.models),
        help: "Show the N models whose two places are farthest apart."
      ).brief("Show the N models whose places are farthest apart")
    ] + OutputOptions.parameters.lifted(through: \.output)

  package init() {}

  package func validate() throws(UsageError) {
    try input.validate(and: question.filters)
    try statistics.validate(cluster: input.cluster)
    try fittedModel.validate(level: statistics.level, cluster: input.cluster)
    try model.validateWithoutIntervals(statistics.adjustment)
    try output.validate()
    let streams = (files + [other, question.match]).count { $0 == "-" }
    if streams > 1 {
      throw .conflict("'-' is standard input, which can be one file only; it was given twice")
    }
  }

  private var files: [FilePath] { [board] + input.moreFiles }

  /// Nothing is resampled for intervals that are not shown.
  var fittedModel: ModelOptions { model.withoutIntervals() }

  package func run(_ console: inout Console) throws -> ExitCode {
    try output.checkPath(apartFrom: files + [other] + (question.match.map { [$0] } ?? []))
    var stopwatch = Stopwatch(isOn: output.isVerbose)
    // Small files first: a mistake in them should not wait for millions of battles.
    let byHand = try question.match.map { try readNamePairs($0.input) } ?? []
    let values = try question.values(of: other, input.dateFormat)
    stopwatch.finished("read the other file", console)
    let loaded = try LoadedEstimate.reading(
      files, input, fittedModel, statistics, output, given, &stopwatch, console)
    let agreement = try loaded.estimate.agreement(
      with: values.column, byHand: byHand, question.agreementOptions(statistics))
    stopwatch.finished("compare", console)
    let warnings = [
      question.directionWarning(values.column), question.unusedWarning(agreement.matching),
    ].compactMap { $0 }
    loaded.tellWarnings(output, console, and: warnings)
    var read = loaded.report
    read.warnings += warnings
    let report = AgreeReport(
      agreement: agreement, read: read, other: values.report,
      top: top ?? AgreeReport.defaultTop)
    try output.write(&console) { report.rendered(as: $0, style: $1) }
    return .success
  }
}
