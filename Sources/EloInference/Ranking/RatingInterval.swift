import Battles
import EloNumerics

/// A rating's interval and standard error, on the rating scale.
struct RatingInterval: Sendable {
  let lower: Double
  let upper: Double
  let standardError: Double

  /// The interval of `model` by the estimate's method; a provisional model's comes from the model's
  /// own covariance whatever the method.
  init(_ estimate: Estimate, _ model: Int, level: Double) {
    let rating = estimate.rating(model)
    let normal = NormalDistribution.quantile(1 - (1 - level) / 2)
    let standardError = estimate.ratingStandardError(model)
    if estimate.interval.isBootstrap, !estimate.isProvisional[model],
      let replicates = estimate.replicates
    {
      let ascending = replicates.values(ofModel: model).sorted()
      let low = estimate.scale.rating(
        ofLogStrength: quantile(ofAscending: ascending, (1 - level) / 2))
      let high = estimate.scale.rating(
        ofLogStrength: quantile(ofAscending: ascending, 1 - (1 - level) / 2))
      let isBasic = estimate.interval == .basic
      lower = isBasic ? 2 * rating - high : low
      upper = isBasic ? 2 * rating - low : high
      self.standardError =
        estimate.scale.pointsPerLogOdds * replicates.standardDeviation(ofModel: model)
    } else {
      if case .published(let scores) = estimate.origin, scores.level == level {
        (lower, upper) = (scores.lower[model], scores.upper[model])
      } else {
        (lower, upper) = (rating - normal * standardError, rating + normal * standardError)
      }
      self.standardError = standardError
    }
  }
}
