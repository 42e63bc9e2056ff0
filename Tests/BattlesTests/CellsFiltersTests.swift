import Battles
import Testing

@Suite struct CellsFiltersTests {
  private let cells = Cells(
    [
      Cell(a: 0, b: 1, outcome: .aWins, count: 5), Cell(a: 1, b: 0, outcome: .aWins, count: 2),
      Cell(a: 1, b: 2, outcome: .tie, count: 3), Cell(a: 2, b: 2, outcome: .bWins, count: 4),
      Cell(a: 2, b: 3, outcome: .bothBad, count: 1), Cell(a: 3, b: 0, outcome: .bWins, count: 6),
    ], names: ["a", "b", "c", "d"])

  @Test func dropsNamesThatNoLongerOccur() {
    let kept = cells.filtered { $0.outcome == .tie }
    #expect(kept.roster == Roster(["b", "c"]))
    #expect(kept[0] == Cell(a: 0, b: 1, outcome: .tie, count: 3))
    #expect(cells.filtered { _ in false }.roster.count == 0)
  }

  @Test func keepsOnlyBattlesBetweenKeptModels() {
    let kept = cells.keepingModels([true, false, true, true])
    #expect(kept.roster == Roster(["a", "c", "d"]))
    #expect(kept.battleCount == 4 + 1 + 6)
    #expect(kept.a == [1, 1, 2])
    #expect(kept.b == [1, 2, 0])
  }

  @Test func setsSelfBattlesAside() {
    #expect(cells.selfBattleCount == 4)
    #expect(cells.withoutSelfBattles.selfBattleCount == 0)
    #expect(cells.withoutSelfBattles.battleCount == cells.battleCount - 4)
    let lonely = Cells([Cell(a: 0, b: 0, outcome: .tie, count: 1)], names: ["a"])
    #expect(lonely.withoutSelfBattles.roster.count == 0)
  }

  @Test func countsEachBattleOnceForEachOfItsModels() {
    #expect(cells.battlesByModel == [13, 10, 8, 7])
  }

  @Test func decidedBattlesLeaveOutTiesAndSelfBattles() {
    var decided = [0, 0, 0, 0]
    for index in 0..<cells.cellCount where cells.a[index] != cells.b[index] {
      guard cells.outcome[index].scoreOfA != 0.5 else { continue }
      decided[Int(cells.a[index])] += cells.count[index]
      decided[Int(cells.b[index])] += cells.count[index]
    }
    #expect(cells.decidedBattles == decided)
    #expect(decided.reduce(0, +) > 0 && decided != cells.battlesByModel)
  }

  @Test func dropsModelsUntilEveryoneHasEnough() {
    // a–b 10, b–c 2, c–d 3: without d (3 battles) c has 2 left, without c b has still its 10.
    let chain = Cells(
      [
        Cell(a: 0, b: 1, outcome: .tie, count: 10), Cell(a: 1, b: 2, outcome: .tie, count: 2),
        Cell(a: 2, b: 3, outcome: .tie, count: 3),
      ], names: ["a", "b", "c", "d"])
    #expect(chain.keepingModels(withAtLeast: 4).roster == Roster(["a", "b"]))
    #expect(chain.keepingModels(withAtLeast: 3).roster == chain.roster)
    #expect(chain.keepingModels(withAtLeast: 0) == chain)
    #expect(chain.keepingModels(withAtLeast: 11).cellCount == 0)
  }
}
