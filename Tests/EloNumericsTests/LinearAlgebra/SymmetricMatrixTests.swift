@testable import EloNumerics
import Kernels
import KernelTypes
import TestSupport
import Testing

@Suite struct SymmetricMatrixTests {
  private func random(_ order: Int, seed: Int) -> Rows {
    var random = SeededGenerator(seed: seed)
    var rows = [[Double]](repeating: [Double](repeating: 0, count: order), count: order)
    for i in 0..<order {
      for j in 0...i {
        rows[i][j] = .random(in: -1...1, using: &random)
        rows[j][i] = rows[i][j]
      }
    }
    return rows
  }

  @Test(arguments: 1...33) func sandwichAgreesWithTwoProducts(order: Int) {
    let (outer, inner) = (random(order, seed: order), random(order, seed: -order))
    let found = rows(symmetric(inner).sandwiched(by: symmetric(outer), kernels: .baseline))
    // Sums of 33² products of numbers below 1.
    #expect(distance(found, product(product(outer, inner), outer)) < 1e-12)
    for i in 0..<order { for j in 0..<i { #expect(found[i][j] == found[j][i], "symmetric") } }
  }

  @Test(arguments: 1...12) func centredTakesTheWeightedMeanOut(order: Int) {
    var generator = SeededGenerator(seed: order)
    let matrix = random(order, seed: order)
    let raw = (0..<order).map { _ in Double.random(in: 0...1, using: &generator) }
    let weights = raw.map { $0 / raw.reduce(0, +) }
    let centring = (0..<order).map { i in (0..<order).map { (i == $0 ? 1 : 0) - weights[$0] } }
    let transpose = (0..<order).map { i in (0..<order).map { centring[$0][i] } }
    let found = rows(symmetric(matrix).centred(by: weights))
    // Sums of 12 products of numbers below 1, twice.
    #expect(distance(found, product(product(centring, matrix), transpose)) < 1e-14)
    for row in found {
      // Likewise.
      #expect(zip(row, weights).reduce(0) { $0 + $1.0 * $1.1 }.magnitude < 1e-14)
    }
  }

  @Test func addPairIsTheOuterProductOfADifference() {
    var matrix = SymmetricMatrix(zeros: 3)
    matrix.addPair(0, 2, 4)
    matrix.addPair(2, 1, 1)
    #expect(rows(matrix) == [[4, 0, -4], [0, 1, -1], [-4, -1, 5]])
    #expect(matrix.diagonal == [4, 1, 5])
    #expect(rows(matrix.scaled(by: 0.5)) == [[2, 0, -2], [0, 0.5, -0.5], [-2, -0.5, 2.5]])
  }

  @Test func covariancesOfDifferencesDoNotSeeTheGauge() {
    let matrix = symmetric([[2, 0.5, 0.1], [0.5, 1, -0.2], [0.1, -0.2, 3]])
    let dense = Covariance.dense(matrix)
    #expect(dense.variance(2) == 3)
    #expect(dense.varianceOfDifference(0, 1) == 2)
    let centred = dense.centred(by: [0.2, 0.3, 0.5])
    // A few roundings of numbers of at most 3.
    #expect((centred.varianceOfDifference(0, 1) - 2).magnitude < 1e-15)
    let anchored = dense.centred(by: [0, 1, 0])
    // Likewise.
    #expect(anchored.variance(1).magnitude < 1e-15, "an anchored model has no variance")
    #expect((anchored.variance(0) - 2).magnitude < 1e-15)
    let independent = Covariance.independent(variance: [1, 2, 4])
    #expect(independent.variance(2) == 4)
    #expect(independent.varianceOfDifference(1, 2) == 6)
    #expect(independent.centred(by: [1, 0, 0]) == independent)
    // Rounding must not make a variance negative.
    let touching = Covariance.dense(symmetric([[1, 1 + 1e-15], [1 + 1e-15, 1]]))
    #expect(touching.varianceOfDifference(0, 1) == 0)
  }
}
