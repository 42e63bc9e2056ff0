import EloNumerics
import KernelTypes

/// Draws of all models' errors, which say how large a studentised difference chance makes.
///
/// They are common to everything that is asked of one estimate: draws from N(0, V), or bootstrap
/// replicates less the estimate.
struct ReferenceDraws: Sendable {
  /// Blocks of sixteen draws, each as long as `models`.
  private let blocks: [[DrawLanes]]
  /// The number of draws; the last block may be partly filled.
  let count: Int
  /// The place of each roster id among the drawn models.
  private let place: [Int: Int32]
  private let threads: Int
  private let kernels: KernelTable

  /// The number of draws from N(0, V).
  static let gaussianCount = 20_000

  /// Draws from N(0, V) for `models`.
  init(gaussian estimate: Estimate, models: [Int], seed: UInt64, threads: Int) {
    let draws = GaussianDraws(
      estimate.covariance, models: models, count: Self.gaussianCount, seed: seed,
      threads: threads, kernels: estimate.kernels)
    self.init(draws.blocks, draws.count, models, threads, estimate.kernels)
  }

  /// The replicates of `models`, less the estimates.
  init(replicates: Replicates, _ estimate: Estimate, models: [Int], threads: Int) {
    let blocks = stride(from: 0, to: replicates.count, by: 16).map { start in
      models.map { model in
        var lanes = DrawLanes.zero
        for lane in 0..<min(16, replicates.count - start) {
          let value = replicates.values[(start + lane) * replicates.modelCount + model]
          lanes[lane] = Float(value - estimate.logStrength[model])
        }
        return lanes
      }
    }
    self.init(blocks, replicates.count, models, threads, estimate.kernels)
  }

  private init(
    _ blocks: [[DrawLanes]], _ count: Int, _ models: [Int], _ threads: Int, _ kernels: KernelTable
  ) {
    self.blocks = blocks
    self.count = count
    place = Dictionary(uniqueKeysWithValues: zip(models, 0...))
    self.threads = threads
    self.kernels = kernels
  }

  /// The k-th largest of as many maxima as there are draws, where k/(draws + 1) is the error rate
  /// that the level leaves; infinite where there are too few draws for one.
  func criticalValue(_ maxima: [Float], level: Double) -> Double {
    let rank = Int((1 - level) * Double(count + 1) + 1e-9)
    guard rank >= 1 else { return .infinity }
    return Double(maxima.sorted(by: >)[rank - 1])
  }

  /// Step-down maxima of |difference|/standard error over `statistics`, which ascend by |z|.
  ///
  /// - Returns: for each statistic the draws in which the largest of it and the ones before it
  ///   reached |z|, and for each draw the largest of all.
  func stepDown(_ statistics: [Statistic]) -> (reached: [Int], maxima: [Float]) {
    let pairs = statistics.map(studentised)
    let parts = inBlocks { blocks in
      var reached = [Int](repeating: 0, count: pairs.count)
      var maxima: [Float] = []
      var counts = [SIMD16<Int32>](repeating: .zero, count: pairs.count)
      for block in blocks {
        let lanes = min(16, self.count - block * 16)
        if lanes < 16 { Self.flush(&counts, into: &reached, lanes: 16) }
        let draws = self.blocks[block]
        var span = counts.mutableSpan
        let largest = kernels.stepDownCounts(pairs.span, draws.span, &span)
        maxima += (0..<lanes).map { largest[$0] }
        if lanes < 16 { Self.flush(&counts, into: &reached, lanes: lanes) }
      }
      Self.flush(&counts, into: &reached, lanes: 16)
      return (reached, maxima)
    }
    var reached = [Int](repeating: 0, count: pairs.count)
    for part in parts {
      for index in reached.indices { reached[index] += part.0[index] }
    }
    return (reached, parts.flatMap(\.1))
  }

  private static func flush(
    _ counts: inout [SIMD16<Int32>], into reached: inout [Int], lanes: Int
  ) {
    for index in counts.indices {
      for lane in 0..<lanes { reached[index] += Int(counts[index][lane]) }
      counts[index] = .zero
    }
  }

  /// For each draw the largest (other − model)/standard error over `statistics`, whose b is the
  /// model.
  func largestLead(_ statistics: [Statistic]) -> [Float] {
    let pairs = statistics.map(studentised)
    let parts = inBlocks { blocks in
      blocks.flatMap { block in
        let draws = self.blocks[block]
        let largest = kernels.largestDifference(pairs.span, draws.span)
        return (0..<min(16, self.count - block * 16)).map { largest[$0] }
      }
    }
    return parts.flatMap { $0 }
  }

  private func studentised(_ statistic: Statistic) -> StudentisedPair {
    StudentisedPair(
      first: place[statistic.a, default: 0], second: place[statistic.b, default: 0],
      precision: statistic.standardError > 0 ? Float(1 / statistic.standardError) : 0,
      observed: Float(statistic.z.magnitude))
  }

  private func inBlocks<Result: Sendable>(_ work: @Sendable (Range<Int>) -> Result) -> [Result] {
    let workers = max(1, min(threads, blocks.count))
    return inParallel(workers) { worker in
      work(blocks.count * worker / workers..<blocks.count * (worker + 1) / workers)
    }
  }
}
