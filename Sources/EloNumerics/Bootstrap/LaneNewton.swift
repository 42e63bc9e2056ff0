import KernelTypes

/// Newton's method for up to eight replicates at once, each direction by conjugate gradients with
/// a preconditioner.
///
/// It serves the replicates that the chord does not: those in which a model with few battles got
/// many more or hardly any. There the information differs from the full data's in a few directions,
/// which conjugate gradients deal with one by one.
struct LaneNewton {
  /// The most Newton steps.
  static let stepLimit = 200

  /// Climbs from `start` until every lane's gradient is below `tolerance`.
  ///
  /// A lane's numbers do not depend on the other lanes: one that has converged stays where it is.
  ///
  /// - Returns: the log-strengths and the lanes that have not converged.
  static func climb(
    _ problem: inout LaneProblem, start: [Double], lanes: Int, tolerance: Double
  ) -> (logStrength: [Lanes], failed: SIMDMask<SIMD8<Int64>>) {
    var theta = start.map { Lanes(repeating: $0) }
    var isOpen = SIMDMask<SIMD8<Int64>>(repeating: false)
    for lane in 0..<lanes { isOpen[lane] = true }
    for _ in 0..<stepLimit {
      let largest = problem.evaluate(theta)
      isOpen = isOpen .& .!(largest .< tolerance)
      if !any(isOpen) { break }
      let direction = direction(problem, largest, isOpen, tolerance)
      let length = stepLength(problem.largestGapChange(direction))
      for model in theta.indices {
        let next = theta[model] + direction[model] * length
        theta[model] = theta[model].replacing(with: next, where: isOpen)
      }
    }
    return (theta, isOpen)
  }

  /// How far to go along a direction d: ln(1 + D)/D of it, D the largest change of a gap.
  ///
  /// Along d the third derivative is at most D times the second (Bach, Electronic Journal of
  /// Statistics 4 (2010) 384, on logistic objectives), and slope and curvature are equal for a
  /// direction that conjugate gradients give: so this far the objective is sure to rise. Near the
  /// maximum the length tends to 1, and the convergence is quadratic.
  private static func stepLength(_ change: Lanes) -> Lanes {
    var length = Lanes(repeating: 1)
    for lane in 0..<8 where change[lane] > 1e-9 && change[lane].isFinite {
      length[lane] = LibM.log1p(change[lane]) / change[lane]
    }
    return length
  }

  /// Solves information·d = gradient to a residual of a tenth of the gradient, and of its square
  /// where that is smaller, but to no less than a tenth of the tolerance.
  private static func direction(
    _ problem: LaneProblem, _ largest: Lanes, _ isOpen: SIMDMask<SIMD8<Int64>>, _ tolerance: Double
  ) -> [Lanes] {
    let zeros = [Lanes](repeating: .zero, count: problem.gradient.count)
    let share = largest.replacing(with: 0.1, where: largest .> 0.1)
    let least = 0.1 * tolerance
    let goal = (share * largest).replacing(with: least, where: share * largest .< least)
    var isActive = isOpen
    var direction = zeros
    var residual = problem.gradient
    var scaled = zeros
    problem.precondition(residual, &scaled)
    var search = scaled
    var product = zeros
    var norm = LaneProblem.dot(residual, scaled)
    for _ in 0..<2 * zeros.count + 20 {
      problem.informationProduct(search, &product)
      let curvature = LaneProblem.dot(search, product)
      isActive = isActive .& (curvature .> 0)
      let length = Lanes.zero.replacing(with: norm / curvature, where: isActive)
      var worst = Lanes.zero
      for model in zeros.indices {
        direction[model] += length * search[model]
        residual[model] -= length * product[model]
        let value = residual[model]
        let magnitude = value.replacing(with: -value, where: value .< 0)
        worst = worst.replacing(with: magnitude, where: magnitude .> worst)
      }
      isActive = isActive .& .!(worst .< goal)
      if !any(isActive) { break }
      problem.precondition(residual, &scaled)
      let newNorm = LaneProblem.dot(residual, scaled)
      let ratio = Lanes.zero.replacing(with: newNorm / norm, where: isActive)
      for model in zeros.indices { search[model] = scaled[model] + search[model] * ratio }
      norm = newNorm
    }
    return direction
  }
}
