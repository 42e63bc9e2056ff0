import Battles
import EloNumerics
import Testing

@Suite struct PairCountsTests {
  @Test func mergesOrdersAndKindsOfTies() {
    let cells = Cells(
      [
        Cell(a: 0, b: 1, outcome: .aWins, count: 1), Cell(a: 1, b: 0, outcome: .aWins, count: 2),
        Cell(a: 1, b: 0, outcome: .bWins, count: 4), Cell(a: 0, b: 1, outcome: .bWins, count: 8),
        Cell(a: 0, b: 1, outcome: .tie, count: 16), Cell(a: 1, b: 0, outcome: .bothBad, count: 32),
        Cell(a: 2, b: 0, outcome: .aWins, count: 64), Cell(a: 2, b: 2, outcome: .tie, count: 128),
        Cell(a: 2, b: 1, outcome: .bWins, count: 256),
      ], names: names(3))
    let counts = PairCounts(cells)
    #expect(counts.first == [0, 0, 1])
    #expect(counts.second == [1, 2, 2])
    #expect(counts.start == [0, 2, 3, 3])
    #expect(counts.firstWins == [5, 0, 256])
    #expect(counts.secondWins == [10, 64, 0])
    #expect(counts.ties == [48, 0, 0])
    #expect(counts.battleCount == 383)
    #expect(counts.battlesByModel == [127, 319, 320])
    #expect(counts.tieRate == 48.0 / 383)
    #expect((0..<3).map(counts.battles) == [63, 64, 256])
  }

  @Test func selfBattlesAloneAreNoBattles() {
    let counts = PairCounts(Cells([Cell(a: 0, b: 0, outcome: .tie, count: 9)], names: ["a"]))
    #expect(counts.pairCount == 0)
    #expect(counts.battleCount == 0)
    #expect(counts.tieRate == 0)
  }
}
