/// What a plan is made for.
public struct PlanOptions: Sendable, Equatable {
  /// The gap to be found, in points of the rating scale; `nil` for the one that the data estimate.
  public var gap: Double?
  /// The probability of finding it where it is real.
  public var power = TestOptions.detectionPower
  /// The share of ties to expect; `nil` for the share in the data, or none for a board.
  public var tieRate: Double?
  /// How the pairs of the board are compared.
  public var test = TestOptions()

  /// The estimated gaps with power 0.8, compared as `test` compares them.
  public init() {}
}
