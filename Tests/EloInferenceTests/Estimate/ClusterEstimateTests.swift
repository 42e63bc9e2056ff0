import Battles
import EloNumerics
import TestSupport
import Testing

@testable import EloInference

/// Estimates from battles that came in clusters.
@Suite struct ClusterEstimateTests {
  /// The arena's battles one by one, each of them in the cluster that `cluster` of its number names.
  private func clustered(_ cluster: (Int) -> Int) -> Cells {
    let arena = SimulatedArena.cells
    var single: [Cell] = []
    for index in 0..<arena.cellCount {
      for _ in 0..<arena.count[index] {
        var cell = arena[index]
        cell.count = 1
        cell.cluster = Int32(cluster(single.count))
        single.append(cell)
      }
    }
    return Cells(
      single, names: arena.roster.names, clusterNames: (0..<single.count).map { "c\($0)" })
  }

  private func options(_ interval: IntervalMethod = .sandwich) -> EstimateOptions {
    var options = fitOptions(interval)
    options.clusterName = "judge"
    return options
  }

  /// Every battle a cluster of its own: the same but for G/(G − 1) in the variance and for t instead of the
  /// normal distribution, which at 200 degrees of freedom are 1/8000 and 1/165 of a width.
  @Test func battlesThatAreClustersChangeNothing() throws {
    let plain = try Estimate(battles: SimulatedArena.cells, options: options())
    let own = try Estimate(battles: clustered { $0 }, options: options())
    #expect(own.logStrength == plain.logStrength)
    #expect(own.isProvisional == plain.isProvisional)
    // A model's own battles are what tells of it, the others' hardly.
    let degrees = try #require(own.degreesOfFreedom)
    #expect(degrees.allSatisfy { $0 > 200 && $0 <= 3999 })
    #expect(own.clusters == ClusterSummary(name: "judge", count: 4000))
    #expect(own.warnings == plain.warnings)
    for model in 1..<12 {
      let ratio =
        own.varianceOfDifference(0, model) / plain.varianceOfDifference(0, model) * 3999 / 4000
      // The same squares, of which some thousand are summed in another order.
      #expect((ratio - 1).magnitude < 1e-10)
    }
    let (boards, test) = (
      try [plain, own].map { try $0.leaderboard(testOptions(.holm)) },
      try [plain, own].map { try $0.comparison(.named(["m00", "m01"]), testOptions()) }
    )
    for (before, after) in zip(boards[0].findings, boards[1].findings) {
      #expect(before.rankRange == after.rankRange && before.rating == after.rating)
      let ratio = (after.upper - after.lower) / (before.upper - before.lower)
      #expect(ratio > 1 && ratio < 1.007)
    }
    #expect(boards[0].tiedForFirst == boards[1].tiedForFirst)
    // 200 degrees of freedom change the tail at z by z⁴/4/200 of itself: a tenth up to z = 3.
    #expect((test[1].findings[0].p / test[0].findings[0].p - 1).magnitude < 0.1)
    #expect(boards[1].test.degreesOfFreedom == degrees.min())
    #expect(boards[0].test.degreesOfFreedom == nil && plain.degreesOfFreedom == nil)
  }

  /// Intervals and p-values of one pair are those of Student's t.
  @Test func singleResultsAreStudents() throws {
    let estimate = try Estimate(battles: clustered { $0 % 40 }, options: options())
    let degrees = try #require(estimate.degreesOfFreedom)
    #expect(degrees.allSatisfy { $0 > 20 && $0 <= 39 })
    let board = try estimate.leaderboard(testOptions(.none))
    for finding in board.findings {
      let student = StudentDistribution(degreesOfFreedom: degrees[finding.model])
      let reach = student.quantile(0.975) * finding.standardError
      // Ratings near 1000 that go to log-odds and back.
      #expect((finding.upper - finding.rating - reach).magnitude < 1e-9 * reach)
    }
    let report = try estimate.comparison(.named(["m03", "m05"]), testOptions(.maxT))
    let pair = report.findings[0]
    let student = StudentDistribution(degreesOfFreedom: min(degrees[3], degrees[5]))
    #expect(pair.p == student.twoSidedP(pair.z))
    #expect((report.test.criticalValue ?? 0) == student.quantile(0.975))
    let reach = (pair.upper - pair.lower) / 2 / pair.standardError
    // Likewise.
    #expect((reach - student.quantile(0.975)).magnitude < 1e-9)
    #expect(pair.p > NormalDistribution.twoSidedP(pair.z))
  }

