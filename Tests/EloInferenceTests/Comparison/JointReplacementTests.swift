import Battles
import EloNumerics
import TestSupport
import Testing

@testable import EloInference

/// Where no joint distribution is known, Holm's method takes the place of step-down maxima.
@Suite struct JointReplacementTests {
  /// The arena's battles one by one in so many clusters in turn.
  private func estimate(clusters: Int, _ interval: IntervalMethod = .sandwich) throws -> Estimate {
    let arena = SimulatedArena.cells
    var single: [Cell] = []
    for index in 0..<arena.cellCount {
      for _ in 0..<arena.count[index] {
        var cell = arena[index]
        cell.count = 1
        cell.cluster = Int32(single.count % clusters)
        single.append(cell)
      }
    }
    let cells = Cells(
      single, names: arena.roster.names, clusterNames: (0..<clusters).map { "c\($0)" })
    return try Estimate(battles: cells, options: fitOptions(interval))
  }

  /// Of twelve models as few as eleven clusters can be compared, one fewer than a joint covariance takes.
  @Test(arguments: [11, 12, 23]) func fewClustersAreComparedByHolm(clusters: Int) throws {
    let estimate = try estimate(clusters: clusters)
    let asked = try estimate.leaderboard(testOptions(.maxT))
    let holm = try estimate.leaderboard(testOptions(.holm))
    #expect(asked.test.adjustment == .holm)
    #expect(asked.test.replacement == .fewEffectiveClusters)
    #expect(holm.test.replacement == nil)
    #expect(asked.findings == holm.findings && asked.tiedForFirst == holm.tiedForFirst)
    #expect(asked.test.criticalValue == holm.test.criticalValue)
    let (pairs, holmPairs) = (
      try estimate.comparison(.neighbours, testOptions(.maxT)),
      try estimate.comparison(.neighbours, testOptions(.holm))
    )
    #expect(pairs.test.replacement == .fewEffectiveClusters && pairs.findings == holmPairs.findings)
    // The resamples' joint distribution is no better known.
    #expect(
      try estimate.leaderboard(testOptions(.bootstrapMaxT)).test.replacement
        == .fewEffectiveClusters)
  }

  /// Eleven clusters tell how the errors of three models hang together, and 60 how those of twelve do.
  @Test func manyClustersAreComparedTogether() throws {
    let few = try estimate(clusters: 11).comparison(
      .named(["m00", "m05", "m09"]), testOptions(.maxT))
    #expect(few.test.adjustment == .maxT && few.test.replacement == nil)
    let many = try estimate(clusters: 60)
    #expect((0..<12).allSatisfy { (many.effectiveClusters($0) ?? 0) >= 24 })
    #expect(try many.leaderboard(testOptions(.maxT)).test.adjustment == .maxT)
    // One pair takes no joint distribution.
    let pair = try estimate(clusters: 11).comparison(.named(["m00", "m05"]), testOptions(.maxT))
    #expect(pair.test.replacement == nil)
  }

  @Test func unrankedModelsAreComparedByHolm() throws {
    var options = fitOptions(.sandwich)
    options.provisionalBelow = 700
    let estimate = try Estimate(battles: SimulatedArena.cells, options: options)
    #expect(estimate.isProvisional.contains(true))
    let report = try estimate.comparison(.named(estimate.roster.names), testOptions(.maxT))
    #expect(report.test.adjustment == .holm && report.test.replacement == .unrankedModel)
  }

  /// With few clusters, who may be the best is decided by Bonferroni's inequality with each lead's own
  /// Student's t, and intervals that hold together are as wide as it makes them.
  @Test func setsAndIntervalsAreBonferronis() throws {
    let estimate = try estimate(clusters: 14)
    var options = testOptions(.maxT)
    options.intervals = .simultaneous
    let board = try estimate.leaderboard(options)
    for finding in board.findings {
      let isBehind = board.findings.contains { other in
        guard other.model != finding.model else { return false }
        let lead = estimate.logStrength[other.model] - estimate.logStrength[finding.model]
        let error = estimate.varianceOfDifference(other.model, finding.model).squareRoot()
        let limit = estimate.reference(other.model, finding.model).quantile(1 - 0.05 / 11)
        return lead / error > limit
      }
      #expect(finding.isTiedForFirst == !isBehind)
      let width = estimate.reference(finding.model).quantile(1 - 0.025 / 12)
      let reach = (finding.upper - finding.lower) / 2 / finding.standardError
      // Through a normal quantile and back, each to some 1e-13 of its tail.
      #expect((reach / width - 1).magnitude < 1e-9)
    }
    #expect(board.findings.contains { $0.isTiedForFirst })
    #expect(board.findings.contains { !$0.isTiedForFirst })
  }

  /// Two models that two judges often compared with each other, and twenty others a few times with four
  /// more: the difference of the two rests on those two judges, though either rating rests on many.
  @Test func siblingsRestOnTheirOwnJudges() throws {
    var random = SeededGenerator(seed: 1)
    func judge(_ cluster: Int32, _ battles: Int, _ pair: () -> (Int32, Int32)) -> [Cell] {
      (0..<battles).map { _ in
        let (a, b) = pair()
        let outcome: Outcome = Bool.random(using: &random) ? .aWins : .bWins
        return Cell(a: a, b: b, outcome: outcome, count: 1, cluster: cluster)
      }
    }
    var cells = judge(0, 600) { (0, 1) } + judge(1, 600) { (0, 1) }
    for cluster: Int32 in 2..<22 {
      var battle: Int32 = 0
      cells += judge(cluster, 16) {
        battle += 1
        return (battle % 2, 2 + battle / 2 % 4)
      }
    }
    let clustered = Cells(
      cells, names: (0..<6).map { "m\($0)" }, clusterNames: (0..<22).map { "c\($0)" })
    let estimate = try Estimate(battles: clustered, options: fitOptions(.sandwich))
    let pair = try #require(estimate.reference(0, 1).degreesOfFreedom)
    // Two equal clusters, and a little that the other judges tell through other models.
    #expect(pair > 1 && pair < 1.5)
    for sibling in [0, 1] {
      #expect(estimate.provisionalReason[sibling] == nil)
      #expect((10...22).contains(estimate.effectiveClusters(sibling) ?? 0))
    }
  }
}
