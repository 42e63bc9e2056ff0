/// Quasi-variances: one number a model such that the variance of every difference is, as nearly as
/// can be, the sum of the two models' numbers.
///
/// Minimises Σ_{i<j} (ln(qᵢ + qⱼ) − ln vᵢⱼ)² as Firth and de Menezes do (Biometrika 91 (2004) 65),
/// by damped Gauss–Newton steps on q, each solved by conjugate gradients: the normal matrix is a
/// weighted signless Laplacian of the complete graph, and well conditioned.
///
/// - Returns: a value a model, which may be negative; `nil` for fewer than three models, where they
///   are not determined, and where a difference has no variance.
/// - Complexity: O(K²) a step for K models, about ten steps of twenty products each.
public func quasiVariances(_ covariance: Covariance, models: [Int]) -> [Double]? {
  let count = models.count
  guard count >= 3 else { return nil }
  if case .independent(let variance) = covariance { return models.map { variance[$0] } }
  let problem = QuasiVarianceProblem(covariance, models)
  guard problem.isDefined else { return nil }
  // Σⱼ vᵢⱼ = (K − 2)·qᵢ + Σⱼ qⱼ holds exactly where quasi-variances are exact: a start by least
  // squares.
  let rowSums = (0..<count).map { i in (0..<count).reduce(0) { $0 + problem.variance(i, $1) } }
  let total = rowSums.reduce(0, +) / Double(2 * count - 2)
  var q = rowSums.map { ($0 - total) / Double(count - 2) }
  if q.contains(where: { $0 <= 0 }) {
    q = [Double](repeating: total / Double(count), count: count)
  }
  guard var error = problem.error(q) else { return nil }
  for _ in 0..<50 {
    let step = problem.step(q)
    var length = 1.0
    var candidate = q
    var newError: Double?
    while length > 1e-9 {
      candidate = zip(q, step).map { $0 + length * $1 }
      newError = problem.error(candidate)
      if let newError, newError <= error { break }
      length /= 2
    }
    guard let newError, newError <= error else { return q }
    let change = zip(step, q).reduce(0) { max($0, ($1.0 / $1.1).magnitude) } * length
    (q, error) = (candidate, newError)
    if change < 1e-12 { break }
  }
  return q
}

private struct QuasiVarianceProblem {
  private let count: Int
  /// vᵢⱼ row by row; zeros on the diagonal.
  private let variances: [Double]

  init(_ covariance: Covariance, _ models: [Int]) {
    count = models.count
    variances = models.flatMap { i in
      models.map { i == $0 ? 0 : covariance.varianceOfDifference(i, $0) }
    }
  }

  func variance(_ i: Int, _ j: Int) -> Double { variances[i * count + j] }

  var isDefined: Bool {
    (0..<count).allSatisfy { i in (0..<i).allSatisfy { variance(i, $0) > 0 } }
  }

  /// The sum of squares, or `nil` where some qᵢ + qⱼ is not positive.
  func error(_ q: [Double]) -> Double? {
    var sum = 0.0
    for i in 0..<count {
      for j in 0..<i {
        guard q[i] + q[j] > 0 else { return nil }
        let residual = LibM.log((q[i] + q[j]) / variance(i, j))
        sum += residual * residual
      }
    }
    return sum
  }

  /// The Gauss–Newton step: (JᵀJ)⁻¹·Jᵀ·residuals, J having 1/(qᵢ + qⱼ) in columns i and j.
  func step(_ q: [Double]) -> [Double] {
    var diagonal = [Double](repeating: 0, count: count)
    var side = diagonal
    for i in 0..<count {
      for j in 0..<count where i != j {
        let slope = 1 / (q[i] + q[j])
        diagonal[i] += slope * slope
        side[i] += slope * LibM.log(variance(i, j) / (q[i] + q[j]))
      }
    }
    func product(_ x: [Double]) -> [Double] {
      (0..<count).map { i in
        var sum = diagonal[i] * x[i]
        for j in 0..<count where i != j {
          let slope = 1 / (q[i] + q[j])
          sum += slope * slope * x[j]
        }
        return sum
      }
    }
    return conjugateGradients(side, diagonal, product)
  }

  /// Conjugate gradients with the diagonal as preconditioner.
  private func conjugateGradients(
    _ side: [Double], _ diagonal: [Double], _ product: ([Double]) -> [Double]
  ) -> [Double] {
    func dot(_ x: [Double], _ y: [Double]) -> Double { zip(x, y).reduce(0) { $0 + $1.0 * $1.1 } }
    var solution = [Double](repeating: 0, count: count)
    var residual = side
    var scaled = zip(residual, diagonal).map { $0 / $1 }
    var direction = scaled
    var norm = dot(residual, scaled)
    let goal = norm * 1e-26
    for _ in 0..<2 * count where norm > goal && norm > 0 {
      let image = product(direction)
      let length = norm / dot(direction, image)
      for i in 0..<count {
        solution[i] += length * direction[i]
        residual[i] -= length * image[i]
      }
      scaled = zip(residual, diagonal).map { $0 / $1 }
      let newNorm = dot(residual, scaled)
      let ratio = newNorm / norm
      direction = zip(scaled, direction).map { $0 + ratio * $1 }
      norm = newNorm
    }
    return solution
  }
}
