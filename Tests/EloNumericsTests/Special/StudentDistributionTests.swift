import EloNumerics
import TestSupport
import Testing

@Suite struct StudentDistributionTests {
  /// Degrees of freedom that are no whole numbers, by scipy 1.17.1 stats.t.sf and ppf.
  @Test func fractionsOfDegrees() {
    let cases: [(Double, Double, Double)] = [
      (1.3, 2.0, 0.24745515650741629), (1.77, 12.7, 0.009589265405614007),
      (3.6, 2.5, 0.07370259664298447), (7.25, 3.1, 0.01657246968060819),
      (28.4, 2.05, 0.049698390141013835), (121.9, 4.0, 0.00010907502475679161),
    ]
    for (degrees, t, p) in cases {
      let student = StudentDistribution(degreesOfFreedom: degrees)
      // As of whole ones, see below.
      #expect((student.twoSidedP(t) / p - 1).magnitude < 1e-12, "\(degrees) \(t)")
      #expect((student.quantile(1 - p / 2) / t - 1).magnitude < 1e-9)
    }
  }

  /// (degrees of freedom, t, P(|T| > t)), by scipy.stats.t.sf, which calls Boost.
  private static let tails: [(Double, Double, Double)] = [
    (1, 0.01, 0.993634014470186),
    (1, 0.5, 0.7048327646991335),
    (1, 1, 0.5000000000000001),
    (1, 2, 0.2951672353008665),
    (1, 3.5, 0.17717106556580953),
    (1, 8, 0.07916684832113109),
    (1, 30, 0.02121280481107085),
    (2, 0.01, 0.992929108958201),
    (2, 0.5, 0.6666666666666667),
    (2, 1, 0.4226497308103742),
    (2, 2, 0.18350341907227397),
    (2, 3.5, 0.07282735005446933),
    (2, 8, 0.01526807216533814),
    (2, 30, 0.001109262681959659),
    (3, 0.01, 0.992649111412852),
    (3, 0.5, 0.651447964848151),
    (3, 1, 0.3910022189557705),
    (3, 2, 0.13932596855884305),
    (3, 3.5, 0.039481037619282774),
    (3, 8, 0.004076577587785466),
    (3, 30, 8.135280427163958e-05),
    (6, 0.01, 0.9923454933909763),
    (6, 0.5, 0.63488),
    (6, 1, 0.3559176837495822),
    (6, 2, 0.09242631153167512),
    (6, 3.5, 0.012826338332805316),
    (6, 8, 0.00020346450207905066),
    (6, 30, 9.099147044443378e-08),
    (12, 0.01, 0.9921856149885036),
    (12, 0.5, 0.6261174762253241),
    (12, 1, 0.33704905795358453),
    (12, 2, 0.06865501403808597),
    (12, 3.5, 0.004381869431748154),
    (12, 8, 3.759898224750258e-06),
    (12, 30, 1.1773181907018936e-12),
    (39, 0.01, 0.9920722672096238),
    (39, 0.5, 0.6198846916973786),
    (39, 1, 0.32347494517138353),
    (39, 2, 0.052499015343854746),
    (39, 3.5, 0.001180627000338732),
    (39, 8, 9.465522412447545e-10),
    (39, 30, 1.4830595246943361e-28),
    (40, 0.01, 0.9920709969599448),
    (40, 0.5, 0.6198147352334482),
    (40, 1, 0.3233218117482911),
    (40, 2, 0.05232234321504919),
    (40, 3.5, 0.0011577066147574699),
    (40, 8, 7.905084110104538e-10),
    (40, 30, 4.8509076605902047e-29),
    (49, 0.01, 0.9920618913083532),
    (49, 0.5, 0.6193131862101314),
    (49, 1, 0.32222340595067545),
    (49, 2, 0.05105914825741809),
    (49, 3.5, 0.0010013273839442362),
    (49, 8, 1.9105439552955476e-10),
    (49, 30, 3.4076701064983316e-33),
    (123, 0.01, 0.9920374886975094),
    (123, 0.5, 0.6179684199878445),
    (123, 1, 0.3192737456602178),
    (123, 2, 0.047703248211626297),
    (123, 3.5, 0.0006487244077272641),
    (123, 8, 7.823461741684217e-13),
    (123, 30, 2.019578244083076e-58),
    (5000, 0.01, 0.9920216863229856),
    (5000, 0.5, 0.6170970808540338),
    (5000, 1, 0.31735889958802993),
    (5000, 2, 0.04555425998829395),
    (5000, 3.5, 0.00046931643073253287),
    (5000, 8, 1.5339871886915484e-15),
    (5000, 30, 5.691658117861631e-182),
    (1000000, 0.01, 0.9920212893655476),
    (1000000, 0.5, 0.6170751874723714),
    (1000000, 1, 0.3173107498335783),
    (1000000, 2, 0.04550053385131924),
    (1000000, 3.5, 0.00046527839368103494),
    (1000000, 8, 1.2455063433202503e-15),
    (1000000, 30, 1.2020094233664118e-197),
  ]

