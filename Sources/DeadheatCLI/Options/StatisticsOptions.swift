import CommandLineKit
import EloInference
import KernelDispatch

/// How models are compared: shared by the commands that compare.
struct StatisticsOptions: Sendable {
  var adjustment = Adjustment.maxT
  var level = 0.95
  var seed: UInt64 = 0
  var threads: Int?
  var kernels = KernelChoice.auto

  static let parameters: [Parameter<StatisticsOptions>] = [
    .option(
      "adjust", \.adjustment, "METHOD",
      help: "How p-values account for the number of pairs that are tested together; bh promises "
        + "nothing of ranks and rank ranges."
    ).needs(.data) { $0.adjustment != .maxT }
      .needs(.battles, as: "--adjust bootstrap-max-t") { $0.adjustment == .bootstrapMaxT },
    .option(
      "level", \.level, "LEVEL", values: .level,
      help: "The coverage of intervals and the level of tests: 0.95, or 95%."
    ).brief("Coverage and level of tests [default: 0.95]"),
    .option("seed", \.seed, "N", help: "The seed of all that is drawn."),
    threadsOption,
    .option(
      "kernels", \.kernels, "WHICH",
      help: "The fastest inner loops that the processor offers, or those that every processor "
        + "offers; the results are the same."),
  ].section("Statistics")

  /// For commands that only read.
  static let ofReading: [Parameter<StatisticsOptions>] = [threadsOption].section("Input")

  private static let threadsOption: Parameter<StatisticsOptions> = .option(
    "threads", \.threads, "N", default: "all cores", values: .from(1...CountBounds.threads),
    help: "Threads to use.")

  /// - Parameter cluster: the column of clusters, where one was given.
  func validate(cluster: String? = nil) throws(UsageError) {
    if cluster != nil, adjustment == .bootstrapMaxT {
      throw .conflict(
        "--adjust bootstrap-max-t knows nothing of how few clusters are; with --cluster use max-t, which "
          + "compares with Student's t")
    }
  }

  /// The threads to use.
  var threadCount: Int { threads ?? min(Processors.count, CountBounds.threads) }

  /// How models are compared.
  func testOptions(rankFamily: RankFamily = .all) -> TestOptions {
    var options = TestOptions()
    options.adjustment = adjustment
    options.level = level
    options.rankFamily = rankFamily
    options.seed = seed
    options.threads = threadCount
    return options
  }
}
