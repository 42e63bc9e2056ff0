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
  /// H⁺·S·H⁺ with S from the squared residuals: right whatever the distribution of ties. Battles that
  /// came with clusters are summed within them first: right whatever the dependence within.
  case sandwich
  /// The same with every battle by itself, whatever clusters there are.
  case sandwichOfBattles
  /// H⁺ alone; too wide by about 1/√(1 − tie rate) when ties count as half wins.
  case wald
  /// H⁺·S·H⁺ with S from the model: battles' variance p(1 − p) less what ties take from it, at the
  /// pooled tie rate; H⁻¹ itself where there is a prior. It can be trusted at two battles, where
  /// squared residuals cannot.
  case modelBased
}

extension Fit {
  /// The covariance of the log-strengths in the gauge.
  ///
  /// - Complexity: that of `covarianceUpToGauge`.
  public func covariance(_ method: CovarianceMethod) -> Covariance {
    covarianceUpToGauge(method).centred(by: gauge.weights)
  }

  /// The same where only differences are asked for, which are the same in every gauge.
  ///
  /// White's sandwich (Econometrica 50 (1982) 1) over cells of equal battles.
  ///
  /// - Complexity: O(pairs + K³).
  package func covarianceUpToGauge(_ method: CovarianceMethod) -> Covariance {
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
      return .dense(scores.sumOfSquares().sandwiched(by: inverse, kernels: kernels))
    case .sandwichOfBattles:
      let meat = terms.scores(uncentred).sumOfSquares()
      return .dense(meat.sandwiched(by: inverse, kernels: kernels))
    }
  }

  /// The acceleration of the BCa interval of each model's log-strength in the gauge, from the influence of
  /// battles, or of clusters of them: the infinitesimal jackknife.
  ///
  /// - Complexity: O(K·pairs), or O(K·Σ m) for m models in a cluster.
  public func accelerations() -> [Double] { accelerations(of: Array(0..<counts.modelCount)) }

  /// That of one model.
  public func acceleration(of model: Int) -> Double { accelerations(of: [model])[0] }

  private func accelerations(of rows: [Int]) -> [Double] {
    let models = counts.modelCount
    let weights = gauge.weights
    // Row i is (eᵢ − w)ᵀ·H⁺; multiples of 1 that H⁺ is known up to vanish against scores.
    let mean = (0..<models).map { column in
      (0..<models).reduce(0.0) { $0 + weights[$1] * inverseInformation[$1, column] }
    }
    let influence = rows.map { row in
      (0..<models).map { inverseInformation[row, $0] - mean[$0] }
    }
    return scores.accelerations(influence)
  }

  /// The scores of the parts that count as independent: battles, or the clusters that they came in (Liang and
  /// Zeger, Biometrika 73 (1986) 13).
  var scores: ScoreMatrix {
    guard let clusters else { return terms.scores(uncentred) }
    return terms.scores(
      uncentred, start: clusters.start, row: clusters.pair,
      outcomes: Outcomes(battles: clusters.battles, halfWins: clusters.halfWins)
    ).correctedForClusters
  }
}
