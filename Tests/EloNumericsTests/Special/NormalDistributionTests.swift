import EloNumerics
import TestSupport
import Testing

/// Goldens: the Taylor series of Φ summed with Python's decimal module at 900 digits, quantiles by
/// Newton's method on it; 20 digits are printed. Arguments are the doubles nearest to what stands
/// here, not the decimals.
@Suite struct NormalDistributionTests {
  @Test(arguments: [
    (0.0, 0.5), (0.5, 0.30853753872598689636), (1, 0.15865525393145705141),
    (1.5, 0.066807201268858066004), (1.959963984540054, 0.025000000000000010876),
    (2, 0.0227501319481792072), (3, 0.0013498980316300945267), (3.65, 0.00013112015442048462602),
    (5, 2.8665157187919391167e-7), (8, 6.2209605742717841235e-16),
    (10, 7.619853024160526066e-24), (20, 2.7536241186062336951e-89),
    (30, 4.9067139271481870595e-198), (37, 5.7255712225245768227e-300),
    (-1, 0.84134474606854294859), (-3.5, 0.99976737092096447496),
    (-8, 0.9999999999999993779),
  ])
  func upperTailHoldsFarOut(z: Double, golden: Double) {
    let tail = NormalDistribution.upperTail(z)
    // z/√2 is rounded twice, 2⁻⁵³ each, which the tail magnifies by z²; erfc adds a few ulp.
    let tolerance = (4 + 2 * z * z) * 0x1p-52
    #expect((tail / golden - 1).magnitude < tolerance)
    if z > 0 {
      #expect((NormalDistribution.twoSidedP(z) / (2 * golden) - 1).magnitude < tolerance)
      #expect(NormalDistribution.twoSidedP(-z) == NormalDistribution.twoSidedP(z))
    }
  }

  @Test func upperTailIsPositiveAt38AndOneOnTheOtherSide() {
    // 2.8854e-316 is subnormal: some seven digits are left.
    let subnormal = NormalDistribution.upperTail(38)
    #expect((subnormal / 2.8854283600687843084e-300 * 1e16 - 1).magnitude < 1e-6)
    #expect(NormalDistribution.upperTail(-40) == 1)
    #expect(NormalDistribution.twoSidedP(0) == 1)
  }

  @Test(arguments: [
    (0.1, -1.2815515655446004353), (0.25, -0.6744897501960817432), (0.5, 0),
    (0.6, 0.25334710313579974132), (0.9, 1.2815515655446005935), (0.925, 1.4395314709384562291),
    (0.95, 1.6448536269514722843), (0.975, 1.9599639845400538556),
    (0.995, 2.5758293035489004539), (0.9995, 3.2905267314919257787),
    (1e-3, -3.0902323061678135354), (1e-5, -4.2648907939228246102),
    (1e-10, -6.3613409024040561991), (1e-12, -7.0344838253011319326),
    (1e-20, -9.2623400897984075796), (1e-100, -21.273453560965324294),
    (1e-300, -37.047096299361199237), (0.075, -1.4395314709384559349),
    (0.074, -1.4466320671589785099),
  ])
  func quantileHasSixteenDigits(p: Double, golden: Double) {
    // AS 241 claims 1 in 10¹⁶; its ratio of polynomials is evaluated in doubles: a few ulp.
    #expect((NormalDistribution.quantile(p) - golden).magnitude <= 8e-16 * golden.magnitude)
  }

  @Test func quantileAndTailAreInverses() throws {
    for exponent in 1...300 {
      for digit in [1.0, 3.7, 5] {
        let p = try #require(Double("\(digit)e-\(exponent)"))
        let z = NormalDistribution.quantile(p)
        // The tail magnifies the quantile's relative rounding by z².
        let tolerance = (8 + 8 * z * z) * 0x1p-53
        #expect((NormalDistribution.upperTail(-z) / p - 1).magnitude < tolerance)
      }
    }
    for step in 1..<1000 {
      let p = Double(step) / 1000
      // A tail of at most 1, rounded a few times to 2⁻⁵³.
      #expect(
        (NormalDistribution.upperTail(-NormalDistribution.quantile(p)) - p).magnitude < 1e-15)
    }
  }

  @Test func quantileAtAndBeyondTheEnds() {
    #expect(NormalDistribution.quantile(0) == -.infinity)
    #expect(NormalDistribution.quantile(1) == .infinity)
    for p in [-0.1, 1.1, .nan, .infinity, -.infinity] {
      #expect(NormalDistribution.quantile(p).isNaN)
    }
  }
}
