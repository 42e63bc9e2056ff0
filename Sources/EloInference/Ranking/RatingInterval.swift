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
  /// - Throws: `EstimateError.noAcceleratedInterval`, and `.fit(.notConverged)` from a profile.
  init(
    _ estimate: Estimate, _ model: Int, level: Double, joint: SimultaneousRatings? = nil
  ) throws(EstimateError) {
    let isProvisional = estimate.isProvisional[model]
    let joint = isProvisional ? nil : joint
    let width = joint?.width ?? estimate.reference.quantile(1 - (1 - level) / 2)
    let rating = estimate.rating(model)
    let points = estimate.scale.pointsPerLogOdds
    let standardError = estimate.ratingStandardError(model)
    if estimate.interval.isBootstrap, !isProvisional, let replicates = estimate.replicates {
      let values = replicates.values(ofModel: model)
      let levels = try Self.quantiles(
        estimate, model, values, level: joint?.singleLevel ?? level)
      let ascending = values.sorted()
      let low = estimate.scale.rating(ofLogStrength: quantile(ofAscending: ascending, levels.0))
      let high = estimate.scale.rating(ofLogStrength: quantile(ofAscending: ascending, levels.1))
      let isBasic = estimate.interval == .basic
      lower = isBasic ? 2 * rating - high : low
      upper = isBasic ? 2 * rating - low : high
      self.standardError = points * replicates.standardDeviation(ofModel: model)
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

  /// The levels of the replicates' quantiles that are the ends.
  private static func quantiles(
    _ estimate: Estimate, _ model: Int, _ replicates: [Double], level: Double
  ) throws(EstimateError) -> (Double, Double) {
    let plain = ((1 - level) / 2, 1 - (1 - level) / 2)
    guard case .accelerations(let accelerations) = estimate.correction else { return plain }
    // The replicates of a model that the gauge holds fixed are its rating, up to rounding.
    if case .battles(let record) = estimate.origin,
      case .anchored(model, _) = record.summary.gauge
    {
      return plain
    }
    guard
      let levels = BCaLevels(
        replicates: replicates, estimate: estimate.logStrength[model],
        acceleration: accelerations[model], level: level)
    else { throw .noAcceleratedInterval(estimate.roster.names[model]) }
    return (levels.lower, levels.upper)
  }
}
