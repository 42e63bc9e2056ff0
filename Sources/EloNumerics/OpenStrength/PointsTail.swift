/// How likely several groups of battles, each with a chance of its own, are won at least so often.
enum PointsTail {
  /// Up to this variance the sum of binomials is added up exactly; above it, its saddlepoint
  /// approximation is good to a part in a thousand in either tail.
  static let exactVariance = 1000.0

  /// P(X ≥ `wins`) for X a sum of binomials.
  ///
  /// - Parameters:
  ///   - battles: of each group, whole numbers.
  ///   - chances: of a win in each group.
  /// - Complexity: O(groups·width²) with a width of up to 800 numbers, or O(groups).
  static func atLeast(_ wins: Double, battles: [Double], chances: [Double]) -> Double {
    let most = battles.reduce(0, +)
    guard wins > 0 else { return 1 }
    guard wins < most else {
      guard wins == most else { return 0 }
      return LibM.exp(zip(battles, chances).reduce(0) { $0 + $1.0 * LibM.log($1.1) })
    }
    let variance = zip(battles, chances).reduce(0) { $0 + $1.0 * $1.1 * (1 - $1.1) }
    return variance <= exactVariance
      ? PointsDistribution(battles: battles, chances: chances).atLeast(Int(wins))
      : saddlepoint(wins, battles, chances)
  }

  /// P(X ≤ `wins`).
  static func atMost(_ wins: Double, battles: [Double], chances: [Double]) -> Double {
    atLeast(battles.reduce(0, +) - wins, battles: battles, chances: chances.map { 1 - $0 })
  }

  /// Lugannani and Rice (Advances in Applied Probability 12 (1980) 475) with Daniels' first continuity
  /// correction (International Statistical Review 55 (1987) 37), for 0 < wins < all battles.
  private static func saddlepoint(_ wins: Double, _ battles: [Double], _ chances: [Double])
    -> Double
  {
    func cumulants(_ s: Double) -> (value: Double, slope: Double, curvature: Double) {
      var sums = (value: 0.0, slope: 0.0, curvature: 0.0)
      for (count, chance) in zip(battles, chances) {
        let tilted = LogOdds.probability(s + LibM.log(chance / (1 - chance)))
        sums.value += count * LibM.log1p(chance * LibM.expm1(s))
        sums.slope += count * tilted
        sums.curvature += count * tilted * (1 - tilted)
      }
      return sums
    }
    // The slope rises from 0 to all battles: bisection brackets the point, Newton's steps inside it.
    var (low, high, s) = (-700.0, 700.0, 0.0)
    var now = cumulants(s)
    for _ in 0..<200 where (now.slope - wins).magnitude > 1e-9 * wins {
      if now.slope < wins { low = s } else { high = s }
      let step = s + (wins - now.slope) / now.curvature
      s = step > low && step < high ? step : (low + high) / 2
      now = cumulants(s)
    }
    let w = (2 * max(0, s * wins - now.value)).squareRoot() * (s < 0 ? -1 : 1)
    // At the mean both terms of the formula below are infinite, and the tail is a half.
    guard w.magnitude > 1e-3 else { return 0.5 }
    let v = -LibM.expm1(-s) * now.curvature.squareRoot()
    let density = LibM.exp(-0.5 * w * w) / (2 * Double.pi).squareRoot()
    return min(1, max(0, NormalDistribution.upperTail(w) + density * (1 / v - 1 / w)))
  }
}
