import EloNumerics
import TestSupport
import Testing

@Suite struct QuasiVariancesTests {
  /// The covariance of independent values in an arbitrary gauge.
  private func disguised(_ variances: [Double]) -> Covariance {
    var matrix = SymmetricMatrix(zeros: variances.count)
    for (i, variance) in variances.enumerated() { matrix[i, i] = variance }
    let weights = variances.indices.map { Double($0 + 1) }
    return Covariance.dense(matrix).centred(by: weights.map { $0 / weights.reduce(0, +) })
  }

  @Test(arguments: [3, 4, 9, 40]) func independentVariancesReturnThemselves(count: Int) throws {
    var random = SeededGenerator(seed: count)
    let variances = (0..<count).map { _ in Double.random(in: 0.1...5, using: &random) }
    let models = Array(0..<count)
    #expect(quasiVariances(.independent(variance: variances), models: models) == variances)
    let found = try #require(quasiVariances(disguised(variances), models: models))
    // The iteration ends at relative steps of 1e-12.
    for (q, v) in zip(found, variances) { #expect((q / v - 1).magnitude < 1e-10) }
  }

  @Test func followTheModelsThatAreAskedFor() throws {
    let covariance = disguised([1, 2, 3, 4, 5])
    let found = try #require(quasiVariances(covariance, models: [4, 0, 2]))
    // As above.
    for (q, v) in zip(found, [5.0, 1, 3]) { #expect((q - v).magnitude < 1e-10) }
    #expect(
      quasiVariances(.independent(variance: [1, 2, 3, 4]), models: [3, 1, 0]) == [4, 2, 1])
  }

  @Test func areUndefinedForFewerThanThreeModels() {
    let covariance = disguised([1, 2, 3])
    #expect(quasiVariances(covariance, models: [0, 1]) == nil)
    #expect(quasiVariances(covariance, models: [0]) == nil)
    #expect(quasiVariances(covariance, models: []) == nil)
    #expect(quasiVariances(.independent(variance: [1, 2]), models: [0, 1]) == nil)
  }

  @Test func areUndefinedWhereADifferenceHasNoVariance() {
    var matrix = SymmetricMatrix(zeros: 3)
    matrix[2, 2] = 1
    #expect(quasiVariances(.dense(matrix), models: [0, 1, 2]) == nil)
  }

  @Test func canBeNegative() throws {
    // Three models: q₀ = (v₀₁ + v₀₂ − v₁₂)/2 exactly. Model 0 lies between 1 and 2, whose errors
    // go opposite ways: v = 0.1, 1 and 1.5.
    let matrix = symmetric([[0, 0, 0], [0, 0.1, -0.2], [0, -0.2, 1]])
    let found = try #require(quasiVariances(.dense(matrix), models: [0, 1, 2]))
    for (q, golden) in zip(found, [-0.2, 0.3, 1.2]) { #expect((q - golden).magnitude < 1e-10) }
  }

  @Test(arguments: 1...10) func leastSquaresHasNoSlopeLeft(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let count = 4 + seed
    let factor = (0..<count).map { _ in
      (0..<count).map { _ in Double.random(in: -1...1, using: &random) }
    }
    let transpose = (0..<count).map { i in (0..<count).map { factor[$0][i] } }
    let covariance = Covariance.dense(symmetric(product(factor, transpose)))
    let q = try #require(quasiVariances(covariance, models: Array(0..<count)))
    for i in 0..<count {
      var slope = 0.0
      for j in 0..<count where j != i {
        let ratio = (q[i] + q[j]) / covariance.varianceOfDifference(i, j)
        slope += LibM.log(ratio) / (q[i] + q[j])
      }
      // Steps of 1e-12 of q, slopes of order one.
      #expect(slope.magnitude < 1e-8, "seed \(seed)")
    }
  }
}
