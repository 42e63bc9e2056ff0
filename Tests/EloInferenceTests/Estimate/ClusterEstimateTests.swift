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

  /// Every battle a cluster of its own: the same but for G/(G − 1) in the variance and for stretched t
  /// instead of the normal distribution, which at 200 effective clusters are 1/8000 and 1/115 of a width.
  @Test func battlesThatAreClustersChangeNothing() throws {
    let plain = try Estimate(battles: SimulatedArena.cells, options: options())
    let own = try Estimate(battles: clustered { $0 }, options: options())
    #expect(own.logStrength == plain.logStrength)
    #expect(own.isProvisional == plain.isProvisional)
    // A model's own battles are what tells of it, the others' hardly.
    let effective = (0..<12).compactMap { own.effectiveClusters($0) }
    #expect(effective.count == 12 && effective.allSatisfy { $0 > 200 && $0 <= 4000 })
    #expect(own.clusters == ClusterSummary(name: "judge", count: 4000))
    #expect(own.warnings == plain.warnings)
    for model in 1..<12 {
      let ratio =
        own.varianceOfDifference(0, model) / plain.varianceOfDifference(0, model) * 3999 / 4000
      #expect((ratio - 1).magnitude < 1e-10)
    }
    let (boards, test) = (
      try [plain, own].map { try $0.leaderboard(testOptions(.holm)) },
      try [plain, own].map { try $0.comparison(.named(["m00", "m01"]), testOptions()) }
    )
    for (before, after) in zip(boards[0].findings, boards[1].findings) {
      #expect(before.rankRange == after.rankRange && before.rating == after.rating)
      let ratio = (after.upper - after.lower) / (before.upper - before.lower)
      #expect(ratio > 1 && ratio < 1.009)
    }
    #expect(boards[0].tiedForFirst == boards[1].tiedForFirst)
    #expect((test[1].findings[0].p / test[0].findings[0].p - 1).magnitude < 0.1)
    let pairs = (0..<12).flatMap { i in
      (0..<i).compactMap { own.reference(i, $0).degreesOfFreedom }
    }
    #expect(boards[1].test.degreesOfFreedom == pairs.min())
    #expect(boards[1].interval.degreesOfFreedom == effective.min().map { $0 - 1 })
    #expect(boards[0].test.degreesOfFreedom == nil && plain.effectiveClusters(0) == nil)
  }

  /// Intervals and p-values of one rating or one pair are those of Student's t with its own effective
  /// clusters less one, stretched by √(n/(n − 1)).
  @Test func singleResultsAreStudents() throws {
    let cells = clustered { $0 % 40 }
    let estimate = try Estimate(battles: cells, options: options())
    let fit = try fitBradleyTerry(cells)
    let effective = try #require(EffectiveClusters(fit))
    let ratings = effective.ofRatings(centredBy: [Double](repeating: 1.0 / 12, count: 12))
    #expect(ratings.allSatisfy { $0 > 20 && $0 <= 40 })
    func width(_ number: Double) -> Double {
      StudentDistribution(degreesOfFreedom: number - 1).quantile(0.975)
        * (number / (number - 1)).squareRoot()
    }
    for finding in try estimate.leaderboard(testOptions(.none)).findings {
      let reach = width(ratings[finding.model]) * finding.standardError
      // Sums in the order of the fit, twice.
      #expect((finding.upper - finding.rating - reach).magnitude < 1e-9 * reach)
    }
    var test = testOptions(.maxT)
    test.equivalenceMargin = 40
    let report = try estimate.comparison(.named(["m03", "m05"]), test)
    let pair = report.findings[0]
    let number = effective.ofDifferences()[3, 5]
    // It is its own, and not that of either model.
    #expect(number != ratings[3] && number != ratings[5])
    let student = StudentDistribution(degreesOfFreedom: number - 1)
    let stretch = (number / (number - 1)).squareRoot()
    #expect((pair.p / student.twoSidedP(pair.z / stretch) - 1).magnitude < 1e-9)
    #expect(((report.test.criticalValue ?? 0) - width(number)).magnitude < 1e-9)
    let reach = (pair.upper - pair.lower) / 2 / pair.standardError
    #expect((reach - width(number)).magnitude < 1e-9)
    #expect(pair.p > NormalDistribution.twoSidedP(pair.z))
    // 90% intervals lie within a margin where both one-sided tests at 95% say so.
    let equivalence = try #require(pair.equivalence)
    let ninety = (equivalence.upper - equivalence.lower) / 2 / pair.standardError
    #expect((ninety - student.quantile(0.95) * stretch).magnitude < 1e-9)
    let detectable = pair.detectableGap / pair.standardError
    #expect((detectable - width(number) - student.quantile(0.8) * stretch).magnitude < 1e-9)
    let superiority = try estimate.superiority()
    let order = superiority.models
    let (first, second) = (order[0], order[1])
    let next = try estimate.comparison(
      .named([first, second].map { estimate.roster.names[$0] }), test)
    // Φ of the normal equivalent is one minus half the two-sided p-value.
    #expect(((superiority[0, 1] ?? 0) - 1 + next.findings[0].p / 2).magnitude < 1e-9)
  }

  /// In a family no pair is easier to tell apart than by itself, and verdicts agree with the critical value.
  @Test func jointResultsAreNoSharper() throws {
    let estimate = try Estimate(battles: clustered { $0 % 60 }, options: options())
    let report = try estimate.comparison(.allPairs, testOptions(.maxT))
    #expect(report.test.adjustment == .maxT && report.test.replacement == nil)
    let critical = try #require(report.test.criticalValue)
    let student = ReferenceDistribution.clustered(
      effective: try #require(report.test.degreesOfFreedom) + 1)
    // Šidák's value for 66 independent pairs is above that of pairs that hang together.
    #expect(critical > student.quantile(0.975) && critical < student.quantile(1 - 0.05 / 66 / 2))
    for pair in report.findings {
      #expect(pair.adjustedP >= pair.p * 0.999 || pair.adjustedP <= 1 / 20_000)
      if pair.z.magnitude > critical { #expect(pair.verdict != .notSeparated) }
    }
  }

  @Test func fewClustersAreWarnedOf() throws {
    let few = try Estimate(battles: clustered { $0 % 40 }, options: options())
    #expect(few.warnings == [.fewClusters(try #require(few.clusters), below: 50)])
    #expect(few.clusters?.name == "judge" && few.clusters?.count == 40)
    #expect(try Estimate(battles: clustered { $0 % 100 }, options: options()).warnings.isEmpty)
    // Ninety-eight judges, of whom six gave three quarters of the verdicts.
    let uneven = try Estimate(
      battles: clustered { $0 % 4 == 0 ? 8 + $0 / 4 % 92 : $0 % 8 }, options: options())
    // The upper one of the middle two.
    let worth = (0..<12).compactMap { uneven.effectiveClusters($0) }.sorted()
    #expect(
      uneven.warnings == [
        .unevenClusters(
          try #require(uneven.clusters), equalOnes: worth[6], below: 50)
      ])
    #expect(uneven.clusters?.count == 98 && worth[11] < 50)
  }

  /// A hundred judges, of whom one gave three quarters of the verdicts: how much judges differ cannot be
  /// told, and no model is ranked.
  @Test func oneHeavyJudgeRanksNoModel() throws {
    let giant = try Estimate(
      battles: clustered { $0 % 4 == 0 ? 1 + $0 / 4 % 99 : 0 }, options: options())
    #expect(giant.provisionalReason.allSatisfy { $0 == .fewEffectiveClusters })
    #expect(giant.unranked == [.fewEffectiveClusters(below: 3, of: "judge")])
    #expect((0..<12).allSatisfy { (giant.effectiveClusters($0) ?? 9) < 3 })
    // Intervals are there all the same, from the clusters and as wide as those few leave them.
    for finding in try giant.leaderboard(testOptions(.none)).findings {
      let reach = giant.reference(finding.model).quantile(0.975)
      #expect(reach > ReferenceDistribution.clustered(effective: 3).quantile(0.975))
      let width = (finding.upper - finding.lower) / 2 / giant.ratingStandardError(finding.model)
      #expect((width / reach - 1).magnitude < 1e-9)
      #expect(finding.rank == nil)
    }
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
    #expect(estimate.unranked == [.equalClusters(of: "judge")])
    let pair = try estimate.comparison(.named(["a", "b"]), testOptions(.none)).findings[0]
    // As 120 battles without clusters: 400/ln(10) · √(4/120).
    #expect((pair.standardError - 173.7178 * (4.0 / 120).squareRoot()).magnitude < 1e-3)
  }

  /// Eight judges are few, and models that all of them saw are ranked all the same.
  @Test func fewerThanTenClustersRankWhatAllOfThemSaw() throws {
    let eight = try Estimate(battles: clustered { $0 % 8 }, options: options())
    #expect(!eight.isProvisional.contains(true))
    #expect(eight.warnings == [.fewClusters(try #require(eight.clusters), below: 50)])
    #expect((0..<12).allSatisfy { (4...8).contains(eight.effectiveClusters($0) ?? 0) })
    #expect(try eight.leaderboard(testOptions(.holm)).findings.count == 12)
  }

  /// Quantiles of resampled clusters lie as far out as Student's t does.
  @Test(.enabled(if: OptimisedBuild.isThis, "\(OptimisedBuild.isNeeded)"))
  func resamplesOfFewClustersReachFarther() throws {
    var resampled = options(.percentile)
    resampled.bootstrap = BootstrapOptions(resamples: 2000)
    let estimate = try Estimate(battles: clustered { $0 % 15 }, options: resampled)
    let replicates = try #require(estimate.replicates)
    for finding in try estimate.leaderboard(testOptions(.none)).findings {
      let t = estimate.reference(finding.model).quantile(0.975)
      let tail = NormalDistribution.upperTail(t * (15.0 / 14).squareRoot())
      let values = replicates.values(ofModel: finding.model).sorted()
      let lower = estimate.scale.rating(ofLogStrength: quantile(ofAscending: values, tail))
      #expect((finding.lower - lower).magnitude < 1e-9)
    }
    resampled.bootstrap = BootstrapOptions(resamples: 60)
    let few = try Estimate(battles: clustered { $0 % 15 }, options: resampled)
    #expect(throws: EstimateError.self) { try few.leaderboard(testOptions(.none)) }
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
    #expect(nine.unranked == [.fewClusters(below: 10, of: "judge")])
    #expect(nine.warnings.count == 1)
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

extension Estimate {
  /// The rules that leave models unranked, as the warning tells them.
  fileprivate var unranked: [ProvisionalGroup.Rule] {
    warnings.flatMap { warning -> [ProvisionalGroup.Rule] in
      if case .provisionalModels(let groups, _) = warning { groups.map(\.rule) } else { [] }
    }
  }
}
