import Battles
import EloInference
import EloNumerics
import Testing

@Suite struct PriorPullTests {
  private func estimate(_ cells: Cells, prior: Double, _ method: IntervalMethod = .sandwich) throws
    -> Estimate
  {
    var options = EstimateOptions()
    options.interval = method
    options.fit.prior = prior
    options.bootstrap.resamples = 199
    return try Estimate(battles: cells, options: options)
  }

  private func pull(_ estimate: Estimate) -> PriorPull? {
    if case .battles(let fit) = estimate.source { fit.priorPull } else { nil }
  }

  private func warning(_ estimate: Estimate) -> EstimateWarning? {
    estimate.warnings.first { if case .priorPull = $0 { true } else { false } }
  }

  /// Two models at ±x. Without a prior x is ½·ln 3; with W = 20 it is where 150 − 200·σ(2x) +
  /// 20·(½ − σ(x)) = 0, by bisection in Python: 0.51618345.
  @Test func twoModels() throws {
    let battles = cells("a b 150 50")
    let estimate = try estimate(battles, prior: 20)
    let found = try #require(pull(estimate))
    let expected = 0.51618345 - 0.54930614
    // Seven digits of the constants above.
    #expect((found.logOdds.magnitude + expected).magnitude < 1e-7)
    #expect((found.spreadKept - 0.51618345 / 0.54930614).magnitude < 1e-6)
    // 400/ln(10) = 173.7178 times 0.03312269, the higher one down.
    let points = found.points(.standard)
    #expect((points.magnitude - 5.754001).magnitude < 1e-4)
    #expect((points < 0) == (estimate.roster.names[found.model] == "a"))
    let error = estimate.covariance.variance(found.model).squareRoot()
    #expect((found.standardErrors * error + expected).magnitude < 1e-7)
    #expect(found.held.isEmpty)
  }

  /// The error of a rating is a mean squared one, by every method; that of a gap is as it was.
  @Test(arguments: [IntervalMethod.sandwich, .wald, .profile, .percentile])
  func intervalsAllowForThePull(method: IntervalMethod) throws {
    let estimate = try estimate(cells("a b 150 50", "b c 120 60", "c a 70 90"), prior: 40, method)
    let found = try #require(pull(estimate))
    var plain = TestOptions()
    plain.adjustment = .none
    let board = try estimate.leaderboard(plain)
    let finding = try #require(board.findings.first { $0.model == found.model })
    let scale = estimate.scale.pointsPerLogOdds
    let scatter =
      method == .percentile
      ? try #require(estimate.replicates).standardDeviation(ofModel: found.model)
      : estimate.covariance.variance(found.model).squareRoot()
    let error = scale * (scatter * scatter + found.logOdds * found.logOdds).squareRoot()
    // Replicates are correlated with the order of their draws by chance, some 1/√199.
    let tolerance = method == .percentile ? 0.15 : 1e-9
    #expect((finding.standardError / error - 1).magnitude < tolerance)
    let reach = (finding.upper - finding.lower) / (2 * 1.96 * error)
    // Quantiles of 199 replicates are known to some tenth; a profile is not quite normal.
    #expect((reach - 1).magnitude < (method == .percentile ? 0.25 : 0.03))
    let gap = try estimate.comparison(.named(["a", "b"]), plain).findings[0]
    let own = scale * estimate.covariance.varianceOfDifference(gap.a, gap.b).squareRoot()
    #expect((gap.standardError / own - 1).magnitude < 1e-9)
  }

  @Test func aWarningTellsALargePull() throws {
    let battles = cells("a b 150 50", "b c 120 60", "c a 70 90")
    #expect(try warning(estimate(battles, prior: 0)) == nil)
    #expect(try pull(estimate(battles, prior: 0)) == nil)
    #expect(try warning(estimate(battles, prior: 0.5)) == nil)
    let loud = try estimate(battles, prior: 100)
    let found = try #require(pull(loud))
    #expect(found.standardErrors > 0.25)
    let most = EstimateWarning.PulledModel(
      name: loud.roster.names[found.model],
      points: loud.scale.pointsPerLogOdds * found.logOdds,
      standardErrors: found.standardErrors, spreadKept: found.spreadKept)
    #expect(try #require(warning(loud)) == .priorPull(most: most, held: []))
  }

  /// Without the prior c, which lost all, has no rating; a and b have.
  @Test func modelsThatThePriorHolds() throws {
    let held = try estimate(cells("a b 150 50", "a c 40 0"), prior: 1)
    let found = try #require(pull(held))
    #expect(found.held.map { held.roster.names[$0] } == ["c"])
    let warned = try #require(warning(held))
    let isHeld = if case .priorPull(_, held: ["c"]) = warned { true } else { false }
    #expect(isHeld, "\(warned)")
  }
}
