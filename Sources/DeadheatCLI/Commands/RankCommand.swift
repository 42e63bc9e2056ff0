package import CommandLineKit
import EloInference
import Reporting

/// `deadheat rank`: battles or a board in, a leaderboard out.
package struct RankCommand: Command {
  package static let name = "rank"
  package static let summary = "Rate models, with intervals, rank ranges and who is tied for first."
  package static let examples = [
    Example("deadheat rank battles.csv", "The leaderboard of a file of battles"),
    Example("deadheat rank board.csv --where date=2026-04-30", "A published board, one day of it"),
    Example(
      "deadheat rank battles.csv --format csv --output ratings.csv", "An interval table as CSV"),
    Example("zcat battles.csv.gz | deadheat rank - --top 20", "From a pipe, the first twenty rows"),
  ]

  var files: [String] = []
  var input = InputOptions()
  var model = ModelOptions()
  var statistics = StatisticsOptions()
  var rankFamily = RankFamily.all
  var top: Int?
  var output = OutputOptions()

  package static let parameters: [Parameter<RankCommand>] =
    [
      .arguments(
        "FILE", \.files,
        help: "Battles or a board, as CSV or JSON; '-' is standard input. Several files are one "
          + "data set.")
    ] + InputOptions.parameters.lifted(through: \.input)
    + ModelOptions.parameters.lifted(through: \.model)
    + StatisticsOptions.parameters.lifted(through: \.statistics)
    + [
      .option(
        "rank-family", \.rankFamily, "WHICH", section: "Statistics",
        help: "Rank ranges that hold for all models together, or for one model at a time."),
      .option(
        "top", \.top, "N", default: "all", section: "Output",
        help: "Show the first N rows of the table."),
    ] + OutputOptions.parameters.lifted(through: \.output)

  package init() {}

  package func validate() throws(UsageError) {
    try input.validate()
    try statistics.validate()
    try model.validate(level: statistics.level)
    if let top, top < 1 {
      throw .invalidValue("\(top)", option: "--top", expected: "1 or more")
    }
  }

  package func run(_ console: inout Console) throws -> ExitCode {
    var stopwatch = Stopwatch(isOn: output.isVerbose)
    let loaded = try LoadedEstimate(files, input, model, statistics, output, &stopwatch, console)
    let leaderboard = try loaded.estimate.leaderboard(
      statistics.testOptions(rankFamily: rankFamily))
    stopwatch.finished("compare", console)
    loaded.tellWarnings(output, console)
    let report = RankReport(
      leaderboard: leaderboard, report: loaded.report, provisionalBelow: model.provisionalBelow,
      top: top)
    try output.write(&console) { report.rendered(as: $0, style: $1) }
    stopwatch.finished("write", console)
    return .success
  }
}
