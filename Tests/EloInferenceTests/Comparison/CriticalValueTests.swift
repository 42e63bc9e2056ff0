import TestSupport
import Testing

@testable import EloInference

@Suite struct CriticalValueTests {
  /// For k independent means with equal errors the largest studentised difference is Tukey's q/√2.
  ///
  /// Quantiles and densities: scipy 1.16 `studentized_range` with 10⁶ degrees of freedom. The
  /// error of a 95% quantile from 20,000 draws is √(0.05·0.95/20000)/density: 0.0112, 0.0102 and
  /// 0.0086 for 5, 10 and 50 means; four of them are allowed.
  @Test(
    .enabled(if: OptimisedBuild.isThis, "\(OptimisedBuild.isNeeded)"),
    arguments: [(5, 2.72777, 0.0449), (10, 3.16368, 0.0409), (50, 3.99234, 0.0345)])
  func maxTHasTukeysCriticalValues(models: Int, expected: Double, tolerance: Double) throws {
    let board = board([Double](repeating: 1000, count: models), Array(repeating: 4, count: models))
    let leaderboard = try board.leaderboard(testOptions(.maxT))
    let value = try #require(leaderboard.test.criticalValue)
    #expect(abs(value - expected) < tolerance)
    #expect(leaderboard.test.pairs == models * (models - 1) / 2)
  }

  /// A family of one pair draws nothing: Φ⁻¹(0.975), from Wichura's own table of test values.
  @Test func onePairUsesTheNormalDistribution() throws {
    let leaderboard = try board([1000, 1000], [4, 7]).leaderboard(testOptions(.maxT))
    // The quantile is good to 1e-15.
    #expect(abs(try #require(leaderboard.test.criticalValue) - 1.959963984540054) < 1e-14)
  }

  @Test func aFamilyOfNoneHasNone() throws {
    for adjustment in Adjustment.allCases where adjustment != .bootstrapMaxT {
      let leaderboard = try board([1000], [4]).leaderboard(testOptions(adjustment))
      #expect(leaderboard.test.criticalValue == nil)
      #expect(leaderboard.test.pairs == 0)
      #expect(leaderboard.findings.map(\.rankRange) == [1...1])
    }
  }

  /// Bonferroni's quantile for 45 pairs, Φ⁻¹(1 − 0.05/90): 3.2608 (scipy 1.16 `norm.isf`).
  @Test func holmStartsWithBonferroni() throws {
    let board = board((0..<10).map { 1000 + Double($0) }, Array(repeating: 4, count: 10))
    let holm = try board.leaderboard(testOptions(.holm))
    #expect(abs(try #require(holm.test.criticalValue) - 3.2608) < 5e-5)
    let found = try board.leaderboard(testOptions(.benjaminiHochberg))
    #expect(found.test.criticalValue == nil)
    let single = try board.leaderboard(testOptions(.none))
    // As above.
    #expect(abs(try #require(single.test.criticalValue) - 1.959963984540054) < 1e-14)
  }

  /// The leaderboard and the comparison of all pairs ask the same question of the same draws.
  @Test func leaderboardAndComparisonAgreeToTheLastBit() throws {
    var random = IndependentRandom(seed: 1)
    let board = randomBoard(&random, count: 8)
    let leaderboard = try board.leaderboard(testOptions(.maxT))
    let pairs = try board.comparison(.allPairs, testOptions(.maxT))
    #expect(pairs.test == leaderboard.test)
    let order = leaderboard.findings.map(\.model)
    for finding in leaderboard.findings {
      let place = try #require(order.firstIndex(of: finding.model))
      let better = pairs.findings.count { $0.b == finding.model && $0.verdict == .aBetter }
      let worse = pairs.findings.count { $0.a == finding.model && $0.verdict == .aBetter }
      #expect(finding.rankRange == 1 + better...8 - worse, "place \(place)")
    }
    // Neighbours are the same findings, of the same family.
    let neighbours = try board.comparison(.neighbours, testOptions(.maxT))
    let adjacent = pairs.findings.filter {
      order.firstIndex(of: $0.b) == order.firstIndex(of: $0.a).map { $0 + 1 }
    }
    // Those of neighbours tell, beside, whom each model beats first.
    let withoutBeaten = neighbours.findings.map { finding in
      var finding = finding
      finding.firstBeaten = nil
      return finding
    }
    #expect(withoutBeaten == adjacent)
    #expect(neighbours.test == pairs.test)
  }

  @Test func draws() throws {
    var random = IndependentRandom(seed: 2)
    let board = randomBoard(&random, count: 5)
    var options = testOptions(.maxT)
    let first = try board.comparison(.allPairs, options)
    options.threads = 3
    #expect(try board.comparison(.allPairs, options).findings == first.findings)
    options.seed = 1
    #expect(try board.comparison(.allPairs, options).findings != first.findings)
  }
}
