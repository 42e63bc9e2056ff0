@testable import EloNumerics
import KernelTypes

/// Bradley–Terry on scores by pair, refitted as plainly as can be: the twin of the bootstrap's fits.
struct PlainRefit {
  let models: Int
  /// Battles of i against j, and what i scored in them.
  private(set) var battles: Rows
  private(set) var score: Rows
  /// Models that are not in the largest group of models which scored against each other; empty
  /// where there is one group.
  private(set) var outside: [Int] = []
  private var core: [Int] = []
  let prior: Double

  init(_ plan: ResamplingPlan, _ frequencies: [Int32], prior: Double) {
    models = plan.counts.modelCount
    self.prior = prior
    battles = Rows(repeating: [Double](repeating: 0, count: models), count: models)
    score = battles
    for (cell, frequency) in zip(plan.cells, frequencies) {
      let (i, j, n) = (cell.first, cell.second, Double(frequency))
      battles[i][j] += n
      battles[j][i] += n
      score[i][j] += n * Double(cell.halfWins) / 2
      score[j][i] += n * (1 - Double(cell.halfWins) / 2)
    }
    let groups = groups()
    core = groups[0]
    if prior == 0 { outside = groups.dropFirst().joined().sorted() }
  }

  /// Groups by Warshall's closure, the largest first, equal sizes by their lowest model.
  private func groups() -> [[Int]] {
    var reach = score.map { $0.map { $0 > 0 } }
    for k in 0..<models { reach[k][k] = true }
    for k in 0..<models {
      for i in 0..<models where reach[i][k] {
        for j in 0..<models where reach[k][j] { reach[i][j] = true }
      }
    }
    let groups = (0..<models).map { i in (0..<models).filter { reach[i][$0] && reach[$0][i] } }
    return Set(groups).sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
  }

  /// The gradient and the information: score less expected score; for each model outside half a
  /// virtual battle, half won, against the mean of the largest group.
  func derivatives(_ theta: [Double]) -> (gradient: [Double], information: Rows) {
    var gradient = [Double](repeating: 0, count: models)
    var information = Rows(repeating: gradient, count: models)
    /// Adds `battles` at a gap x·θ of which `won` were won.
    func add(_ x: [Double], _ battles: Double, _ won: Double) {
      let gap = zip(x, theta).reduce(0) { $0 + $1.0 * $1.1 }
      let p = 1 / (1 + LibM.exp(-gap))
      for i in 0..<models where x[i] != 0 {
        gradient[i] += x[i] * (won - battles * p)
        for j in 0..<models { information[i][j] += battles * p * (1 - p) * x[i] * x[j] }
      }
    }
    for i in 0..<models {
      var x = [Double](repeating: 0, count: models)
      x[i] = 1
      if prior > 0 { add(x, prior, prior / 2) }
      if outside.contains(i) {
        var y = x
        for member in core { y[member] -= 1 / Double(core.count) }
        add(y, 0.5, 0.25)
      }
      for j in 0..<i where battles[i][j] > 0 {
        x[j] = -1
        add(x, battles[i][j], score[i][j])
        x[j] = 0
      }
    }
    return (gradient, information)
  }

  /// Newton's method, its steps cut at one; nil where 200 of them are not enough.
  func logStrength() -> [Double]? {
    var theta = [Double](repeating: 0, count: models)
    for _ in 0..<200 {
      let (gradient, information) = derivatives(theta)
      if gradient.allSatisfy({ $0.magnitude < 1e-12 }) { return theta }
      let regular = prior > 0 ? information : information.map { $0.map { $0 + 0.1 } }
      let step = inverse(regular).map { row in zip(row, gradient).reduce(0) { $0 + $1.0 * $1.1 } }
      let longest = step.reduce(1) { max($0, $1.magnitude) }
      theta = zip(theta, step).map { $0 + $1 / longest }
    }
    return nil
  }
}
