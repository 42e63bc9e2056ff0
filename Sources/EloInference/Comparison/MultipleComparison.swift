import EloNumerics

/// p-values of several differences, adjusted for being tested together.
struct MultipleComparison: Sendable {
  /// The p-value of each statistic by itself, in the order given.
  let p: [Double]
  /// The adjusted p-values.
  let adjustedP: [Double]
  /// How many standard errors the intervals of differences extend.
  let intervalWidth: Double
  /// The critical value of the first step, where the adjustment has one.
  let criticalValue: Double?

  /// Adjusts for `statistics` as one family, which may be empty.
  ///
  /// - Parameter draws: asked for only by the adjustments that draw.
  /// - Complexity: O(m log m) for m pairs, O(m·draws) where draws are used.
  init(
    _ statistics: [Statistic], _ adjustment: Adjustment, level: Double,
    draws: () -> ReferenceDraws
  ) {
    let p = statistics.map(\.p)
    let count = Double(statistics.count)
    let single = NormalDistribution.quantile(1 - (1 - level) / 2)
    self.p = p
    guard !statistics.isEmpty else {
      (adjustedP, criticalValue, intervalWidth) = (p, nil, single)
      return
    }
    switch adjustment {
    case .maxT where statistics.count == 1:
      (adjustedP, criticalValue, intervalWidth) = (p, single, single)
    case .maxT, .bootstrapMaxT:
      let result = Self.stepDown(statistics, draws(), level)
      adjustedP = result.adjustedP
      criticalValue = result.criticalValue
      intervalWidth = result.criticalValue
    case .holm:
      adjustedP = Self.holm(p)
      let bonferroni = NormalDistribution.quantile(1 - (1 - level) / 2 / count)
      (criticalValue, intervalWidth) = (bonferroni, bonferroni)
    case .benjaminiHochberg:
      let adjusted = Self.benjaminiHochberg(p)
      adjustedP = adjusted
      criticalValue = nil
      // Intervals that keep the false coverage rate for the pairs found different (Benjamini and
      // Yekutieli, Journal of the American Statistical Association 100 (2005) 71).
      let found = max(1, Double(adjusted.count { $0 <= 1 - level }))
      intervalWidth = NormalDistribution.quantile(1 - (1 - level) * found / count / 2)
    case .none:
      (adjustedP, criticalValue, intervalWidth) = (p, single, single)
    }
  }

  /// Westfall and Young's step-down maxima (Resampling-Based Multiple Testing, 1993, algorithm 2.8):
  /// a pair's statistic is compared with the largest one among the pairs that are not above it.
  private static func stepDown(
    _ statistics: [Statistic], _ draws: ReferenceDraws, _ level: Double
  ) -> (adjustedP: [Double], criticalValue: Double) {
    let ascending = statistics.indices.sorted {
      (statistics[$0].z.magnitude, $0) < (statistics[$1].z.magnitude, $1)
    }
    let (reached, maxima) = draws.stepDown(ascending.map { statistics[$0] })
    var adjusted = [Double](repeating: 1, count: statistics.count)
    var largest = 0.0
    for step in ascending.indices.reversed() {
      largest = max(largest, Double(1 + reached[step]) / Double(draws.count + 1))
      adjusted[ascending[step]] = largest
    }
    return (adjusted, draws.criticalValue(maxima, level: level))
  }

  /// Holm (Scandinavian Journal of Statistics 6 (1979) 65).
  private static func holm(_ p: [Double]) -> [Double] {
    var adjusted = p
    var largest = 0.0
    for (step, index) in p.indices.sorted(by: { (p[$0], $0) < (p[$1], $1) }).enumerated() {
      largest = max(largest, min(1, p[index] * Double(p.count - step)))
      adjusted[index] = largest
    }
    return adjusted
  }

  /// Benjamini and Hochberg (Journal of the Royal Statistical Society B 57 (1995) 289).
  private static func benjaminiHochberg(_ p: [Double]) -> [Double] {
    var adjusted = p
    var smallest = 1.0
    let ascending = p.indices.sorted { (p[$0], $0) < (p[$1], $1) }
    for (step, index) in ascending.enumerated().reversed() {
      smallest = min(smallest, p[index] * Double(p.count) / Double(step + 1))
      adjusted[index] = smallest
    }
    return adjusted
  }
}
