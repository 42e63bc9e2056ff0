import Battles
import EloNumerics
import TestSupport
import Testing

@Suite struct BCaTests {
  /// By numpy, from all scores; see `ClusteredExample`.
  @Test func accelerationsAgreeWithNumPy() throws {
    let fit = try fitBradleyTerry(ClusteredExample.cells)
    let plain = try fitBradleyTerry(ClusteredExample.cells.withoutClusters)
    let weights = [0.25, 0.25, 0.25, 0.25]
    let cases: [([Double], [Double])] = [
      (
        fit.gauged(FitGauge(weights: weights)).accelerations(),
        [-0.08154942007508442, 0.02392711420346156, -0.02307255077085542, 0.01806068608033255]
      ),
      (
        plain.gauged(FitGauge(weights: weights)).accelerations(),
        [-0.03459334194998789, 0.00966272332206199, 0.00620433415205292, 0.02785680574042352]
      ),
      (
        fit.gauged(FitGauge(weights: [0.5, 0.5, 0, 0])).accelerations(),
        [-0.05661123060727089, 0.05661123060727089, -0.04769751563729046, -0.00188263845308262]
      ),
    ]
    for (accelerations, expected) in cases {
      for (value, golden) in zip(accelerations, expected) {
        // The fit stops within 1e-8 battles.
        #expect((value - golden).magnitude < 1e-8)
      }
    }
  }

  /// Two models are a binomial of n battles at p: the log-odds have the acceleration (1 − 2p)/(6·√(n·p·(1 −
  /// p))) of a binomial proportion.
  @Test func accelerationOfABinomial() throws {
    let fit = try fitBradleyTerry(battles([(0, 1, 30, 10, 0)], models: 2))
    let accelerations = fit.gauged(FitGauge(weights: [0, 1])).accelerations()
    let expected = (1 - 1.5) / (6 * (40 * 0.75 * 0.25).squareRoot())
    #expect((accelerations[0] - expected).magnitude < 1e-9)
    // The model that is held has no influence.
    #expect(accelerations[1] == 0)
  }

  /// Levels by scipy.stats.norm: bias Φ⁻¹(0.56), acceleration 0.03, at 95%.
  @Test func levelsAgreeWithSciPy() throws {
    let replicates = (0..<100).map { Double($0) }
    let levels = try #require(
      BCaLevels(replicates: replicates, estimate: 55.5, acceleration: 0.03, level: 0.95))
    #expect((levels.lower - 0.05880255646599106).magnitude < 1e-12)
    #expect((levels.upper - 0.9919053928690721).magnitude < 1e-12)
  }

  /// Without bias and acceleration the levels are those of the percentile interval.
  @Test func withoutCorrectionItIsThePercentileInterval() throws {
    let levels = try #require(
      BCaLevels(replicates: [1, 2, 3, 4, 5], estimate: 3, acceleration: 0, level: 0.9))
    #expect((levels.lower - 0.05).magnitude < 1e-15)
    #expect((levels.upper - 0.95).magnitude < 1e-15)
  }

  /// Refits of the data's own counts differ from the fit by what its tolerance leaves open, on either
  /// side: four of ten below and two equal are a half.
  @Test func whatEqualsTheEstimateButForRoundingCountsHalf() throws {
    let replicates = [1, 2, 3, 4, 5 + 1e-10, 5 - 1e-11, 6, 7, 8, 9]
    let levels = try #require(
      BCaLevels(replicates: replicates, estimate: 5, acceleration: 0, level: 0.9))
    #expect((levels.lower - 0.05).magnitude < 1e-12)
    #expect((levels.upper - 0.95).magnitude < 1e-12)
  }

  @Test func whatCannotBeCorrected() {
    #expect(BCaLevels(replicates: [1, 2], estimate: 0, acceleration: 0, level: 0.9) == nil)
    #expect(BCaLevels(replicates: [1, 2], estimate: 3, acceleration: 0, level: 0.9) == nil)
    #expect(BCaLevels(replicates: [1, 2, 3], estimate: 2, acceleration: 0.7, level: 0.95) == nil)
  }
}
