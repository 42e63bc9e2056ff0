package import CommandLineKit
import EloInference
import Reporting

/// `deadheat test`: is the gap between two models real?
package struct TestCommand: Command {
  package static let name = "test"
  package static let summary = "Say whether the gaps between models are real or a dead heat."
  package static let examples = [
    Example("deadheat test battles.csv alder birch", "Is the gap between two models real?"),
    Example("deadheat test battles.csv", "Each model against the next one down the board"),
    Example("deadheat test battles.csv --all-pairs --format csv", "Every pair, as CSV"),
    Example(
      "deadheat test battles.csv new old --require better",
      "Exit with 1 unless new is shown to be better than old"),
    Example(
      "deadheat test battles.csv new old --equivalent 10",
      "Are they shown to be within 10 points of each other?"),
  ]

  /// What `--require` can ask to be shown.
  enum Requirement: String, ArgumentValue, CaseIterable { case better, different, equivalent }

  var file = ""
  var models: [String] = []
  var moreFiles: [String] = []
  var isAllPairs = false
  var equivalenceMargin: Double?
  var requirement: Requirement?
  var input = InputOptions()
  var model = ModelOptions()
  var statistics = StatisticsOptions()
  var output = OutputOptions()

  package static let parameters: [Parameter<TestCommand>] =
    [
      .argument(
        "FILE", \.file, completion: .file,
        help: "Battles or a board, as CSV or JSON; '-' is standard input."),
      .arguments(
        "MODEL", \.models, isRequired: false,
        help: "The models to compare pair by pair; without any, neighbours down the board."),
      .flag("all-pairs", \.isAllPairs, section: "Question", help: "Compare every pair of models."),
      .option(
        "equivalent", \.equivalenceMargin, "D", section: "Question",
        help: "Ask, too, whether models are shown to be within D rating points of each other."),
      .option(
        "require", \.requirement, "WHAT", section: "Question",
        help: "Exit with 1 unless each pair named is shown to be different, its first model "
          + "better, or the two equivalent within --equivalent D."),
      .options(
        "file", \.moreFiles, "FILE", section: "Input", completion: .file,
        help: "Another file of the same data set."),
    ] + InputOptions.parameters.lifted(through: \.input)
    + ModelOptions.parameters.lifted(through: \.model)
    + StatisticsOptions.parameters.lifted(through: \.statistics)
    + OutputOptions.parameters.lifted(through: \.output)

  package init() {}

  package func validate() throws(UsageError) {
    try input.validate()
    try statistics.validate()
    try model.validate(level: statistics.level)
    if models.count == 1 {
      throw .conflict("one model was named; name two or more, or none for neighbours")
    }
    if isAllPairs, !models.isEmpty {
      throw .conflict("--all-pairs compares all models; leave out their names")
    }
    if let margin = equivalenceMargin {
      try require(
        margin > 0 && margin.isFinite, "\(margin)", "--equivalent",
        "a number of rating points above 0, such as 10")
    }
    if requirement == .equivalent, equivalenceMargin == nil {
      throw .conflict(
        "--require equivalent needs a margin: how many rating points count as none? Add "
          + "--equivalent 10")
    }
    if requirement != nil, models.isEmpty {
      throw .conflict(
        "--require is about models that are named: deadheat test FILE A B --require …")
    }
  }

  package func run(_ console: inout Console) throws -> ExitCode {
    var stopwatch = Stopwatch(isOn: output.isVerbose)
    let selection: PairSelection =
      !models.isEmpty ? .named(models) : isAllPairs ? .allPairs : .neighbours
    let loaded = try LoadedEstimate(
      [file] + moreFiles, input, model, statistics, output, &stopwatch, console)
    var options = statistics.testOptions()
    options.equivalenceMargin = equivalenceMargin
    let comparison = try loaded.estimate.comparison(selection, options)
    stopwatch.finished("compare", console)
    loaded.tellWarnings(output, console)
    let report = TestReport(
      comparison: comparison, roster: loaded.estimate.roster, scale: loaded.estimate.scale,
      source: loaded.estimate.source, report: loaded.report, warnings: loaded.estimate.warnings)
    try output.write(&console) { report.rendered(as: $0, style: $1) }
    return isShown(comparison) ? .success : .negative
  }

  private func isShown(_ comparison: ComparisonReport) -> Bool {
    switch requirement {
    case nil: true
    case .better: comparison.findings.allSatisfy { $0.isFirstBetter }
    case .different: comparison.findings.allSatisfy { $0.verdict.isDifferent }
    case .equivalent: comparison.findings.allSatisfy { $0.verdict.isWithinMargin }
    }
  }
}
