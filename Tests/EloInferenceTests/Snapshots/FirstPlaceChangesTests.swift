import Battles
import EloNumerics
import Testing

@testable import EloInference

/// Who joined and who left the models that are tied for first, and whether a move tells why.
@Suite struct FirstPlaceChangesTests {
  private func move(
    _ name: String, isReal: Bool = false, rank: (old: Int, new: Int) = (1, 1), gained: Int = 0
  ) -> MoveFinding {
    MoveFinding(
      name: name, oldRating: 1000, newRating: 1000, change: 0, standardError: 1, z: 0, p: 1,
      adjustedP: 1, isReal: isReal, oldRank: rank.old, newRank: rank.new, placesGained: gained,
      rankMove: .none)
  }

  private func comparison(
    _ old: [String], _ new: [String], _ moves: [MoveFinding], hasStableReference: Bool = true
  ) -> SnapshotComparison {
    SnapshotComparison(
      overlap: .independent, overlapReason: .asked, hasStableReference: hasStableReference,
      notNested: [], withoutNewData: [], shift: 0,
      test: MoveTest(adjustment: .holm, level: 0.95, criticalValue: nil, models: moves.count),
      moves: moves, entered: [], left: [], tiedForFirstOld: old, tiedForFirstNew: new,
      scale: .standard, oldReference: nil, newReference: nil)
  }

  @Test func whoJoinedAndWhoLeft() {
    let found = comparison(["a", "b", "c"], ["d", "b"], [move("a"), move("b", isReal: true)])
    #expect(found.joinedFirst == ["d"] && found.leftFirst == ["a", "c"])
    #expect(found.realMoves.map(\.name) == ["b"])
    // Names are the same to the byte or not at all.
    let forms = comparison(["u\u{308}"], ["\u{FC}"], [])
    #expect(forms.joinedFirst.count == 1 && forms.leftFirst.count == 1)
  }

  @Test func aChangeWithoutAMove() {
    let still = [move("a"), move("b"), move("c", isReal: true)]
    #expect(comparison(["a", "b"], ["a"], still).changedFirstWithoutMove)
    // Nothing changed; c moved; d is in one snapshot only; nothing tells who moved.
    #expect(!comparison(["a", "b"], ["a", "b"], still).changedFirstWithoutMove)
    #expect(!comparison(["a", "c"], ["a"], still).changedFirstWithoutMove)
    #expect(!comparison(["a"], ["a", "d"], still).changedFirstWithoutMove)
    #expect(
      !comparison(["a", "b"], ["a"], still, hasStableReference: false).changedFirstWithoutMove)
  }

  @Test(arguments: [(5, 4, 1, false), (4, 5, 1, true), (5, 4, -1, true), (4, 5, 0, false)])
  func ranksThatMoveAgainstPlaces(old: Int, new: Int, gained: Int, isAgainst: Bool) {
    #expect(move("a", rank: (old, new), gained: gained).movesAgainstRank == isAgainst)
  }

  @Test(arguments: [(Adjustment.holm, true), (.none, false)])
  func movesOfSeveralModelsAreAdjusted(adjustment: Adjustment, isAdjusted: Bool) {
    let test = MoveTest(adjustment: adjustment, level: 0.95, criticalValue: nil, models: 3)
    #expect(test.isAdjusted == isAdjusted)
  }
}
