import Battles
@testable import EloNumerics
import KernelTypes
import TestSupport
import Testing

@Suite struct BootstrapTests {
  private func differences(_ values: ArraySlice<Double>) -> [Double] {
    values.map { $0 - (values.first ?? 0) }
  }

  /// Each replicate against a plain refit of its own battles.
  private func expectRefits(
    _ cells: Cells, resamples: Int, seed: UInt64, prior: Double = 0, tolerance: Double = 1e-9,
    sourceLocation: SourceLocation = #_sourceLocation
  ) throws -> Replicates {
    // A tolerance at which what is left is rounding, so that values can be compared closely.
    let options = FitOptions(prior: prior, gradientTolerance: 1e-11)
    let fit = try fitBradleyTerry(cells, options: options)
    let replicates = try fit.bootstrap(BootstrapOptions(resamples: resamples, seed: seed))
    let plan = ResamplingPlan(fit.counts)
    let models = cells.roster.count
    var degenerate = 0
    var separations = [Int](repeating: 0, count: models)
    for replicate in 0..<resamples {
      let refit = PlainRefit(
        plan, plan.frequencies(seed: seed, replicate: replicate), prior: prior)
      let truth = try #require(refit.logStrength(), sourceLocation: sourceLocation)
      let found = replicates.values[replicate * models..<(replicate + 1) * models]
      for (x, y) in zip(differences(found), differences(truth[...])) {
        // By default: 1e-11 battles where a model's information may be as little as 0.03.
        #expect((x - y).magnitude < tolerance, sourceLocation: sourceLocation)
      }
      if prior > 0 {
        for (x, y) in zip(found, truth) { #expect((x - y).magnitude < 1e-9) }
      }
      if !refit.outside.isEmpty { degenerate += 1 }
      for model in refit.outside { separations[model] += 1 }
    }
    #expect(replicates.degenerateCount == degenerate, sourceLocation: sourceLocation)
    #expect(replicates.separations == separations, sourceLocation: sourceLocation)
    #expect(replicates.refitCount >= degenerate, sourceLocation: sourceLocation)
    return replicates
  }

  @Test(arguments: [0, 1] as [UInt64]) func replicatesAreMaximaOfTheirOwnBattles(seed: UInt64)
    throws
  {
    let replicates = try expectRefits(
      randomBattles(models: 7, seed: Int(seed) + 20), resamples: 40, seed: seed)
    #expect(replicates.degenerateCount == 0)
  }

  /// A first attempt with more than N battles, which some seed has among its first replicates.
  @Test func aReplicateThatIsDrawnAgainIsTheMaximumOfItsOwnBattles() throws {
    let cells = randomBattles(models: 5, seed: 77)
    let plan = ResamplingPlan(PairCounts(cells))
    func exceeds(_ seed: UInt64, _ replicate: Int) -> Bool {
      var stream = RandomStream(seed: seed, purpose: .resampling, index: replicate)
      let total = plan.tableOfCell.reduce(0) {
        $0 + Int(plan.frequencies.draw(Int($1), &stream))
      }
      return total > plan.battleCount
    }
    let seeds = (0...200 as ClosedRange<UInt64>).lazy.compactMap { seed in
      (0..<16).first { exceeds(seed, $0) }.map { (seed, $0) }
    }
    let (seed, replicate) = try #require(seeds.first)
    _ = try expectRefits(cells, resamples: replicate + 1, seed: seed)
  }

  @Test(arguments: [3, 4] as [UInt64]) func sparseReplicatesSeparateAndAreRescued(seed: UInt64)
    throws
  {
    // Two models with three battles each, one that only a cycle holds, and two that hang on each
    // other: one, several, or a group of models separate.
    let cells = battles(
      [
        (0, 1, 20, 12, 5), (1, 2, 9, 14, 0), (0, 2, 8, 8, 8), (3, 0, 2, 1, 0), (4, 1, 0, 1, 2),
        (5, 0, 2, 0, 0), (2, 5, 3, 0, 0), (6, 7, 3, 4, 0), (6, 2, 1, 1, 0),
      ], models: 8)
    let replicates = try expectRefits(cells, resamples: 60, seed: seed)
    #expect(replicates.degenerateCount > 20)
    #expect(replicates.separations[0] < replicates.separations[3])
  }

  /// Here a tree of pairs in which both sides scored spans the models, so that most replicates are
  /// proved connected without a search; it must not be believed where one of its pairs broke.
  @Test(arguments: [5, 6] as [UInt64]) func brokenWitnessesAreNoticed(seed: UInt64) throws {
    let cells = battles(
      [
        (0, 1, 20, 12, 5), (1, 2, 9, 14, 0), (3, 0, 3, 2, 0), (3, 1, 1, 0, 0), (4, 1, 4, 3, 0),
        (4, 2, 0, 2, 0), (5, 3, 1, 2, 0), (5, 4, 0, 0, 1), (6, 0, 0, 0, 3), (0, 2, 6, 6, 6),
      ], models: 7)
    #expect(ResamplingPlan(PairCounts(cells)).hasSpanningWitnesses)
    let replicates = try expectRefits(cells, resamples: 80, seed: seed)
    #expect(replicates.degenerateCount > 5)
    #expect(replicates.degenerateCount < 75)
    #expect(replicates.separations[0] == 0)
  }

  @Test func aPriorLeavesNothingToRescue() throws {
    let cells = battles([(0, 1, 5, 0, 0), (1, 2, 2, 0, 1), (2, 3, 9, 4, 0)], models: 4)
    let replicates = try expectRefits(cells, resamples: 40, seed: 5, prior: 1.5)
    #expect(replicates.degenerateCount == 0)
  }

  @Test(arguments: [2, 3, 4, 6, 7]) func aHandfulOfBattlesCanBeResampled(total: Int) throws {
    let cells = battles([(0, 1, total - 1, 1, 0)], models: 2)
    let replicates = try expectRefits(cells, resamples: 24, seed: 6)
    #expect(replicates.degenerateCount > 0)
    // A ring of single wins has no pair in which both sides scored.
    let ring = battles((0..<total).map { ($0, ($0 + 1) % total, 1, 0, 0) }, models: total)
    if total > 2 { _ = try expectRefits(ring, resamples: 24, seed: 6) }
  }

  @Test func widelySpreadModelsAreRefitted() throws {
    // 3·10⁵ to 2, 12 in log-odds a gap: replicates differ from the data by far more than a
    // quadratic model can follow.
    let cells = battles((1..<8).map { ($0 - 1, $0, 300_000, 2, 0) }, models: 8)
    // Sums over 600,000 battles are reached to 1e-9 battles, over seven links of information 1 or 2.
    let replicates = try expectRefits(cells, resamples: 24, seed: 7, tolerance: 1e-8)
    #expect(replicates.refitCount > 0)
  }

  @Test func theDefaultToleranceIsKept() throws {
    let cells = randomBattles(models: 9, seed: 31)
    let fit = try fitBradleyTerry(cells)
    let replicates = try fit.bootstrap(BootstrapOptions(resamples: 20, seed: 1))
    let plan = ResamplingPlan(fit.counts)
    for replicate in 0..<20 {
      let refit = PlainRefit(plan, plan.frequencies(seed: 1, replicate: replicate), prior: 0)
      let values = Array(replicates.values[replicate * 9..<(replicate + 1) * 9])
      for entry in refit.derivatives(values).gradient {
        // The tolerance, and the rounding of sums over some 1000 battles in another order.
        #expect(entry.magnitude < 1e-8 + 1e-12)
      }
    }
  }

  @Test func allBattlesOfAReplicateAreThoseOfTheData() throws {
    // The mean over replicates is the fit, within its Monte Carlo error.
    let cells = battles([(0, 1, 600, 400, 0), (1, 2, 500, 500, 300)], models: 3)
    let fit = try fitBradleyTerry(cells)
    let replicates = try fit.bootstrap(BootstrapOptions(resamples: 200, seed: 2))
      .centred(by: [1, 0, 0], target: 0)
    let covariance = fit.covariance(.sandwich)
    for model in [1, 2] {
      let error = covariance.varianceOfDifference(model, 0).squareRoot()
      let mean = replicates.values(ofModel: model).reduce(0, +) / 200
      let truth = fit.logStrength[model] - fit.logStrength[0]
      // Five Monte Carlo errors of a mean of 200.
      #expect((mean - truth).magnitude < 5 * error / 200.0.squareRoot())
      // A standard deviation from 200 values is known to 1/√400 = 5%.
      #expect((replicates.standardDeviation(ofModel: model) / error - 1).magnitude < 0.25)
    }
  }
}
