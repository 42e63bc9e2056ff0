import EloNumerics
import TestSupport
import Testing

@Suite struct GaussianDrawsTests {
  /// Every draw's differences against what their covariance should be.
  private func expectDifferences(
    _ covariance: Covariance, models: [Int], count: Int = 12_000,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let draws = GaussianDraws(covariance, models: models, count: count, seed: 1, threads: 1)
    #expect(draws.count == (count + 15) / 16 * 16, sourceLocation: sourceLocation)
    #expect(draws.blocks.count * 16 == draws.count, sourceLocation: sourceLocation)
    #expect(draws.blocks.allSatisfy { $0.count == models.count }, sourceLocation: sourceLocation)
    for i in models.indices {
      for j in 0..<i {
        let variance = covariance.varianceOfDifference(models[i], models[j])
        var (sum, squares) = (0.0, 0.0)
        for block in draws.blocks {
          for lane in 0..<16 {
            let difference = Double(block[i][lane] - block[j][lane])
            sum += difference
            squares += difference * difference
          }
        }
        let n = Double(draws.count)
        // Singles leave 1e-6 of the largest values; a sample variance has a deviation of √(2/n).
        #expect(
          (sum / n).magnitude < 5 * (variance / n).squareRoot() + 1e-4,
          sourceLocation: sourceLocation)
        #expect(
          (squares / n - variance).magnitude < 5 * (2 / n).squareRoot() * variance + 1e-6,
          sourceLocation: sourceLocation)
      }
    }
  }

  /// A random covariance of `order` values.
  private func random(_ order: Int, rank: Int) -> SymmetricMatrix {
    var random = SeededGenerator(seed: order + rank)
    let factor = (0..<order).map { _ in
      (0..<rank).map { _ in Double.random(in: -1...1, using: &random) }
    }
    let transpose = (0..<rank).map { k in (0..<order).map { factor[$0][k] } }
    return symmetric(product(factor, transpose))
  }

  @Test func differencesHaveTheirCovariance() {
    let matrix = random(5, rank: 7)
    expectDifferences(.dense(matrix), models: [0, 1, 2, 3, 4])
    let weights = [Double](repeating: 0.2, count: 5)
    expectDifferences(.dense(matrix.centred(by: weights)), models: [3, 0, 4])
  }

  @Test func independentValuesHaveTheirVariances() {
    expectDifferences(.independent(variance: [1, 4, 0.25, 9]), models: [3, 1, 2])
  }

  @Test func singularCovariancesAreNoObstacle() {
    // Rank two among five values: four of their differences' directions have no variance.
    expectDifferences(.dense(random(5, rank: 2)), models: [0, 1, 2, 3, 4])
    // Two models that are the same: no draw may tell them apart.
    let matrix = symmetric([[1, 1, 0], [1, 1, 0], [0, 0, 1]])
    let draws = GaussianDraws(.dense(matrix), models: [0, 1, 2], count: 160, seed: 0, threads: 1)
    for block in draws.blocks {
      for lane in 0..<16 {
        // A share of 1e-9 of the variance may have been added: 3e-5 of the deviation, four of them.
        #expect((block[0][lane] - block[1][lane]).magnitude < 3e-4)
      }
    }
  }

  @Test func sameSeedSameDraws() {
    let covariance = Covariance.dense(random(4, rank: 6))
    func draws(count: Int = 100, seed: UInt64 = 5, threads: Int = 1) -> GaussianDraws {
      GaussianDraws(
        covariance, models: [0, 1, 2, 3], count: count, seed: seed, threads: threads)
    }
    for threads in [2, 3, 50] { #expect(draws(threads: threads).blocks == draws().blocks) }
    #expect(draws(count: 17).blocks[...] == draws().blocks[..<2])
    #expect(draws(seed: 6).blocks[0] != draws().blocks[0])
    #expect(draws().blocks[0] != draws().blocks[1])
  }

  @Test func commonNumbersServeAnyScale() {
    // Four times the variance, twice each draw: the numbers behind the draws are the same ones.
    let plain = GaussianDraws(
      .independent(variance: [1, 2]), models: [0, 1], count: 16, seed: 3, threads: 1)
    let wide = GaussianDraws(
      .independent(variance: [4, 8]), models: [0, 1], count: 16, seed: 3, threads: 1)
    for (x, y) in zip(plain.blocks[0], wide.blocks[0]) {
      for lane in 0..<16 { #expect((2 * x[lane] - y[lane]).magnitude < 1e-5) }
    }
  }
}
