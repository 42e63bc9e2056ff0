import Battles
import EloNumerics
import Testing

@testable import EloInference

/// Ranks by intervals where ends meet: intervals that touch overlap, and nobody stands above.
@Suite struct TouchingIntervalsTests {
  /// On a scale on which ratings are log-strengths, so that ends which are one number stay one number:
  /// [2, 4] touches [4, 6] and lies below [4.25, 6.25].
  @Test func intervalsThatTouchDoNotCountAsAbove() throws {
    let ratings = [3, 5, 5.25]
    let scores = PublishedScores(
      roster: Roster(modelNames(3)), rating: ratings, standardError: [0.5, 0.5, 0.5],
      lower: ratings.map { $0 - 1 }, upper: ratings.map { $0 + 1 }, votes: nil, level: 0.95)
    let scale = EloScale(scale: 1, base: 2.718281828459045, origin: 0)
    // The ends are those that were published, unchanged.
    let rows = try Estimate(board: scores, scale: scale).leaderboard(testOptions()).findings
    let byModel = Dictionary(uniqueKeysWithValues: rows.map { ($0.model, $0) })
    let lowest = try #require(byModel[0])
    let middle = try #require(byModel[1])
    try #require(lowest.upper == middle.lower, "the test's ends must touch")
    #expect(lowest.arenaRank == 2)
    #expect(middle.arenaRank == 1 && byModel[2]?.arenaRank == 1)
    // Nor may a model stand above whose upper end the own lower one touches.
    #expect(
      lowest.arenaRankUpper == 3 && middle.arenaRankUpper == 2 && byModel[2]?.arenaRankUpper == 2)
  }
}
