import Battles
import EloNumerics
import Testing

@testable import EloInference

/// One model against all others, and the first model below each that it beats.
@Suite struct AgainstTests {
  /// Critical values of Dunnett's two-sided comparisons with a control at 95% and infinitely many degrees
  /// of freedom: Biometrics 20 (1964) 482, table II. They hold for equal variances, which is what a model
  /// and others of one standard error have.
  ///
  /// The value of 20,000 draws has a standard error of some 0.015.
  @Test(arguments: [(2, 2.21), (3, 2.35), (4, 2.44), (5, 2.51), (6, 2.57), (9, 2.69)])
  func theCriticalValueIsDunnetts(others: Int, value: Double) throws {
    let estimate = board(
      Array(repeating: 1000, count: others + 1), Array(repeating: 5, count: others + 1))
    let report = try estimate.comparison(.against("m01"), testOptions(.maxT))
    #expect(report.findings.count == others && report.test.pairs == others)
    #expect(report.test.family == .against)
    #expect(abs(try #require(report.test.criticalValue) - value) < 0.05)
  }

  /// Down the board, the model itself left out, each gap as the pair by itself has it.
  @Test func eachOtherModelInTurn() throws {
    let estimate = board([1000, 1030, 980, 1010], [3, 4, 5, 6])
    let report = try estimate.comparison(.against("m03"), testOptions(.holm))
    #expect(report.findings.map(\.b) == [1, 0, 2] && report.findings.allSatisfy { $0.a == 3 })
    for finding in report.findings {
      let name = estimate.roster.names[finding.b]
      let alone = try estimate.comparison(.named(["m03", name]), testOptions(.holm))
      #expect(
        alone.findings[0].p == finding.p && alone.findings[0].difference == finding.difference)
    }
    // Holm by hand: the smallest of three times three, the next times two, the last as it is.
    let p = report.findings.map(\.p).sorted()
    let adjusted = report.findings.map(\.adjustedP).sorted()
    #expect(adjusted[0] == min(1, 3 * p[0]))
    #expect(adjusted[1] == max(adjusted[0], min(1, 2 * p[1])))
    #expect(adjusted[2] == max(adjusted[1], p[2]))
  }

  /// Fewer pairs take less than all of them.
  @Test func theFamilyIsSmallerThanThatOfAllPairs() throws {
    var random = IndependentRandom(seed: 3)
    let estimate = randomBoard(&random, count: 12)
    let all = try estimate.comparison(.allPairs, testOptions(.maxT))
    let some = try estimate.comparison(.against("m00"), testOptions(.maxT))
    #expect(
      try #require(some.test.criticalValue) < #require(all.test.criticalValue) - 0.1)
  }

  @Test func whoCannotBeCompared() throws {
    let estimate = board([1000, 1010], [3, 3])
    #expect(throws: EstimateError.unknownModel("x", known: estimate.roster)) {
      try estimate.comparison(.against("x"), testOptions())
    }
    #expect(throws: EstimateError.tooFewEstablished(1, provisional: 0, [])) {
      try board([1000], [3]).comparison(.against("m00"), testOptions())
    }
  }

  /// A model without a rank is compared with those that have one, by Holm's method.
  @Test func aProvisionalModel() throws {
    let estimate = try Estimate(
      battles: cells("a b 40 30 5", "b c 40 35 5", "c a 30 40 5", "d a 6 7 0"),
      options: fitOptions())
    let report = try estimate.comparison(.against("d"), testOptions(.maxT))
    #expect(report.findings.map { estimate.roster.names[$0.b] }.sorted() == ["a", "b", "c"])
    #expect(report.test.adjustment == .holm && report.test.replacement == .unrankedModel)
    #expect(report.findings.allSatisfy { $0.isProvisional })
    let others = try estimate.comparison(.against("a"), testOptions(.maxT))
    #expect(others.findings.count == 2 && others.test.adjustment == .maxT)
  }

  /// By a search through all pairs.
  @Test(arguments: [1, 2, 3, 4, 5]) func theFirstModelBelowThatIsBeaten(seed: UInt64) throws {
    var random = IndependentRandom(seed: seed)
    let estimate = randomBoard(&random, count: 9)
    let report = try estimate.comparison(.neighbours, testOptions())
    let all = try estimate.comparison(.allPairs, testOptions())
    #expect(report.isDownTheBoard && !all.isDownTheBoard)
    #expect(all.findings.allSatisfy { $0.firstBeaten == nil })
    let order = report.findings.map(\.a) + [report.findings[7].b]
    for finding in report.findings {
      let place = try #require(order.firstIndex(of: finding.a))
      let beaten = order[(place + 1)...].first { other in
        all.findings.contains { $0.a == finding.a && $0.b == other && $0.verdict == .aBetter }
      }
      #expect(finding.firstBeaten == beaten)
    }
    #expect(Set(report.findings.map(\.firstBeaten)).count > 1)
  }
}
