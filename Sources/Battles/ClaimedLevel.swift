/// The coverage that a board's intervals claim, with half their width in standard errors.
///
/// The two belong together: `EloNumerics` makes one from a level.
public struct ClaimedLevel: Sendable, Equatable {
  /// The coverage, such as 0.95.
  public let level: Double
  /// The standard normal quantile at (1 + `level`) / 2.
  package let quantile: Double

  /// A level with its quantile.
  package init(level: Double, quantile: Double) {
    self.level = level
    self.quantile = quantile
  }

  /// 95%, which boards usually claim: what `EloNumerics` makes of it.
  public static let usual = ClaimedLevel(level: 0.95, quantile: 1.9599639845400536)
}
