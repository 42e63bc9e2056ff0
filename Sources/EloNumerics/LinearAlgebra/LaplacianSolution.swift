/// Solutions of weighted Laplacians that no rounding can make indefinite.
extension SymmetricMatrix {
  /// The x with L·x = `side` and, where nothing is grounded, the last entry 0.
  ///
  /// L has as off-diagonal entries those of this matrix, none positive, and as diagonal what makes row
  /// sums `ground`; its own diagonal is not read. Elimination adds positive numbers only (Grassmann,
  /// Taksar and Heyman, Operations Research 33 (1985) 1107), so that weights may differ by any factor:
  /// Cholesky's method takes the large ones from the diagonal, and what is left of the small ones is
  /// rounding.
  ///
  /// - Parameters:
  ///   - ground: not negative; all 0 takes a `side` that sums to 0.
  ///   - side: one a row.
  /// - Complexity: O(order³/3), without kernels.
  func laplacianSolution(ground: [Double], _ side: [Double]) -> [Double] {
    var weight = storage.map { -$0 }
    var (ground, side) = (ground, side)
    var total = [Double](repeating: 0, count: order)
    for node in 0..<order {
      let row = node * order
      total[node] = (node + 1..<order).reduce(ground[node]) { $0 + weight[row + $1] }
      guard total[node] > 0 else { continue }
      for i in node + 1..<order where weight[row + i] > 0 {
        let share = weight[row + i] / total[node]
        ground[i] += share * ground[node]
        side[i] += share * side[node]
        for j in node + 1..<order where j != i {
          weight[i * order + j] += share * weight[row + j]
        }
      }
    }
    var solution = [Double](repeating: 0, count: order)
    for node in (0..<order).reversed() where total[node] > 0 {
      let sum = (node + 1..<order).reduce(side[node]) {
        $0 + weight[node * order + $1] * solution[$1]
      }
      solution[node] = sum / total[node]
    }
    return solution
  }
}
