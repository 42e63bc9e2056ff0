import TestSupport
import Testing

@testable import EloNumerics

/// Designs against the dense matrices that they stand for.
@Suite struct DesignTests {
  private func dense(_ design: Design) -> Rows {
    (0..<design.rowCount).map { row in
      var dense = [Double](repeating: 0, count: design.columnCount)
      dense[Int(design.first[row])] = 1
      dense[Int(design.second[row])] = -1
      if let order = design.order { dense[design.modelCount] = Double(order[row]) }
      for feature in 0..<design.featureCount {
        dense[design.columnCount - design.featureCount + feature] =
          design.features[row * design.featureCount + feature]
      }
      return dense
    }
  }

  @Test(arguments: [0, 1, 2, 3]) func productsAreThoseOfTheMatrix(variant: Int) {
    let design = ObjectiveExample(.halfWin, isBothBadApart: false, variant: variant).objective
      .design
    let matrix = dense(design)
    var random = SeededGenerator(seed: 20)
    let parameters = (0..<design.columnCount).map { _ in Double.random(in: -1...1, using: &random) }
    let weights = (0..<design.rowCount).map { _ in Double.random(in: 0...1, using: &random) }
    for row in 0..<design.rowCount {
      // Sums of some terms near 1.
      #expect((design.predictor(row, parameters) - dot(matrix[row], parameters)).magnitude < 1e-14)
    }
    var transposed = [Double](repeating: 0, count: design.columnCount)
    design.addTransposed(weights, to: &transposed)
    var cross = SymmetricMatrix(zeros: design.columnCount)
    design.addCross(weights, to: &cross)
    for i in 0..<design.columnCount {
      let golden = (0..<design.rowCount).reduce(0) { $0 + matrix[$1][i] * weights[$1] }
      #expect((transposed[i] - golden).magnitude < 1e-13)
      for j in 0..<design.columnCount {
        let golden = (0..<design.rowCount).reduce(0) {
          $0 + matrix[$1][i] * weights[$1] * matrix[$1][j]
        }
        #expect((cross[i, j] - golden).magnitude < 1e-13)
      }
    }
    let part = design.restricted(to: [3, 0, 7])
    #expect(dense(part) == [matrix[3], matrix[0], matrix[7]])
  }
}
