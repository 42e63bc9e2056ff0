import Battles
package import CommandLineKit
import EloInference
import Ingest
import Reporting

/// `deadheat diff`: which moves between two snapshots are real.
package struct DiffCommand: Command {
  package static let name = "diff"
  package static let summary = "Tell which moves between two snapshots are real."
  package static let examples = [
    Example("deadheat diff april.csv may.csv", "Two files of battles, or two boards"),
    Example(
      "deadheat diff boards.csv --old date=2026-04-23 --new date=2026-04-30",
      "Two days of a board in one file"),
    Example(
      "deadheat diff battles.csv --old 'date<2026-04-24' --new 'date<2026-05-01'",
      "What a week of battles has added"),
  ]

  var files: [FilePath] = []
  var oldFilters: [String] = []
  var newFilters: [String] = []
  var overlap: Overlap?
  var top: Int?
  var isMovedOnly = false
  var input = InputOptions(allowsClusters: false)
  var model = ModelOptions()
  var statistics = StatisticsOptions()
  var output = OutputOptions()
  package var given = GivenParameters()

  package static let parameters: [Parameter<DiffCommand>] =
    [
      .arguments(
        "FILE", \.files,
        help:
          "The old and the new snapshot, battles or boards, as CSV, JSON or pasted tables; or one file with "
          + "both, told apart by --old and --new."
      ).brief("The old and the new one, or one file with both"),
      .options(
        "old", \.oldFilters, "CONDITION", section: "Question",
        help: "The rows of the old snapshot, as --where takes them."
      ).brief("The old snapshot's rows, such as date=2026-04-23"),
      .options(
        "new", \.newFilters, "CONDITION", section: "Question",
        help: "The rows of the new snapshot, as --where takes them."
      ).brief("The new snapshot's rows"),
      .option(
        "overlap", \.overlap, "HOW",
        default: "nested where the rows of one file say so, otherwise independent",
        section: "Question",
        help: "Whether the data of the old snapshot are among those of the new one, or the two "
          + "share nothing."
      ).brief("nested or independent"),
      .flag(
        "moved", \.isMovedOnly, section: "Output",
        help: "Show the models in the table whose rating really moved, and no others."
      ).brief("Show only the models that really moved"),
      .option(
        "top", \.top, "N", default: "all", section: "Output", values: .from(1...CountBounds.models),
        help: "Show the first N rows of the table."
      ).brief("Show the first N rows of the table"),
    ] + InputOptions.ofOneFile.lifted(through: \.input)
    + ModelOptions.parametersWithoutIntervals.lifted(through: \.model)
    + StatisticsOptions.parameters.lifted(through: \.statistics)
    + OutputOptions.parameters.lifted(through: \.output)

  package init() {}

  package func validate() throws(UsageError) {
    try input.validate(and: oldFilters + newFilters)
    try statistics.validate()
    try model.withoutIntervals().validate(level: statistics.level)
    try output.validate()
    if statistics.adjustment == .bootstrapMaxT {
      throw .conflict(
        "--adjust bootstrap-max-t needs resamples of both snapshots at once; leave it out")
    }
    try model.validateWithoutIntervals(statistics.adjustment)
    if model.interval == .wald {
      throw .conflict("diff compares by what battles scatter; leave out --ci wald")
    }
    switch files.count {
    case 1 where oldFilters.isEmpty || newFilters.isEmpty:
      throw .conflict(
        "one file holds both snapshots only with --old and --new, such as --old date=2026-04-23 "
          + "--new date=2026-04-30; or name two files")
    case 1 where files[0] == "-":
      throw .conflict("both snapshots are read from one file, which '-' gives once; name a file")
    case 2 where files[0] == "-" && files[1] == "-":
      throw .conflict(
        "'-' is standard input, which gives one snapshot only; name a file for the other one")
    case 1, 2: break
    default:
      throw .conflict(
        "diff takes two files, or one with --old and --new, and \(files.count) were named; leave out "
          + "the others")
    }
  }

  package func run(_ console: inout Console) throws -> ExitCode {
    try output.checkPath(apartFrom: files)
    var stopwatch = Stopwatch(isOn: output.isVerbose)
    let (old, new) = try load(&stopwatch, console)
    if let error = old.unknownExclusions.and(new.unknownExclusions).error { throw error }
    let (overlap, reason) = try overlap(old, new)
    let comparison = try new.estimate.changes(
      since: old.estimate, overlap: overlap, because: reason, statistics.testOptions())
    stopwatch.finished("compare", console)
    if !output.isQuiet { tellWarnings(old, new, comparison.warnings.map(Warning.init), console) }
    let report = DiffReport(
      comparison: comparison, old: old.provenance, new: new.provenance, top: top,
      isMovedOnly: isMovedOnly)
    try output.write(&console) { report.rendered(as: $0, style: $1) }
    return .success
  }

  private func conditions(_ texts: [String], _ option: String) throws(IngestError)
    -> [RowFilter]
  {
    var filters: [RowFilter] = []
    for text in texts { filters.append(try RowFilter(parsing: text, option: option)) }
    return filters
  }

  /// Reads both snapshots, in one way, and makes estimates of them.
  private func load(
    _ stopwatch: inout Stopwatch, _ console: Console
  ) throws -> (old: LoadedEstimate, new: LoadedEstimate) {
    var (before, after) = (input, input)
    before.moreFilters = try conditions(oldFilters, "--old")
    after.moreFilters = try conditions(newFilters, "--new")
    let progress = ProgressLine(console, isQuiet: output.isQuiet)
    defer { progress.clear() }
    func options(_ input: InputOptions) throws(IngestError) -> ReadOptions {
      var options = try input.readOptions(threads: statistics.threadCount)
      options.watchedNames = model.excluded
      options.games = .warn
      return options
    }
    let results = try readDatasets(
      [
        ([files[0].input], options(before)),
        ([files[files.count - 1].input], options(after)),
      ], progress: { progress.report("reading", $0) })
    stopwatch.finished("read", console)
    func estimate(_ result: ReadResult, _ stopwatch: inout Stopwatch) throws -> LoadedEstimate {
      try LoadedEstimate.of(
        result, input, model.withoutIntervals(), statistics, output, given, &stopwatch, console,
        knowsExclusions: false)
    }
    return (try estimate(results[0], &stopwatch), try estimate(results[1], &stopwatch))
  }

  /// How the snapshots hang together: as was asked for, or as their rows do where both are of one file of
  /// battles.
  private func overlap(_ old: LoadedEstimate, _ new: LoadedEstimate) throws(IngestError)
    -> (Overlap?, SnapshotComparison.OverlapReason)
  {
    guard overlap == nil, files.count == 1, case .battles = old.estimate.origin else {
      return (overlap, .asked)
    }
    var both = input
    both.moreFilters =
      try conditions(oldFilters, "--old") + conditions(newFilters, "--new")
    let rows = SnapshotRows(
      old: old.report, new: new.report,
      both: try SnapshotRows.kept(
        files.map(\.input), both.readOptions(threads: statistics.threadCount)))
    return (rows.overlap, rows.reason)
  }

  /// Tells each warning once: with the snapshot that it is about, where it is not about both.
  private func tellWarnings(
    _ old: LoadedEstimate, _ new: LoadedEstimate, _ common: [Warning], _ console: Console
  ) {
    let before = old.provenance.allWarnings
    let now = new.provenance.allWarnings
    var warnings = WarningNotes()
    for warning in before {
      warnings.add(warning, of: now.contains(warning) ? nil : "old snapshot")
    }
    for warning in now where !before.contains(warning) { warnings.add(warning, of: "new snapshot") }
    for warning in common { warnings.add(warning) }
    warnings.tell(console)
  }
}
