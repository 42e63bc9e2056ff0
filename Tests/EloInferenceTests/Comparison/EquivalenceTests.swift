import Battles
import EloNumerics
import Testing

@testable import EloInference

/// Two one-sided tests, their adjustment and the four verdicts.
@Suite struct EquivalenceTests {
  private func options(_ margin: Double, _ adjustment: Adjustment = .holm) -> TestOptions {
    var options = testOptions(adjustment)
    options.equivalenceMargin = margin
    return options
  }

  /// 1503 ± 6 against 1502 ± 6. scipy 1.17.1: norm.sf((D − 1)/se) with se = 6√2/norm.ppf(0.975), and
  /// 1 + norm.ppf(0.95)·se. The tolerance is that of a few roundings of numbers near 10.
  @Test(arguments: [
    (10, 0.018815306077161992, true), (8.5, 0.04160298280675579, true),
    (5, 0.17775984964253566, false),
  ])
  func goldens(margin: Double, p: Double, isShown: Bool) throws {
    let board = try publishedBoard([("a", 1503, 6), ("b", 1502, 6)])
    let report = try board.comparison(.named(["a", "b"]), options(margin))
    let pair = report.findings[0]
    let result = try #require(pair.equivalence)
    // z² magnifies a few roundings in a tail; ends are sums of numbers near 10.
    #expect(abs(result.p - p) < 1e-12 * p + 1e-14)
    #expect(result.adjustedP == result.p)
    #expect(abs(result.upper - 8.121072608584383) < 1e-11)
    #expect(abs(result.lower + 6.121072608584383) < 1e-11)
    #expect(abs(result.smallestMargin - 8.121072608584383) < 1e-11)
    #expect(pair.verdict == (isShown ? .equivalent : .notSeparated))
    #expect(report.equivalence == EquivalenceSummary(margin: margin, adjustment: .holm))
  }

  @Test func withoutAMarginNothingIsSaid() throws {
    let board = try publishedBoard([("a", 1503, 6), ("b", 1502, 6)])
    let report = try board.comparison(.allPairs, testOptions())
    #expect(report.equivalence == nil && report.findings[0].equivalence == nil)
    #expect(report.findings[0].verdict == .notSeparated)
  }

  /// Standard errors of the difference of 1.41: gaps of 1 and 5 against margins of 10 and 3.
  @Test(
    arguments: [
      (1, 10, Verdict.equivalent), (5, 10, .differentWithin), (-5, 10, .differentWithin),
      (5, 3, .aBetter), (-5, 3, .bBetter), (1, 2, .notSeparated),
    ] as [(Double, Double, Verdict)])
  func fourVerdicts(gap: Double, margin: Double, verdict: Verdict) throws {
    let pair = try board([1000 + gap, 1000], [1, 1])
      .comparison(.named(["m00", "m01"]), options(margin)).findings[0]
    #expect(pair.verdict == verdict)
    #expect(pair.isFirstBetter == (verdict.isDifferent && gap > 0))
    // 1.959964 standard errors of √2 beyond the gap.
    #expect(abs(pair.largestGap - (abs(gap) + 2.771808)) < 1e-6)
  }

  /// The test and its interval at 1 − 2·(1 − level) say the same, whoever is named first.
  @Test(arguments: [0.5, 0.9, 0.95, 0.999])
  func aPairIsEquivalentWhereItsIntervalLiesWithin(level: Double) throws {
    var random = IndependentRandom(seed: 8)
    var shown = 0
    for _ in 0..<60 {
      var options = options(2 + 50 * random.unit())
      options.level = level
      let margin = options.equivalenceMargin ?? 0
      let board = randomBoard(&random, count: 2)
      for names in [["m00", "m01"], ["m01", "m00"]] {
        let pair = try board.comparison(.named(names), options).findings[0]
        let result = try #require(pair.equivalence)
        #expect(pair.verdict.isWithinMargin == (result.lower >= -margin && result.upper <= margin))
        #expect(pair.verdict.isWithinMargin == (result.smallestMargin <= margin))
        if pair.verdict.isWithinMargin { shown += 1 }
      }
    }
    #expect(shown > 0 && shown < 120)
  }

  /// 1503, 1502, 1495, ± 6 each, within 20. scipy: p = 5.7016e−6, 0.00278730, 0.00133758, in the order
  /// of pairs; Holm takes 3, 1 and 2 times these, ascending. In Holm's first step the pairs would be
  /// shown within 1 + 2.128·se and so on (norm.ppf(1 − 0.05/3)).
  @Test func severalPairsAreAdjusted() throws {
    let board = try publishedBoard([("a", 1503, 6), ("b", 1502, 6), ("c", 1495, 6)])
    let p = [5.701631410187411e-06, 0.00278729834039221, 0.0013375776761795943]
    func adjusted(_ adjustment: Adjustment) throws -> [Double] {
      let report = try board.comparison(.allPairs, options(20, adjustment))
      // Tails of at most 0.003 whose exponent, 11 at most, carries the rounding of ratings to log-odds.
      #expect(zip(report.findings, p).allSatisfy { abs(($0.equivalence?.p ?? 1) - $1) < 1e-12 })
      return report.findings.compactMap { $0.equivalence?.adjustedP }
    }
    let holm = [3 * p[0], p[1], 2 * p[2]]
    for adjustment in [Adjustment.holm, .maxT] {
      // The same p-values times whole numbers.
      #expect(zip(try adjusted(adjustment), holm).allSatisfy { abs($0 - $1) < 1e-12 })
    }
    let bh = [3 * p[0], p[1], 1.5 * p[2]]
    // Likewise.
    #expect(zip(try adjusted(.benjaminiHochberg), bh).allSatisfy { abs($0 - $1) < 1e-12 })
    #expect(zip(try adjusted(.none), p).allSatisfy { abs($0 - $1) < 1e-12 })
    let margins = try board.comparison(.allPairs, options(5)).findings.map {
      $0.equivalence?.smallestMargin ?? 0
    }
    let expected = [10.212956325523736, 17.212956325523734, 16.212956325523734]
    // A few roundings of numbers near 1500, which go to log-odds and back.
    #expect(zip(margins, expected).allSatisfy { abs($0 - $1) < 1e-11 })
  }

