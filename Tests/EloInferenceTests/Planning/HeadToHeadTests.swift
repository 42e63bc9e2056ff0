import EloNumerics
import Testing

@testable import EloInference

@Suite struct HeadToHeadTests {
  private let points = EloScale.standard.pointsPerLogOdds

  /// ⌈z²·(p(1 − p) − τ/4)/lead²⌉ by scipy 1.16 (norm.ppf), z = z₁₋α/₂ + z_power, the lead p − ½ up to a
  /// tenth of log-odds and θ·p(1 − p) beyond.
  @Test(arguments: [
    (1.0, 0.0, 0.95, 0.8, 947_448), (1, 0.3, 0.95, 0.8, 663_211), (10, 0, 0.95, 0.8, 9472),
    (10, 0.3, 0.95, 0.8, 6628), (5, 0.25, 0.99, 0.9, 53_876), (100, 0, 0.95, 0.8, 103),
    (40, 0.3, 0.95, 0.8, 418), (17, 0, 0.95, 0.8, 3276), (18, 0, 0.95, 0.8, 2933),
    (-10, 0, 0.95, 0.8, 9472),
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
  }

  /// The power of the test that is made, z of the log-odds by the sandwich beyond 1.96, by adding up the
  /// probabilities of all results of as many battles as are planned. Results jump from one number of
  /// battles to the next, by up to 0.02 where they are few.
  @Test(
    arguments: [
      (50, 0), (50, 0.3), (100, 0), (100, 0.3), (200, 0), (200, 0.3), (300, 0), (400, 0),
      (400, 0.1),
    ] as [(Double, Double)])
  func powerByEnumeration(gap: Double, ties: Double) throws {
    let reach = NormalDistribution.quantile(0.975) + NormalDistribution.quantile(0.8)
    let match = HeadToHead(gap: gap / points, tieRate: ties)
    let battles = try #require(match.battles(reach: reach))
    let (p, tie) = (match.expectedScore, match.tieRate)
    var logFactorial = [0.0]
    for number in 1...battles {
      logFactorial.append(logFactorial[number - 1] + LibM.log(Double(number)))
    }
    var power = 0.0
    for wins in 0...battles {
      for draws in 0...(tie > 0 ? battles - wins : 0) {
        let losses = battles - wins - draws
        let mean = (Double(wins) + Double(draws) / 2) / Double(battles)
        guard mean > 0.5, mean < 1 else { continue }
        let squares =
          Double(wins) * (1 - mean) * (1 - mean) + Double(draws) * (0.5 - mean) * (0.5 - mean)
          + Double(losses) * mean * mean
        let z =
          LibM.log(mean / (1 - mean)) * Double(battles) * mean * (1 - mean) / squares.squareRoot()
        guard z > NormalDistribution.quantile(0.975) else { continue }
        power += LibM.exp(
          logFactorial[battles] - logFactorial[wins] - logFactorial[draws] - logFactorial[losses]
            + Double(wins) * LibM.log(p - tie / 2)
            + (draws > 0 ? Double(draws) * LibM.log(tie) : 0)
            + Double(losses) * LibM.log(1 - p - tie / 2))
      }
    }
    #expect(power > 0.78, "\(battles) battles: \(power)")
  }

  /// No gap takes more battles than a smaller one.
  @Test func largerGapsTakeNoMore() throws {
    let gaps = [1.0, 10, 17, 18, 50, 100, 200, 300, 400, 417, 500, 800, 2000, 1e5]
    for ties in [0, 0.15, 0.3, 0.9] {
      let battles = try gaps.map {
        try #require(HeadToHead(gap: $0 / points, tieRate: ties).battles(reach: 2.8))
      }
      #expect(zip(battles, battles.dropFirst()).allSatisfy { $0 >= $1 }, "\(ties): \(battles)")
      #expect(battles.last == battles[gaps.count - 4] && (battles.last ?? 0) >= 5)
    }
  }

  /// p − ½ without cancellation: a thousandth of an Elo point by mpmath with fifty digits.
  @Test func tinyGapsAreExact() {
    let reach = NormalDistribution.quantile(0.975) + NormalDistribution.quantile(0.8)
    let battles = HeadToHead(gap: 0.001 / points, tieRate: 0).battles(reach: reach) ?? 0
    #expect(abs(battles - 947_449_936_853) <= 1)
  }

  /// At 400 Elo the weaker side scores 1/11, which ties of 2/11 give it without a win.
  @Test func aGapLeavesRoomForSoManyTies() {
    let match = HeadToHead(gap: 400 / points, tieRate: 0.3)
    // A probability from an exponential, to a few units in its last place.
    #expect((match.tieRate - 2.0 / 11).magnitude < 1e-15)
    #expect(HeadToHead(gap: 400 / points, tieRate: 0.1).tieRate == 0.1)
    // Variance (10/11)(1/11) − (2/11)/4 = 0.0371901, lead ln(10)·(10/11)(1/11) = 0.1902963:
    // 7.8489·0.0371901/0.0362127 = 8.06.
    #expect(match.battles(reach: 7.8489.squareRoot()) == 9)
  }
}
