import Testing

@testable import EloInference

/// Intervals beside Benjamini and Hochberg's discoveries, as Benjamini and Yekutieli (2005) widen them.
@Suite struct FalseCoverageTests {
  /// Of four pairs, R found at level 1 − q: Φ⁻¹(1 − q·R/4/2), by Python 3.12, statistics.NormalDist; with
  /// none found, as wide as with one.
  @Test(
    arguments: [
      ([1, 0.5, 0.2, 0], 0.95, 0, 2.4977054744123737),
      ([4, 1, 0.5, 0], 0.95, 1, 2.4977054744123737),
      ([4, -3, 1, 0.5], 0.95, 2, 2.2414027276049464),
      ([4, -3, 2.5, 0.5], 0.95, 3, 2.080278452525274),
      ([4, -3, 3, 2.5], 0.95, 4, 1.9599639845400536),
      ([4, -3, 1, 0.5], 0.9, 2, 1.9599639845400536),
    ] as [([Double], Double, Int, Double)])
  func intervalsWidenWithWhatIsNotFound(z: [Double], level: Double, found: Int, width: Double) {
    let statistics = z.map { Statistic(a: 0, b: 1, difference: $0, standardError: 1) }
    let comparison = MultipleComparison(statistics, .benjaminiHochberg, level: level) {
      StepDown(adjustedP: [], criticalValue: nil)
    }
    #expect(comparison.adjustedP.count { $0 <= 1 - level } == found)
    #expect(comparison.criticalValue == nil)
    // 1 − q·R/8 is rounded to 2⁻⁵³, which the quantile magnifies by the inverse density, 60 at most.
    for found in comparison.intervalWidth { #expect(abs(found - width) < 1e-13) }
    #expect(comparison.intervalWidth.count == z.count)
  }
}