  /// A margin as large as the one told is shown, alone and among others; below the smallest one told
  /// nothing is.
  @Test(arguments: [Adjustment.holm, .benjaminiHochberg, .none])
  func theSmallestMarginIsShown(adjustment: Adjustment) throws {
    var random = IndependentRandom(seed: 9)
    let board = randomBoard(&random, count: 5)
    let findings = try board.comparison(.allPairs, options(0.001, adjustment)).findings
    for (index, pair) in findings.enumerated() {
      let smallest = try #require(pair.equivalence).smallestMargin
      let wider = try board.comparison(.allPairs, options(smallest * 1.000001, adjustment))
      #expect(wider.findings[index].verdict.isWithinMargin)
    }
    let margins = findings.compactMap { $0.equivalence?.smallestMargin }
    let least = try #require(margins.min())
    let narrower = try board.comparison(.allPairs, options(least * 0.999999, adjustment))
    // A step up may show pairs together that none of them would be by itself.
    if adjustment != .benjaminiHochberg {
      #expect(narrower.findings.allSatisfy { !$0.verdict.isWithinMargin })
    }
  }

  /// Neighbours are tested in the family of all pairs for equivalence as for difference.
  @Test func neighboursBelongToAllPairs() throws {
    let board = board([1000, 999, 998, 997], [1, 1, 1, 1])
    let all = try board.comparison(.allPairs, options(8)).findings
    for pair in try board.comparison(.neighbours, options(8)).findings {
      #expect(all.contains(pair))
    }
  }

  /// A model with two tied battles looks exactly equal and is shown to be equal within nothing useful.
  @Test func littleDataShowNothing() throws {
    let cells = cells("a b 300 300", "c a 0 0 2")
    let estimate = try Estimate(battles: cells, options: fitOptions())
    let pair = try estimate.comparison(.named(["a", "c"]), options(50)).findings[0]
    #expect(pair.isProvisional && pair.verdict == .notSeparated)
    // Two battles tell a gap to a standard error of at least 2/√2 in log-odds, 245 Elo, times the
    // share of ties that the model expects.
    #expect(try #require(pair.equivalence).smallestMargin > 200)
  }

  /// Battles of two models as far apart as the margin, 20 Elo: they are called equivalent in 5 of 100
  /// sets, within three standard errors of 2,000 sets (0.0146).
  @Test func theErrorRateAtTheMarginIsThatOfTheLevel() throws {
    var random = IndependentRandom(seed: 10)
    let score = 1 / (1 + LibM.exp(-20 / EloScale.standard.pointsPerLogOdds))
    var claims = 0
    for _ in 0..<2000 {
      // 4,000 battles: a normal approximation of the binomial is good to a battle.
      let wins = 4000 * score + random.normal() * (4000 * score * (1 - score)).squareRoot()
      let count = Int(wins.rounded())
      let estimate = try Estimate(
        battles: cells("a b \(count) \(4000 - count)"), options: fitOptions())
      let pair = try estimate.comparison(.named(["a", "b"]), options(20)).findings[0]
      if pair.verdict.isWithinMargin { claims += 1 }
    }
    // Three standard errors, as above.
    #expect(abs(Double(claims) / 2000 - 0.05) < 0.0146, "\(claims)")
  }

  /// Six models, three of them a margin above the other three: with nine of fifteen pairs at the margin a
  /// false claim occurs in 5 of 100 boards at most, within two standard errors of 2,000 boards.
  @Test func falseClaimsAreRareOverAllPairs() throws {
    var random = IndependentRandom(seed: 11)
    var wrong = 0
    var right = 0
    for _ in 0..<2000 {
      let ratings = (0..<6).map { 1000 + ($0 < 3 ? 30 : 0) + 4 * random.normal() }
      let findings = try board(ratings, Array(repeating: 4, count: 6))
        .comparison(.allPairs, options(30)).findings.filter(\.verdict.isWithinMargin)
      if findings.contains(where: { ($0.a < 3) != ($0.b < 3) }) { wrong += 1 }
      if findings.contains(where: { ($0.a < 3) == ($0.b < 3) }) { right += 1 }
    }
    #expect(Double(wrong) / 2000 < 0.05 + 2 * 0.0049, "\(wrong)")
    #expect(right > 1900, "and models of one group are found equivalent: \(right)")
  }
}
