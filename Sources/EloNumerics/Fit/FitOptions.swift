/// How a Bradley–Terry model is fitted.
public struct FitOptions: Sendable, Equatable {
  /// Virtual battles of each model, half won and half lost, against an opponent of log-strength 0
  /// before centring; 0 for none.
  public var prior: Double
  /// The gradient's largest entry at which the fit has converged, in battles.
  public var gradientTolerance: Double
  /// The most Newton steps.
  public var iterationLimit: Int

  /// Options; the defaults are no prior and the exact maximum.
  public init(prior: Double = 0, gradientTolerance: Double = 1e-8, iterationLimit: Int = 1000) {
    self.prior = prior
    self.gradientTolerance = gradientTolerance
    self.iterationLimit = iterationLimit
  }

  /// The most models that are fitted with a dense covariance.
  public static let modelLimit = 4000

  /// The tolerance that sums over `battles` battles of one model can reach in double precision.
  ///
  /// 2⁻⁵⁰ of the sum: four units in its last place. It exceeds 1e-8 from ten million battles on.
  package func reachableTolerance(largestBattles: Int) -> Double {
    max(gradientTolerance, Double(largestBattles) * 0x1p-50)
  }
}
