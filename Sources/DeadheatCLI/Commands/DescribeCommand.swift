import Battles
package import CommandLineKit
import Ingest
import Reporting

/// `deadheat describe`: how files are read, without a fit.
package struct DescribeCommand: Command {
  package static let name = "describe"
  package static let summary = "Tell how files are read: columns, labels, times; without a fit."
  package static let examples = [
    Example("deadheat describe battles.csv", "What was taken for what, before anything is rated"),
    Example(
      "deadheat describe battles.csv --columns winner=choice --coding index1",
      "Whether options do what they should"),
  ]

  var files: [FilePath] = []
  var input = InputOptions()
  var model = ModelOptions()
  var statistics = StatisticsOptions()
  var output = OutputOptions()
  package var given = GivenParameters()

  package static let parameters: [Parameter<DescribeCommand>] =
    [
      .arguments(
        "FILE", \.files,
        help:
          "Battles or a board, as CSV, JSON or a pasted table; '-' is standard input. Several files are one data "
          + "set."
      ).unless("file").brief("Battles or a board; - is standard input")
    ] + InputOptions.parameters.lifted(through: \.input)
    + ModelOptions.ofReading.lifted(through: \.model)
    + StatisticsOptions.ofReading.lifted(through: \.statistics)
    + OutputOptions.parameters.lifted(through: \.output)

  package init() {}

  private var allFiles: [FilePath] { files + input.moreFiles }

  package func validate() throws(UsageError) {
    try input.validate()
    try output.validate()
  }

  package func run(_ console: inout Console) throws -> ExitCode {
    try output.checkPath(apartFrom: allFiles)
    var stopwatch = Stopwatch(isOn: output.isVerbose)
    let progress = ProgressLine(console, isQuiet: output.isQuiet)
    var options = try input.readOptions(threads: statistics.threadCount)
    options.watchedNames = model.excluded
    options.findsTimes = true
    let result = try readDataset(
      allFiles.map(\.input), options: options, progress: { progress.report("reading", $0) })
    progress.clear()
    stopwatch.finished("read", console)
    try given.requireEffect(on: result.dataset, and: .battles)
    if !output.isQuiet { WarningNotes(result.report.warnings).tell(console) }
    if let error = UnknownExclusions(result).error { throw error }
    var read = result.report
    let content: DescribeReport.Content
    switch result.dataset {
    case .battles(let cells):
      let kept = model.withoutExcluded(cells, &read)
      content = .battles(kept.battleCount, models: kept.roster.count)
    case .board(let scores):
      content = .board(models: model.withoutExcluded(scores, &read).roster.count)
    }
    let report = DescribeReport(content, report: read)
    try output.write(&console) { report.rendered(as: $0, style: $1) }
    return .success
  }
}
