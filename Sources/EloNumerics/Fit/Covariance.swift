/// The covariance of log-strengths in natural log-odds, squared; it need not be dense.
public enum Covariance: Sendable, Equatable {
  /// Independent estimates, as a published board gives them: a variance each.
  case independent(variance: [Double])
  /// A whole matrix.
  case dense(SymmetricMatrix)

  /// How many log-strengths there are.
  public var count: Int {
    switch self {
    case .independent(let variance): variance.count
    case .dense(let matrix): matrix.order
    }
  }

  /// The variance of one log-strength.
  public func variance(_ i: Int) -> Double {
    switch self {
    case .independent(let variance): variance[i]
    case .dense(let matrix): matrix[i, i]
    }
  }

  /// The variance of the difference of two log-strengths; it does not depend on the gauge.
  public func varianceOfDifference(_ i: Int, _ j: Int) -> Double {
    switch self {
    case .independent(let variance): variance[i] + variance[j]
    case .dense(let matrix): max(0, matrix[i, i] + matrix[j, j] - 2 * matrix[i, j])
    }
  }

  /// The covariance after the w-weighted mean was taken from all log-strengths.
  public func centred(by weights: [Double]) -> Covariance {
    switch self {
    case .independent: self
    case .dense(let matrix): .dense(matrix.centred(by: weights))
    }
  }
}

/// How the covariance of a fit is estimated.
public enum CovarianceMethod: Sendable, Equatable {
  /// H⁺·S·H⁺ with S from the squared residuals: right whatever the distribution of ties.
  case sandwich
  /// H⁺ alone; too wide by about 1/√(1 − tie rate) when ties count as half wins.
  case wald
  /// H⁺·S·H⁺ with S from the model: battles' variance p(1 − p) less what ties take from it, at the
  /// pooled tie rate; H⁻¹ itself where there is a prior. It can be trusted at two battles, where
  /// squared residuals cannot.
  case modelBased
}

extension Fit {
  /// The covariance of the log-strengths up to the gauge: differences are right as they are,
  /// variances once `centred(by:)` was applied.
  ///
  /// White's sandwich (Econometrica 50 (1982) 1) over cells of equal battles.
  ///
  /// - Complexity: O(pairs + K³).
  public func covariance(_ method: CovarianceMethod) -> Covariance {
    // Centred first: without a prior the inverse holds a multiple of 11ᵀ, with a small one a large
    // one, which cancels in exact arithmetic only.
    let share = 1 / Double(counts.modelCount)
    let inverse = inverseInformation.centred(
      by: [Double](repeating: share, count: counts.modelCount))
    switch method {
    case .wald: return .dense(inverse)
    case .modelBased:
      // S = (1 − τ)·H at the pooled tie rate τ, so that the sandwich is (1 − τ)·H⁺. With a prior the
      // information holds virtual battles, which vary as much as they say and not less.
      let share = options.prior > 0 ? 1 : 1 - counts.tieRate
      return .dense(inverse.scaled(by: share))
    case .sandwich:
      var meat = SymmetricMatrix(zeros: counts.modelCount)
      for pair in 0..<counts.pairCount {
        let (i, j) = (Int(counts.first[pair]), Int(counts.second[pair]))
        let p = 1 / (1 + LibM.exp(logStrength[j] - logStrength[i]))
        meat.addPair(i, j, squaredResiduals(pair, p))
      }
      return .dense(meat.sandwiched(by: inverse, kernels: kernels))
    }
  }

  private func squaredResiduals(_ pair: Int, _ p: Double) -> Double {
    Double(counts.firstWins[pair]) * (1 - p) * (1 - p) + Double(counts.secondWins[pair]) * p * p
      + Double(counts.ties[pair]) * (0.5 - p) * (0.5 - p)
  }
}
