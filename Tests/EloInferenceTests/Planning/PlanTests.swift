import Battles
import EloNumerics
import Testing

@testable import EloInference

@Suite struct PlanTests {
  private func options(
    _ adjustment: Adjustment = .holm, gap: Double? = nil, tieRate: Double? = nil
  ) -> PlanOptions {
    var options = PlanOptions()
    options.test = testOptions(adjustment)
    options.gap = gap
    options.tieRate = tieRate
    return options
  }

  /// 1503 ± 6 and 1495 ± 6: standard error √2·6/1.959964 = 4.3293, times 1.959964 + 0.841621 is a
  /// gap of 12.128916 with power 0.8, and (12.128916/8)² = 2.298603 (scipy 1.16).
  @Test func ofABoard() throws {
    let board = try publishedBoard([("first", 1503, 6), ("second", 1495, 6)])
    let plan = try board.plan(.named(["second", "first"]), options())
    let finding = try #require(plan.findings.first)
    #expect(finding.gap == 8 && plan.gapSource == .estimated)
    // The goldens have six decimals.
    #expect(abs(try #require(finding.alone.detectableGap) - 12.128916) < 5e-7)
    #expect(abs(try #require(finding.alone.timesPresentData) - 2.298603) < 5e-7)
    #expect(finding.alone.battlesAtPresentMix == nil && plan.presentBattles == nil)
    #expect(finding.tieRate == 0 && plan.tieRateSource == .none)
    #expect(finding.models?.a == 1 && finding.models?.b == 0)
    // Two models are one pair: the board's critical value is the pair's own.
    #expect(finding.adjusted == finding.alone && plan.test?.pairs == 1 && !plan.isOfSeveral)
  }

  /// The board's critical value stands where the pair's own stood: Bonferroni's for 6 pairs is
  /// Φ⁻¹(1 − 0.05/12).
  @Test func underTheBoardsAdjustment() throws {
    let estimate = board([1000, 1010, 1040, 1100], [4, 5, 6, 7])
    let plan = try estimate.plan(.named(["m00", "m01"]), options(gap: 10, tieRate: 0.2))
    let finding = try #require(plan.findings.first)
    let adjusted = try #require(finding.adjusted)
    let critical = NormalDistribution.quantile(1 - 0.05 / 12)
    let power = NormalDistribution.quantile(0.8)
    // The level's 1 − 0.95 is 0.05 to 16 digits.
    #expect(abs(try #require(plan.test?.criticalValue) - critical) < 1e-12)
    let ratio = ((critical + power) / (1.959963984540054 + power))
    let times =
      try #require(adjusted.timesPresentData) / (try #require(finding.alone.timesPresentData))
    #expect(abs(times - ratio * ratio) < 1e-12)
    let match = HeadToHead(gap: 10 / estimate.scale.pointsPerLogOdds, tieRate: 0.2)
    #expect(adjusted.battlesHeadToHead == match.battles(reach: critical + power))
    #expect(plan.tieRateSource == .asked && finding.tieRate == 0.2)
    #expect(plan.tieRates == 0.2...0.2 && plan.countedShare == 1 && plan.isOfSeveral)
    // The false discovery rate has no critical value.
    let other = try estimate.plan(.neighbours, options(.benjaminiHochberg))
    #expect(other.findings.count == 3 && other.findings.allSatisfy { $0.adjusted == nil })
    #expect(!other.isOfSeveral)
    #expect(other.findings.map { $0.models?.a } == [3, 2, 1])
  }

  /// Collecting the same battles as many times over as the plan says brings the standard error to
  /// the gap over the reach: what the plan means by the present mix.
  @Test func thePresentMixAgain() throws {
    let lines = ["a b 30 20 10", "b c 25 25 10", "a c 40 15 5"]
    let once = try Estimate(battles: cells(lines), options: fitOptions())
    let error = try #require(
      try once.comparison(.named(["a", "b"]), testOptions(.none)).findings.first
    ).standardError
    let reach = NormalDistribution.quantile(0.975) + NormalDistribution.quantile(0.8)
    let plan = try once.plan(.named(["a", "b"]), options(gap: error * reach / 3))
    let finding = try #require(plan.findings.first)
    // A gap a third of the detectable one takes nine times the data: 9 · 180 battles.
    #expect(abs(try #require(finding.alone.timesPresentData) - 9) < 1e-9)
    #expect([1620, 1621].contains(finding.alone.battlesAtPresentMix))
    let again = try Estimate(
      battles: cells((0..<9).flatMap { _ in lines }), options: fitOptions())
    let later = try #require(
      try again.plan(.named(["a", "b"]), options(gap: error * reach / 3)).findings.first)
    // Both fits stop within 1e-8 battles.
    #expect(abs(try #require(later.alone.timesPresentData) - 1) < 1e-6)
    // 25 ties of 180 battles.
    #expect(plan.tieRateSource == .data && finding.tieRate == 25.0 / 180)
    #expect(plan.presentBattles == 180 && finding.models?.battlesBetween == 60)
  }

  @Test func equalRatingsHaveNoGapToFind() throws {
    let plan = try board([1000, 1000], [5, 5]).plan(.neighbours, options())
    let finding = try #require(plan.findings.first)
    #expect(finding.alone.battlesHeadToHead == nil && finding.alone.timesPresentData == nil)
    #expect(finding.alone.detectableGap != nil)
  }

  @Test func withoutData() throws {
    let plan = BattlePlan(scale: .standard, options(gap: 1, tieRate: 0.3))
    let finding = try #require(plan.findings.first)
    #expect(plan.findings.count == 1 && plan.test == nil && finding.models == nil)
    #expect(finding.alone.battlesHeadToHead == 663_211)
    #expect(finding.alone.detectableGap == nil && finding.adjusted == nil)
  }

  @Test func aModelWithoutARankTakesNoPartInTheBoardsComparison() throws {
    let estimate = try Estimate(
      battles: cells("a b 30 20 10", "b c 25 25 10", "a c 40 15 5", "c d 5 4 2"),
      options: fitOptions())
    let plan = try estimate.plan(.named(["a", "d"]), options())
    #expect(plan.findings.map { $0.adjusted == nil } == [true])
    #expect(plan.findings.first?.models?.isProvisional == true && plan.test?.pairs == 3)
    #expect(throws: EstimateError.unknownModel("x", known: estimate.roster)) {
      try estimate.plan(.named(["a", "x"]), options())
    }
  }
}
