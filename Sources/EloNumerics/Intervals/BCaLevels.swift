/// Which quantiles of bootstrap replicates are the ends of a bias-corrected and accelerated interval
/// (Efron, Journal of the American Statistical Association 82 (1987) 171).
public struct BCaLevels: Sendable, Equatable {
  /// The level of the quantile that is the lower end.
  public let lower: Double
  /// The level of the quantile that is the upper end.
  public let upper: Double

  /// The levels for an interval of coverage `level` about `estimate`.
  ///
  /// `nil` where all replicates lie on one side of the estimate, so that there is no finite correction,
  /// and where the acceleration is so large that the correction turns round.
  ///
  /// - Parameters:
  ///   - replicates: of the same quantity as `estimate`, at least one; a replicate that equals it counts
  ///     half on either side.
  ///   - acceleration: of `Fit.accelerations(centredBy:)`.
  public init?(
    replicates: [Double], estimate: Double, acceleration: Double, level: Double
  ) {
    let below = replicates.reduce(0.0) {
      $0 + ($1 < estimate ? 1 : $1 == estimate ? 0.5 : 0)
    }
    let share = below / Double(replicates.count)
    guard share > 0, share < 1 else { return nil }
    let bias = NormalDistribution.quantile(share)
    func corrected(_ p: Double) -> Double? {
      let shifted = bias + NormalDistribution.quantile(p)
      let scale = 1 - acceleration * shifted
      guard scale > 0 else { return nil }
      return 1 - NormalDistribution.upperTail(bias + shifted / scale)
    }
    guard let lower = corrected((1 - level) / 2), let upper = corrected(1 - (1 - level) / 2) else {
      return nil
    }
    self.lower = lower
    self.upper = upper
  }
}
