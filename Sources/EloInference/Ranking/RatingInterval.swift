import Battles
import EloNumerics

/// A rating's interval and standard error, on the rating scale.
struct RatingInterval: Sendable {
  let lower: Double
  let upper: Double
  let standardError: Double

  /// The interval of `model` by `method`; a provisional model's comes from the model's own
  /// covariance whatever the method.
  init(_ estimate: Estimate, _ model: Int, _ method: IntervalMethod, level: Double) {
    let rating = estimate.rating(model)
    let normal = NormalDistribution.quantile(1 - (1 - level) / 2)
    let standardError = estimate.ratingStandardError(model)
    switch method {
    case .percentile where !estimate.isProvisional[model],
      .basic where !estimate.isProvisional[model]:
      guard let replicates = estimate.replicates else { fallthrough }
      let ascending = replicates.values(ofModel: model).sorted()
      let low = estimate.scale.rating(
        ofLogStrength: quantile(ofAscending: ascending, (1 - level) / 2))
      let high = estimate.scale.rating(
        ofLogStrength: quantile(ofAscending: ascending, 1 - (1 - level) / 2))
      lower = method == .percentile ? low : 2 * rating - high
      upper = method == .percentile ? high : 2 * rating - low
      self.standardError =
        estimate.scale.pointsPerLogOdds * replicates.standardDeviation(ofModel: model)
    case .percentile, .basic, .sandwich, .wald, .published:
      if case .published(let scores) = estimate.origin, scores.level == level {
        (lower, upper) = (scores.lower[model], scores.upper[model])
      } else {
        (lower, upper) = (rating - normal * standardError, rating + normal * standardError)
      }
      self.standardError = standardError
    }
  }
}
