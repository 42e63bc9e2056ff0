package import Battles

/// Battles that were collected and that the rules for ties and for "both bad" leave out of the fit.
public struct DroppedBattles: Sendable, Equatable {
  /// Ties that were dropped, "both bad" among them where that counts as a tie.
  public let ties: Int
  /// Verdicts of "both bad" that were dropped as such.
  public let bothBad: Int

  /// Nothing was dropped.
  public static let none = DroppedBattles(ties: 0, bothBad: 0)

  /// Dropped battles by their kind.
  public init(ties: Int, bothBad: Int) {
    self.ties = ties
    self.bothBad = bothBad
  }
}

extension BattleSelection {
  /// The battles between models of `kept` that `cells` had and that were dropped by their outcome.
  ///
  /// Battles of models that take no part are not among them: they were left out for another reason.
  ///
  /// - Parameter kept: what `applied(to:)` made of `cells`.
  package func dropped(of cells: Cells, keeping kept: Cells) -> DroppedBattles {
    let isKept = cells.roster.names.map { kept.roster.id(of: $0) != nil }
    var (tied, bad) = (0, 0)
    for index in 0..<cells.cellCount {
      let (a, b) = (Int(cells.a[index]), Int(cells.b[index]))
      guard a != b, isKept[a], isKept[b] else { continue }
      switch cells.outcome[index] {
      case .bothBad where bothBad == .drop: bad += cells.count[index]
      case .tie, .bothBad: tied += ties == .drop ? cells.count[index] : 0
      case .aWins, .bWins: break
      }
    }
    return DroppedBattles(ties: tied, bothBad: bad)
  }
}
