public import Battles

/// The battles that a selection left, with what it left out: what an estimate is made of.
public struct SelectedBattles: Sendable {
  /// The battles that enter.
  public let cells: Cells
  /// The battles of other groups beside those that enter, where one group was chosen; see
  /// `BattleSelection.outside`.
  public let outside: Cells?
  /// What was set aside, in battles.
  public let setAside: [SetAside]
  /// How ties entered.
  public let ties: TieRule
  /// What verdicts that both sides are bad counted as.
  public let bothBad: BothBadRule
  /// The battles that these two rules dropped, for plans of how many to collect.
  public let dropped: DroppedBattles

  /// All of `cells`.
  public init(_ cells: Cells) { self.init(cells, outside: nil) }

  /// All of `cells`, with battles of models that do not take part.
  package init(_ cells: Cells, outside: Cells?) {
    self.cells = cells
    self.outside = outside
    setAside = []
    (ties, bothBad, dropped) = (.half, .tie, .none)
  }

  /// What `selection` leaves of `cells`.
  public init(_ selection: BattleSelection, of cells: Cells) {
    (self.cells, setAside) = selection.applied(to: cells)
    outside = selection.outside(of: cells, keeping: self.cells)
    (ties, bothBad) = (selection.ties, selection.bothBad)
    dropped = selection.dropped(of: cells, keeping: self.cells)
  }
}
