/// How models are compared.
public struct TestOptions: Sendable, Equatable {
  /// The adjustment for the number of pairs.
  public var adjustment = Adjustment.maxT
  /// One minus the error rate that the adjustment controls.
  public var level = 0.95
  /// Which comparisons a rank range answers for together.
  public var rankFamily = RankFamily.all
  /// Which ratings' intervals hold together.
  public var intervals = IntervalFamily.single
  /// How many best models are asked for, at least 1; `nil` where that is not asked.
  public var bestSize: Int?
  /// The largest gap, on the Elo scale, that counts as none, finite and above 0; `nil` where
  /// equivalence is not tested.
  public var equivalenceMargin: Double?
  /// The seed of the draws.
  public var seed: UInt64 = 0
  /// The most threads that work at a time.
  public var threads = 1

  /// The defaults: step-down max-T over all pairs at 95%.
  public init() {}

  /// The power that a detectable gap is stated for.
  public static let detectionPower = 0.8
}
