public import Battles
public import EloNumerics

/// A leaderboard with what can be said of it.
public struct Leaderboard: Sendable {
  /// The models behind the ids.
  public let roster: Roster
  /// The scale of the ratings.
  public let scale: EloScale
  /// How the ratings came about.
  public let source: EstimateSource
  /// How the intervals were made.
  public let interval: IntervalSummary
  /// How the models were compared.
  public let test: TestSummary
  /// The established models from the highest rating down, then the provisional ones likewise.
  public let findings: [RankFinding]
  /// The ids of the models that may be the best: the ranked ones from the highest rating down, then those
  /// without a rank that are judged and not excluded.
  public let tiedForFirst: [Int]
  /// What is known of first place for the models that have no rank, and for models outside of the group
  /// that was fitted, of which `tiedForFirst` has no ids.
  public let unranked: [UnrankedModel]
  /// The models that can be among the best few; `nil` where that was not asked.
  public let best: BestModels?
  /// What the reader must know.
  public let warnings: [EstimateWarning]
}

extension Leaderboard {
  /// Whether a model's rating is the gauge and nothing else: that of the only ranked model, the mean of
  /// the ranked. Its interval and standard error say nothing.
  public func hasNothingToCompare(_ finding: RankFinding) -> Bool {
    guard !finding.isProvisional, case .battles(let fit) = source else { return false }
    if case .anchored = fit.gauge { return false }
    // Ranked models come first.
    return findings.prefix(2).count { !$0.isProvisional } == 1
  }
}
