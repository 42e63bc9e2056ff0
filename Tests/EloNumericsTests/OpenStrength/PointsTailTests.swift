import Testing

@testable import EloNumerics

/// How likely groups of battles are won at least so often.
@Suite struct PointsTailTests {
  /// One group is a binomial: P(X ≥ 12) of 15 at ½ is 576/2¹⁵, by adding up binomial coefficients.
  @Test func oneGroupIsABinomial() {
    let p = PointsTail.atLeast(12, battles: [15], chances: [0.5])
    // A hundred roundings of a sum.
    #expect((p - 576.0 / 32768).magnitude < 1e-15)
    let below = PointsTail.atMost(3, battles: [15], chances: [0.5])
    #expect((below - 576.0 / 32768).magnitude < 1e-15)
  }

  /// Two groups by hand: X ≥ 3 of one at ¾ and two at ¼ takes all three wins.
  @Test func severalGroupsAreTheirSum() {
    let all = PointsTail.atLeast(3, battles: [1, 2], chances: [0.75, 0.25])
    #expect((all - 0.75 / 16).magnitude < 1e-16)
    // And X ≥ 2: the first and one or two of the others, or both others without it.
    let two = PointsTail.atLeast(2, battles: [1, 2], chances: [0.75, 0.25])
    #expect((two - (0.75 * 7 / 16 + 0.25 / 16)).magnitude < 1e-15)
  }

  @Test func endsAreCertain() {
    #expect(PointsTail.atLeast(0, battles: [3], chances: [0.2]) == 1)
    #expect(PointsTail.atLeast(4, battles: [3], chances: [0.2]) == 0)
    #expect(PointsTail.atMost(3, battles: [3], chances: [0.2]) == 1)
  }

  /// Σ C(8004, k)·p^k·(1 − p)^(8004 − k) from k = 7,996 at p = 0.9985, by Python's decimals of 50 digits.
  @Test func farOutInALopsidedGroup() {
    let p = PointsTail.atLeast(7996, battles: [8004], chances: [0.9985])
    // Some eighty ratios, each of a rounding or two, and 1 − p has lost three digits.
    #expect((p / 0.15443845765001111377 - 1).magnitude < 1e-11)
  }

  /// Above the exact range the saddlepoint is used: it agrees with the exact sum to a part in a thousand.
  @Test(arguments: [2050.0, 2100, 2200, 2350])
  func largeSumsAgreeWithTheExactOnes(wins: Double) {
    let (battles, chances) = ([2000.0, 1500, 800], [0.5, 0.45, 0.55])
    let variance = zip(battles, chances).reduce(0) { $0 + $1.0 * $1.1 * (1 - $1.1) }
    #expect(variance > PointsTail.exactVariance)
    let exact = PointsDistribution(battles: battles, chances: chances).atLeast(Int(wins))
    let found = PointsTail.atLeast(wins, battles: battles, chances: chances)
    #expect((found / exact - 1).magnitude < 1e-3, "\(wins): \(found), exactly \(exact)")
  }
}
