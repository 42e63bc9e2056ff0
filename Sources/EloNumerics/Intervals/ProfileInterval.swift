import KernelTypes

/// Intervals of log-strengths from the profile of the objective: all values of one model's log-strength,
/// in a gauge, at which the best fit of the others loses little.
///
/// How little is scaled by the dispersion of that very log-strength, its variance over what the
/// information alone would give: ties as half wins are no likelihood, and clusters are not independent. So
/// scaled, the profile agrees with the sandwich near the maximum and keeps its asymmetry away from it
/// (Chandler and Bate, Biometrika 94 (2007) 167, section 3.3).
public struct ProfileIntervals: Sendable {
  private let objective: any ConcaveObjective
  private let start: [Double]
  /// The inverse information up to multiples of 11ᵀ, which contrasts do not see.
  private let inverse: SymmetricMatrix
  private let weights: [Double]
  private let variance: [Double]
  private let kernels: KernelTable

  /// Intervals in the gauge of `fit`.
  ///
  /// - Parameters:
  ///   - fit: the fit.
  ///   - variance: of each log-strength in that gauge; of what a prior pulls, its mean squared error.
  public init(_ fit: Fit, variance: [Double]) {
    objective = fit.terms
    start = fit.uncentred
    inverse = fit.inverseInformation
    weights = fit.gauge.weights
    self.variance = variance
    kernels = fit.kernels
  }

  /// The ends of one model's interval, as distances from its log-strength: not positive and not negative.
  ///
  /// Both exist wherever there is a finite fit: then the objective falls without bound in every direction
  /// in which differences change. A model that the gauge holds fixed has an interval of no width.
  ///
  /// - Parameters:
  ///   - model: the id of the model.
  ///   - width: how many standard errors a normal interval would extend.
  /// - Throws: `FitError.notConverged`, a fault of this program.
  /// - Complexity: O(K³) a step for K models, some five steps for either end.
  public func ends(_ model: Int, width: Double) throws(FitError) -> (lower: Double, upper: Double) {
    var contrast = weights.map { -$0 }
    contrast[model] += 1
    let image = inverse.times(contrast)
    let information = dot(contrast, image)
    guard information > 0, variance[model] > 0 else { return (0, 0) }
    let drop = 0.5 * width * width * variance[model] / information
    return (
      try end(contrast, image, drop: drop, side: -1), try end(contrast, image, drop: drop, side: 1)
    )
  }

  /// Goes to the point farthest along `contrast` at which the objective has lost `drop`.
  ///
  /// Each step solves that problem for the quadratic with the present gradient and information (Venzon and
  /// Moolgavkar, Applied Statistics 37 (1988) 87).
  private func end(
    _ contrast: [Double], _ image: [Double], drop: Double, side: Double
  ) throws(FitError) -> Double {
    // The first step, at the fit itself.
    let first = side * (2 * drop / dot(contrast, image)).squareRoot()
    let reach = first.magnitude * dot(contrast, image)
    var theta = advanced(start, image.map { first * $0 })
    var norm = Double.infinity
    for _ in 0..<Self.stepLimit {
      let derivatives = objective.derivatives(theta)
      guard
        let factor = CholeskyFactor(
          derivatives.information, filling: objective.flatDirection, kernels: kernels)
      else { break }
      let climb = factor.solution(derivatives.gradient)
      let along = factor.solution(contrast)
      let room =
        2 * (drop + objective.gain(from: start, to: theta)) + dot(derivatives.gradient, climb)
      // No room where the quadratic stays below the target: then back towards the profile's maximum.
      let multiplier = side * (max(0, room) / dot(contrast, along)).squareRoot()
      let step = zip(climb, along).map { $0 + multiplier * $1 }
      let previous = norm
      theta = advanced(theta, step)
      norm = step.reduce(0) { max($0, $1.magnitude) }
      // Some 2⁻³⁰ log-odds are far below what can be printed. Of steps that have stopped to shrink rounding
      // is left, as in a chain of thousands of log-odds: a ten thousandth of the interval, or less.
      let hasStalled = norm < 1e-2 && norm > 0.5 * previous
      if norm < 1e-9 || hasStalled && dot(contrast, step).magnitude < 1e-4 * reach {
        return dot(contrast, theta) - dot(contrast, start)
      }
      guard norm.isFinite else { break }
    }
    throw .notConverged(gradientNorm: norm, iterations: Self.stepLimit)
  }

  private static let stepLimit = 200

  /// `theta` after a step, cut where it changes some gap by more than a quadratic can be trusted for.
  private func advanced(_ theta: [Double], _ step: [Double]) -> [Double] {
    let longest = objective.largestChange(along: step)
    let length = longest > 2 ? 2 / longest : 1
    return zip(theta, step).map { $0 + length * $1 }
  }
}
