import TestSupport
import Testing

@testable import EloNumerics

@Suite struct LaplacianSolutionTests {
  private func laplacian(_ edges: [(Int, Int, Double)], order: Int) -> SymmetricMatrix {
    var matrix = SymmetricMatrix(zeros: order)
    for (i, j, weight) in edges { matrix.addPair(i, j, weight) }
    return matrix
  }

  /// Against the product with a known x, on full random graphs, grounded and not.
  @Test(arguments: 0..<10) func agreesWithProducts(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let order = 9
    var edges: [(Int, Int, Double)] = []
    for i in 0..<order {
      for j in 0..<i { edges.append((i, j, .random(in: 0.1...9, using: &random))) }
    }
    let matrix = laplacian(edges, order: order)
    let isGrounded = seed.isMultiple(of: 2)
    let ground = (0..<order).map { _ in isGrounded ? Double.random(in: 0...2, using: &random) : 0 }
    var x = (0..<order).map { _ in Double.random(in: -3...3, using: &random) }
    if !isGrounded { x[order - 1] = 0 }
    let side = (0..<order).map { row in
      (0..<order).reduce(ground[row] * x[row]) { $0 + matrix[row, $1] * x[$1] }
    }
    for (found, known) in zip(matrix.laplacianSolution(ground: ground, side), x) {
      // Sums of nine terms of some hundred, rounded to 2⁻⁵³, over weights of some ten.
      #expect((found - known).magnitude < 1e-12)
    }
  }

  /// A ring whose weights differ by 10¹⁵: what rounding leaves of them on the diagonal has no factor.
  @Test func weightsOfAllSizes() {
    let weights = [1e15, 1, 1e9, 3, 1e15, 7e3]
    let matrix = laplacian(
      weights.enumerated().map { ($0.offset, ($0.offset + 1) % 6, $0.element) }, order: 6)
    // One unit in at 0 and out at 3: by either way round, of resistances R and S, the drop is
    // R·S/(R + S); R = 1e-15 + 1 + 1e-9, S = 1/7e3 + 1e-15 + 1/3, by Python.
    let x = matrix.laplacianSolution(
      ground: [Double](repeating: 0, count: 6), [1, 0, 0, -1, 0, 0])
    let (r, s) = (1e-15 + 1 + 1e-9, 1 / 7e3 + 1e-15 + 1.0 / 3)
    #expect((x[0] - x[3] - r * s / (r + s)).magnitude < 1e-14)
  }
}
