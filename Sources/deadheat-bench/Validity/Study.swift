import Battles
import EloInference
import EloNumerics
import KernelTypes
import Threads

/// How much is simulated and with what.
struct Study: Sendable {
  /// Data sets where each is fitted and compared once.
  let dataSets: Int
  /// Data sets where each is also resampled.
  let resampledSets: Int
  /// Boards, whose hundreds of models take a while to compare.
  let boardSets: Int
  /// The bootstrap's replicates.
  let resamples: Int
  /// The seed of all data sets.
  let seed: UInt64
  /// The most threads to use.
  let threads: Int
  /// The inner loops.
  let kernels: KernelTable
  /// A published board whose scores are taken as the truth of further rows; `nil` for none.
  var board: PublishedScores?

  /// The seed of the data set at `index` of the case with this name: cases share no data.
  func seed(_ name: String, _ index: Int) -> UInt64 {
    // The FNV-1a hash of the name (Fowler, Noll and Vo), short of its top bit.
    let hash = name.utf8.reduce(0xCBF2_9CE4_8422_2325 as UInt64) {
      ($0 ^ UInt64($1)) &* 0x100_0000_01B3
    }
    return RandomStream(seed: seed, purpose: .testing, index: Int(hash >> 1), attempt: index).low
  }

  /// What `work` makes of data sets 0 ..< `count`, in order, on all threads.
  ///
  /// Results do not depend on how the data sets are divided.
  private func results<Result: Sendable>(
    _ count: Int, _ work: @Sendable (Int) -> Result
  ) -> [Result] {
    // More pieces than threads, as some take longer.
    let pieces = threads == 1 ? 1 : max(1, min(16 * threads, count))
    return inParallel(over: pieces, threads: threads) { piece in
      (piece * count / pieces..<(piece + 1) * count / pieces).map(work)
    }.flatMap(\.self)
  }

  /// Rows for several shares of each of `count` data sets.
  ///
  /// - Parameters:
  ///   - name: the case; its data sets are those of no other.
  ///   - work: gives the shares of a data set, from its seed, one for each column; `nil` where it could
  ///     not be used. Where the battles have no finite fit it throws.
  func rows(
    _ name: String, _ columns: [(name: String, promise: Promise)], dataSets count: Int,
    _ work: @Sendable (UInt64) throws(EstimateError) -> [Double?]
  ) -> [ValidityRow] {
    let lists = results(count) { index -> [Double?] in
      do throws(EstimateError) {
        return try work(seed(name, index))
      } catch {
        return []
      }
    }
    return columns.enumerated().map { place, column in
      ValidityRow(column.name, column.promise, lists.map { $0.isEmpty ? nil : $0[place] })
    }
  }

  /// What `work` makes; `nil` where it throws.
  func attempt(_ work: () throws(EstimateError) -> Double?) -> Double? {
    do throws(EstimateError) { return try work() } catch { return nil }
  }

  /// One row for a single share of each data set.
  func row(
    _ name: String, _ promise: Promise, dataSets count: Int? = nil,
    _ work: @Sendable (UInt64) throws(EstimateError) -> Double?
  ) -> [ValidityRow] {
    rows(name, [(name, promise)], dataSets: count ?? dataSets) { seed throws(EstimateError) in
      [try work(seed)]
    }
  }

  /// An estimate; with the sandwich covariance and no resampling unless `interval` says otherwise.
  func estimate(
    _ cells: Cells, _ interval: IntervalMethod = .sandwich, needsReplicates: Bool = false,
    prior: Double = 0
  ) throws(EstimateError) -> Estimate {
    var options = EstimateOptions()
    options.fit.prior = prior
    options.interval = interval
    options.needsReplicates = needsReplicates
    options.bootstrap = BootstrapOptions(resamples: resamples, seed: seed, threads: 1)
    return try Estimate(battles: cells, options: options, kernels: kernels)
  }

  /// Test options of a data set; threads are used for data sets and not within them.
  func testOptions(_ adjustment: Adjustment) -> TestOptions {
    var options = TestOptions()
    options.adjustment = adjustment
    options.seed = seed
    return options
  }
}
