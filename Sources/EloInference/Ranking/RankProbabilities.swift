import EloNumerics
import KernelTypes

/// How often each model would come out at each rank if ratings were drawn again about these
/// estimates, with their covariance.
///
/// It describes the noise in the ranking, not where models truly stand: an estimate carries noise
/// already, to which the draws add as much again. As probabilities of true ranks the numbers are
/// those of a Bayesian who knew nothing of any model before (a flat prior and a normal likelihood),
/// and models that lie close together look more certain of their order than rank ranges find them.
public struct RankProbabilities: Sendable, Equatable {
  /// The established models' ids, from the highest rating down.
  public let models: [Int]
  /// The number of draws behind the shares.
  public let draws: Int
  /// The seed of the draws.
  public let seed: UInt64
  private let counts: [Int]

  /// - Parameter counts: how often the model at each place came out at each rank, row by row.
  init(models: [Int], draws: Int, seed: UInt64, counts: [Int]) {
    precondition(counts.count == models.count * models.count)
    self.models = models
    self.draws = draws
    self.seed = seed
    self.counts = counts
  }

  /// The share of draws in which the model at `place`, from 0 down the board, came out at `rank`,
  /// from 1.
  public subscript(place place: Int, rank rank: Int) -> Double {
    Double(counts[place * models.count + rank - 1]) / Double(draws)
  }

  /// The share of draws in which the model at `place` came out at `rank`, which is one of those that there
  /// are, or further down.
  public subscript(place place: Int, ranksFrom rank: Int) -> Double {
    (rank...models.count).reduce(0) { $0 + self[place: place, rank: $1] }
  }
}

extension Estimate {
  /// The probability of each rank for each established model, by draws from N(0, V) about the
  /// estimates.
  ///
  /// A share errs by √(p(1 − p)/20,000), at most 0.0036.
  ///
  /// - Throws: `EstimateError.fit(.tooManyModels)`, `.tooFewClusters`.
  /// - Complexity: O(draws·K²) for K models to draw them; O(threads·K²) memory.
  public func rankProbabilities(_ options: TestOptions = TestOptions()) throws(EstimateError)
    -> RankProbabilities
  {
    let order = establishedByRating
    try checkSize(order)
    try checkClusters(order.count)
    guard order.count > 1 else {
      // Who is alone is first in all draws.
      let count = ReferenceDraws.gaussianCount
      return RankProbabilities(
        models: order, draws: count, seed: options.seed, counts: order.map { _ in count })
    }
    let draws = ReferenceDraws(
      gaussian: self, models: order, seed: options.seed, threads: options.threads)
    let logStrength = order.map { Float(self.logStrength[$0] - self.logStrength[order[0]]) }
    let tallies = draws.tallied {
      RankTally(logStrength)
    } adding: { tally, block, lanes in
      tally.add(block, lanes)
    }
    var counts = [Int](repeating: 0, count: order.count * order.count)
    for tally in tallies {
      for index in counts.indices { counts[index] += Int(tally.counts[index]) }
    }
    return RankProbabilities(
      models: order, draws: draws.count, seed: options.seed, counts: counts)
  }
}

/// How often one worker saw each model at each rank.
private struct RankTally: Sendable {
  /// One entry a model and rank, row by row.
  private(set) var counts: [Int32]
  private let logStrength: [Float]
  /// A model's place below its value, so that numbers sort from the best model down.
  private var keys: [UInt64]

  init(_ logStrength: [Float]) {
    self.logStrength = logStrength
    counts = [Int32](repeating: 0, count: logStrength.count * logStrength.count)
    keys = [UInt64](repeating: 0, count: logStrength.count)
  }

  /// Counts the ranks in the first `lanes` draws of a block.
  mutating func add(_ draws: [DrawLanes], _ lanes: Int) {
    for lane in 0..<lanes {
      for place in keys.indices {
        let bits = (logStrength[place] + draws[place][lane]).bitPattern
        // Bits that ascend as values descend: those of negative numbers do; of the others all but
        // the sign are turned over.
        let descending = bits >> 31 == 1 ? bits : ~bits & 0x7FFF_FFFF
        keys[place] = UInt64(descending) << 32 | UInt64(place)
      }
      keys.sort()
      for (rank, key) in keys.enumerated() {
        counts[Int(key & 0xFFFF_FFFF) * keys.count + rank] += 1
      }
    }
  }
}
