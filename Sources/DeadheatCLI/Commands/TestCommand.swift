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
    Example("deadheat test battles.csv", "Each model against the next one down the board"),
    Example("deadheat test battles.csv --all-pairs --format csv", "Every pair, as CSV"),
    Example(
      "deadheat test battles.csv new old --require better",
      "Exit with 1 unless new is shown to be better than old"),
    Example(
      "deadheat test battles.csv new old --equivalent 10",
      "Are they shown to be within 10 points of each other?"),
  ]

  var file: FilePath = ""
  var models: [String] = []
  var moreFiles: [FilePath] = []
  var isAllPairs = false
  var equivalenceMargin: Double?
  var requirement: TestRequirement?
  var input = InputOptions()
  var model = ModelOptions()
  var statistics = StatisticsOptions()
  var output = OutputOptions()

  package static let parameters: [Parameter<TestCommand>] =
    [
      .argument(
        "FILE", \.file, completion: .file,
        help: "Battles or a board, as CSV, JSON or a pasted table; '-' is standard input."),
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
    + ModelOptions.parametersWithoutIntervals.lifted(through: \.model)
    + StatisticsOptions.parameters.lifted(through: \.statistics)
    + OutputOptions.parameters.lifted(through: \.output)

  package init() {}

  package func validate() throws(UsageError) {
    try input.validate()
    try statistics.validate(cluster: input.cluster)
    try fittedModel.validate(level: statistics.level, cluster: input.cluster)
    try model.validateWithoutIntervals(statistics.adjustment)
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

  /// Nothing is resampled for intervals that are not shown.
  var fittedModel: ModelOptions { model.withoutIntervals() }

  package func run(_ console: inout Console) throws -> ExitCode {
    try output.checkPath(apartFrom: [file] + moreFiles)
    var stopwatch = Stopwatch(isOn: output.isVerbose)
    let loaded = try load(&stopwatch, console)
    let comparison = try compare(loaded)
    stopwatch.finished("compare", console)
    loaded.tellWarnings(output, console)
    let report = TestReport(
      comparison: comparison, roster: loaded.estimate.roster, scale: loaded.estimate.scale,
      source: loaded.estimate.source, report: loaded.report, warnings: loaded.estimate.warnings)
    try output.write(&console) { report.rendered(as: $0, style: $1) }
    guard let requirement else { return .success }
    let unmet = comparison.findings.filter { !requirement.isMet(by: $0) }
    if let first = unmet.first, !output.isQuiet {
      let names = loaded.estimate.roster.names
      let what = requirement.unmet(names[first.a], names[first.b])
      let others = unmet.count - 1
      let more = others == 0 ? "" : ", nor are \(others) more \(others == 1 ? "pair" : "pairs")"
      let note = "--require \(requirement.rawValue) is not met: \(what)\(more)"
      console.note("deadheat: \(PlainText.of(note))\n")
    }
    return unmet.isEmpty ? .success : .negative
  }

  /// Reads the files. A first word that is no file is often a model whose file was forgotten.
  private func load(_ stopwatch: inout Stopwatch, _ console: Console) throws -> LoadedEstimate {
    if models.count == 1 {
      guard InputFile.isThere(file) else { throw noFile }
      throw UsageError.conflict("one model was named; name two or more, or none for neighbours")
    }
    do {
      return try LoadedEstimate.reading(
        [file] + moreFiles, input, fittedModel, statistics, output, &stopwatch, console)
    } catch IngestError.noSuchFile(file: let name) where name == file.input.name && !models.isEmpty
    {
      throw noFile
    }
  }

  private var noFile: IngestError {
    .unreadable(
      file: file.input.name, what: "this was taken as FILE, and there is no such file",
      remedy: "name the file first and then the models: deadheat test FILE A B")
  }

  private func compare(_ loaded: LoadedEstimate) throws -> ComparisonReport {
    let selection: PairSelection =
      !models.isEmpty ? .named(models) : isAllPairs ? .allPairs : .neighbours
    var options = statistics.testOptions()
    options.equivalenceMargin = equivalenceMargin
    do throws(EstimateError) {
      return try loaded.estimate.comparison(selection, options)
    } catch {
      if case .unknownModel(let name, _) = error,
        let setAside = model.setAsideError(name, loaded.report)
      {
        throw setAside
      }
      throw error
    }
  }
}