  /// In a family no pair is easier to tell apart than by itself, and verdicts agree with the critical value.
  @Test func jointResultsAreNoSharper() throws {
    let estimate = try Estimate(battles: clustered { $0 % 40 }, options: options())
    let report = try estimate.comparison(.allPairs, testOptions(.maxT))
    let critical = try #require(report.test.criticalValue)
    let student = StudentDistribution(
      degreesOfFreedom: try #require(report.test.degreesOfFreedom))
    // Šidák's value for 66 independent pairs is above that of pairs that hang together.
    #expect(critical > student.quantile(0.975) && critical < student.quantile(1 - 0.05 / 66 / 2))
    for pair in report.findings {
      #expect(pair.adjustedP >= pair.p * 0.999 || pair.adjustedP <= 1 / 20_000)
      if pair.z.magnitude > critical { #expect(pair.verdict != .notSeparated) }
    }
  }

  @Test func fewClustersAreWarnedOf() throws {
    let few = try Estimate(battles: clustered { $0 % 40 }, options: options())
    #expect(few.warnings.map(\.code) == [.fewClusters])
    #expect(few.warnings[0].text.contains("only 40 clusters of 'judge'"))
    #expect(try Estimate(battles: clustered { $0 % 100 }, options: options()).warnings.isEmpty)
    // A hundred judges, of whom one gave three quarters of the verdicts.
    let giant = try Estimate(
      battles: clustered { $0 % 4 == 0 ? 1 + $0 / 4 % 99 : 0 }, options: options())
    #expect(giant.warnings.map(\.code) == [.fewClusters])
    #expect(
      giant.warnings[0].text.contains(
        "The 100 clusters of 'judge' tell no more of the typical model than about one alone would"))
    #expect(try #require(giant.degreesOfFreedom).allSatisfy { $0 <= 2 })
  }

  /// Each judge has the two meet twice, once with either result: the scores of all judges are 0, and so
  /// is the variance across them, which tells nothing.
  @Test func clustersThatAreAlikeTellNoError() throws {
    let cells = Cells(
      (0..<60).flatMap { judge in
        [Outcome.aWins, .bWins].map {
          Cell(a: 0, b: 1, outcome: $0, count: 1, cluster: Int32(judge))
        }
      }, names: ["a", "b"], clusterNames: (0..<60).map { "j\($0)" })
    let estimate = try Estimate(battles: cells, options: options())
    #expect(estimate.provisionalReason == [.equalClusters, .equalClusters])
    #expect(estimate.warnings[0].text.contains("verdicts that cancel in every cluster of 'judge'"))
    let pair = try estimate.comparison(.named(["a", "b"]), testOptions(.none)).findings[0]
    // As 120 battles without clusters: 400/ln(10) · √(4/120).
    #expect((pair.standardError - 173.7178 * (4.0 / 120).squareRoot()).magnitude < 1e-3)
  }

  /// Eight judges are few, and models that all of them saw are ranked all the same.
  @Test func fewerThanTenClustersRankWhatAllOfThemSaw() throws {
    let eight = try Estimate(battles: clustered { $0 % 8 }, options: options())
    #expect(!eight.isProvisional.contains(true))
    #expect(eight.warnings.map(\.code) == [.fewClusters])
    #expect(try #require(eight.degreesOfFreedom).allSatisfy { (3...7).contains($0) })
    #expect(try eight.leaderboard(testOptions(.holm)).findings.count == 12)
  }

  /// Quantiles of resampled clusters lie as far out as Student's t does.
  @Test(.enabled(if: OptimisedBuild.isThis, "\(OptimisedBuild.isNeeded)"))
  func resamplesOfFewClustersReachFarther() throws {
    var resampled = options(.percentile)
    resampled.bootstrap = BootstrapOptions(resamples: 2000)
    let estimate = try Estimate(battles: clustered { $0 % 15 }, options: resampled)
    let degrees = try #require(estimate.degreesOfFreedom)
    let replicates = try #require(estimate.replicates)
    for finding in try estimate.leaderboard(testOptions(.none)).findings {
      let t = StudentDistribution(degreesOfFreedom: degrees[finding.model]).quantile(0.975)
      let tail = NormalDistribution.upperTail(t * (15.0 / 14).squareRoot())
      let values = replicates.values(ofModel: finding.model).sorted()
      let lower = estimate.scale.rating(ofLogStrength: quantile(ofAscending: values, tail))
      // Ratings near 1000 that go to log-odds and back.
      #expect((finding.lower - lower).magnitude < 1e-9)
    }
    resampled.bootstrap = BootstrapOptions(resamples: 60)
    let few = try Estimate(battles: clustered { $0 % 15 }, options: resampled)
    #expect(throws: EstimateError.self) { try few.leaderboard(testOptions(.none)) }
  }

  /// Eleven clusters do not carry joint tests of twelve models, but those of each pair by itself.
  @Test func jointTestsTakeAsManyClustersAsModels() throws {
    let eleven = try Estimate(battles: clustered { $0 % 11 }, options: options())
    for adjustment in [Adjustment.maxT, .bootstrapMaxT] {
      var test = testOptions(adjustment)
      test.level = 0.9
      let error = #expect(throws: EstimateError.self) { try eleven.leaderboard(test) }
      if adjustment == .maxT { #expect(error == .tooFewClusters(11, models: 12)) }
    }
    #expect(throws: EstimateError.tooFewClusters(11, models: 12)) {
      try eleven.comparison(.neighbours, testOptions(.maxT))
    }
    var together = testOptions(.holm)
    together.intervals = .simultaneous
    #expect(throws: EstimateError.tooFewClusters(11, models: 12)) {
      try eleven.leaderboard(together)
    }
    #expect(
      try eleven.comparison(.named(["m00", "m05", "m09"]), testOptions(.maxT)).findings.count == 3)
    let board = try eleven.leaderboard(testOptions(.holm))
    #expect(board.tiedForFirst.first == board.findings[0].model)
    let twelve = try Estimate(battles: clustered { $0 % 12 }, options: options())
    #expect(try twelve.leaderboard(testOptions(.maxT)).findings.count == 12)
  }

  @Test func oneClusterTellsNothing() throws {
    #expect(throws: EstimateError.oneCluster("judge")) {
      try Estimate(battles: clustered { _ in 7 }, options: options())
    }
  }

  /// A model that nine judges saw is not ranked however often they did, and its interval is wider than one
  /// that takes battles as independent.
  @Test func aModelOfFewClustersIsProvisional() throws {
    let cells = clustered { $0 % 400 }
    func seen(by judges: Int32) -> Cells {
      Cells(
        (0..<cells.cellCount).map { index in
          var cell = cells[index]
          if cell.a == 11 || cell.b == 11 { cell.cluster %= judges }
          return cell
        }, names: cells.roster.names, clusterNames: cells.clusters?.names)
    }
    let nine = try Estimate(battles: seen(by: 9), options: options())
    #expect(nine.isProvisional.indices.filter { nine.isProvisional[$0] } == [11])
    #expect(nine.warnings.map(\.code) == [.provisionalModels])
    #expect(nine.warnings[0].text.contains("fewer than 10 clusters of 'judge'"))
    #expect(try !Estimate(battles: seen(by: 10), options: options()).isProvisional.contains(true))
  }

  @Test func resamplesAreOfClusters() throws {
    // Each verdict said five times in a cluster: five times the variance of independent battles.
    let single = clustered { $0 }
    let repeated = Cells(
      (0..<single.cellCount).map { index in
        var cell = single[index]
        cell.count = 5
        return cell
      }, names: single.roster.names, clusterNames: single.clusters?.names)
    var many = options(.percentile)
    many.bootstrap = BootstrapOptions(resamples: 200)
    let clustered = try Estimate(battles: repeated, options: many)
    let plain = try Estimate(battles: repeated.withoutClusters, options: many)
    let widths = try [clustered, plain].map { estimate in
      try estimate.leaderboard(testOptions(.none)).findings.reduce(0) { $0 + $1.standardError }
    }
    // A standard deviation of 200 replicates has an error of 5%, and twelve of them share it in part.
    #expect((widths[0] / widths[1] / 5.0.squareRoot() - 1).magnitude < 0.12)
  }
}
