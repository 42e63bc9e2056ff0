import EloNumerics
import KernelTypes
import TestSupport
import Testing

@Suite struct GaussianDrawsTests {
  /// Every draw's differences against what their covariance should be.
  private func expectDifferences(
    _ covariance: Covariance, models: [Int], count: Int = 12_000,
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    let draws = GaussianDraws(covariance, models: models, count: count, seed: 1)
    #expect(draws.count == (count + 15) / 16 * 16, sourceLocation: sourceLocation)
    #expect(draws.modelCount == models.count, sourceLocation: sourceLocation)
    let blocks = draws.blocks
    for i in models.indices {
      for j in 0..<i {
        let variance = covariance.varianceOfDifference(models[i], models[j])
        var (sum, squares) = (0.0, 0.0)
        for block in blocks {
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
    let draws = GaussianDraws(.dense(matrix), models: [0, 1, 2], count: 160, seed: 0)
    for block in draws.blocks {
      for lane in 0..<16 {
        // A share of 1e-9 of the variance may have been added: 3e-5 of the deviation, four of them.
        #expect((block[0][lane] - block[1][lane]).magnitude < 3e-4)
      }
    }
  }

  @Test func sameSeedSameDraws() {
    let covariance = Covariance.dense(random(4, rank: 6))
    func draws(count: Int = 100, seed: UInt64 = 5) -> GaussianDraws {
      GaussianDraws(covariance, models: [0, 1, 2, 3], count: count, seed: seed)
    }
    #expect(draws().blocks == draws().blocks)
    #expect(draws(count: 17).blocks[...] == draws().blocks[..<2])
    #expect(draws(seed: 6).blocks[0] != draws().blocks[0])
    #expect(draws().blocks[0] != draws().blocks[1])
  }

  /// A block is the same whichever was made before it, whatever the arrays held.
  @Test func blocksDoNotDependOnEachOther() {
    for covariance in [
      Covariance.dense(random(5, rank: 6)), .independent(variance: [1, 4, 9, 1, 2]),
    ] {
      let draws = GaussianDraws(covariance, models: [0, 2, 3, 4], count: 64, seed: 8)
      var normals = [DrawLanes](repeating: DrawLanes(repeating: .nan), count: 4)
      var block = normals
      for index in [3, 0, 2] {
        draws.draw(block: index, &normals, into: &block)
        #expect(block == draws.blocks[index])
      }
    }
  }

  @Test func commonNumbersServeAnyScale() {
    // Four times the variance, twice each draw: the numbers behind the draws are the same ones.
    let plain = GaussianDraws(
      .independent(variance: [1, 2]), models: [0, 1], count: 16, seed: 3)
    let wide = GaussianDraws(
      .independent(variance: [4, 8]), models: [0, 1], count: 16, seed: 3)
    for (x, y) in zip(plain.blocks[0], wide.blocks[0]) {
      for lane in 0..<16 { #expect((2 * x[lane] - y[lane]).magnitude < 1e-5) }
    }
  }
}

extension GaussianDraws {
  /// All blocks of sixteen draws, each as long as there are models.
  fileprivate var blocks: [[DrawLanes]] {
    var normals = [DrawLanes](repeating: .zero, count: modelCount)
    return (0..<count / 16).map { block in
      var draws = [DrawLanes](repeating: .zero, count: modelCount)
      draw(block: block, &normals, into: &draws)
      return draws
    }
  }
}
