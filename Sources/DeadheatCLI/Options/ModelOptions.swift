import Battles
import CommandLineKit
import EloInference
import EloNumerics

/// How battles become ratings with intervals: shared by the commands that fit.
///
/// What is `nil` was not given; a board takes none of the options that need battles.
struct ModelOptions: Sendable {
  var excluded: [String] = []
  var ties: TieRule?
  var bothBad: BothBadRule?
  var prior: Double?
  var component: BattleSelection.ComponentRule?
  var provisional: Int?
  var minimumBattles: Int?
  var centre: CentreChoice?
  var anchor: AnchorArgument?
  var scale: Double?
  var base: Double?
  var origin: Double?
  var interval: IntervalChoice?
  /// What `--ci` is where it is not given.
  var usualInterval = IntervalChoice.percentile
  var resamples: Typed<Int>?
  /// Whether what is asked shows no intervals of ratings, so that none need be resampled.
  var showsNoIntervals = false

  static let parameters: [Parameter<ModelOptions>] =
    modelParameters
    + [
      .option(
        "ci", \.interval, "METHOD",
        default: "percentile; sandwich with --cluster and --intervals simultaneous",
        help: "How the intervals of ratings are made: by the bootstrap's quantiles, as they are, "
          + "reflected, or corrected (bca); by a formula (sandwich, wald); or by how fast the fit gets "
          + "worse (profile)."
      ).needs(.battles, .rankedModels),
      .option(
        "resamples", \.resamples, "B", default: "1000", help: "Bootstrap resamples."
      ).needs(.battles, .rankedModels),
    ].section("Statistics")

  /// The same for a command that shows no intervals of ratings.
  static let parametersWithoutIntervals: [Parameter<ModelOptions>] =
    modelParameters
    + [
      .option(
        "ci", \.interval, "METHOD", default: "sandwich",
        help: "How standard errors are made: as the battles scatter (sandwich), or as the model "
          + "has it, too wide where there are ties (wald). The others are of intervals of ratings."
      ).needs(.battles, .rankedModels),
      .option(
        "resamples", \.resamples, "B", default: "1000",
        help: "Bootstrap resamples of --adjust bootstrap-max-t."
      ).needs(.battles, .rankedModels),
    ].section("Statistics")

  /// For commands that only read.
  static let ofReading: [Parameter<ModelOptions>] = [exclude].section("Input")

  private static let exclude: Parameter<ModelOptions> = .options(
    "exclude", \.excluded, "MODEL", help: "Leave out MODEL and all its battles."
  ).needs(.data).brief("Leave out MODEL and all its battles")

  /// Beyond this nothing is rated any more, and numbers lose their digits.
  private static let limit = 1e9

  private static let modelParameters: [Parameter<ModelOptions>] =
    [
      exclude,
      .option(
        "ties", \.ties, "RULE", default: "half",
        help:
          "Count a tie as half a win for each side, or drop ties, so that scores and gaps are those "
          + "of decided battles."
      ).needs(.battles),
      .option(
        "both-bad", \.bothBad, "RULE", default: "tie",
        help: "Count \"both are bad\" as a tie, or drop it."
      ).needs(.battles),
      .option(
        "min-battles", \.minimumBattles, "N", default: "0",
        values: .from(0...CountBounds.battles),
        help: "Drop models with fewer battles, until all that are left have N."
      ).needs(.battles),
      .option(
        "provisional", \.provisional, "N", default: "30",
        values: .from(0...CountBounds.battles),
        help:
          "Show models with fewer battles below the table, unranked. Those that too few battles "
          + "link to the others stay there whatever N is, also 0."
      ).needs(.battles),
      .option(
        "component", \.component, "MODEL", default: "all",
        help:
          "Where the models fall into groups that cannot be compared: stop, keep the group with "
          + "the most battles, or the one that holds MODEL."
      ).needs(.battles),
      .option(
        "prior", \.prior, "W", default: "0",
        values: ValueRule("0, or from 0.001 to 1000000 battles") {
          $0 == 0 || (0.001...1e6).contains($0)
        },
        help: "Give each model W virtual battles, half won, against an average opponent. It pulls "
          + "ratings together; intervals are widened by the pull, and a warning tells a large one."
      ).needs(.battles),
      .option(
        "center", \.centre, "WHAT", default: "models",
        help: "Give the mean of the models, or of the battles' models, the origin as rating."
      ).needs(.battles),
      .option(
        "anchor", \.anchor, "MODEL=RATING",
        values: ValueRule("a rating from -1e9 to 1e9") { $0.rating.magnitude <= limit },
        help: "Give MODEL this rating instead of centring."
      ).needs(.battles).brief("Give MODEL this rating instead of the mean 1000"),
      .option(
        "scale", \.scale, "POINTS", default: EloScale.standard.scale.argumentText,
        values: ValueRule("from 0.000001 to 1e9") { (1e-6...limit).contains($0) },
        help: "Points for odds of BASE to 1."
      ).needs(.elo),
      .option(
        "base", \.base, "BASE", default: EloScale.standard.base.argumentText,
        values: ValueRule("from 1.000001 to 1e9") { (1.000001...limit).contains($0) },
        help: "Odds that SCALE points stand for."
      ).needs(.elo),
      .option(
        "origin", \.origin, "RATING", default: EloScale.standard.origin.argumentText,
        values: ValueRule("from -1e9 to 1e9") { $0.magnitude <= limit },
        help: "The rating at the centre."
      ).needs(.battles),
    ].section("Model")

