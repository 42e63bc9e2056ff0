import Battles
import EloNumerics

/// The equations that Bradley–Terry strengths solve at the maximum: each model's score, a tie as
/// half a win, equals its expected score.
struct LikelihoodEquations {
  /// The largest difference between a score and its expectation, in battles.
  let largestResidual: Double
  /// The most battles of a model.
  let largestBattles: Double

  /// The residuals of natural log-odds, summed battle by battle over plain cells.
  init(_ cells: Cells, logStrength: [Double]) {
    var residual = [Double](repeating: 0, count: cells.roster.count)
    var battles = residual
    for index in 0..<cells.cellCount {
      let (a, b) = (Int(cells.a[index]), Int(cells.b[index]))
      let count = Double(cells.count[index])
      let expected = 1 / (1 + LibM.exp(logStrength[b] - logStrength[a]))
      let surprise = count * (cells.outcome[index].scoreOfA - expected)
      residual[a] += surprise
      residual[b] -= surprise
      battles[a] += count
      battles[b] += count
    }
    largestResidual = residual.reduce(0) { max($0, $1.magnitude) }
    largestBattles = battles.reduce(0, max)
  }

  /// What rounding leaves of residuals: the fit's own 1e-8, and 2⁻⁴⁸ of a model's battles for the
  /// sums here, whose terms are rounded to 2⁻⁵³ and are at most some thousand.
  var tolerance: Double { 1e-8 + largestBattles * 0x1p-48 }

  /// Whether the equations are solved.
  var areSolved: Bool { largestResidual <= tolerance }
}
