public import Battles

extension ClaimedLevel {
  /// What intervals of a level claim.
  public init(_ level: Level) {
    self.init(
      level: level.value, quantile: NormalDistribution.quantile(1 - level.errorRate / 2))
  }
}
