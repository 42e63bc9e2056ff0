package import CommandLineKit
import EloInference
import Reporting

/// `deadheat rank`: battles or a board in, a leaderboard out.
package struct RankCommand: Command {
  package static let name = "rank"
  package static let summary = "Rate models: intervals, rank ranges and who is tied for first."
  package static let examples = [
    Example("deadheat rank battles.csv", "The leaderboard of a file of battles"),
    Example("deadheat rank board.csv --where date=2026-04-30", "A published board, one day of it"),
    Example(
      "deadheat rank battles.csv --cluster judge", "Verdicts of one judge are not independent"),
    Example(
      "deadheat rank battles.csv --format csv --output ratings.csv", "An interval table as CSV"),
    Example("deadheat rank battles.csv --best 5", "Which models can be among the best five"),
    Example("zcat battles.csv.gz | deadheat rank - --top 20", "From a pipe, the first twenty rows"),
  ]

  var files: [FilePath] = []
  var input = InputOptions()
  var model = ModelOptions()
  var statistics = StatisticsOptions()
  var rankFamily = RankFamily.all
  var intervals = IntervalFamily.single
  var best: Int?
  var top: Int?
  var show = RankViewChoice.ratings
  var output = OutputOptions()
  package var given = GivenParameters()

  package static let parameters: [Parameter<RankCommand>] =
    [
      .arguments(
        "FILE", \.files,
        help:
          "Battles or a board, as CSV, JSON or a pasted table; '-' is standard input. Several files are one "
          + "data set."
      ).unless("file").brief("Battles or a board; - is standard input")
    ] + InputOptions.parameters.lifted(through: \.input)
    + ModelOptions.parameters.lifted(through: \.model)
    + StatisticsOptions.parameters.lifted(through: \.statistics)
    + [
      .option(
        "rank-family", \.rankFamily, "WHICH", section: "Statistics",
        help: "Rank ranges that hold for all models together, or for one model at a time."),
      .option(
        "intervals", \.intervals, "WHICH", section: "Statistics",
        help: "Intervals that hold for one rating at a time, or for all ranked models at once, "
          + "which are wider, and by --ci sandwich where no other is given."),
      .option(
        "best", \.best, "K", section: "Statistics", values: .from(1...CountBounds.models),
        help: "Say which models can be among the best K."),
      .option(
        "show", \.show, "WHAT", section: "Output",
        help: "The ratings; these with letters and detectable gaps; with what battles came to; the "
          + "probability of each rank; or of each model to be above each other one."
      ).brief("ratings, details, record, ranks or superiority"),
      .option(
        "top", \.top, "N", default: "all", section: "Output", values: .from(1...CountBounds.models),
        help: "Show the first N rows of the table."
      ).brief("Show the first N rows of the table"),
    ] + OutputOptions.parameters.lifted(through: \.output)

  package init() {}

  private var allFiles: [FilePath] { files + input.moreFiles }

  package func validate() throws(UsageError) {
    try input.validate()
    try output.validate()
    try statistics.validate(cluster: input.cluster)
    try fittedModel.validate(level: statistics.level, cluster: input.cluster)
    let method = fittedModel.intervalMethod
    if model.resamples != nil, !method.isBootstrap, statistics.adjustment != .bootstrapMaxT {
      let reason =
        model.interval != nil
        ? "--ci \(method.rawValue) takes none"
        : "with --cluster and --intervals simultaneous intervals are by --ci sandwich, which takes none"
      throw .conflict(
        "--resamples has no effect: \(reason); leave it out, or add --ci percentile")
    }
    if rankFamily == .one, [.benjaminiHochberg, .none].contains(statistics.adjustment) {
      throw .conflict(
        "--rank-family one takes --adjust max-t, bootstrap-max-t or holm, under which a whole range "
          + "holds; with --adjust \(statistics.adjustment.rawValue) leave it out")
    }
  }

  /// Quantiles far out in the tails take more resamples than there usually are: intervals that hold
  /// together, and those of clusters, which go by Student's t, are by the sandwich unless something else
  /// is asked for.
  private var fittedModel: ModelOptions {
    var model = model
    if intervals == .simultaneous || input.cluster != nil { model.usualInterval = .sandwich }
    return model
  }

  package func run(_ console: inout Console) throws -> ExitCode {
    try output.checkPath(apartFrom: allFiles)
    var stopwatch = Stopwatch(isOn: output.isVerbose)
    let loaded = try LoadedEstimate.reading(
      allFiles, input, fittedModel, statistics, output, given, &stopwatch, console)
    var options = statistics.testOptions(rankFamily: rankFamily)
    options.intervals = intervals
    options.bestSize = best
    let leaderboard = try loaded.estimate.leaderboard(options)
    let view = try show.view(of: loaded.estimate, options)
    stopwatch.finished("compare", console)
    loaded.tellWarnings(output, console)
    let report = RankReport(
      leaderboard: leaderboard, read: loaded.report, provisionalBelow: model.provisionalBelow,
      top: top, view: view)
    try output.write(&console) { report.rendered(as: $0, style: $1) }
    stopwatch.finished("write", console)
    return .success
  }
}
