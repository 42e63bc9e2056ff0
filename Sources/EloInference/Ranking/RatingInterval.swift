import Battles
import EloNumerics

/// A rating's interval and standard error, on the rating scale.
struct RatingInterval: Sendable {
  let lower: Double
  let upper: Double
  let standardError: Double

  /// The interval of `model` by the estimate's method; a provisional model's comes from the model's
  /// own covariance whatever the method, and holds by itself.
  ///
  /// - Parameter joint: of the intervals that hold together; `nil` for one that holds by itself.
  /// - Throws: `EstimateError.noAcceleratedInterval`, `.tooFewReplicatesCorrected`, and
  ///   `.fit(.notConverged)` from a profile.
  init(
    _ estimate: Estimate, _ model: Int, level: Double, joint: SimultaneousRatings? = nil
  ) throws(EstimateError) {
    let isProvisional = estimate.isProvisional[model]
    let joint = isProvisional ? nil : joint
    let width =
      joint.map { $0.width(estimate, model) }
      ?? estimate.reference(model).quantile(1 - (1 - level) / 2)
    let rating = estimate.rating(model)
    let points = estimate.scale.pointsPerLogOdds
    let standardError = estimate.ratingStandardError(model)
    if estimate.interval.isBootstrap, !isProvisional, let replicates = estimate.replicates {
      let values = replicates.values(ofModel: model, spreadBy: estimate.priorPull(on: model))
      let levels = try Self.quantiles(
        estimate, model, values,
        level: Self.quantileLevel(estimate, width, single: joint == nil ? level : nil))
      let ascending = values.sorted()
      let low = estimate.scale.rating(ofLogStrength: quantile(ofAscending: ascending, levels.0))
      let high = estimate.scale.rating(ofLogStrength: quantile(ofAscending: ascending, levels.1))
      let isBasic = estimate.interval == .basic
      lower = isBasic ? 2 * rating - high : low
      upper = isBasic ? 2 * rating - low : high
      self.standardError = points * Replicates.standardDeviation(values)
    } else {
      if case .published(let scores) = estimate.origin, scores.level == level, joint == nil {
        (lower, upper) = (scores.lower[model], scores.upper[model])
      } else if case .profile(let profile) = estimate.correction, !isProvisional {
        do throws(FitError) {
          let ends = try profile.ends(model, width: width)
          (lower, upper) = (rating + points * ends.lower, rating + points * ends.upper)
        } catch {
          throw .fit(error, estimate.roster)
        }
      } else {
        (lower, upper) = (rating - width * standardError, rating + width * standardError)
      }
      self.standardError = standardError
    }
  }

  /// The coverage of the quantiles that intervals `width` standard errors wide go by.
  ///
  /// Resamples of few clusters vary less than clusters do, and know nothing of how roughly that is known:
  /// quantiles lie farther out, as Student's t with √(G/(G − 1)) for G clusters does (the expanded
  /// percentile interval of Hesterberg, The American Statistician 69 (2015) 371).
  ///
  /// - Parameter single: the level of an interval that holds by itself; where battles are independent, it
  ///   is the coverage.
  private static func quantileLevel(
    _ estimate: Estimate, _ width: Double, single: Double?
  ) -> Double {
    let number = estimate.clusters.map { Double($0.count) }
    if number == nil, let single { return single }
    let expansion = number.map { ($0 / ($0 - 1)).squareRoot() } ?? 1
    return 1 - 2 * NormalDistribution.upperTail(width * expansion)
  }

  /// The levels of the replicates' quantiles that are the ends.
  private static func quantiles(
    _ estimate: Estimate, _ model: Int, _ replicates: [Double], level: Double
  ) throws(EstimateError) -> (Double, Double) {
    let levels = try corrected(estimate, model, replicates, level: level)
    // Beyond the outermost replicate there is nothing to interpolate to.
    let tail = min(levels.0, 1 - levels.1)
    guard tail * Double(replicates.count + 1) >= 1 || estimate.holdsFixed(model) else {
      throw .tooFewReplicatesCorrected(
        estimate.roster.names[model], replicates.count,
        needed: tail > 1e-12 ? Int((1 / tail).rounded(.up)) : nil)
    }
    return levels
  }

  /// The same before it is asked whether there are replicates enough.
  private static func corrected(
    _ estimate: Estimate, _ model: Int, _ replicates: [Double], level: Double
  ) throws(EstimateError) -> (Double, Double) {
    let plain = ((1 - level) / 2, 1 - (1 - level) / 2)
    guard case .accelerations(let accelerations) = estimate.correction else { return plain }
    // The replicates of a model that the gauge holds fixed are its rating, up to rounding.
    if estimate.holdsFixed(model) { return plain }
    guard
      let levels = BCaLevels(
        replicates: replicates, estimate: estimate.logStrength[model],
        acceleration: accelerations[model], level: level)
    else { throw .noAcceleratedInterval(estimate.roster.names[model]) }
    return (levels.lower, levels.upper)
  }
}

extension Estimate {
  /// Whether the gauge is that this model has a fixed rating.
  fileprivate func holdsFixed(_ model: Int) -> Bool {
    guard case .battles(let record) = origin, case .anchored(let anchor, _) = record.summary.gauge
    else { return false }
    return anchor == model
  }
}
