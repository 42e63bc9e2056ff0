public import Battles
public import EloNumerics
import Kernels

extension Estimate {
  /// Takes log-strengths and their covariance as they are, from whatever fit.
  ///
  /// What needs battles cannot be asked of it; its intervals are normal.
  ///
  /// - Parameters:
  ///   - roster: the models.
  ///   - logStrength: natural log-odds by id of `roster`.
  ///   - covariance: of the log-strengths, in their gauge.
  ///   - scale: that of the ratings.
  /// - Precondition: there is a log-strength and a positive variance for each model.
  public init(
    roster: Roster, logStrength: [Double], covariance: Covariance, scale: EloScale = .standard
  ) {
    precondition(
      logStrength.count == roster.count && covariance.count == roster.count, "one entry a model")
    let points = scale.pointsPerLogOdds
    let rating = logStrength.map { scale.rating(ofLogStrength: $0) }
    let errors = logStrength.indices.map { points * covariance.variance($0).squareRoot() }
    precondition(errors.allSatisfy { $0 > 0 && $0.isFinite }, "a positive variance each")
    let level = 0.95
    let width = NormalDistribution.quantile(1 - (1 - level) / 2)
    self.init(
      scores: PublishedScores(
        roster: roster, rating: rating, standardError: errors,
        lower: zip(rating, errors).map { $0 - width * $1 },
        upper: zip(rating, errors).map { $0 + width * $1 }, votes: nil, level: level),
      logStrength: logStrength, covariance: covariance, scale: scale, kernels: .baseline)
  }
}
