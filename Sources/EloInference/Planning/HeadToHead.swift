import EloNumerics

/// A match of two models that is to show which of them is better.
///
/// The mean score of n battles has the variance (p(1 − p) − τ/4)/n for an expected score p and a share
/// τ of ties. It must be told from ½: by p − ½ on the scale of scores, which is how plans are usually
/// made, and by ln(p/(1 − p))·p(1 − p) on the scale of ratings, on which models are compared here. Up to a
/// tenth of log-odds (17 Elo) both take the same number of battles within 0.4%. Beyond, the scale of
/// scores promises too much: at 400 Elo four battles, after which no result separates two models, and
/// on the scale of ratings 18, with a power of 0.80 by enumeration of all results. Larger gaps are
/// planned for as if they were those 2.4 of log-odds (417 Elo) that take the fewest battles: errors of
/// ratings grow faster than gaps from there on, though nobody would ask for more battles.
public struct HeadToHead: Sendable, Equatable {
  /// The score that the better model is expected to make, from ½ to 1.
  public let expectedScore: Double
  /// The share of ties, at most 2(1 − p): more would leave the better model fewer points than it
  /// is expected to make.
  public let tieRate: Double
  /// How far apart the two are, in natural log-odds, not negative.
  private let gap: Double
  private let wantedTieRate: Double

  /// A match of models that are `gap` apart, in natural log-odds.
  ///
  /// - Parameters:
  ///   - gap: in natural log-odds, of either sign.
  ///   - tieRate: from 0 to 1; where the gap leaves no room for so many ties, there are as many as it
  ///     leaves room for.
  public init(gap: Double, tieRate: Double) {
    precondition((0...1).contains(tieRate), "a tie rate is from 0 to 1")
    let score = 1 / (1 + LibM.exp(-gap.magnitude))
    expectedScore = score
    self.gap = gap.magnitude
    wantedTieRate = tieRate
    self.tieRate = min(tieRate, 2 * (1 - score))
  }

  /// The largest gap that is planned for on the scale of scores, in natural log-odds.
  private static let smallGap = 0.1
  /// Whether the two are so far apart that their match often ends without a single loss: that shows who is
  /// better, and gives no finite rating.
  public var isLopsided: Bool { gap > Self.easiestGap }

  /// The gap at which θ²·p(1 − p) is largest: θ·tanh(θ/2) = 2.
  private static let easiestGap = 2.3993572805154675

  /// The battles after which the gap exceeds `reach` standard errors, counted up.
  ///
  /// - Parameter reach: the critical value of the test plus the normal quantile of its power.
  /// - Returns: 1 or more; `nil` for no gap, and for more battles than can be counted exactly (2⁵³).
  public func battles(reach: Double) -> Int? {
    let gap = min(gap, Self.easiestGap)
    let ratio = LibM.expm1(-gap)
    // p(1 − p), and p − ½ without cancellation.
    let information = (1 + ratio) / ((2 + ratio) * (2 + ratio))
    let lead = gap <= Self.smallGap ? -0.5 * ratio / (2 + ratio) : gap * information
    // As many of the ties asked for as that gap leaves room for.
    let variance = information - min(wantedTieRate, 2 * (1 + ratio) / (2 + ratio)) / 4
    let battles = reach * reach * variance / (lead * lead)
    guard battles <= 0x1p53 else { return nil }
    return max(1, Int(battles.rounded(.up)))
  }
}
