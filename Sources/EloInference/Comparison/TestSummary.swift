/// How models were compared.
public struct TestSummary: Sendable, Equatable {
  /// The adjustment for the number of pairs.
  public let adjustment: Adjustment
  /// Why it is Holm's where step-down maxima were asked for; `nil` where it is what was asked for.
  public let replacement: JointReplacement?
  /// The comparisons that hold together.
  public let family: TestFamily
  /// The level, such as 0.95: one minus the error rate that the adjustment controls.
  public let level: Double
  /// How many standard errors a difference must exceed in the first step, for the pair with the fewest
  /// degrees of freedom; `nil` where the adjustment has no single value.
  public let criticalValue: Double?
  /// The number of pairs in the family.
  public let pairs: Int
  /// The degrees of freedom of Student's t, which p-values and intervals are by where battles came in
  /// clusters, of the pair that has the fewest; `nil` for the normal distribution.
  public let degreesOfFreedom: Double?

  /// A summary.
  init(
    adjustment: Adjustment, family: TestFamily, level: Double, criticalValue: Double?, pairs: Int,
    degreesOfFreedom: Double? = nil, replacement: JointReplacement? = nil
  ) {
    self.adjustment = adjustment
    self.replacement = replacement
    self.family = family
    self.level = level
    self.criticalValue = criticalValue
    self.pairs = pairs
    self.degreesOfFreedom = degreesOfFreedom
  }
}

/// Which pairs are tested together.
public enum TestFamily: String, Sendable, Equatable {
  /// All pairs of established models.
  case all
  /// One model against the others, for each model in turn.
  case one
  /// The pairs that were asked for.
  case asked
  /// One model that was asked for against each of the others.
  case against
}
