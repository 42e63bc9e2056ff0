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
  ///   - replicates: of the same quantity as `estimate`, at least one; a replicate that equals it but for
  ///     what a fit leaves open, a millionth of their spread, counts half on either side.
  ///   - estimate: the estimate.
  ///   - acceleration: of `Fit.accelerations()`.
  ///   - level: the coverage.
  public init?(
    replicates: [Double], estimate: Double, acceleration: Double, level: Double
  ) {
    let count = Double(replicates.count)
    let mean = replicates.reduce(0, +) / count
    let spread = (replicates.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / count).squareRoot()
    let below = replicates.reduce(0.0) {
      let lead = $1 - estimate
      return $0 + (lead.magnitude <= 1e-6 * spread ? 0.5 : lead < 0 ? 1 : 0)
    }
    let share = below / count
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
