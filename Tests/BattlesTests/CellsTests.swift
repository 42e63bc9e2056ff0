import Battles
import TestSupport
import Testing

@Suite struct CellsTests {
  @Test func mergesSortsAndRenumbers() throws {
    let cells = Cells(
      [
        Cell(a: 0, b: 2, outcome: .tie, count: 3),
        Cell(a: 2, b: 0, outcome: .bWins, count: 1),
        Cell(a: 0, b: 2, outcome: .aWins, count: 4),
        Cell(a: 0, b: 2, outcome: .tie, count: 5),
        Cell(a: 0, b: 2, outcome: .bothBad, count: 2),
        Cell(a: 1, b: 0, outcome: .aWins, count: 0),
      ], names: ["z", "never met", "a"])
    #expect(cells.roster == Roster(["a", "z"]))
    #expect(cells.a == [0, 1, 1, 1])
    #expect(cells.b == [1, 0, 0, 0])
    #expect(cells.outcome == [.bWins, .aWins, .tie, .bothBad])
    try #require(cells.count == [1, 4, 8, 2])
    #expect(cells.cellCount == 4)
    #expect(cells.battleCount == 15)
    #expect(cells[2] == Cell(a: 1, b: 0, outcome: .tie, count: 8))
  }

  @Test func keepsTheOrderOfSidesAndSelfBattles() {
    let cells = Cells(
      [
        Cell(a: 0, b: 1, outcome: .aWins, count: 1), Cell(a: 1, b: 0, outcome: .bWins, count: 1),
        Cell(a: 1, b: 1, outcome: .tie, count: 7),
      ], names: ["a", "b"])
    #expect(cells.cellCount == 3)
    #expect(cells.selfBattleCount == 7)
  }

  @Test func emptyCellsHaveAnEmptyRoster() {
    let cells = Cells([Cell](), names: ["a", "b"])
    #expect(cells.roster.count == 0)
    #expect(cells.cellCount == 0)
    #expect(cells.battleCount == 0)
    #expect(cells.battlesByModel.isEmpty)
  }

  @Test(arguments: 1...20) func doNotDependOnTheOrderOfCellsOrNames(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let names = ["b", "a", "d", "c"]
    let entries = (0..<40).map { _ in
      Cell(
        a: .random(in: 0..<4, using: &random), b: .random(in: 0..<4, using: &random),
        outcome: Outcome.allCases.randomElement(using: &random) ?? .tie,
        count: .random(in: 0...3, using: &random))
    }
    let reversedNames = Array(names.reversed())
    let renamed = entries.map {
      Cell(a: 3 - $0.a, b: 3 - $0.b, outcome: $0.outcome, count: $0.count)
    }.shuffled(using: &random)
    let cells = Cells(entries, names: names)
    #expect(cells == Cells(renamed, names: reversedNames))
    #expect(cells.battleCount == entries.reduce(0) { $0 + $1.count })
    for index in 1..<cells.cellCount {
      let (before, after) = (cells[index - 1], cells[index])
      #expect(
        (before.a, before.b, before.outcome.rawValue) < (after.a, after.b, after.outcome.rawValue))
    }
    // Cells made from cells are the same cells.
    #expect(cells.filtered { _ in true } == cells)
  }
}
