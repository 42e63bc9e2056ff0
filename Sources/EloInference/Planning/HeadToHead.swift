import EloNumerics

/// A match of two models that is to show which of them is better.
///
/// On the scale of scores: the mean score of n battles has the variance (p(1 − p) − τ/4)/n for an
/// expected score p and a share τ of ties, and must be told from ½.
public struct HeadToHead: Sendable, Equatable {
  /// The score that the better model is expected to make, from ½ to 1.
  public let expectedScore: Double
  /// The share of ties, at most 2(1 − p): more would leave the better model fewer points than it
  /// is expected to make.
  public let tieRate: Double

  /// A match of models that are `gap` apart, in natural log-odds.
  ///
  /// - Parameter tieRate: from 0 to 1; where the gap leaves no room for so many ties, there are as
  ///   many as it leaves room for.
  public init(gap: Double, tieRate: Double) {
    precondition((0...1).contains(tieRate), "a tie rate is from 0 to 1")
    let score = 1 / (1 + LibM.exp(-gap.magnitude))
    expectedScore = score
    self.tieRate = min(tieRate, 2 * (1 - score))
  }

  /// The battles after which the gap exceeds `reach` standard errors of the score, counted up.
  ///
  /// - Parameter reach: the critical value of the test plus the normal quantile of its power.
  /// - Returns: 1 or more; `nil` for no gap, and for more battles than can be counted exactly (2⁵³).
  public func battles(reach: Double) -> Int? {
    let lead = expectedScore - 0.5
    let variance = expectedScore * (1 - expectedScore) - tieRate / 4
    let battles = reach * reach * variance / (lead * lead)
    guard battles <= 0x1p53 else { return nil }
    return max(1, Int(battles.rounded(.up)))
  }
}
