import EloNumerics

/// p-values of several differences, adjusted for being tested together.
struct MultipleComparison: Sendable {
  /// The adjusted p-values, in the order given.
  let adjustedP: [Double]
  /// How many standard errors the intervals of differences extend, in the order given; infinitely many
  /// where a step-down tells no critical value.
  let intervalWidth: [Double]
  /// The critical value of the first step, where the adjustment has one; of the pair that has the
  /// fewest degrees of freedom.
  let criticalValue: Double?

  /// Adjusts for `statistics` as one family, which may be empty.
  ///
  /// - Parameters:
  ///   - stepDown: asked for only where `needsDraws` says so; of the normal scores.
  /// - Complexity: O(m log m) for m pairs.
  init(
    _ statistics: [Statistic], _ adjustment: Adjustment, level: Double, stepDown: () -> StepDown
  ) {
    guard !statistics.isEmpty else {
      (adjustedP, criticalValue, intervalWidth) = ([], nil, [])
      return
    }
    guard !Self.needsDraws(statistics.count, adjustment) else {
      let result = stepDown()
      adjustedP = result.adjustedP
      intervalWidth = statistics.widths { reference in
        result.criticalValue.map { reference.value(ofNormal: $0) } ?? .infinity
      }
      criticalValue = result.criticalValue == nil ? nil : intervalWidth.max()
      return
    }
    let count = Double(statistics.count)
    let p = statistics.map(\.p)
    switch adjustment {
    case .maxT, .bootstrapMaxT, .none:
      adjustedP = p
      intervalWidth = statistics.widths { $0.quantile(1 - (1 - level) / 2) }
      criticalValue = intervalWidth.max()
    case .holm:
      adjustedP = Self.holm(p)
      intervalWidth = statistics.widths { $0.quantile(1 - (1 - level) / 2 / count) }
      criticalValue = intervalWidth.max()
    case .benjaminiHochberg:
      let adjusted = Self.benjaminiHochberg(p)
      adjustedP = adjusted
      criticalValue = nil
      // Intervals that keep the false coverage rate for the pairs found different (Benjamini and
      // Yekutieli, Journal of the American Statistical Association 100 (2005) 71).
      let found = max(1, Double(adjusted.count { $0 <= 1 - level }))
      intervalWidth = statistics.widths { $0.quantile(1 - (1 - level) * found / count / 2) }
    }
  }

  /// Whether a family of `count` statistics is stepped down over draws: one alone needs none under
  /// the reference distribution.
  static func needsDraws(_ count: Int, _ adjustment: Adjustment) -> Bool {
    adjustment == .bootstrapMaxT ? count > 0 : adjustment == .maxT && count > 1
  }

  /// Holm (Scandinavian Journal of Statistics 6 (1979) 65).
  static func holm(_ p: [Double]) -> [Double] {
    var adjusted = p
    var largest = 0.0
    for (step, index) in p.indices.sorted(by: { (p[$0], $0) < (p[$1], $1) }).enumerated() {
      largest = max(largest, min(1, p[index] * Double(p.count - step)))
      adjusted[index] = largest
    }
    return adjusted
  }

  /// Benjamini and Hochberg (Journal of the Royal Statistical Society B 57 (1995) 289).
  static func benjaminiHochberg(_ p: [Double]) -> [Double] {
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
