import Battles

/// What a leaderboard comes to over its models.
extension Leaderboard {
  /// The models that have a rank, from the highest rating down.
  public var ranked: [RankFinding] { findings.filter { !$0.isProvisional } }

  /// The models that have none, likewise.
  public var provisional: [RankFinding] { findings.filter(\.isProvisional) }

  /// The names of all that may be the best: the models of `tiedForFirst`, then those outside of the group
  /// that was fitted.
  public var namesTiedForFirst: [String] {
    tiedForFirst.map { roster.names[$0] }
      + unranked.filter { $0.id == nil && $0.isTiedForFirst }.map(\.name)
  }

  /// The names of all that can be among the best few, likewise; none where that was not asked.
  public var namesAmongBest: [String] {
    guard let best else { return [] }
    return best.models.map { roster.names[$0] }
      + unranked.filter { $0.id == nil && $0.isAmongBest ?? false }.map(\.name)
  }

  /// The share of battles that were tied; `nil` where wins, losses and ties are not told, and without
  /// battles.
  ///
  /// Every battle is counted for both of its sides, which leaves the share as it is.
  public var tieRate: Double? {
    var tied = 0
    var all = 0
    for finding in findings {
      guard let wins = finding.wins, let losses = finding.losses, let ties = finding.ties else {
        return nil
      }
      tied += ties
      all += wins + losses + ties
    }
    return all > 0 ? Double(tied) / Double(all) : nil
  }
}

extension RankFinding {
  /// The share of points that the model took of its battles, a tie as half of one; `nil` for a board, and
  /// without battles.
  public var score: Double? {
    guard let wins, let losses, let ties, wins + losses + ties > 0 else { return nil }
    return (Double(wins) + Double(ties) / 2) / Double(wins + losses + ties)
  }
}
