import EloNumerics
import Testing

@testable import EloInference

@Suite struct HeadToHeadTests {
  private let points = EloScale.standard.pointsPerLogOdds

  /// ⌈z²·(p(1 − p) − τ/4)/(p − ½)²⌉ by scipy 1.16 (norm.ppf), z = z₁₋α/₂ + z_power.
  @Test(arguments: [
    (1.0, 0.0, 0.95, 0.8, 947_448), (1, 0.3, 0.95, 0.8, 663_211), (10, 0, 0.95, 0.8, 9472),
    (10, 0.3, 0.95, 0.8, 6628), (5, 0.25, 0.99, 0.9, 53_876), (100, 0, 0.95, 0.8, 93),
    (40, 0.3, 0.95, 0.8, 411), (-10, 0, 0.95, 0.8, 9472),
  ])
  func battles(gap: Double, ties: Double, level: Double, power: Double, battles: Int) {
    let reach =
      NormalDistribution.quantile(1 - (1 - level) / 2) + NormalDistribution.quantile(power)
    #expect(HeadToHead(gap: gap / points, tieRate: ties).battles(reach: reach) == battles)
  }

  /// 10 Elo at a critical value of 3: 17,809.7 battles, by scipy 1.16.
  @Test func aLargerCriticalValueTakesMore() {
    let reach = 3 + NormalDistribution.quantile(0.8)
    #expect(HeadToHead(gap: 10 / points, tieRate: 0).battles(reach: reach) == 17_810)
  }

  @Test func noGapTakesForEver() {
    #expect(HeadToHead(gap: 0, tieRate: 0).battles(reach: 2.8) == nil)
    // 10⁻⁷ Elo: 9.5·10¹⁹ battles, more than 2⁵³ = 9·10¹⁵.
    #expect(HeadToHead(gap: 1e-7 / points, tieRate: 0).battles(reach: 2.8) == nil)
    #expect(HeadToHead(gap: 30, tieRate: 0).battles(reach: 2.8) == 1)
  }

  /// At 400 Elo the weaker side scores 1/11, which ties of 2/11 give it without a win.
  @Test func aGapLeavesRoomForSoManyTies() {
    let match = HeadToHead(gap: 400 / points, tieRate: 0.3)
    // A probability from an exponential, to a few units in its last place.
    #expect((match.tieRate - 2.0 / 11).magnitude < 1e-15)
    #expect(HeadToHead(gap: 400 / points, tieRate: 0.1).tieRate == 0.1)
    // Variance (10/11)(1/11) − (2/11)/4 = 0.0371901, lead 0.4090909: 7.8489·0.0371901/0.1673554.
    #expect(match.battles(reach: 7.8489.squareRoot()) == 2)
  }
}
