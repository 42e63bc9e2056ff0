import KernelTypes

/// The maximum of a concave objective, found by Newton's method with damped steps.
struct Maximum {
  let parameters: [Double]
  let value: Double
  let gradientNorm: Double
  let iterations: Int
  /// The inverse of the information at the maximum, plus a multiple of ffᵀ where the objective has a flat
  /// direction f: what that adds cancels in every gauge. `nil` where it was not asked for.
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
  /// - Complexity: O(P³) a step for P parameters, and that of the derivatives.
  init(
    _ objective: some ConcaveObjective, start: [Double], tolerance: Double, iterationLimit: Int,
    wantsInverse: Bool, kernels: KernelTable
  ) throws(FitError) {
    var parameters = start
    var iterations = 0
    var previousDistance = Double.infinity
    while true {
      let derivatives = objective.derivatives(parameters)
      let norm = derivatives.gradient.reduce(0) { max($0, $1.magnitude) }
      // On the way pairs may have 10¹² times each other's information, of which rounding leaves no factor;
      // at the maximum it has evened out.
      guard norm.isFinite else {
        throw .notConverged(gradientNorm: norm, iterations: iterations)
      }
      let factor = CholeskyFactor(
        derivatives.information, filling: objective.flatDirection, kernels: kernels)
      guard
        let step = factor?.solution(derivatives.gradient)
          ?? objective.stepWithoutFactor(derivatives, at: parameters)
      else { throw .notConverged(gradientNorm: norm, iterations: iterations) }
      // √(gᵀH⁻¹g): no contrast would move by more standard errors of its own in a full step.
      let distance = max(0, dot(derivatives.gradient, step)).squareRoot()
      let hasStalled = distance > 0.5 * previousDistance
      let isThere =
        norm < tolerance && distance < 1e-6
        || hasStalled && distance < (norm < tolerance ? 1e-2 : 1e-4)
      if isThere {
        // A maximum that is so flat somewhere that its information has no factor has no errors either.
        guard factor != nil || !wantsInverse else {
          throw .notConverged(gradientNorm: norm, iterations: iterations)
        }
        self.parameters = parameters
        value = objective.value(parameters)
        gradientNorm = norm
        self.iterations = iterations
        inverseInformation = wantsInverse ? factor?.inverse() : nil
        return
      }
      guard iterations < iterationLimit, distance.isFinite else {
        throw .notConverged(gradientNorm: norm, iterations: iterations)
      }
      parameters = Self.advanced(objective, parameters, step)
      previousDistance = distance
      iterations += 1
    }
  }

  /// `parameters` after a step, shortened where it might lose.
  ///
  /// With R the bound on the third derivative, the curvature along the step is at most e^(tR) times that at
  /// its start. So ln(1 + R)/R of the step gains for certain, and so does all of it where R is at most 1. A
  /// whole step that ends still climbing has gained more than any part of it. Near a boundary there is no
  /// such bound: the step is halved until it gains.
  private static func advanced(
    _ objective: some ConcaveObjective, _ parameters: [Double], _ step: [Double]
  ) -> [Double] {
    func point(_ length: Double) -> [Double] {
      length == 1
        ? zip(parameters, step).map { $0 + $1 } : zip(parameters, step).map { $0 + length * $1 }
    }
    let change = objective.largestChange(along: step)
    var length = 1.0
    if change > 1, !(objective.slope(at: point(1), along: step) >= 0) {
      length = LibM.log1p(change) / change
    }
    guard objective.hasBoundary else { return point(length) }
    for _ in 0..<60 {
      // At the maximum the gain is rounding.
      let gain = objective.gain(from: parameters, to: point(length))
      if gain >= -1e-12 * objective.value(parameters).magnitude { break }
      length /= 2
    }
    return point(length)
  }
}

extension CholeskyFactor {
  /// Factors `information` + s·ffᵀ, f a direction in which it vanishes and s of the size of its entries;
  /// the information itself where there is no such direction.
  init?(_ information: SymmetricMatrix, filling direction: [Double]?, kernels: KernelTable) {
    let trace = information.diagonal.reduce(0, +)
    let order = Double(information.order)
    self.init(
      information, shift: direction == nil ? 0 : trace / (order * order), along: direction,
      kernels: kernels)
  }
}
