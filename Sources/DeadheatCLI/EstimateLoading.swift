import Battles
import CommandLineKit
import EloInference
import Ingest
import KernelDispatch

/// An estimate with the report on what it was read from.
struct LoadedEstimate {
  let estimate: Estimate
  let report: ReadReport

  /// Reads files, battles or a board, and makes an estimate of them.
  init(
    _ files: [String], _ input: InputOptions, _ model: ModelOptions,
    _ statistics: StatisticsOptions, _ output: OutputOptions, _ stopwatch: inout Stopwatch,
    _ console: Console
  ) throws {
    let progress = ProgressLine(console, isQuiet: output.isQuiet)
    defer { progress.clear() }
    let result = try readDataset(
      files, options: input.readOptions(threads: statistics.threadCount),
      progress: { progress.report("reading", $0) })
    var report = result.report
    stopwatch.finished("read", console)
    try input.requireEffect(on: result.dataset)
    switch result.dataset {
    case .battles(let cells):
      report.warnings += Self.unknownExclusions(model.excluded, cells.roster)
      let (kept, setAside) = model.selection.applied(to: cells)
      report.setAside += setAside
      guard kept.cellCount > 0 else { throw EstimateError.nothingLeft(setAside) }
      var options = model.estimateOptions(statistics, cluster: input.cluster)
      options.dropped = model.selection.dropped(of: cells, keeping: kept)
      estimate = try Estimate(
        battles: kept, options: options,
        kernels: statistics.kernels.table,
        progress: { progress.report("resampling", $0) })
      stopwatch.finished("fit", console)
    case .board(let scores):
      try Self.refuseBattleOptions(input, model, statistics)
      report.warnings += Self.unknownExclusions(model.excluded, scores.roster)
      let kept = scores.excluding(model.excluded)
      let lost = scores.roster.count - kept.roster.count
      if lost > 0 { report.setAside.append(SetAside(.excluded, count: lost)) }
      guard kept.roster.count > 0 else {
        throw EstimateError.nothingLeft([SetAside(.excluded, count: lost)])
      }
      estimate = Estimate(
        board: kept, scale: model.eloScale, kernels: statistics.kernels.table)
    }
    self.report = report
  }

  /// Tells the warnings of reading and of estimating.
  func tellWarnings(_ output: OutputOptions, _ console: Console) {
    guard !output.isQuiet else { return }
    for warning in report.warnings + estimate.warnings {
      console.note("deadheat: warning: \(PlainText.of(warning.text))\n")
    }
  }

  private static func refuseBattleOptions(
    _ input: InputOptions, _ model: ModelOptions, _ statistics: StatisticsOptions
  ) throws(UsageError) {
    var given = model.battleOnlyGiven
    if input.cluster != nil { given.append("--cluster") }
    if statistics.adjustment == .bootstrapMaxT { given.append("--adjust bootstrap-max-t") }
    guard let first = given.first else { return }
    throw .conflict(
      "\(first) needs battles, and this file is a published board of scores; leave out "
        + given.joined(separator: ", "))
  }

  private static func unknownExclusions(_ excluded: [String], _ roster: Roster) -> [Warning] {
    excluded.filter { roster.id(of: $0) == nil }.map { name in
      let message = UnknownName.message(name, roster)
      let end = message.hasSuffix("?") ? "" : "."
      return Warning(.noEffect, "--exclude has no effect: \(message)\(end)")
    }
  }
}
