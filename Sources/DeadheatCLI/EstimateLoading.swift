import Battles
import CommandLineKit
import EloInference
import EloNumerics
import Ingest
import KernelDispatch
import Reporting

/// An estimate with the report on what it was read from.
struct LoadedEstimate {
  let estimate: Estimate
  private(set) var report: ReadReport
  /// The models that are left out and stand in no row.
  let unknownExclusions: UnknownExclusions

  /// Where the ratings came from, for a report.
  var provenance: Provenance { Provenance(report, estimate) }

  /// Reads files, battles or a board, and makes an estimate of them.
  static func reading(
    _ files: [FilePath], _ input: InputOptions, _ model: ModelOptions,
    _ statistics: StatisticsOptions, _ output: OutputOptions, _ given: GivenParameters,
    _ stopwatch: inout Stopwatch, _ console: Console
  ) throws -> LoadedEstimate {
    let progress = ProgressLine(console, isQuiet: output.isQuiet)
    defer { progress.clear() }
    var readOptions = try input.readOptions(threads: statistics.threadCount)
    readOptions.watchedNames = model.excluded
    readOptions.games = input.allowsClusters ? .cluster : .warn
    let result = try readDataset(
      files.map(\.input), options: readOptions, progress: { progress.report("reading", $0) })
    stopwatch.finished("read", console)
    var loaded = try of(
      result, input, model, statistics, output, given, &stopwatch, console)
    // A warning that nobody sees is not worth its time.
    if input.allowsClusters, !output.isQuiet || output.chosenFormat == .json,
      !result.report.repeatedColumns.isEmpty
    {
      let clusters = UnnamedClusters(
        files: files, options: readOptions, model: model, statistics: statistics)
      if let warning = clusters.warning(result.report) { loaded.report.warnings.append(warning) }
      stopwatch.finished("clusters", console)
    }
    return loaded
  }

  /// The same of the files of a subject, no word of which may be a model as well.
  static func reading(
    _ subject: Subject, _ input: InputOptions, _ model: ModelOptions,
    _ statistics: StatisticsOptions, _ output: OutputOptions, _ given: GivenParameters,
    _ stopwatch: inout Stopwatch, _ console: Console
  ) throws -> LoadedEstimate {
    do {
      let loaded = try reading(
        subject.files, input, model, statistics, output, given, &stopwatch, console)
      try subject.requireClear(loaded.estimate.roster)
      return loaded
    } catch IngestError.noSuchFile(file: let name)
      where name == subject.files.first?.input.name && !subject.models.isEmpty
    {
      throw IngestError.unreadable(
        file: name, what: "this was taken as FILE, and there is no such file",
        remedy: "name the file first and then the models: deadheat test FILE A B")
    } catch {
      throw subject.explained(error)
    }
  }

  /// Makes an estimate of what was read; where there is none, what reading had to warn of is told all the
  /// same.
  ///
  /// - Parameter knowsExclusions: whether models that are left out must be there; otherwise whoever loads
  ///   looks whether they are anywhere.
  static func of(
    _ result: ReadResult, _ input: InputOptions, _ model: ModelOptions,
    _ statistics: StatisticsOptions, _ output: OutputOptions, _ given: GivenParameters,
    _ stopwatch: inout Stopwatch, _ console: Console, knowsExclusions: Bool = true
  ) throws -> LoadedEstimate {
    do {
      return try LoadedEstimate(
        result, input, model, statistics, output, given, &stopwatch, console, knowsExclusions)
    } catch {
      if !output.isQuiet { WarningNotes(result.report.warnings).tell(console) }
      throw error
    }
  }

  /// Makes an estimate of what was read.
  private init(
    _ result: ReadResult, _ input: InputOptions, _ model: ModelOptions,
    _ statistics: StatisticsOptions, _ output: OutputOptions, _ given: GivenParameters,
    _ stopwatch: inout Stopwatch, _ console: Console, _ knowsExclusions: Bool
  ) throws {
    let progress = ProgressLine(console, isQuiet: output.isQuiet)
    defer { progress.clear() }
    var report = result.report
    try given.requireEffect(on: result.dataset)
    unknownExclusions = UnknownExclusions(result)
    if knowsExclusions, let error = unknownExclusions.error { throw error }
    switch result.dataset {
    case .battles(let cells):
      let selected = SelectedBattles(model.selection, of: cells)
      let kept = selected.cells
      report.setAside += selected.setAside
      try Self.requireGroup(kept, of: cells, model, report)
      let cluster = input.cluster ?? Self.cluster(of: cells, report)
      var model = model
      if cluster != nil, input.cluster == nil {
        // What is asked for must suit clusters that nobody asked for.
        model.usualInterval = .sandwich
        try statistics.validate(cluster: cluster)
        try model.validate(level: statistics.level, cluster: cluster)
      }
      let options = try model.fittingOptions(
        statistics, cluster: cluster, models: kept.roster.count, cells: kept.cellCount)
      estimate = try Self.estimate(
        selected, model, options, statistics
      ) { progress.report("resampling", $0) }
      stopwatch.finished("fit", console)
      report.warnings += given.unusedWarnings(of: estimate)
    case .board(let scores):
      try given.refuseFitOptions()
      try given.refuseScale(of: scores)
      let kept = scores.excluding(model.excluded)
      let lost = scores.roster.count - kept.roster.count
      if lost > 0 { report.setAside.append(SetAside(.excluded, count: lost)) }
      guard kept.roster.count > 0 else {
        throw EstimateError.nothingLeft([SetAside(.excluded, count: lost)], [])
      }
      estimate = Estimate(
        board: kept, scale: model.eloScale, kernels: statistics.kernels.table)
    }
    self.report = report
  }

  /// The column of clusters that battles came with although none was asked for.
  private static func cluster(of cells: Cells, _ report: ReadReport) -> String? {
    guard cells.cluster != nil else { return nil }
    return report.reading.columns.first { $0.role == "cluster" }?.heading
  }

  /// Tells the warnings of reading, of estimating, and `more` that came up since.
  func tellWarnings(_ output: OutputOptions, _ console: Console, and more: [Warning] = []) {
    guard !output.isQuiet else { return }
    WarningNotes(provenance.allWarnings + more).tell(console)
  }

  /// The estimate of what was selected, with the ways out where there is no finite fit.
  private static func estimate(
    _ selected: SelectedBattles, _ model: ModelOptions, _ options: EstimateOptions,
    _ statistics: StatisticsOptions, progress: @escaping ProgressHandler
  ) throws -> Estimate {
    do {
      return try Estimate(
        selected, options: options, kernels: statistics.kernels.table, progress: progress)
    } catch EstimateError.fit(.separated(let separation), let roster) {
      throw EstimateError.separated(separation, roster, model.waysOut(of: selected.cells))
    }
  }

  /// Sees that something is left, and the model that `--component` names.
  private static func requireGroup(
    _ kept: Cells, of cells: Cells, _ model: ModelOptions, _ report: ReadReport
  ) throws {
    if case .holding(let name) = model.component, kept.roster.id(of: name) == nil {
      guard cells.roster.id(of: name) != nil else {
        throw EstimateError.unknownModel(name, known: cells.roster)
      }
      // Alone in its group it leaves no battle, which is told below.
      if kept.cellCount > 0, let error = model.setAsideError(name, report) { throw error }
    }
    guard kept.cellCount == 0 else { return }
    var whole = model
    whole.component = nil
    let all = whole.selection.applied(to: cells).cells
    let ways = model.component == nil || all.cellCount == 0 ? [] : whole.waysOut(of: all)
    throw EstimateError.nothingLeft(report.setAside, ways)
  }
}
