import EloNumerics
import Testing

@testable import EloInference

@Suite struct StepDownTests {
  /// Step-down maxima written out from their definition, over normal numbers of the test's own.
  ///
  /// A p-value of 40,000 draws against one of 20,000 differs by √(p(1−p)(1/40000 + 1/20000)) ≤
  /// 0.0043 one error; five of them are allowed, since over four boards of ten pairs each the
  /// largest of forty such differences is looked at.
  @Test(arguments: 1...4)
  func adjustedPValuesAreThoseOfTheDefinition(seed: UInt64) throws {
    var random = IndependentRandom(seed: seed)
    let errors = (0..<5).map { _ in 2 + 8 * random.unit() }
    let board = board((0..<5).map { _ in 1000 + 12 * random.normal() }, errors)
    let findings = try board.comparison(.allPairs, testOptions(.maxT)).findings
    let draws = (0..<40_000).map { _ in errors.map { $0 * random.normal() } }

    let descending = findings.indices.sorted { abs(findings[$0].z) > abs(findings[$1].z) }
    var previous = 0.0
    for (step, index) in descending.enumerated() {
      let rest = descending[step...].map { findings[$0] }
      let reached = draws.count { draw in
        rest.contains {
          let error = (errors[$0.a] * errors[$0.a] + errors[$0.b] * errors[$0.b]).squareRoot()
          return abs(draw[$0.a] - draw[$0.b]) / error >= abs(findings[index].z)
        }
      }
      previous = max(previous, Double(reached + 1) / 40_001)
      // Of the two shares, as above, and their + 1 in numerator and denominator.
      let error = (previous * (1 - previous) * 7.5e-5).squareRoot() + 1e-4
      #expect(
        abs(findings[index].adjustedP - previous) < 5 * error, "seed \(seed), step \(step)")
    }
  }

  /// No p-value is 0, however far apart models are, and none is below its own pair's by more than
  /// the draws can err.
  @Test(arguments: Adjustment.allCases.filter { $0 != .bootstrapMaxT })
  func pValuesAreOrderedLikeTheStatistics(adjustment: Adjustment) throws {
    var random = IndependentRandom(seed: 9)
    let far = board([1000, 1010, 1020, 1500, 1800], [4, 5, 3, 4, 6])
    for board in [randomBoard(&random, count: 6), randomBoard(&random, count: 3), far] {
      let findings = try board.comparison(.allPairs, testOptions(adjustment)).findings
      let descending = findings.sorted { abs($0.z) > abs($1.z) }
      for (larger, smaller) in zip(descending, descending.dropFirst()) {
        #expect(larger.adjustedP <= smaller.adjustedP)
      }
      for finding in findings {
        #expect(finding.adjustedP > 0 && finding.adjustedP <= 1)
        // Five standard errors of a share of 20,000 draws.
        let error = 5 * (finding.p * (1 - finding.p) / 20_000).squareRoot() + 5e-5
        #expect(finding.adjustedP >= finding.p - (adjustment == .maxT ? error : 1e-15))
        if adjustment == .none { #expect(finding.adjustedP == finding.p) }
      }
    }
  }

  /// z for each p-value below, from scipy 1.16 `norm.isf(p/2)`; adjusted values as R's `p.adjust`
  /// defines them, by numpy and, for BH, by `scipy.stats.false_discovery_control` too.
  @Test func holmAndBenjaminiHochbergAreRs() throws {
    let z = [2.5758293035, 2.0537489106, 2.1700903776, 2.8070337683, 0.5244005127, 1.2815515655]
    let statistics = (z + [1.9599639845]).map { Statistic(a: 0, b: 1, difference: $0) }
    func adjusted(_ adjustment: Adjustment) -> [Double] {
      MultipleComparison(statistics, adjustment, level: 0.95) {
        StepDown(adjustedP: [], criticalValue: nil)
      }.adjustedP
    }
    // z is given to ten decimals, which is seven digits and more of p.
    expectClose(adjusted(.none), [0.01, 0.04, 0.03, 0.005, 0.6, 0.2, 0.05], within: 1e-8)
    expectClose(adjusted(.holm), [0.06, 0.16, 0.15, 0.035, 0.6, 0.4, 0.16], within: 1e-8)
    expectClose(
      adjusted(.benjaminiHochberg), [0.035, 0.07, 0.07, 0.035, 0.6, 0.7 / 3, 0.07], within: 1e-8)
  }

  /// Benjamini and Hochberg (1995), section 3.2: fifteen p-values of a study of thrombolysis, of
  /// which Bonferroni and Holm reject three and their procedure four at 0.05.
  @Test func thrombolysis() throws {
    let p = [
      0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262,
      0.5719, 0.6528, 0.7590, 1.0000,
    ]
    let statistics = p.map { p in
      Statistic(a: 0, b: 1, difference: NormalDistribution.quantile(1 - p / 2))
    }
    for (adjustment, rejected) in [(Adjustment.holm, 3), (.benjaminiHochberg, 4), (.none, 9)] {
      let comparison = MultipleComparison(statistics, adjustment, level: 0.95) {
        StepDown(adjustedP: [], criticalValue: nil)
      }
      #expect(comparison.adjustedP.count { $0 <= 0.05 } == rejected, "\(adjustment)")
    }
  }

  /// `tolerance` is the caller's, who says why.
  private func expectClose(_ found: [Double], _ expected: [Double], within tolerance: Double) {
    #expect(found.count == expected.count)
    for (found, expected) in zip(found, expected) { #expect(abs(found - expected) < tolerance) }
  }
}

extension Statistic {
  /// A difference with a standard error of 1.
  fileprivate init(a: Int, b: Int, difference: Double) {
    self.init(
      board([1000 + EloScale.standard.pointsPerLogOdds * difference, 1000], [unit, unit]), a, b)
  }
}

/// The standard error on the rating scale that makes that of a difference 1 in log-odds.
private let unit = EloScale.standard.pointsPerLogOdds / 2.0.squareRoot()
