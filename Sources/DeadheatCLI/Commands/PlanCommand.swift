import Battles
package import CommandLineKit
import EloInference
import Reporting

/// `deadheat plan`: how many battles it takes to find a gap.
package struct PlanCommand: Command {
  package static let name = "plan"
  package static let summary = "Tell how many battles find a gap, and which gap the data find."
  package static let examples = [
    Example("deadheat plan --gap 1", "How many battles for one Elo point? Needs no data"),
    Example("deadheat plan battles.csv alder birch", "For the gap that the data estimate"),
    Example(
      "deadheat plan battles.csv alder birch --gap 10 --power 0.9",
      "For ten points, to be found nine times in ten"),
    Example(
      "deadheat plan board.csv --tie-rate 0.3", "Each model of a board and the next one down"),
  ]

  var words = SubjectOptions()
  var gap: Double?
  var power = PlanOptions().power
  var tieRate: Double?
  var input = InputOptions(allowsClusters: false)
  var model = ModelOptions()
  var statistics = StatisticsOptions()
  var output = OutputOptions()
  package var given = GivenParameters()

  package static let parameters: [Parameter<PlanCommand>] =
    SubjectOptions.parameters(
      isRequired: false,
      (
        file:
          "Battles or a board, as CSV, JSON or a pasted table; '-' is standard input. Not needed with --gap. Words behind "
          + "it are files of the same data set as long as such files are there.",
        models:
          "The models to plan for pair by pair; one alone with all others, and without any neighbours "
          + "down the board."
      )
    ).lifted(through: \.words) + [
      .option(
        "gap", \.gap, "POINTS", default: "as estimated", section: "Question",
        values: ValueRule("from 0.000001 points, such as 10") { (1e-6...1e9).contains($0) },
        help: "The gap to find."
      ).brief("The gap to find [default: as estimated]"),
      .option(
        "power", \.power, "POWER", section: "Question",
        values: .share("from 0.5 to 0.9995, such as 0.8") { (0.5...0.9995).contains($0) },
        help: "The probability of finding it where it is real."
      ).brief("Probability of finding it [default: 0.8]"),
      .option(
        "tie-rate", \.tieRate, "RATE", default: "the data's, or none", section: "Question",
        values: .share("from 0 to below 1, such as 0.3") { $0 >= 0 && $0 < 1 },
        help: "The share of ties to expect between the two."
      ).brief("The share of ties to expect [default: the data's]"),
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
    try output.validate()
    guard words.first == nil, input.moreFiles.isEmpty else { return }
    if gap == nil {
      throw .conflict(
        "there is nothing to plan for; name a file, or a gap as in deadheat plan --gap 10")
    }
    if let first = given.needing(.data, .battles).first {
      throw .conflict("\(first) is about data; name a file, or leave it out")
    }
  }

  package func run(_ console: inout Console) throws -> ExitCode {
    let subject = try words.subject(input.moreFiles)
    try output.checkPath(apartFrom: subject.files)
    var stopwatch = Stopwatch(isOn: output.isVerbose)
    var options = PlanOptions()
    options.gap = gap
    options.power = power
    options.tieRate = tieRate
    options.test = statistics.testOptions()
    let report: PlanReport
    if !subject.files.isEmpty {
      let loaded = try LoadedEstimate.reading(
        subject, input, model.withoutIntervals(), statistics, output, given, &stopwatch, console)
      let plan = try plan(subject, loaded, options)
      stopwatch.finished("plan", console)
      loaded.tellWarnings(output, console)
      report = PlanReport(plan: plan, provenance: loaded.provenance)
    } else {
      report = PlanReport(plan: BattlePlan(scale: model.eloScale, options), provenance: nil)
    }
    try output.write(&console) { report.rendered(as: $0, style: $1) }
    return .success
  }

  private func plan(
    _ subject: Subject, _ loaded: LoadedEstimate, _ options: PlanOptions
  ) throws -> BattlePlan {
    do throws(EstimateError) {
      return try loaded.estimate.plan(subject.pairs(otherwise: .neighbours), options)
    } catch {
      if case .unknownModel(let name, _) = error,
        let known = model.setAsideError(name, loaded.report) ?? subject.explained(unknown: name)
      {
        throw known
      }
      throw error
    }
  }
}