  @Test func twoSidedTailsAgreeWithSciPy() {
    for (degrees, t, expected) in Self.tails {
      let p = StudentDistribution(degreesOfFreedom: degrees).twoSidedP(t)
      // The exponent of the tail's kernel is rounded to 2⁻⁵³ of itself; 1 − x, which is t²/ν, to 2⁻⁵³ of
      // one.
      let tolerance = 1e-13 * max(1, -LibM.log(expected)) + 0x1p-53 * Double(degrees)
      #expect((p / expected - 1).magnitude < tolerance, "\(degrees) degrees, t = \(t)")
    }
  }

  /// (degrees of freedom, tail, value), by scipy.stats.t.isf.
  private static let quantiles: [(Double, Double, Double)] = [
    (0.5, 0.025, 164.557673479867),
    (0.5, 0.0001, 10284911.5631963),
    (0.75, 0.025, 28.7463854965905),
    (0.75, 0.0001, 45285.7910509645),
    (1, 0.1, 3.0776835371752536),
    (1, 0.025, 12.706204736174705),
    (1, 0.00025, 1273.239282935764),
    (1, 1e-09, 318309886.1837907),
    (2, 0.1, 1.8856180831641267),
    (2, 0.025, 4.302652729749464),
    (2, 0.00025, 44.70458729293067),
    (2, 1e-09, 22360.679741456875),
    (3, 0.1, 1.6377443536962089),
    (3, 0.025, 3.1824463052837086),
    (3, 0.00025, 16.3263346098025),
    (3, 1e-09, 1033.1096745038078),
    (6, 0.1, 1.439755747265148),
    (6, 0.025, 2.4469118511449794),
    (6, 0.00025, 6.788339990341351),
    (6, 1e-09, 56.80143064036322),
    (12, 0.1, 1.356217334023205),
    (12, 0.025, 2.1788128296672293),
    (12, 0.00025, 4.716458661614433),
    (12, 1e-09, 15.894813362266058),
    (49, 0.1, 1.2990687847477498),
    (49, 0.025, 2.0095752371292397),
    (49, 0.00025, 3.728395777687182),
    (49, 1e-09, 7.336612578449184),
    (123, 0.1, 1.2884722425478436),
    (123, 0.025, 1.9794386850933043),
    (123, 0.00025, 3.5758176894554414),
    (123, 1e-09, 6.479084451809727),
    (5000, 0.1, 1.2817209053357181),
    (5000, 0.025, 1.9604385517065075),
    (5000, 0.00025, 3.4830403766717004),
    (5000, 1e-09, 6.008912704518387),
    (1000000, 0.1, 1.2815524121299389),
    (1000000, 0.025, 1.9599663568141072),
    (1000000, 0.00025, 3.4807678174888257),
    (1000000, 1e-09, 5.997862455710896),
  ]

  @Test func quantilesAgreeWithSciPy() {
    for (degrees, tail, expected) in Self.quantiles {
      let distribution = StudentDistribution(degreesOfFreedom: degrees)
      // Lower tails, which are exact: 1 − 1e-9 is not.
      let value = -distribution.quantile(tail)
      #expect((value / expected - 1).magnitude < 1e-11, "\(degrees) degrees, tail \(tail)")
      #expect(
        (distribution.quantile(1 - tail) / expected - 1).magnitude < 1e-6,
        "1 − tail has lost what the tail had")
    }
  }

  /// One degree of freedom is Cauchy's distribution: P(T > t) = ½ − arctan(t)/π, and ¼ at 1.
  @Test func edges() {
    let cauchy = StudentDistribution(degreesOfFreedom: 1)
    #expect((cauchy.upperTail(1) - 0.25).magnitude < 1e-14)
    #expect((cauchy.upperTail(-1) - 0.75).magnitude < 1e-14)
    #expect(cauchy.upperTail(0) == 0.5)
    #expect(cauchy.quantile(0.5) == 0)
    #expect(cauchy.quantile(0) == -.infinity)
    #expect(cauchy.quantile(1) == .infinity)
    #expect(cauchy.quantile(1.5).isNaN)
    #expect(cauchy.twoSidedP(.infinity) == 0)
    #expect(cauchy.twoSidedP(.nan).isNaN)
  }

  @Test(arguments: [1.6, 2, 3.5, 8, 41, 1001]) func normalEquivalentsComeBack(effective: Double) {
    let reference = ReferenceDistribution.clustered(effective: effective)
    for statistic in [-6, -2, -0.3, 0, 0.01, 1, 1.96, 4.0] {
      let normal = reference.normalEquivalent(statistic)
      #expect(normal.magnitude <= statistic.magnitude, "t has the longer tails")
      // Each way the tail is good to some 1e-13, and so is what it is the tail of.
      #expect((reference.value(ofNormal: normal) - statistic).magnitude < 1e-10)
      #expect(ReferenceDistribution.normal.normalEquivalent(statistic) == statistic)
      #expect(ReferenceDistribution.normal.value(ofNormal: statistic) == statistic)
    }
  }
}
