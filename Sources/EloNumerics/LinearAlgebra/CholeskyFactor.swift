import KernelTypes

/// The Cholesky factor of a positive definite matrix, for solving and inverting.
///
/// Works on panels of eight columns, so that nearly all arithmetic is in one kernel, `addProduct`.
struct CholeskyFactor {
  private let order: Int
  /// The order rounded up to eight; the padding is the identity.
  private let stride: Int
  /// L below the diagonal and Lᵀ above it, so that both substitutions read rows.
  private var storage: [Double]
  private let kernels: KernelTable

  /// Factors `matrix` + `shift`·ffᵀ, or returns `nil` where that is not positive definite.
  ///
  /// - Parameter direction: f; ones where it is `nil`.
  /// - Complexity: O(order³/3).
  init?(
    _ matrix: SymmetricMatrix, shift: Double = 0, along direction: [Double]? = nil,
    kernels: KernelTable
  ) {
    order = matrix.order
    stride = (order + 7) / 8 * 8
    self.kernels = kernels
    storage = [Double](repeating: 0, count: stride * stride)
    for row in 0..<order {
      let own = shift * (direction?[row] ?? 1)
      for column in 0..<order {
        storage[row * stride + column] =
          matrix.storage[row * order + column] + own * (direction?[column] ?? 1)
      }
    }
    for row in order..<stride { storage[row * stride + row] = 1 }
    guard factor() else { return nil }
  }

  /// Factors a positive semidefinite `matrix`, with as little added to its diagonal as makes it
  /// definite: nothing, or 1e-9 of its mean and ten times more until it is.
  init(regularising matrix: SymmetricMatrix, kernels: KernelTable) {
    var regularised = matrix
    let mean = matrix.diagonal.reduce(0, +) / Double(max(1, matrix.order))
    var share = 1e-9
    precondition(matrix.storage.allSatisfy(\.isFinite), "a covariance is finite")
    while true {
      if let factor = CholeskyFactor(regularised, kernels: kernels) {
        self = factor
        return
      }
      regularised = matrix
      let addition = mean > 0 ? share * mean : 1
      for row in 0..<matrix.order { regularised[row, row] += addition }
      share *= 10
    }
  }

  private mutating func factor() -> Bool {
    var sums = [Lanes](repeating: .zero, count: stride)
    var panel = sums
    for block in Swift.stride(from: 0, to: stride, by: 8) {
      for row in block..<stride { sums[row] = lanes(row, block) }
      for column in 0..<block {
        // Lᵀ above the diagonal holds a column of L contiguously.
        panel[column] = -lanes(column, block)
      }
      subtractProduct(rows: block..<stride, columns: 0..<block, panel, &sums)
      guard factorBlock(block, &sums) else { return false }
      for row in block..<stride {
        for lane in 0..<8 where block + lane <= row {
          storage[row * stride + block + lane] = sums[row][lane]
          storage[(block + lane) * stride + row] = sums[row][lane]
        }
      }
    }
    return true
  }

  /// Eliminates the eight columns of a panel from each of its rows.
  private func factorBlock(_ block: Int, _ sums: inout [Lanes]) -> Bool {
    for lane in 0..<8 {
      let pivot = sums[block + lane][lane]
      guard pivot > 0, pivot.isFinite else { return false }
      let root = pivot.squareRoot()
      let inverse = 1 / root
      var multiplier = Lanes.zero
      for other in lane + 1..<8 { multiplier[other] = sums[block + other][lane] * inverse }
      sums[block + lane][lane] = root
      for row in block + lane + 1..<stride {
        let value = sums[row][lane] * inverse
        sums[row] -= multiplier * value
        sums[row][lane] = value
      }
    }
    return true
  }

  /// Replaces eight right-hand sides, a lane each and `stride` entries long, by the solutions.
  private func solve(_ sides: inout [Lanes], _ negated: inout [Lanes]) {
    for block in Swift.stride(from: 0, to: stride, by: 8) {
      subtractProduct(rows: block..<block + 8, columns: 0..<block, negated, &sides)
      for row in block..<block + 8 {
        var value = sides[row]
        for column in block..<row { value -= sides[column] * storage[row * stride + column] }
        sides[row] = value * (1 / storage[row * stride + row])
        negated[row] = -sides[row]
      }
    }
    for block in Swift.stride(from: stride - 8, through: 0, by: -8) {
      subtractProduct(rows: block..<block + 8, columns: block + 8..<stride, negated, &sides)
      for row in (block..<block + 8).reversed() {
        var value = sides[row]
        for column in row + 1..<block + 8 {
          value -= sides[column] * storage[row * stride + column]
        }
        sides[row] = value * (1 / storage[row * stride + row])
        negated[row] = -sides[row]
      }
    }
  }

  /// The solution of (matrix + shift·ffᵀ)·x = `side`.
  func solution(_ side: [Double]) -> [Double] {
    var sides = [Lanes](repeating: .zero, count: stride)
    var negated = sides
    for row in 0..<order { sides[row] = Lanes(repeating: side[row]) }
    solve(&sides, &negated)
    return (0..<order).map { sides[$0][0] }
  }

  /// The inverse of matrix + shift·ffᵀ, made exactly symmetric.
  ///
  /// - Complexity: O(2·order³).
  func inverse() -> SymmetricMatrix {
    var result = SymmetricMatrix(zeros: order)
    var sides = [Lanes](repeating: .zero, count: stride)
    var negated = sides
    for block in Swift.stride(from: 0, to: order, by: 8) {
      for row in 0..<stride { sides[row] = .zero }
      for lane in 0..<8 { sides[block + lane][lane] = 1 }
      solve(&sides, &negated)
      for row in block..<order {
        for lane in 0..<min(8, order - block) where block + lane <= row {
          result[row, block + lane] = sides[row][lane]
          result[block + lane, row] = sides[row][lane]
        }
      }
    }
    return result
  }

  /// L in single precision, `order`² entries row by row, zeros above the diagonal.
  var lowerTriangle: [Float] {
    var triangle = [Float](repeating: 0, count: order * order)
    for row in 0..<order {
      for column in 0...row {
        triangle[row * order + column] = Float(storage[row * stride + column])
      }
    }
    return triangle
  }

  private func lanes(_ row: Int, _ column: Int) -> Lanes {
    var result = Lanes.zero
    for lane in 0..<8 { result[lane] = storage[row * stride + column + lane] }
    return result
  }

  private func subtractProduct(
    rows: Range<Int>, columns: Range<Int>, _ negatedPanel: [Lanes], _ sums: inout [Lanes]
  ) {
    guard !columns.isEmpty else { return }
    var target = sums.mutableSpan
    kernels.addProduct(storage.span, stride, rows, columns, negatedPanel.span, &target)
  }
}
