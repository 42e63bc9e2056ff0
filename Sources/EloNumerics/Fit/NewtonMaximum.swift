import KernelTypes

/// The maximum of a Bradley–Terry objective, found by Newton's method with damped steps.
struct NewtonMaximum {
  let logStrength: [Double]
  let objective: Double
  let gradientNorm: Double
  let iterations: Int
  /// The inverse of the information at the maximum, plus a multiple of 11ᵀ where there is no prior
  /// on all models: what that adds cancels in every gauge.
  let inverseInformation: SymmetricMatrix?

  /// Climbs from `start` until the gradient's largest entry is below `tolerance`, and the maximum is no
  /// farther than a millionth of any contrast's standard error.
  ///
  /// The objective is concave, so the maximum is unique where it is finite, and each step is sure to gain.
  /// Where rounding keeps the gradient above `tolerance`, as it does for 10¹² battles in a chain of
  /// thousands of models, steps stop to come closer: then it is enough that the maximum is within a ten
  /// thousandth of a standard error. Where it does not, but what is left moves something that hardly any
  /// battle holds, as a prior of 0.001 holds the mean of 10¹², a hundredth is enough.
  ///
  /// - Throws: `FitError.notConverged`.
  init(
    _ terms: LikelihoodTerms, start: [Double], tolerance: Double, iterationLimit: Int,
    wantsInverse: Bool, kernels: KernelTable
  ) throws(FitError) {
    var theta = start
    var iterations = 0
    var previousDistance = Double.infinity
    while true {
      let (gradient, information) = terms.derivatives(theta)
      let norm = gradient.reduce(0) { max($0, $1.magnitude) }
      let trace = information.diagonal.reduce(0, +)
      let order = Double(information.order)
      let shift = terms.prior > 0 ? 0 : trace / (order * order)
      let factor = CholeskyFactor(information, shift: shift, kernels: kernels)
      // On the way pairs may have 10¹² times each other's information, of which rounding leaves no factor;
      // at the maximum it has evened out.
      guard norm.isFinite, factor != nil || terms.rescue == nil else {
        throw .notConverged(gradientNorm: norm, iterations: iterations)
      }
      let step =
        factor?.solution(gradient)
        ?? information.laplacianSolution(ground: terms.priorCurvature(theta), gradient)
      let slope = Self.product(gradient, step)
      // √(gᵀH⁻¹g): no contrast would move by more standard errors of its own in a full step.
      let distance = max(0, slope).squareRoot()
      let hasStalled = distance > 0.5 * previousDistance
      let isThere =
        norm < tolerance && distance < 1e-6
        || hasStalled && distance < (norm < tolerance ? 1e-2 : 1e-4)
      if isThere {
        // A maximum that is so flat somewhere that its information has no factor has no errors either.
        guard factor != nil || !wantsInverse else {
          throw .notConverged(gradientNorm: norm, iterations: iterations)
        }
        self.init(
          theta, terms.objective(theta), norm, iterations, wantsInverse ? factor?.inverse() : nil)
        return
      }
      guard iterations < iterationLimit, distance.isFinite else {
        throw .notConverged(gradientNorm: norm, iterations: iterations)
      }
      theta = Self.advanced(terms, theta, step)
      previousDistance = distance
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

  /// `theta` after a step, shortened where it might lose.
  ///
  /// With D the largest change of a gap, the curvature along the step is at most e^(tD) times that at its
  /// start. So ln(1 + D)/D of the step gains for certain, and so does all of it where D is at most 1. A
  /// whole step that ends still climbing has gained more than any part of it.
  private static func advanced(_ terms: LikelihoodTerms, _ theta: [Double], _ step: [Double])
    -> [Double]
  {
    let change = terms.largestGapChange(step)
    let whole = zip(theta, step).map { $0 + $1 }
    if change <= 1 || terms.slope(at: whole, along: step) >= 0 { return whole }
    let length = LibM.log1p(change) / change
    return zip(theta, step).map { $0 + length * $1 }
  }

  private static func product(_ x: [Double], _ y: [Double]) -> Double {
    zip(x, y).reduce(0) { $0 + $1.0 * $1.1 }
  }
}
