import Battles
import EloNumerics
import TestSupport
import Testing

@testable import EloInference

/// One estimate with a thousand replicates, which all tests here share.
private let resampled: Result<Estimate, EstimateError> = {
  var options = EstimateOptions()
  options.bootstrap = BootstrapOptions(resamples: 1000, seed: 3, threads: 2)
  return Result { () throws(EstimateError) in
    try Estimate(battles: SimulatedArena.cells, options: options)
  }
}()

@Suite(.enabled(if: OptimisedBuild.isThis, "\(OptimisedBuild.isNeeded)"))
struct BootstrapMaxTTests {
  /// At 95% one of 20 must be able to fall beyond: k/(B + 1) ≤ 0.05 from 19 replicates on.
  @Test func tooFewReplicates() throws {
    for (resamples, level, needed) in [(18, 0.95, 19), (98, 0.99, 99), (3, 0.8, 4)] {
      var options = fitOptions(.sandwich)
      options.needsReplicates = true
      options.bootstrap.resamples = resamples
      let estimate = try Estimate(battles: SimulatedArena.cells, options: options)
      let error = EstimateError.tooFewReplicates(resamples, needed: needed)
      #expect(throws: error) {
        try estimate.leaderboard(testOptions(.bootstrapMaxT, level: level))
      }
      #expect(throws: error) {
        try estimate.comparison(.allPairs, testOptions(.bootstrapMaxT, level: level))
      }
      options.bootstrap.resamples = needed
      _ = try Estimate(battles: SimulatedArena.cells, options: options)
        .leaderboard(testOptions(.bootstrapMaxT, level: level))
    }
  }

  @Test func replicatesAreMadeOnRequest() throws {
    var options = fitOptions(.sandwich)
    #expect(try Estimate(battles: SimulatedArena.cells, options: options).replicates == nil)
    options.needsReplicates = true
    #expect(try Estimate(battles: SimulatedArena.cells, options: options).replicates?.count == 40)
  }

  /// A 95% quantile of 1,000 replicates errs by √(0.05·0.95/1000)/0.15 = 0.046 at the density of
  /// Tukey's distribution for twelve; four of them, and a twentieth for what is not normal.
  @Test func criticalValuesAgree() throws {
    let estimate = try resampled.get()
    let normal = try estimate.comparison(.allPairs, testOptions(.maxT)).test.criticalValue
    let bootstrap = try estimate.comparison(.allPairs, testOptions(.bootstrapMaxT)).test
    let values = (try #require(normal), try #require(bootstrap.criticalValue))
    #expect(abs(values.0 - values.1) < 0.24, "\(values)")
    #expect(values.0 != values.1)
  }

  /// p-values are (1 + #)/(B + 1), and near those of the normal draws: shares of 1,000 differ by
  /// 0.016 one error at most, of which four, and 0.02 for what is not normal.
  @Test func pValuesAgree() throws {
    let estimate = try resampled.get()
    let normal = try estimate.comparison(.allPairs, testOptions(.maxT)).findings
    let bootstrap = try estimate.comparison(.allPairs, testOptions(.bootstrapMaxT)).findings
    for (one, other) in zip(normal, bootstrap) {
      #expect(abs(one.adjustedP - other.adjustedP) < 0.084)
      let steps = other.adjustedP * 1001
      // A whole number below 1001, by one quotient and one product.
      #expect(abs(steps - steps.rounded()) < 1e-9 && steps.rounded() >= 1)
      let isOutside = other.lower >= 0 || other.upper <= 0
      // Later steps tell pairs apart whose intervals, those of the first step, hold 0.
      #expect(!isOutside || other.verdict != .notSeparated)
    }
    let rows = try estimate.leaderboard(testOptions(.bootstrapMaxT))
    #expect(rows.interval.resamples == 1000 && rows.tiedForFirst.contains(11))
  }
}
