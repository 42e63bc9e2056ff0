import EloNumerics
import Testing

@testable import EloInference

@Suite struct IntervalConsistencyTests {
  /// Whose interval leaves out 0 are told apart, for whatever adjustment; without one the other way round
  /// too. Steps after the first tell pairs apart whose intervals, which all hold together, still hold 0.
  @Test(arguments: Adjustment.allCases.filter { $0 != .bootstrapMaxT }, [0.8, 0.95])
  func intervalsAndVerdictsAgree(adjustment: Adjustment, level: Double) throws {
    var random = IndependentRandom(seed: 77)
    var (found, later) = (0, 0)
    let rounds = adjustment == .maxT ? 4 : 60
    for round in 0..<rounds {
      let board = randomBoard(&random, count: 3 + random.below(4))
      let report = try board.comparison(.allPairs, testOptions(adjustment, level: level))
      for finding in report.findings {
        let isOutside = finding.lower >= 0 || finding.upper <= 0
        let isApart = finding.verdict != .notSeparated
        #expect(isApart || !isOutside, "round \(round): \(finding)")
        if adjustment == .none { #expect(isApart == isOutside) }
        if isApart, !isOutside { later += 1 }
        #expect((finding.adjustedP <= 1 - level) == (finding.verdict != .notSeparated))
        #expect(finding.lower <= finding.difference && finding.difference <= finding.upper)
        if finding.verdict != .notSeparated {
          found += 1
          #expect((finding.verdict == .aBetter) == (finding.difference > 0))
        }
      }
    }
    // Boards on which nothing, or everything, is apart would test nothing.
    #expect(found > rounds)
    if adjustment == .holm { #expect(later > 0) }
  }

  /// At power 0.8: (Φ⁻¹(0.975) + Φ⁻¹(0.8))·SE = 2.801585·SE, for SE = 5 (scipy 1.16).
  @Test func detectableGaps() throws {
    let board = board([1000, 1030, 1080], [3, 4, 12])
    let pairs = try board.comparison(.named(["m00", "m01"]), testOptions())
    // Six decimals of the quantiles, times five.
    #expect(abs(pairs.findings[0].detectableGap - 5 * 2.801585) < 5e-6)
    // Of a row the larger of the gaps to its neighbours: to m02, with SE √(16 + 144).
    let rows = try board.leaderboard(testOptions()).findings
    let gaps = try rows.map { try #require($0.detectableGap) }
    let wide = 160.0.squareRoot() * 2.801585
    for (gap, expected) in zip(gaps, [wide, wide, 5 * 2.801585]) {
      #expect(abs(gap - expected) < 2e-5)
    }
  }

  /// Found in the first step or a later one, a gap at the detectable size is found with power 0.8;
  /// that its formula is two-sided at the level shows in the level's change.
  @Test func detectableGapsFollowTheLevel() throws {
    let board = board([1000, 1030], [3, 4])
    let gap = try board.comparison(.allPairs, testOptions(level: 0.99)).findings[0].detectableGap
    // Φ⁻¹(0.995) + Φ⁻¹(0.8) = 2.575829 + 0.841621 (scipy 1.16).
    #expect(abs(gap - 5 * 3.417450) < 5e-6)
  }
}
