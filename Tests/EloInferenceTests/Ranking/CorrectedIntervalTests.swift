import Battles
import EloNumerics
import Testing

@testable import EloInference

/// BCa and profile intervals as a leaderboard has them.
@Suite struct CorrectedIntervalTests {
  /// Without ties two models are a binomial, whose dispersion is 1.
  @Test func profileOfTwoModelsIsTheBinomials() throws {
    var options = fitOptions(.profile)
    options.provisionalBelow = 5
    let estimate = try Estimate(battles: cells("a b 45 5 0"), options: options)
    let finding = try estimate.leaderboard(testOptions(.none)).findings[0]
    // 2·(ℓ(p̂) − ℓ(p)) = 1.9600² at these odds, by scipy.optimize.brentq; half of the gap is a's.
    let points = 400 / LibM.log(10)
    #expect((finding.upper - 1000 - points * 3.2572637856566105 / 2).magnitude < 1e-6)
    #expect((finding.lower - 1000 - points * 1.3692809718804835 / 2).magnitude < 1e-6)
    #expect(finding.upper - finding.rating > finding.rating - finding.lower)
  }

  /// The ends are quantiles of the percentile bootstrap's replicates, at the corrected levels.
  @Test func bcaTakesOtherQuantiles() throws {
    var options = fitOptions(.bca)
    options.bootstrap = BootstrapOptions(resamples: 200)
    let estimate = try Estimate(battles: SimulatedArena.cells, options: options)
    options.interval = .percentile
    let plain = try Estimate(battles: SimulatedArena.cells, options: options)
    let replicates = try #require(estimate.replicates)
    #expect(replicates.values == plain.replicates?.values)
    let fit = try fitBradleyTerry(SimulatedArena.cells)
    let accelerations = fit.accelerations()
    for finding in try estimate.leaderboard(testOptions(.none)).findings {
      let values = replicates.values(ofModel: finding.model)
      let levels = try #require(
        BCaLevels(
          replicates: values, estimate: estimate.logStrength[finding.model],
          acceleration: accelerations[finding.model], level: 0.95))
      let sorted = values.sorted()
      let lower = estimate.scale.rating(ofLogStrength: quantile(ofAscending: sorted, levels.lower))
      let upper = estimate.scale.rating(ofLogStrength: quantile(ofAscending: sorted, levels.upper))
      // Ratings near 1000 that go to log-odds and back.
      #expect((finding.lower - lower).magnitude < 1e-9)
      #expect((finding.upper - upper).magnitude < 1e-9)
    }
  }

  @Test(arguments: [IntervalMethod.bca, .profile]) func aModelThatIsHeldStaysThere(
    method: IntervalMethod
  ) throws {
    var options = fitOptions(method)
    options.bootstrap = BootstrapOptions(resamples: 100)
    options.centre = .anchor(name: "m03", rating: 1200)
    let estimate = try Estimate(battles: SimulatedArena.cells, options: options)
    let findings = try estimate.leaderboard(testOptions(.none, level: 0.8)).findings
    let held = try #require(findings.first { $0.model == 3 })
    // Likewise: the anchor is held exactly, in log-odds.
    #expect((held.lower - 1200).magnitude < 1e-9 && (held.upper - 1200).magnitude < 1e-9)
    #expect(findings.allSatisfy { $0.lower <= $0.rating && $0.rating <= $0.upper })
  }

  @Test func threadsDoNotMatter() throws {
    let estimate = try Estimate(battles: SimulatedArena.cells, options: fitOptions(.profile))
    var options = testOptions(.none)
    let one = try estimate.leaderboard(options).findings
    options.threads = 5
    #expect(try estimate.leaderboard(options).findings == one)
  }
}
