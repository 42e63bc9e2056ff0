import KernelTypes

/// A procedure whose promise is held against simulated data with known truth.
///
/// A further procedure is a file with a conforming type, and a place in `ValidityProcedures.all`.
protocol ValidityProcedure: Sendable {
  /// What is promised, in a line.
  var title: String { get }
  /// Simulates and tells what was achieved, a row for each case.
  func rows(_ study: Study) throws -> [ValidityRow]
}

/// The procedures, in the order in which they are studied.
enum ValidityProcedures {
  static let all: [any ValidityProcedure] = [
    IntervalCoverage(), StragglerCoverage(), FamilywiseError(), FalseDiscovery(),
    RankRangeCoverage(),
    TiedForFirstCoverage(),
  ]
}

/// How much is simulated and with what.
struct Study: Sendable {
  /// Data sets where each is fitted and compared once.
  let dataSets: Int
  /// Data sets where each is also resampled.
  let resampledSets: Int
  /// The bootstrap's replicates.
  let resamples: Int
  /// The seed of all data sets.
  let seed: UInt64
  /// The most threads to use.
  let threads: Int
  /// The inner loops.
  let kernels: KernelTable

  /// The seed of the data set at `index` of the case with this `number`: cases share no data.
  func seed(_ number: Int, _ index: Int) -> UInt64 {
    RandomStream(seed: seed, purpose: .testing, index: number, attempt: index).low
  }
}
