import Testing

@testable import EloInference

/// The smallest margin within which a pair is shown, beside the margin that was asked for.
@Suite struct SmallestMarginTests {
  /// 1503, 1502, 1495, ± 6 each. In Holm's first step pairs are shown within 10.213, 17.213 and 16.213
  /// (gap + Φ⁻¹(1 − 0.05/3)·se, scipy 1.17.1, as in `EquivalenceTests`). At 17 the pair of gap 8 comes
  /// last: p = Φ(−(17 − 8)/se) = 0.0188 is compared with 0.05. What is shown within 17 has no larger
  /// smallest margin.
  @Test func whatLaterStepsShowIsShownWithinTheMarginAskedFor() throws {
    let board = try publishedBoard([("a", 1503, 6), ("b", 1502, 6), ("c", 1495, 6)])
    var options = testOptions(.holm)
    options.equivalenceMargin = 17
    let findings = try board.comparison(.allPairs, options).findings
    #expect(findings.allSatisfy { $0.verdict.isWithinMargin })
    let smallest = findings.compactMap { $0.equivalence?.smallestMargin }
    try #require(smallest.count == 3)
    #expect(smallest[1] == 17)
    // A few roundings of numbers near 16, and the nine decimals that are written here.
    #expect(abs(smallest[0] - 10.212956326) < 1e-8 && abs(smallest[2] - 16.212956326) < 1e-8)
  }

  /// A pair that is not shown keeps its own, which is larger than the margin.
  @Test func whatIsNotShownIsNotCapped() throws {
    let board = try publishedBoard([("a", 1503, 6), ("b", 1502, 6), ("c", 1495, 6)])
    var options = testOptions(.holm)
    options.equivalenceMargin = 12
    let findings = try board.comparison(.allPairs, options).findings
    #expect(findings.map(\.verdict.isWithinMargin) == [true, false, false])
    let smallest = findings.compactMap { $0.equivalence?.smallestMargin }
    try #require(smallest.count == 3)
    // As above.
    #expect(abs(smallest[1] - 17.212956326) < 1e-8 && abs(smallest[2] - 16.212956326) < 1e-8)
  }
}
