import Battles
import Testing

@testable import EloInference

@Suite struct ArenaRankTests {
  /// By hand, intervals ± 10 and ± 30: [990, 1010], [985, 1045], [1011, 1031], [900, 920].
  @Test func ranksByIntervalsAsBoardsCountThem() throws {
    let board = try boardEstimate(
      """
      model,rating,lower,upper
      a,1000,990,1010
      b,1015,985,1045
      c,1021,1011,1031
      d,910,900,920

      """)
    let rows = try board.leaderboard(testOptions()).findings
    let byName = Dictionary(uniqueKeysWithValues: rows.map { (board.roster.names[$0.model], $0) })
    // Only c lies wholly above a; b's wide interval overlaps everything but d's.
    #expect(byName["a"]?.arenaRank == 2 && byName["b"]?.arenaRank == 1)
    #expect(byName["c"]?.arenaRank == 1 && byName["d"]?.arenaRank == 4)
    // By upper ends: b 1045, c 1031, a 1010, d 920.
    #expect(byName["b"]?.arenaRankUpper == 1 && byName["c"]?.arenaRankUpper == 2)
    #expect(byName["a"]?.arenaRankUpper == 3 && byName["d"]?.arenaRankUpper == 4)
    // Places go by rating, whatever the intervals.
    #expect(byName["c"]?.rank == 1 && byName["b"]?.rank == 2)
  }

  /// Equal ratings stand in the order of their names.
  @Test func equalRatings() throws {
    let rows = try board([5, 9, 5, 9], [1, 1, 1, 1])
      .leaderboard(testOptions()).findings
    #expect(rows.map(\.model) == [1, 3, 0, 2])
    #expect(rows.map(\.rank) == [1, 2, 3, 4])
    #expect(rows.map(\.arenaRankUpper) == [1, 1, 3, 3])
  }
}
