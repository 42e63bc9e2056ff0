/// Which share of the battles that are collected ties, and which share counts in the end.
///
/// A plan tells how many battles to collect. Where ties or "both bad" are dropped, n battles that count
/// take n/(1 − share dropped) collected ones.
struct PlanLoss: Sendable {
  /// Where the share of ties comes from.
  let source: BattlePlan.TieRateSource
  /// The share of ties: of the battles that count, or where ties are dropped of those that would count
  /// if they were not.
  let tieRate: Double
  /// Whether ties are dropped, so that none of the battles that count is one.
  let dropsTies: Bool
  /// The share of the battles between two models that counts.
  let keptShare: Double
  /// Collected battles for each one that counts, over all models of the data.
  let collectedPerCounted: Double

  /// What the data of `origin` tell, or the share of ties asked for.
  ///
  /// - Parameters:
  ///   - origin: `nil` without data.
  ///   - asked: `nil` for the share in the data, or none where nothing tells it.
  init(_ origin: Origin?, tieRate asked: Double?) {
    guard case .battles(let record) = origin else {
      source = asked == nil ? .none : .asked
      tieRate = asked ?? 0
      dropsTies = false
      keptShare = 1
      collectedPerCounted = 1
      return
    }
    let dropped = record.summary.dropped
    let counted = Double(max(1, record.summary.battles))
    let bothBad = Double(dropped.bothBad)
    let ties = Double(dropped.ties)
    dropsTies = record.summary.ties == .drop
    source = asked == nil ? .data : .asked
    tieRate = asked ?? (dropsTies ? ties / (counted + ties) : record.tieRate)
    collectedPerCounted = (counted + ties + bothBad) / counted
    // Without anything asked for this is the inverse of the above.
    let judged = (counted + ties) / (counted + ties + bothBad)
    keptShare = judged * (dropsTies ? 1 - tieRate : 1)
  }

  /// The share of ties among the battles that count.
  var countedTieRate: Double { dropsTies ? 0 : tieRate }
}

extension BattleRecord {
  /// The share of ties among the battles of the fit.
  var tieRate: Double {
    Double(ties.reduce(0, +)) / Double(max(1, (wins + losses + ties).reduce(0, +)))
  }
}
