import Battles
import EloNumerics
import Testing

@testable import EloInference

/// Boards of scores that are not Elo.
@Suite struct ScoreUnitTests {
  /// Two win rates of 0.642 and 0.611 with standard errors of 0.008: their difference has √2·0.008 =
  /// 0.0113137, z = 2.740039 and p = 0.0061432 (Python).
  @Test func sharesAreComparedAsTheyAre() throws {
    let board = scores([0.642, 0.611], [0.008, 0.008], .share)
    #expect(board.unit == .share && board.scale.pointsPerLogOdds == 1 && board.scale.origin == 0)
    let finding = try #require(
      try board.comparison(.named(["m00", "m01"]), testOptions()).findings.first)
    // The goldens have so many digits.
    #expect(abs(finding.difference - 0.031) < 1e-15)
    #expect(abs(finding.standardError - 0.0113137) < 5e-8)
    #expect(abs(finding.z - 2.740039) < 5e-7)
    #expect(abs(finding.p - 0.0061432) < 5e-8)
    #expect(finding.verdict == .aBetter && finding.expectedScore == nil)
    let first = try #require(try board.leaderboard(testOptions()).findings.first)
    #expect(first.rating == 0.642 && abs(first.lower - 0.62632) < 5e-6)
  }

  /// What unit they are in changes no verdict: the same scores in percent, times a hundred.
  @Test(arguments: [ScoreUnit.points, .percent]) func unitsDoNotMatter(unit: ScoreUnit) throws {
    let shares = [0.7, 0.66, 0.65, 0.4]
    let errors = [0.01, 0.02, 0.012, 0.03]
    let one = try scores(shares, errors, .share).leaderboard(testOptions())
    let other = try scores(shares.map { 100 * $0 }, errors.map { 100 * $0 }, unit)
      .leaderboard(testOptions())
    #expect(one.findings.map(\.rankRange) == other.findings.map(\.rankRange))
    #expect(one.findings.map(\.letters) == other.findings.map(\.letters))
    #expect(one.tiedForFirst == other.tiedForFirst && one.tiedForFirst == [0, 1])
  }

  @Test func scoresHaveNoPlan() {
    #expect(throws: EstimateError.planOfScores(.percent)) {
      try scores([64, 61], [1, 1], .percent).plan(.neighbours, PlanOptions())
    }
  }

  @Test func unitsAreNotMixed() {
    let (shares, elo) = (scores([0.6, 0.5], [0.1, 0.1], .share), board([1500, 1400], [5, 5]))
    #expect(throws: SnapshotError.differentUnits(old: .elo, new: .share)) {
      try shares.changes(since: elo, testOptions())
    }
  }

  /// Of the digits that the board has, and of the least error that is one.
  @Test func theSummaryTellsWhatDecimalsAreNeeded() {
    let published = PublishedScores(
      roster: Roster(["a", "b"]), rating: [88.7, 50], standardError: [1.15, 0],
      lower: [86.4, 50], upper: [90.9, 50], votes: nil, level: 0.95, unit: .points, reference: 1,
      isPreliminary: [true, false])
    let summary = BoardSummary(published)
    #expect(summary.leastStandardError == 1.15 && summary.publishedDecimals == 1)
    #expect(summary.reference == "b" && summary.preliminary.names == ["a"])
    #expect(summary.isPreliminary("a") && !summary.isPreliminary("b"))
    // Ends that were computed have more digits than anyone publishes.
    #expect(scores([0.642], [0.008], .share).source.board?.publishedDecimals == nil)
  }

  /// Models that the board does not rank are compared when they are named, and are in no rank range.
  @Test func whatTheBoardDoesNotRankIsNotRanked() throws {
    let board = scores(
      [1500, 1520, 1400, 1390], [4, 60, 4, 4], .elo, votes: [900, 12, 800, 700], unranked: [1])
    #expect(board.provisionalReason == [nil, .unrankedOnBoard, nil, nil])
    guard case .provisionalModels(let groups, of: 4)? = board.warnings.first else {
      Issue.record("\(board.warnings)")
      return
    }
    #expect(groups.map(\.rule) == [.unrankedOnBoard] && groups[0].models.count == 1)
    let leaderboard = try board.leaderboard(testOptions(.maxT))
    #expect(leaderboard.findings.map(\.model) == [0, 2, 3, 1])
    #expect(leaderboard.findings.map(\.rank) == [1, 2, 3, nil])
    #expect(leaderboard.test.pairs == 3 && leaderboard.tiedForFirst == [0])
    #expect(leaderboard.findings[0].rankRange == 1...1)
    let unranked = try #require(leaderboard.unranked.first)
    #expect(unranked.name == "m01" && unranked.battles == 12 && unranked.wins == nil)
    #expect(unranked.standing == .notJudged && leaderboard.unranked.count == 1)
    // The ranked ones alone are the same board.
    let alone = scores([1500, 1400, 1390], [4, 4, 4], .elo)
    #expect(
      try alone.leaderboard(testOptions(.maxT)).findings.map(\.rankRange)
        == leaderboard.findings.prefix(3).map(\.rankRange))
    let named = try board.comparison(.named(["m00", "m01"]), testOptions(.maxT))
    // 20/√(4² + 60²) = 0.33260.
    #expect(abs(try #require(named.findings.first).z + 0.33260) < 5e-6)
    #expect(named.findings[0].isProvisional && named.test.replacement == nil)
  }
}
