@testable import EloNumerics
import Kernels
import KernelTypes
import TestSupport
import Testing

@Suite struct CholeskyFactorTests {
  /// A·Aᵀ + order·I: eigenvalues between `order` and some 3·`order`, well conditioned.
  private func definite(_ order: Int, seed: Int) -> Rows {
    var random = SeededGenerator(seed: seed)
    let a = (0..<order).map { _ in
      (0..<order).map { _ in Double.random(in: -1...1, using: &random) }
    }
    return (0..<order).map { i in
      (0..<order).map { j in
        (i == j ? Double(order) : 0) + (0..<order).reduce(0) { $0 + a[i][$1] * a[j][$1] }
      }
    }
  }

  @Test(arguments: 1...40) func inverseAndSolutionAgreeWithElimination(order: Int) throws {
    let matrix = definite(order, seed: order)
    let factor = try #require(CholeskyFactor(symmetric(matrix), kernels: .baseline))
    let found = rows(factor.inverse())
    // Condition numbers of a few: rounding of some 40 terms of size 1/order.
    #expect(distance(found, inverse(matrix)) < 1e-13)
    #expect(distance(product(found, matrix), identity(order)) < 1e-12)
    for i in 0..<order { for j in 0..<i { #expect(found[i][j] == found[j][i], "symmetric") } }
    let truth = (0..<order).map { Double($0) - 3.5 }
    let side = matrix.map { row in zip(row, truth).reduce(0) { $0 + $1.0 * $1.1 } }
    for (x, y) in zip(factor.solution(side), truth) { #expect((x - y).magnitude < 1e-12) }
  }

  @Test func lowerTriangleTimesItsTransposeIsTheMatrix() throws {
    for order in [1, 7, 8, 9, 17] {
      let matrix = definite(order, seed: 100 + order)
      let triangle = try #require(CholeskyFactor(symmetric(matrix), kernels: .baseline))
        .lowerTriangle
      for i in 0..<order {
        for j in 0..<order {
          if j > i { #expect(triangle[i * order + j] == 0) }
          let entry = (0..<order).reduce(0.0) {
            $0 + Double(triangle[i * order + $1]) * Double(triangle[j * order + $1])
          }
          // Singles have 2⁻²⁴; the entries are at most 60.
          #expect((entry - matrix[i][j]).magnitude < 60 * 0x1p-22)
        }
      }
    }
  }

  @Test func inverseOfAHilbertMatrixIsKnown() throws {
    let hilbert = (0..<4).map { i in (0..<4).map { 1 / Double(i + $0 + 1) } }
    let factor = try #require(CholeskyFactor(symmetric(hilbert), kernels: .baseline))
    // The inverse's entries are integers (Choi, American Mathematical Monthly 90 (1983) 301).
    let known: Rows = [
      [16, -120, 240, -140], [-120, 1200, -2700, 1680], [240, -2700, 6480, -4200],
      [-140, 1680, -4200, 2800],
    ]
    // Condition number 15,514 times 2⁻⁵² times the largest entry is 2e-8.
    #expect(distance(rows(factor.inverse()), known) < 1e-7)
  }

  @Test func shiftAddsToEveryEntry() throws {
    let matrix = definite(11, seed: 5)
    let shifted = matrix.map { $0.map { $0 + 2.5 } }
    let factor = try #require(CholeskyFactor(symmetric(matrix), shift: 2.5, kernels: .baseline))
    // As above: the shift adds one eigenvalue, 2.5·11, to condition numbers of a few.
    #expect(distance(rows(factor.inverse()), inverse(shifted)) < 1e-13)
    // A graph's Laplacian is singular, and definite once 11ᵀ is added.
    var laplacian = SymmetricMatrix(zeros: 9)
    for i in 0..<9 { laplacian.addPair(i, (i + 1) % 9, 1) }
    #expect(CholeskyFactor(laplacian, shift: 0.1, kernels: .baseline) != nil)
  }

  @Test(arguments: [1, 8, 9, 16, 20]) func whatIsNotDefiniteHasNoFactor(order: Int) {
    for place in [0, order / 2, order - 1] {
      for value in [0, -1e-3, -.infinity, .infinity, .nan] as [Double] {
        var matrix = symmetric(identity(order))
        matrix[place, place] = value
        #expect(CholeskyFactor(matrix, kernels: .baseline) == nil, "\(value) at \(place)")
      }
    }
    // Positive on the diagonal and indefinite all the same.
    let indefinite = symmetric([[1, 2], [2, 1]])
    #expect(CholeskyFactor(indefinite, kernels: .baseline) == nil)
  }

  @Test func regularisingLeavesADefiniteMatrixAloneAndMendsASingularOne() throws {
    let matrix = symmetric(definite(9, seed: 8))
    let plain = try #require(CholeskyFactor(matrix, kernels: .baseline))
    #expect(
      CholeskyFactor(regularising: matrix, kernels: .baseline).lowerTriangle
        == plain.lowerTriangle)
    // Rank one.
    let singular = symmetric((0..<5).map { i in (0..<5).map { Double((i + 1) * ($0 + 1)) } })
    let triangle = CholeskyFactor(regularising: singular, kernels: .baseline).lowerTriangle
    for i in 0..<5 {
      let variance = (0..<5).reduce(0.0) {
        $0 + Double(triangle[i * 5 + $1] * triangle[i * 5 + $1])
      }
      // 1e-9 of the mean diagonal, 11, was added, and singles round to 2⁻²⁴ of 25.
      #expect((variance - singular[i, i]).magnitude < 1e-5)
    }
  }
}
