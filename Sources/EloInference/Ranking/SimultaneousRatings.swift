import Battles
import EloNumerics
import KernelTypes
import Threads

/// How far the intervals of all ranked models' ratings must extend to hold together.
///
/// The largest studentised error of any rating has the quantile that they extend to, over draws from N(0,
/// V): the single-step max-T of Hothorn, Bretz and Westfall (Biometrical Journal 50 (2008) 346), on ratings
/// in the gauge and not on differences. Where clusters are worth too few for a joint distribution it is
/// Bonferroni's, of each rating's own Student's t.
struct SimultaneousRatings: Sendable {
  /// How many standard errors normal ones extend.
  private let value: Double

  /// How many standard errors those of `model` extend.
  func width(_ estimate: Estimate, _ model: Int) -> Double {
    estimate.reference(model).value(ofNormal: value)
  }

  /// How many standard errors the widest of `models` extend.
  func width(_ estimate: Estimate, _ models: [Int]) -> Double {
    models.map { width(estimate, $0) }.max() ?? value
  }

  /// For the ranked models, at least one.
  ///
  /// - Throws: `EstimateError.tooFewReplicatesTogether` where the bootstrap's
  ///   quantiles at the single level would be its outermost replicates.
  /// - Complexity: O(draws·K²).
  init(_ estimate: Estimate, _ options: TestOptions) throws(EstimateError) {
    let models = estimate.establishedByRating.sorted()
    value = Self.criticalValue(estimate, models, options)
    guard estimate.interval.isBootstrap, let replicates = estimate.replicates else { return }
    let needed = Int((1 / NormalDistribution.upperTail(value)).rounded(.up))
    guard replicates.count >= needed else {
      throw .tooFewReplicatesTogether(replicates.count, needed: needed)
    }
  }

  private static func criticalValue(
    _ estimate: Estimate, _ models: [Int], _ options: TestOptions
  ) -> Double {
    if case .independent(let variance) = estimate.covariance {
      // Šidák's value is exact for independent ratings. One without an error never misses.
      let count = max(1, models.count { variance[$0] > 0 })
      let single = LibM.exp(LibM.log(options.level) / Double(count))
      return NormalDistribution.quantile((1 + single) / 2)
    }
    guard estimate.hasJointDistribution(of: models) else {
      return NormalDistribution.quantile(1 - (1 - options.level) / 2 / Double(models.count))
    }
    let draws = GaussianDraws(
      estimate.covariance, models: estimate.drawnWithGauge(models),
      count: ReferenceDraws.gaussianCount, seed: options.seed, kernels: estimate.kernels)
    let errors = RatingErrors(estimate, models, estimate.drawnWithGauge(models))
    let blocks = draws.count / 16
    let workers = max(1, min(options.threads, blocks))
    let parts = inParallel(over: workers, threads: workers) { worker in
      errors.maxima(draws, blocks: blocks * worker / workers..<blocks * (worker + 1) / workers)
    }
    // As many of the draws as the level leaves out are larger.
    let rank = max(1, Int((1 - options.level) * Double(draws.count + 1) + 1e-9))
    return Double(largest(rank, of: parts.flatMap { $0 }))
  }
}

extension Estimate {
  /// `models` and those that the gauge is fixed by, ascending.
  fileprivate func drawnWithGauge(_ models: [Int]) -> [Int] {
    guard case .battles(let record) = origin,
      case .anchored(let anchor, _) = record.summary.gauge, !models.contains(anchor)
    else { return models }
    return (models + [anchor]).sorted()
  }
}

/// Draws of models' errors as errors of ratings: less what the gauge takes from all of them.
private struct RatingErrors: Sendable {
  /// The weights of the gauge, an entry a drawn model.
  private let weights: [Float]
  /// The places of the models asked about among those drawn, each with one over its standard error.
  private let places: [(place: Int, precision: Float)]

  init(_ estimate: Estimate, _ models: [Int], _ drawn: [Int]) {
    var weights = [Double](repeating: 0, count: estimate.logStrength.count)
    if case .battles(let record) = estimate.origin {
      weights = record.summary.gauge.weights(
        isEstablished: estimate.isProvisional.map { !$0 },
        battles: weights.indices.map { record.battles($0) })
    }
    self.weights = drawn.map { Float(weights[$0]) }
    places = drawn.indices.filter { models.contains(drawn[$0]) }.map { place in
      let error = estimate.covariance.variance(drawn[place]).squareRoot()
      // A rating that the gauge holds fixed has no error, and is never the one farthest out.
      let isHeld = weights[drawn[place]] == 1
      return (place, error > 0 && !isHeld ? Float(1 / error) : 0)
    }
  }

  /// The largest studentised error of each draw in some blocks.
  func maxima(_ source: GaussianDraws, blocks: Range<Int>) -> [Float] {
    var normals = [DrawLanes](repeating: .zero, count: weights.count)
    var draws = normals
    var maxima: [Float] = []
    for block in blocks {
      source.draw(block: block, &normals, into: &draws)
      var centre = DrawLanes.zero
      for (place, weight) in weights.enumerated() { centre += draws[place] * weight }
      var largest = DrawLanes.zero
      for (place, precision) in places {
        let error = (draws[place] - centre) * precision
        largest = pointwiseMax(largest, pointwiseMax(error, -error))
      }
      for lane in 0..<16 { maxima.append(largest[lane]) }
    }
    return maxima
  }
}
