import Battles
import EloNumerics
import Ingest
import TestSupport
import Testing

@testable import EloInference

@Suite struct PublishedBoardTests {
  /// By hand: √2·6/1.959964 = 4.3293; 1/4.3293 = 0.23098; 2·Φ(−0.23098) = 0.81733 (scipy 1.16).
  @Test func onePointIsADeadHeat() throws {
    let board = try publishedBoard([("first", 1503, 6), ("second", 1502, 6)])
    let report = try board.comparison(.named(["first", "second"]), testOptions(.maxT))
    let finding = try #require(report.findings.first)
    #expect(finding.difference == 1)
    // The goldens have so many digits.
    #expect(abs(finding.standardError - 4.3293) < 5e-5)
    #expect(abs(finding.z - 0.23098) < 5e-6)
    #expect(abs(finding.p - 0.81733) < 5e-6)
    #expect(finding.adjustedP == finding.p)
    #expect(finding.verdict == .notSeparated)
    // 1 ± 8.4853 = 6·√2.
    #expect(abs(finding.upper - 9.4853) < 5e-5 && abs(finding.lower + 7.4853) < 5e-5)
    #expect(finding.battlesBetween == nil)
    // 1/(1 + 10^(−1/400)), by Python.
    #expect(abs(try #require(finding.expectedScore) - 0.501439) < 5e-7)
  }

  @Test func theOrderAskedIsTheOrderAnswered() throws {
    let board = try publishedBoard([("a", 1500, 6), ("b", 1600, 6), ("c", 1700, 6)])
    let report = try board.comparison(.named(["b", "a", "c"]), testOptions(.holm))
    #expect(report.findings.map { [$0.a, $0.b] } == [[1, 0], [1, 2], [0, 2]])
    #expect(report.findings.map(\.verdict) == [.aBetter, .bBetter, .bBetter])
    #expect(report.findings.map(\.difference) == [100, -100, -200])
    #expect(report.test.family == .asked && report.test.pairs == 3)
  }

  @Test func questionsThatCannotBeAsked() throws {
    let board = try publishedBoard([("a", 1500, 6), ("b", 1600, 6)])
    #expect(throws: EstimateError.unknownModel("c", known: board.roster)) {
      try board.comparison(.named(["a", "c"]), testOptions())
    }
    #expect(throws: EstimateError.sameModel("a")) {
      try board.comparison(.named(["a", "b", "a"]), testOptions())
    }
    let alone = try publishedBoard([("a", 1500, 6)])
    #expect(throws: EstimateError.tooFewEstablished(1, provisional: 0, [])) {
      try alone.comparison(.neighbours, testOptions())
    }
    #expect(throws: EstimateError.tooFewReplicates(0, needed: 19)) {
      try board.comparison(.allPairs, testOptions(.bootstrapMaxT))
    }
  }

  /// An interval that was published is printed as it was, at its own level; another level's is made
  /// from the standard error.
  @Test func publishedIntervalsStayAsTheyAre() throws {
    let board = try boardEstimate("model,rating,lower,upper\na,1500,1491,1507\nb,1400,1390,1410\n")
    let own = try board.leaderboard(testOptions()).findings[0]
    #expect(own.lower == 1491 && own.upper == 1507 && own.rating == 1500)
    // (1507 − 1491)/(2·1.959964) = 4.0817.
    #expect(abs(own.standardError - 4.0817) < 5e-5)
    let other = try board.leaderboard(testOptions(level: 0.8)).findings[0]
    // 4.0817·Φ⁻¹(0.9) = 4.0817·1.281552 = 5.2309.
    #expect(abs(other.upper - 1505.2309) < 5e-5 && abs(other.lower - 1494.7691) < 5e-5)
  }
}

@Suite(.enabled(if: RealData.isPresent, "set DEADHEAT_DATA to the folder of real data sets"))
struct RealBoardTests {
  private func board(_ file: String, _ filter: String) throws -> Estimate {
    var options = ReadOptions()
    options.filters = [try RowFilter(parsing: filter)]
    return try estimate(readDataset([RealData.path(file)], options: options))
  }

  /// 1503 ± 7 and 1502 ± 5: z = 1.959964/√74 = 0.22784, p = 0.8198; 1503 and 1495, both ± 7:
  /// z = 8·1.959964/√98 = 1.58389, p = 0.11322 (scipy 1.16). The text board of 2026-04-30.
  @Test func theTopOfTheTextBoardIsADeadHeat() throws {
    let board = try board("arena-text-2026-spring.csv", "snapshot_date=2026-04-30")
    let heat = try board.comparison(
      .named(["claude-opus-4-7-thinking", "claude-opus-4-6-thinking"]), testOptions(.maxT))
    #expect(heat.findings.map(\.verdict) == [.notSeparated])
    // The goldens have four and five decimals.
    #expect(abs(heat.findings[0].p - 0.8198) < 5e-5)
    let eight = try board.comparison(
      .named(["claude-opus-4-7-thinking", "claude-opus-4-7"]), testOptions(.maxT))
    // Five decimals.
    #expect(abs(eight.findings[0].z - 1.58389) < 5e-6)
    #expect(abs(eight.findings[0].p - 0.11322) < 5e-6)
    #expect(eight.findings[0].verdict == .notSeparated)
  }

  @Test func sixthPlaceOnTheCodeBoardIsNoPlace() throws {
    let board = try board("arena-code-2026-spring.csv", "snapshot_date=2026-04-30")
    let leaderboard = try board.leaderboard(testOptions(.holm))
    let kimi = try #require(board.roster.id(of: "kimi-k2.6"))
    let finding = try #require(leaderboard.findings.first { $0.model == kimi })
    #expect(finding.rank == 6)
    #expect(finding.rankRange.contains(6) && finding.rankRange.count > 1)
    // 1529 ± 15 against 1534 ± 13 and 1525 ± 8: not told from either neighbour even singly, z =
    // 0.49 and 0.46, so that no adjustment makes the rank a single one.
    let single = try board.leaderboard(testOptions(.none))
    let alone = try #require(single.findings.first { $0.model == kimi })
    #expect(alone.rankRange.lowerBound <= 5 && alone.rankRange.upperBound >= 7)
  }

  @Test func threeModelsAreTiedForFirst() throws {
    let board = try board("arena-text-2026-06-25.csv", "category=overall")
    var options = testOptions(.holm)
    options.threads = 2
    let leaderboard = try board.leaderboard(options)
    #expect(
      leaderboard.tiedForFirst.map { board.roster.names[$0] } == [
        "claude-opus-4-6-thinking", "claude-opus-4-6", "claude-fable-5",
      ])
  }
}
