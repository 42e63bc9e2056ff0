import Battles
package import CommandLineKit
import EloInference
import Ingest
import Reporting

/// `deadheat test`: is the gap between two models real?
package struct TestCommand: Command {
  package static let name = "test"
  package static let summary = "Say whether the gaps between models are real or a dead heat."
  package static let examples = [
    Example("deadheat test battles.csv alder birch", "Is the gap between two models real?"),
    Example("deadheat test battles.csv alder", "One model against each of the others"),
    Example("deadheat test battles.csv", "Each model against the next one down the board"),
    Example("deadheat test battles.csv --all-pairs --format csv", "Every pair, as CSV"),
    Example(
      "deadheat test battles.csv new old --require better",
      "Exit with 1 unless new is shown to be better than old"),
    Example(
      "deadheat test battles.csv new old --equivalent 10",
      "Are they shown to be within 10 points of each other?"),
  ]

  var words = SubjectOptions()
  var isAllPairs = false
  var equivalenceMargin: Double?
  var requirement: TestRequirement?
  var input = InputOptions()
  var model = ModelOptions()
  var statistics = StatisticsOptions()
  var output = OutputOptions()
  package var given = GivenParameters()

  package static let parameters: [Parameter<TestCommand>] =
    SubjectOptions.parameters(
      isRequired: true,
      (
        file:
          "Battles or a board, as CSV, JSON or a pasted table; '-' is standard input. Words behind it are files of the "
          + "same data set as long as such files are there.",
        models:
          "The models to compare pair by pair; one alone is compared with all others, and without any "
          + "neighbours down the board are compared."
      )
    ).lifted(through: \.words) + [
      .flag(
        "all-pairs", \.isAllPairs, section: "Question", help: "Compare every pair of models."
      ).brief("Compare every pair of models"),
      .option(
        "equivalent", \.equivalenceMargin, "D", section: "Question",
        values: ValueRule("a number of rating points above 0, such as 10") { $0 > 0 },
        help: "Ask, too, whether models are shown to be within D rating points of each other."
      ).brief("Are models shown to be within D points?"),
      .option(
        "require", \.requirement, "WHAT", section: "Question",
        help: "Exit with 1 unless each pair named is shown to be different, its first model "
          + "better, or the two equivalent within --equivalent D."
      ).brief("Exit 1 unless better, different or equivalent"),
    ] + InputOptions.parameters.lifted(through: \.input)
    + ModelOptions.parametersWithoutIntervals.lifted(through: \.model)
    + StatisticsOptions.parameters.lifted(through: \.statistics)
    + OutputOptions.parameters.lifted(through: \.output)

  package init() {}

  package func validate() throws(UsageError) {
    try input.validate()
    try statistics.validate(cluster: input.cluster)
    try fittedModel.validate(level: statistics.level, cluster: input.cluster)
    try output.validate()
    try model.validateWithoutIntervals(statistics.adjustment)
    if requirement == .equivalent, equivalenceMargin == nil {
      throw .conflict(
        "--require equivalent needs a margin: how many rating points count as none? Add "
          + "--equivalent 10")
    }
  }

  /// What the words are, checked against the options.
  private func subject() throws(UsageError) -> Subject {
    let subject = try words.subject(input.moreFiles)
    if isAllPairs, !subject.models.isEmpty {
      throw .conflict("--all-pairs compares all models; leave out their names")
    }
    if requirement != nil, subject.models.isEmpty {
      throw .conflict(
        "--require is about models that are named: deadheat test FILE A B --require …")
    }
    return subject
  }

  /// Nothing is resampled for intervals that are not shown.
  var fittedModel: ModelOptions { model.withoutIntervals() }

  package func run(_ console: inout Console) throws -> ExitCode {
    let subject = try subject()
    try output.checkPath(apartFrom: subject.files)
    var stopwatch = Stopwatch(isOn: output.isVerbose)
    let loaded = try LoadedEstimate.reading(
      subject, input, fittedModel, statistics, output, given, &stopwatch, console)
    let comparison = try compare(subject, loaded)
    stopwatch.finished("compare", console)
    loaded.tellWarnings(output, console)
    let report = TestReport(
      comparison: comparison, provenance: loaded.provenance)
    try output.write(&console) { report.rendered(as: $0, style: $1) }
    guard let requirement else { return .success }
    let unmet = comparison.findings.filter { !requirement.isMet(by: $0) }
    if let first = unmet.first, !output.isQuiet {
      let names = loaded.estimate.roster.names
      let what = requirement.unmet(names[first.a], names[first.b])
      let others = unmet.count - 1
      let more = others == 0 ? "" : ", nor are \(others) more \(others == 1 ? "pair" : "pairs")"
      let note = "--require \(requirement.rawValue) is not met: \(what)\(more)"
      console.message("deadheat: \(PlainText.of(note))")
    }
    return unmet.isEmpty ? .success : .negative
  }

  private func compare(
    _ subject: Subject, _ loaded: LoadedEstimate
  ) throws -> ComparisonReport {
    var options = statistics.testOptions()
    options.equivalenceMargin = equivalenceMargin
    do throws(EstimateError) {
      return try loaded.estimate.comparison(
        subject.pairs(otherwise: isAllPairs ? .allPairs : .neighbours), options)
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
