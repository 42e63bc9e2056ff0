import Battles
import EloNumerics
import Testing

@testable import EloInference

/// What comparisons come to over their pairs, and families over their models.
@Suite struct VerdictCountsTests {
  private func report(
    _ question: PairSelection, _ ratings: [Double], error: Double = 1, margin: Double? = 10,
    _ adjustment: Adjustment = .none
  ) throws -> ComparisonReport {
    var options = testOptions(adjustment)
    options.equivalenceMargin = margin
    return try board(ratings, ratings.map { _ in error }).comparison(question, options)
  }

  /// Standard errors of 1.41: of the gaps 5, 4 and 1 the smallest is not shown, and all are below 10.
  @Test func pairsByVerdict() throws {
    let counts = try report(.allPairs, [1000, 1005, 1001, 1100]).counts
    #expect(counts.firstBetter == 5 && counts.secondBetter == 0 && counts.different == 5)
    #expect(counts.differentWithin == 2 && counts.equivalent == 1 && counts.notSeparated == 0)
    let turned = try report(.against("m01"), [1000, 1005, 1100, 1006]).counts
    #expect(turned.firstBetter == 1 && turned.secondBetter == 1)
    #expect(turned.differentWithin == 1 && turned.equivalent == 1 && turned.notSeparated == 0)
    let open = try report(.allPairs, [1000, 1005, 1001], error: 50).counts
    #expect(open.notSeparated == 3 && open.different == 0 && open.equivalent == 0)
  }

  @Test func equivalenceIsAdjustedOverSeveralPairs() throws {
    let ratings = [1000.0, 1005, 1001]
    #expect(try report(.allPairs, ratings, .holm).isEquivalenceAdjusted)
    #expect(try !report(.allPairs, ratings, .none).isEquivalenceAdjusted)
    #expect(try !report(.named(["m00", "m01"]), ratings, .holm).isEquivalenceAdjusted)
    #expect(try !report(.allPairs, ratings, margin: nil, .holm).isEquivalenceAdjusted)
    // One rounding of a number near 1.
    #expect(try abs(report(.allPairs, ratings).equivalenceLevel - 0.9) < 1e-15)
  }

  @Test(arguments: 1..<40) func othersOfEachModel(others: Int) {
    func test(_ family: TestFamily, _ pairs: Int) -> TestSummary {
      TestSummary(
        adjustment: .holm, family: family, level: 0.95, criticalValue: nil, pairs: pairs)
    }
    let pairs = others * (others + 1) / 2
    #expect(test(.all, pairs).others == others && test(.one, pairs).others == others)
    #expect(test(.against, others).others == others)
  }

  @Test(
    arguments: [
      (.holm, 3, true), (.holm, 1, false), (.none, 3, false), (.bootstrapMaxT, 1, true),
    ] as [(Adjustment, Int, Bool)])
  func adjustedPValues(adjustment: Adjustment, pairs: Int, isAdjusted: Bool) {
    let test = TestSummary(
      adjustment: adjustment, family: .asked, level: 0.95, criticalValue: nil, pairs: pairs)
    #expect(test.isAdjusted == isAdjusted)
    // Not 1 − 0.95.
    #expect(test.errorRate == 0.05)
  }
}
