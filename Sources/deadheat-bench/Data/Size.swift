import CommandLineKit

/// How much work the suites do.
enum Size: String, ArgumentValue, CaseIterable {
  /// A few seconds in all.
  case small
  /// Two million battles among 200 models.
  case medium
  /// Ten million battles among 300 models, and comparisons of up to a thousand.
  case large

  /// The work of this size.
  var workload: Workload {
    switch self {
    case .small:
      Workload(
        rows: 100_000, models: 50, cellBattles: 100_000, cellModels: 50, resamples: 1000,
        comparedModels: [53])
    case .medium:
      Workload(
        rows: 2_000_000, models: 200, cellBattles: 2_000_000, cellModels: 200, resamples: 1000,
        comparedModels: [53, 300])
    case .large:
      Workload(
        rows: 10_000_000, models: 300, cellBattles: 2_000_000, cellModels: 200, resamples: 1000,
        comparedModels: [53, 300, 1000])
    }
  }
}

/// What the suites work on.
struct Workload: Sendable {
  /// The rows of the battle log that is read.
  let rows: Int
  /// The models in it.
  let models: Int
  /// The battles that are fitted and resampled.
  let cellBattles: Int
  /// The models among which they are.
  let cellModels: Int
  /// The bootstrap's replicates.
  let resamples: Int
  /// Of how many models all pairs are compared.
  let comparedModels: [Int]
}
