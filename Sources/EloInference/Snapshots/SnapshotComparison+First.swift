import Battles

/// What became of the models that are tied for first, and of the others.
extension SnapshotComparison {
  /// The models whose rating really moved, from the highest new rating down.
  public var realMoves: [MoveFinding] { moves.filter(\.isReal) }

  /// The models that are tied for first and were not, from the highest rating down.
  public var joinedFirst: [String] { Self.names(tiedForFirstNew, without: tiedForFirstOld) }

  /// The models that were tied for first and are not, from the highest rating down.
  public var leftFirst: [String] { Self.names(tiedForFirstOld, without: tiedForFirstNew) }

  /// Whether the set of models that are tied for first changed although each of the old and the new set is
  /// in both snapshots and none is shown to have moved.
  public var changedFirstWithoutMove: Bool {
    guard !isFrozen, hasStableReference else { return false }
    return (tiedForFirstOld + tiedForFirstNew).allSatisfy { name in
      let own = moves.filter { Roster.areSame($0.name, name) }
      return !own.isEmpty && !own.contains(where: \.isReal)
    }
  }

  private static func names(_ names: [String], without others: [String]) -> [String] {
    names.filter { name in !others.contains { Roster.areSame($0, name) } }
  }
}

extension MoveTest {
  /// Whether p-values were adjusted, so that there are two to a model.
  public var isAdjusted: Bool { adjustment != .none }
}

extension MoveFinding {
  /// Whether the rank moved one way and the place among the models in both snapshots the other way.
  public var movesAgainstRank: Bool {
    placesGained != 0 && (newRank < oldRank) != (placesGained > 0)
  }
}
