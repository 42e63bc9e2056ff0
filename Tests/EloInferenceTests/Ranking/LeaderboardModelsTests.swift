import Battles
import EloNumerics
import Testing

@testable import EloInference

/// What a leaderboard comes to over its models.
@Suite struct LeaderboardModelsTests {
  @Test func rankedModelsAndOthers() throws {
    let estimate = try Estimate(
      battles: cells("a b 100 90 60", "a p 197 3 0"), options: fitOptions())
    let board = try estimate.leaderboard(testOptions())
    #expect(board.ranked.map { board.roster.names[$0.model] } == ["a", "b"])
    #expect(board.provisional.map { board.roster.names[$0.model] } == ["p"])
    // 60 of 450 battles.
    #expect(board.tieRate == 120.0 / 900)
    // 297 wins and 60 ties of 450.
    #expect(board.ranked[0].score == 327.0 / 450)
    #expect(board.provisional[0].score == 3.0 / 200)
    #expect(board.namesTiedForFirst == board.tiedForFirst.map { board.roster.names[$0] })
    #expect(board.namesAmongBest.isEmpty)
  }

  @Test func boardsTellNoRecords() throws {
    var options = testOptions()
    options.bestSize = 1
    let board = try board([1000, 1100], [3, 3]).leaderboard(options)
    #expect(board.tieRate == nil && board.findings.allSatisfy { $0.score == nil })
    #expect(board.namesTiedForFirst == ["m01"] && board.namesAmongBest == ["m01"])
  }
}
