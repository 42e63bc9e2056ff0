package import Battles

/// Which battles enter a fit, applied in the order of the properties; the last two again and again,
/// until both hold.
public struct BattleSelection: Sendable, Equatable {
  /// Models whose battles are left out.
  public var excludedModels: [String] = []
  /// What becomes of verdicts that both sides are bad.
  public var bothBad = BothBadRule.tie
  /// What becomes of ties.
  public var ties = TieRule.half
  /// Models with fewer battles are left out, until every model left has as many; 0 keeps all.
  public var minimumBattles = 0
  /// Which groups are kept.
  public var component = ComponentRule.all

  /// Keeps everything.
  public init() {}

  /// Which groups of models are kept.
  public enum ComponentRule: Sendable, Equatable {
    /// All, so that a fit fails where there is more than one.
    case all
    /// The group with the most battles among its models.
    case largest
    /// The group that holds the model of this name.
    case holding(String)
  }

  /// The battles that enter and what was set aside, in battles.
  package func applied(to cells: Cells) -> (cells: Cells, setAside: [SetAside]) {
    var setAside: [SetAside] = []
    func narrow(_ cells: Cells, to kept: Cells, _ reason: SetAside.Reason) -> Cells {
      let lost = cells.battleCount - kept.battleCount
      guard lost > 0 else { return kept }
      if let index = setAside.firstIndex(where: { $0.reason == reason }) {
        setAside[index] = SetAside(reason, count: setAside[index].count + lost)
      } else {
        setAside.append(SetAside(reason, count: lost))
      }
      return kept
    }
    let excluded = Roster(excludedModels)
    let isKept = cells.roster.names.map { excluded.id(of: $0) == nil }
    var cells = narrow(cells, to: cells.keepingModels(isKept), .excluded)
    cells = narrow(cells, to: cells.withoutSelfBattles, .selfBattle)
    if bothBad == .drop {
      cells = narrow(cells, to: cells.filtered { $0.outcome != .bothBad }, .bothBad)
    }
    if ties == .drop {
      let decided = cells.filtered { $0.outcome != .tie && $0.outcome != .bothBad }
      cells = narrow(cells, to: decided, .tie)
    }
    while true {
      let count = cells.cellCount
      cells = narrow(cells, to: cells.keepingModels(withAtLeast: minimumBattles), .fewBattles)
      cells = narrow(cells, to: cells.component(component), .outsideComponent)
      if cells.cellCount == count { return (cells, setAside) }
    }
  }

  /// The battles that would enter but for the choice of a group, those that did among them; `nil` where
  /// every group is kept.
  ///
  /// The models that they have beside `kept` are judged for first place; see `Estimate`.
  package func outside(of cells: Cells, keeping kept: Cells) -> Cells? {
    guard component != .all else { return nil }
    var whole = self
    whole.component = .all
    let all = whole.applied(to: cells).cells
    return all.roster.count > kept.roster.count ? all : nil
  }
}
