public import EloNumerics

/// How ratings are compared with another column.
public struct AgreementOptions: Sendable {
  /// How the models' rank ranges are made; its level is that of the intervals, and its seed that of
  /// all that is drawn.
  public var test = TestOptions()
  /// Which value of the other column has the first place.
  public var direction = MidRanks.Direction.descending
  /// How many permutations are drawn where they are too many to enumerate.
  public var permutations = 19_999
  /// How often the ratings are redrawn from their errors.
  public var redraws = 10_000

  /// The defaults: the largest value first, at 95%.
  public init() {}

  /// The fewest models of which an agreement can be told: with two, half of all orders agree fully.
  public static let leastModels = 3
}
