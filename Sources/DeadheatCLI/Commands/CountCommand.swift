import Battles
package import CommandLineKit
import Ingest
import Reporting
import SafeText

/// `deadheat count`: battles in, counts out, in a form that every command reads back.
package struct CountCommand: Command {
  package static let name = "count"
  package static let summary = "Collapse battles to counts, which every command reads back."
  package static let examples = [
    Example(
      "deadheat count day1.csv day2.csv --output counts.csv",
      "Millions of battles as a few thousand lines"),
    Example("deadheat count battles.csv | deadheat rank -", "The same leaderboard, bit for bit"),
  ]

  var files: [FilePath] = []
  var input = InputOptions()
  var model = ModelOptions()
  var statistics = StatisticsOptions()
  var output = OutputOptions()
  package var given = GivenParameters()

  package static let parameters: [Parameter<CountCommand>] =
    [
      .arguments(
        "FILE", \.files,
        help: "Battles, as CSV or JSON; '-' is standard input. Several files are one data set."
      ).unless("file").brief("Battles; - is standard input")
    ] + InputOptions.parameters.lifted(through: \.input)
    + ModelOptions.ofReading.lifted(through: \.model)
    + StatisticsOptions.ofReading.lifted(through: \.statistics)
    + OutputOptions.ofRecords.lifted(through: \.output)

  package init() {}

  private var allFiles: [FilePath] { files + input.moreFiles }

  package func validate() throws(UsageError) {
    try input.validate()
    _ = try output.chosenRecordFormat(of: Self.name)
    if let option = given.needing(.boardIntervals, .boardScores).first {
      throw .conflict("count takes battles, and \(option) is about boards; leave it out")
    }
    if let cluster = input.cluster, CountReport.headings.contains(cluster.lowercased()) {
      throw .conflict(
        "--cluster \(Mention.name(cluster)) would stand twice among the columns of counts, which are "
          + "\(CountReport.headings.joined(separator: ", ")); rename the column first")
    }
  }

  package func run(_ console: inout Console) throws -> ExitCode {
    // A file may be replaced by its own counts.
    try output.checkPath(apartFrom: [])
    var stopwatch = Stopwatch(isOn: output.isVerbose)
    let progress = ProgressLine(console, isQuiet: output.isQuiet)
    var options = try input.readOptions(threads: statistics.threadCount)
    options.watchedNames = model.excluded
    let result = try readDataset(
      allFiles.map(\.input), options: options, progress: { progress.report("reading", $0) })
    progress.clear()
    stopwatch.finished("read", console)
    guard case .battles(let cells) = result.dataset else {
      throw UsageError.conflict(
        "count takes battles, and this file is a published board of scores; name a file of battles")
    }
    if !output.isQuiet { WarningNotes(result.report.warnings).tell(console) }
    if let error = UnknownExclusions(result).error { throw error }
    let report = CountReport(
      cells: model.withoutExcluded(cells), clusterColumn: input.cluster ?? "cluster")
    let form = try output.chosenRecordFormat(of: Self.name)
    try output.writeRecords(report.rendered(form.separator), console)
    return .success
  }
}
