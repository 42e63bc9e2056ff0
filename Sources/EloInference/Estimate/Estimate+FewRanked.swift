import Battles
import EloNumerics

/// What becomes of estimates in which fewer than two models are ranked.
extension Estimate {
  /// What would rank two models or more, where fewer are ranked; each was tried. Empty for a board.
  public var waysToRank: [WayOut] {
    if case .battles(let record) = origin { record.summary.waysToRank } else { [] }
  }

  /// The same of a fit.
  static func waysToRank(
    _ fit: Fit, _ cells: Cells, _ reasons: [ProvisionalReason?], _ battles: [Int],
    _ options: EstimateOptions
  ) -> [WayOut] {
    guard reasons.count(where: { $0 == nil }) < 2 else { return [] }
    var ways: [WayOut] = []
    var anyNumber = options
    anyNumber.provisionalBelow = 0
    let linked = provisional(fit, cells, battles, anyNumber)
    // Not those whose number of battles is no reason.
    let ranked = linked.indices.filter {
      linked[$0] == nil && (reasons[$0] == nil || reasons[$0] == .fewBattles)
    }
    if ranked.count > 1, let least = ranked.map({ battles[$0] }).min(),
      least < options.provisionalBelow
    {
      ways.append(.provisionalBelow(least))
    }
    // What clusters say of a part of the battles is not known from here.
    let ofClusters: [ProvisionalReason] = [.fewClusters, .equalClusters, .fewEffectiveClusters]
    guard !reasons.contains(where: { $0.map(ofClusters.contains) ?? false }) else { return ways }
    return ways
      + BattleSelection().waysToRank(cells, provisionalBelow: options.provisionalBelow)
  }

  /// A warning where one model alone is ranked, so that the gauge is its rating.
  static func soleWarning(_ roster: Roster, _ reasons: [ProvisionalReason?], _ gauge: Gauge)
    -> [EstimateWarning]
  {
    let ranked = reasons.indices.filter { reasons[$0] == nil }
    guard ranked.count == 1 else { return [] }
    if case .anchored = gauge { return [] }
    return [.nothingToCompare(roster.names[ranked[0]])]
  }
}
