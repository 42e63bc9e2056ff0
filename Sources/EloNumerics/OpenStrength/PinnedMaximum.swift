/// The maximum of pinned terms, by Newton's method with conjugate gradients.
///
/// A fit's inverse information is nearly that of the terms, which differ from the fit's in one model:
/// preconditioned with it, a handful of products solves each step, and no matrix is made.
struct PinnedMaximum {
  let theta: [Double]
  let objective: Double
  /// The points that the pinned model scored beyond those expected.
  let excess: Double

  /// Climbs from `start` until the gradient's largest entry is below `tolerance`, in battles.
  ///
  /// - Parameter preconditioner: near the inverse of the information, 0 for ids that do not occur.
  /// - Throws: `FitError.notConverged`, a fault of this program, since the objective is concave.
  /// - Complexity: O(pairs + K²) a product, some thirty of them.
  init(
    _ terms: PinnedTerms, start: [Double], preconditioner: SymmetricMatrix, tolerance: Double
  ) throws(FitError) {
    var theta = start
    var objective = terms.objective(theta)
    for iteration in 0... {
      let (gradient, information) = terms.slopes(theta)
      let norm = gradient.reduce(0) { max($0, $1.magnitude) }
      if norm < tolerance { break }
      guard norm.isFinite, iteration < Self.stepLimit else {
        throw .notConverged(gradientNorm: norm, iterations: iteration)
      }
      // Loose steps far away, ever tighter ones near the maximum: the number of products stays small.
      let step = Self.solution(
        information, gradient, preconditioner, within: min(0.1, norm) * 0.1)
      let slope = dot(gradient, step)
      let longest = step.reduce(0) { max($0, $1.magnitude) }
      var length = longest > 4 ? 4 / longest : 1
      while true {
        let candidate = zip(theta, step).map { $0 + length * $1 }
        let value = terms.objective(candidate)
        let hasGained = value >= objective + 0.25 * length * slope
        let isWithinRounding = slope < 1e-9 * (1 + objective.magnitude)
        if hasGained || isWithinRounding || length < 1e-6 {
          (theta, objective) = (candidate, value)
          break
        }
        length /= 2
      }
    }
    self.theta = theta
    self.objective = objective
    excess = terms.excess(theta)
  }

  private static let stepLimit = 200

  /// The solution of information·x = gradient by conjugate gradients, until the residual is `within` of
  /// the gradient, both as the preconditioner measures them.
  private static func solution(
    _ information: PinnedInformation, _ gradient: [Double], _ preconditioner: SymmetricMatrix,
    within share: Double
  ) -> [Double] {
    var solution = [Double](repeating: 0, count: gradient.count)
    var residual = gradient
    var preconditioned = preconditioner.times(residual)
    var direction = preconditioned
    var size = dot(residual, preconditioned)
    let goal = size * share * share
    for _ in 0..<(2 * gradient.count + 10) where size > goal {
      let image = information.times(direction)
      let curvature = dot(direction, image)
      guard curvature > 0 else { break }
      let length = size / curvature
      for index in solution.indices {
        solution[index] += length * direction[index]
        residual[index] -= length * image[index]
      }
      preconditioned = preconditioner.times(residual)
      let next = dot(residual, preconditioned)
      let share = next / size
      for index in direction.indices {
        direction[index] = preconditioned[index] + share * direction[index]
      }
      size = next
    }
    return solution
  }
}

extension SymmetricMatrix {
  /// The matrix times `vector`.
  ///
  /// - Complexity: O(order²).
  func times(_ vector: [Double]) -> [Double] {
    var product = [Double](repeating: 0, count: order)
    for row in 0..<order {
      var sum = 0.0
      let start = row * order
      for column in 0..<order { sum += storage[start + column] * vector[column] }
      product[row] = sum
    }
    return product
  }
}
