import EloNumerics

/// The common constant that is taken out of changes: their mean, each weighted by its precision.
///
/// Models that were shown to move are left out of it: with one leap among twelve in the mean, the
/// eleven others would seem to fall by a twelfth of it.
struct CommonShift: Sendable {
  /// One a model, summing to 1; 0 for a model that is left out.
  let weights: [Double]
  /// The covariance of what is left.
  let covariance: SymmetricMatrix

  /// For changes with a covariance that is right up to a common constant.
  ///
  /// Variances depend on that constant; they are taken about the plain mean. For independent changes
  /// with variances v those of what is left are vᵢ − 1/Σ(1/v), and vᵢ + 1/Σ(1/v) for a model that
  /// is left out, Σ over the others.
  init(_ covariance: SymmetricMatrix, isIndependent: Bool, without isLeftOut: [Bool]) {
    let kept = isLeftOut.count { !$0 }
    precondition(kept > 0, "a mean is of something")
    let plain = isLeftOut.map { $0 ? 0 : 1 / Double(kept) }
    let variances = (isIndependent ? covariance : covariance.centred(by: plain)).diagonal
    // Changes without any error decide alone: their precision is without bounds.
    let hasExact = zip(variances, isLeftOut).contains { $0 <= 0 && !$1 }
    let precisions = zip(variances, isLeftOut).map { variance, isLeftOut in
      if isLeftOut { return 0.0 }
      return hasExact ? (variance <= 0 ? 1 : 0) : 1 / variance
    }
    let total = precisions.reduce(0, +)
    weights = precisions.map { $0 / total }
    self.covariance = covariance.centred(by: weights)
  }

  /// The weighted mean of `changes`.
  func mean(_ changes: [Double]) -> Double {
    zip(weights, changes).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
