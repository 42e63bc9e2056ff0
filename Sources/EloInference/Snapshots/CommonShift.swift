import EloNumerics

/// The common constant that is taken out of changes: their mean, each weighted by its precision.
struct CommonShift: Sendable {
  /// One a model, summing to 1.
  let weights: [Double]
  /// The covariance of what is left.
  let covariance: SymmetricMatrix

  /// For changes with a covariance that is right up to a common constant.
  ///
  /// Variances depend on that constant; they are taken about the plain mean. For independent changes
  /// with variances v those of what is left are vᵢ − 1/Σ(1/v).
  init(_ covariance: SymmetricMatrix, isIndependent: Bool) {
    let count = covariance.order
    let plain = [Double](repeating: 1 / Double(count), count: count)
    let variances = (isIndependent ? covariance : covariance.centred(by: plain)).diagonal
    // Changes without any error decide alone: their precision is without bounds.
    let hasExact = variances.contains { $0 <= 0 }
    let precisions = variances.map { hasExact ? ($0 <= 0 ? 1 : 0) : 1 / $0 }
    let total = precisions.reduce(0, +)
    weights = precisions.map { $0 / total }
    self.covariance = covariance.centred(by: weights)
  }

  /// The weighted mean of `changes`.
  func mean(_ changes: [Double]) -> Double {
    zip(weights, changes).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
