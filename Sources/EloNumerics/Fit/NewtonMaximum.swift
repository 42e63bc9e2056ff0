import KernelTypes

/// The maximum of a Bradley–Terry objective, found by Newton's method with a line search.
struct NewtonMaximum {
  let logStrength: [Double]
  let objective: Double
  let gradientNorm: Double
  let iterations: Int
  /// The inverse of the information at the maximum, plus a multiple of 11ᵀ where there is no prior
  /// on all models: what that adds cancels in every gauge.
  let inverseInformation: SymmetricMatrix?

  /// Climbs from `start` until the gradient's largest entry is below `tolerance`.
  ///
  /// The objective is concave, so the maximum is unique where it is finite, and each damped step
  /// gains at least a quarter of what its slope promises, or is so near the maximum that rounding
  /// hides the gain and the full step is taken.
  ///
  /// - Throws: `FitError.notConverged`.
  init(
    _ terms: LikelihoodTerms, start: [Double], tolerance: Double, iterationLimit: Int,
    wantsInverse: Bool, kernels: KernelTable
  ) throws(FitError) {
    var theta = start
    var objective = terms.objective(theta)
    var iterations = 0
    while true {
      let (gradient, information) = terms.derivatives(theta)
      let norm = gradient.reduce(0) { max($0, $1.magnitude) }
      let isConverged = norm < tolerance
      guard norm.isFinite, isConverged || iterations < iterationLimit else {
        throw .notConverged(gradientNorm: norm, iterations: iterations)
      }
      if isConverged, !wantsInverse {
        self.init(theta, objective, norm, iterations, nil)
        return
      }
      let trace = information.diagonal.reduce(0, +)
      let order = Double(information.order)
      let shift = terms.prior > 0 ? 0 : trace / (order * order)
      guard let factor = CholeskyFactor(information, shift: shift, kernels: kernels) else {
        throw .notConverged(gradientNorm: norm, iterations: iterations)
      }
      if isConverged {
        self.init(theta, objective, norm, iterations, factor.inverse())
        return
      }
      let step = factor.solution(gradient)
      (theta, objective) = Self.advance(terms, theta, objective, gradient, step)
      iterations += 1
    }
  }

  private init(
    _ logStrength: [Double], _ objective: Double, _ gradientNorm: Double, _ iterations: Int,
    _ inverseInformation: SymmetricMatrix?
  ) {
    self.logStrength = logStrength
    self.objective = objective
    self.gradientNorm = gradientNorm
    self.iterations = iterations
    self.inverseInformation = inverseInformation
  }

  /// Goes along `step`, halved until the objective gains enough.
  private static func advance(
    _ terms: LikelihoodTerms, _ theta: [Double], _ objective: Double, _ gradient: [Double],
    _ step: [Double]
  ) -> ([Double], Double) {
    let slope = zip(gradient, step).reduce(0) { $0 + $1.0 * $1.1 }
    let longest = step.reduce(0) { max($0, $1.magnitude) }
    // Four natural log-odds, 700 Elo, are as far as a quadratic model can be trusted at all.
    var length = longest > 4 ? 4 / longest : 1
    while true {
      let candidate = zip(theta, step).map { $0 + length * $1 }
      let value = terms.objective(candidate)
      let hasGained = value >= objective + 0.25 * length * slope
      let isWithinRounding = slope < 1e-9 * (1 + objective.magnitude)
      if hasGained || isWithinRounding || length < 1e-6 { return (candidate, value) }
      length /= 2
    }
  }
}