  /// Checks the options, those of intervals at `level`.
  ///
  /// - Parameter cluster: the column of clusters, where one was given.
  func validate(level: Double, cluster: String? = nil) throws(UsageError) {
    let least = Self.leastResamples(level)
    if let resamples, !(least...CountBounds.resamples).contains(resamples.value) {
      let reason = "so that resamples lie beyond both ends of the interval"
      throw .invalidValue(
        resamples.text, option: "--resamples",
        expected: resamples.value > CountBounds.resamples
          ? "from \(least) to \(CountBounds.resamples)" : "at least \(least), \(reason)")
    }
    if intervalMethod.isBootstrap, !showsNoIntervals, resampleCount < least {
      throw .conflict(
        "the usual \(resampleCount) resamples are too few for this --level, which takes at least \(least), "
          + "so that resamples lie beyond both ends of the interval; add --resamples \(least)")
    }
    if anchor != nil, centre != nil {
      throw .conflict("--anchor and --center both fix the scale; give one of them")
    }
    if anchor != nil, origin != nil {
      throw .conflict(
        "--anchor fixes the level of all ratings, so that --origin has no effect; give one of them")
    }
    if ties == .drop, bothBad == .tie {
      throw .conflict(
        "--ties drop leaves out verdicts that both are bad, too, so that --both-bad tie has no effect; "
          + "leave it out")
    }
    if cluster != nil, intervalMethod == .wald {
      throw .conflict(
        "--ci wald takes all battles as independent, and --cluster says that they are not; use --ci "
          + "sandwich")
    }
  }

  /// How many resamples lie beyond both ends of an interval, at least one each.
  private static func leastResamples(_ level: Double) -> Int {
    Int((2 / (1 - level) - 1e-9).rounded(.up))
  }

  /// Refuses what has an effect on intervals of ratings only, for a command that shows none.
  func validateWithoutIntervals(_ adjustment: Adjustment) throws(UsageError) {
    if let interval, interval != .sandwich, interval != .wald {
      throw .conflict(
        "--ci \(interval.rawValue) shapes the intervals of ratings, which this command does not show; "
          + "leave it out, or use --ci sandwich or --ci wald, which change standard errors")
    }
    if resamples != nil, adjustment != .bootstrapMaxT {
      throw .conflict(
        "--resamples shapes the intervals of ratings, which this command does not show; leave it out, "
          + "or add --adjust bootstrap-max-t, which compares models by resamples")
    }
  }

  /// The scale of the ratings.
  var eloScale: EloScale {
    let standard = EloScale.standard
    return EloScale(
      scale: scale ?? standard.scale, base: base ?? standard.base,
      origin: origin ?? standard.origin)
  }

  /// Which battles enter.
  var selection: BattleSelection {
    var selection = BattleSelection()
    selection.excludedModels = excluded
    selection.bothBad = bothBad ?? .tie
    selection.ties = ties ?? .half
    selection.minimumBattles = minimumBattles ?? 0
    selection.component = component ?? .all
    return selection
  }

  /// What makes a finite fit of battles that the selection left, and that have none.
  func waysOut(of cells: Cells) -> [WayOut] {
    selection.waysOut(
      of: cells, anchor: anchor?.name, provisionalBelow: provisionalBelow)
  }

  /// Below how many battles a model is provisional.
  var provisionalBelow: Int { provisional ?? EstimateOptions().provisionalBelow }

  /// How often battles are resampled, where they are.
  var resampleCount: Int { resamples?.value ?? 1000 }

  /// How the intervals of ratings are made.
  var intervalMethod: IntervalMethod { (interval ?? usualInterval).method }

  /// The same for a command that shows no intervals of ratings.
  func withoutIntervals() -> ModelOptions {
    var options = self
    options.showsNoIntervals = true
    return options
  }

  /// How the battles that enter become an estimate.
  func estimateOptions(_ statistics: StatisticsOptions, cluster: String? = nil) -> EstimateOptions {
    var options = EstimateOptions()
    options.fit = FitOptions(prior: prior ?? 0)
    options.centre = centre == .battles ? .battles : .models
    if let anchor {
      options.centre = .anchor(name: anchor.name, rating: anchor.rating)
    }
    options.interval = showsNoIntervals && intervalMethod != .wald ? .sandwich : intervalMethod
    options.bootstrap = BootstrapOptions(
      resamples: resampleCount, seed: statistics.seed, threads: statistics.threadCount)
    options.needsReplicates = statistics.adjustment == .bootstrapMaxT
    options.provisionalBelow = provisionalBelow
    if let cluster { options.clusterName = cluster }
    options.scale = eloScale
    return options
  }

  /// The same for `models` models with `cells` different battles, once these have been read: with no
  /// more threads than memory has room for.
  ///
  /// - Throws: where the resamples themselves do not fit in memory.
  func fittingOptions(
    _ statistics: StatisticsOptions, cluster: String?, models: Int, cells: Int
  ) throws(UsageError) -> EstimateOptions {
    var options = estimateOptions(statistics, cluster: cluster)
    guard options.interval.isBootstrap || options.needsReplicates else { return options }
    let alternatives =
      (options.interval.isBootstrap ? ["--ci sandwich"] : [])
      + (options.needsReplicates ? ["--adjust max-t"] : [])
    let memory = ResamplingMemory(
      resamples: options.bootstrap.resamples, models: models, pairs: cells)
    let limit = Memory.limit
    try memory.require(
      limit: limit, least: Self.leastResamples(statistics.level),
      alternative: alternatives.joined(separator: " "))
    options.bootstrap.threads = memory.threads(options.bootstrap.threads, limit: limit)
    return options
  }
}
