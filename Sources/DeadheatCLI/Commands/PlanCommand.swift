import Battles
package import CommandLineKit
import EloInference
import Reporting

/// `deadheat plan`: how many battles it takes to find a gap.
package struct PlanCommand: Command {
  package static let name = "plan"
  package static let summary =
    "Tell how many battles it takes to find a gap, and which gap the data can find."
  package static let examples = [
    Example("deadheat plan --gap 1", "How many battles for one Elo point? Needs no data"),
    Example("deadheat plan battles.csv alder birch", "For the gap that the data estimate"),
    Example(
      "deadheat plan battles.csv alder birch --gap 10 --power 0.9",
      "For ten points, to be found nine times in ten"),
    Example(
      "deadheat plan board.csv --tie-rate 0.3", "Each model of a board and the next one down"),
  ]

  var file: FilePath?
  var models: [String] = []
  var moreFiles: [FilePath] = []
  var gap: Double?
  var power = PlanOptions().power
  var tieRate: Double?
  var input = InputOptions(allowsClusters: false)
  var model = ModelOptions()
  var statistics = StatisticsOptions()
  var output = OutputOptions()

  package static let parameters: [Parameter<PlanCommand>] =
    [
      .argument(
        "FILE", \.file, completion: .file,
        help:
          "Battles or a board, as CSV, JSON or a pasted table; '-' is standard input. Not needed with --gap."
      ),
      .arguments(
        "MODEL", \.models, isRequired: false,
        help: "The models to plan for pair by pair; without any, neighbours down the board."),
      .option(
        "gap", \.gap, "POINTS", default: "as estimated", section: "Question",
        help: "The gap to find."),
      .option(
        "power", \.power, "POWER", section: "Question",
        help: "The probability of finding it where it is real."),
      .option(
        "tie-rate", \.tieRate, "RATE", default: "the data's, or none", section: "Question",
        help: "The share of ties to expect between the two."),
      .options(
        "file", \.moreFiles, "FILE", section: "Input", completion: .file,
        help: "Another file of the same data set."),
    ] + InputOptions.withoutClusters.lifted(through: \.input)
    + ModelOptions.parametersWithoutIntervals.lifted(through: \.model)
    + StatisticsOptions.parameters.lifted(through: \.statistics)
    + OutputOptions.parameters.lifted(through: \.output)

  package init() {}

  package func validate() throws(UsageError) {
    try input.validate()
    try statistics.validate()
    try model.withoutIntervals().validate(level: statistics.level)
    try model.validateWithoutIntervals(statistics.adjustment)
    if let gap {
      try require(
        (1e-6...1e9).contains(gap), "\(gap)", "--gap", "from 0.000001 points, such as 10")
    }
    try require(
      (0.5...0.9995).contains(power), "\(power)", "--power", "from 0.5 to 0.9995, such as 0.8")
    if let tieRate {
      try require(
        tieRate >= 0 && tieRate < 1, "\(tieRate)", "--tie-rate", "from 0 to below 1, such as 0.3")
    }
    if models.count == 1 {
      throw .conflict("one model was named; name two or more, or none for neighbours")
    }
    if file == nil, gap == nil {
      throw .conflict(
        "there is nothing to plan for; name a file, or a gap as in deadheat plan --gap 10")
    }
    if file == nil, let first = needsData.first {
      throw .conflict("\(first) is about data; name a file, or leave it out")
    }
  }

  package func run(_ console: inout Console) throws -> ExitCode {
    try output.checkPath(apartFrom: (file.map { [$0] } ?? []) + moreFiles)
    var stopwatch = Stopwatch(isOn: output.isVerbose)
    var options = PlanOptions()
    options.gap = gap
    options.power = power
    options.tieRate = tieRate
    options.test = statistics.testOptions()
    let report: PlanReport
    if let file {
      let loaded = try LoadedEstimate.reading(
        [file] + moreFiles, input, model.withoutIntervals(), statistics, output,
        &stopwatch, console)
      let plan = try loaded.estimate.plan(
        models.isEmpty ? .neighbours : .named(models), options)
      stopwatch.finished("plan", console)
      loaded.tellWarnings(output, console)
      report = PlanReport(
        plan: plan,
        data: PlanData(
          roster: loaded.estimate.roster, source: loaded.estimate.source, report: loaded.report,
          warnings: loaded.estimate.warnings))
    } else {
      report = PlanReport(plan: BattlePlan(scale: model.eloScale, options), data: nil)
    }
    try output.write(&console) { report.rendered(as: $0, style: $1) }
    return .success
  }

  /// What was given that makes sense with data only.
  private var needsData: [String] {
    let given: [(Bool, String)] = [
      (!moreFiles.isEmpty, "--file"), (!model.excluded.isEmpty, "--exclude"),
      (statistics.adjustment != .maxT, "--adjust"), (!input.filters.isEmpty, "--where"),
      (input.columns != nil, "--columns"),
    ]
    return given.filter(\.0).map(\.1) + model.battleOnlyGiven
  }
}
