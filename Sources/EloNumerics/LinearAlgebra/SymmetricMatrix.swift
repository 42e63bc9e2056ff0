/// A symmetric matrix, stored whole and row by row.
public struct SymmetricMatrix: Sendable, Equatable {
  /// The number of rows.
  public let order: Int
  /// The order² entries, row-major.
  package var storage: [Double]

  /// A matrix of zeros.
  public init(zeros order: Int) {
    self.order = order
    storage = [Double](repeating: 0, count: order * order)
  }

  /// The entry in `row` and `column`; setting one leaves its mirror image as it is.
  public subscript(row: Int, column: Int) -> Double {
    get { storage[row * order + column] }
    set { storage[row * order + column] = newValue }
  }

  /// The diagonal.
  public var diagonal: [Double] { (0..<order).map { self[$0, $0] } }

  /// Adds `value` times (eᵢ − eⱼ)(eᵢ − eⱼ)ᵀ, the form in which a pair enters.
  mutating func addPair(_ i: Int, _ j: Int, _ value: Double) {
    storage[i * order + i] += value
    storage[j * order + j] += value
    storage[i * order + j] -= value
    storage[j * order + i] -= value
  }

  /// The matrix times `factor`.
  package func scaled(by factor: Double) -> SymmetricMatrix {
    var result = self
    for index in result.storage.indices { result.storage[index] *= factor }
    return result
  }

  /// (I − 1wᵀ)·M·(I − w1ᵀ): the covariance of values from which their w-weighted mean is taken.
  ///
  /// - Parameter weights: one a row, summing to 1.
  /// - Complexity: O(order²).
  package func centred(by weights: [Double]) -> SymmetricMatrix {
    let weighted = (0..<order).map { row in
      zip(storage[row * order..<(row + 1) * order], weights).reduce(0) { $0 + $1.0 * $1.1 }
    }
    let total = zip(weighted, weights).reduce(0) { $0 + $1.0 * $1.1 }
    var result = self
    for row in 0..<order {
      for column in 0..<order {
        result.storage[row * order + column] += total - weighted[row] - weighted[column]
      }
    }
    return result
  }
}
