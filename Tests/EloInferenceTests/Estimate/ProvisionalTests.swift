import Battles
import EloNumerics
import Testing

@testable import EloInference

@Suite struct ProvisionalTests {
  /// Two models that meet often and one that met the first of them a few times.
  private let straggler = cells("a b 130 90 60", "a p 6 2 2")

  private func provisional(_ cells: Cells, _ options: EstimateOptions) throws -> [String] {
    let estimate = try Estimate(battles: cells, options: options)
    return estimate.provisionalByRating.map { estimate.roster.names[$0] }.sorted()
  }

  @Test func thirtyBattlesAreEnough() throws {
    #expect(try provisional(cells("a b 100 90 60", "a p 15 10 4"), fitOptions()) == ["p"])
    #expect(try provisional(cells("a b 100 90 60", "a p 15 10 5"), fitOptions()) == [])
    var options = fitOptions()
    options.provisionalBelow = 31
    #expect(try provisional(cells("a b 100 90 60", "a p 15 10 5"), options) == ["p"])
    options.provisionalBelow = 0
    #expect(try provisional(cells("a b 100 90 60", "a p 9 8 5"), options) == [])
  }

  /// A model that scored 3 of 200 keeps none of them in e⁻³ = 5% of resamples; with 5 it is
  /// e⁻⁵ = 0.7%. Two models have the same claim, and neither a prior nor the method matters.
  @Test(arguments: [IntervalMethod.sandwich, .percentile], [0, 1.0])
  func weaklyTiedModelsAreProvisional(method: IntervalMethod, prior: Double) throws {
    var options = fitOptions(method)
    options.fit.prior = prior
    #expect(try provisional(cells("a b 100 90 60", "a p 197 3 0"), options) == ["p"])
    #expect(try provisional(cells("a b 100 90 60", "p a 197 0 3"), options) == ["p"])
    #expect(try provisional(cells("a b 100 90 60", "a p 195 5 0"), options) == [])
    #expect(try provisional(cells("a b 3 197 0"), options) == ["a", "b"])
    // Ties alone tie firmly, and say nothing of their error.
    #expect(try provisional(cells("a b 100 90 60", "a p 0 0 100"), options) == ["p"])
  }

  /// Resamples show it: 5 or so of 100 without an estimate for three wins, none of 100 for
  /// twenty (e⁻²⁰).
  @Test func modelsNearSeparationAreProvisionalByReplicates() throws {
    var options = fitOptions(.percentile)
    options.bootstrap.resamples = 100
    let near = cells("a b 100 90 60", "a p 197 3 0")
    #expect(try provisional(near, options) == ["p"])
    let estimate = try Estimate(battles: near, options: options)
    let replicates = try #require(estimate.replicates)
    let id = try #require(near.roster.id(of: "p"))
    #expect(replicates.separations[id] > 1 && replicates.separations[0] == 0)
    let lost = replicates.separations[id]
    #expect(
      estimate.warnings == [
        .provisionalModels(
          [ProvisionalGroup(.weakLinks(below: 5), [.init(name: "p", battles: 200)])], of: 3),
        .degenerateReplicates(
          count: lost, resamples: 100, models: [.init(name: "p", replicates: lost)]),
      ])
    #expect(try provisional(cells("a b 100 90 60", "a p 180 20 0"), options) == [])
  }

  /// The rating of a model that is ranked alone is where the scale was put, unless an anchor holds it.
  @Test func oneRankedModelHasNothingToCompareWith() throws {
    let battles = cells("a b 7 6 0", "a c 7 6 0", "a d 7 6 0")
    var options = fitOptions()
    let sole = try Estimate(battles: battles, options: options)
    #expect(sole.isProvisional == [false, true, true, true])
    #expect(sole.warnings.last == .nothingToCompare("a"))
    options.centre = .anchor(name: "a", rating: 1200)
    let held = try Estimate(battles: battles, options: options)
    #expect(held.warnings == Array(sole.warnings.dropLast()))
  }

  @Test func noRankNoFamilyNoShareInTheCentre() throws {
    let estimate = try Estimate(battles: straggler, options: fitOptions())
    let leaderboard = try estimate.leaderboard(testOptions())
    #expect(leaderboard.test.pairs == 1)
    let last = try #require(leaderboard.findings.last)
    #expect(last.isProvisional && last.rank == nil && last.rankRange == 1...2)
    #expect(last.letters.isEmpty && !last.isTiedForFirst && last.quasiStandardError == nil)
    #expect(last.detectableGap == nil && last.battles == 10)
    #expect([last.wins, last.losses, last.ties] == [2, 6, 2])
    let ranked = leaderboard.findings.dropLast()
    #expect(ranked.map(\.rank) == [1, 2])
    // The mean of two.
    #expect(abs(ranked.reduce(0) { $0 + $1.rating } - 2000) < 1e-9)
    // Without the straggler: in a tree of pairs each is fitted by itself.
    let without = try Estimate(battles: cells("a b 130 90 60"), options: fitOptions())
    for model in 0..<2 {
      #expect(abs(estimate.rating(model) - without.rating(model)) < 1e-9)
      let errors = [estimate.ratingStandardError(model), without.ratingStandardError(model)]
      #expect(abs(errors[0] - errors[1]) < 1e-9)
    }
  }

  /// In a tree of pairs each gap is fitted by itself, with the model's variance (1 − τ)/(n·p·q), τ
  /// the pooled share of ties, 62/290. By hand: a–b: 160/280 = 4/7, n·p·q = 68.571; a–p: 7/10,
  /// n·p·q = 2.1. p stands below (a + b)/2 by p − a and half of a − b:
  /// variance (1 − 62/290)·(1/2.1 + 1/(4·68.571)) = 0.377251, on the scale 106.699 (Python).
  @Test func theIntervalComesFromTheModel() throws {
    for method in [IntervalMethod.sandwich, .percentile, .wald] {
      let estimate = try Estimate(battles: straggler, options: fitOptions(method))
      let row = try #require(
        try estimate.leaderboard(testOptions()).findings.last)
      #expect(row.isProvisional)
      // Three decimals of the golden.
      #expect(abs(row.standardError - 106.699) < 5e-4, "\(method)")
      #expect(abs(row.upper - row.rating - 1.959964 * 106.699) < 2e-3)
      #expect(abs(row.upper + row.lower - 2 * row.rating) < 1e-9)
      // a is (400/ln 10)·½·ln(4/3) = 24.988 above the centre, p 147.191 below a (Python).
      #expect(abs(row.rating - (1000 + 24.988 - 147.191)) < 2e-3)
    }
  }

  /// All provisional: everybody shares in the centre, nobody has a rank, nothing is compared.
  @Test func allProvisional() throws {
    let few = cells("a b 4 3 1", "b c 5 2 2", "a c 3 3 0")
    for adjustment in Adjustment.allCases {
      let estimate = try Estimate(battles: few, options: fitOptions(.percentile))
      let leaderboard = try estimate.leaderboard(testOptions(adjustment))
      #expect(leaderboard.findings.map(\.rank) == [nil, nil, nil])
      #expect(leaderboard.findings.map(\.rankRange) == [1...1, 1...1, 1...1])
      #expect(leaderboard.tiedForFirst.isEmpty)
      #expect(leaderboard.test.pairs == 0 && leaderboard.test.criticalValue == nil)
      // Three ratings near 1000 that go to log-odds and back.
      #expect(abs(leaderboard.findings.reduce(0) { $0 + $1.rating } - 3000) < 1e-9)
      #expect(
        throws: EstimateError.tooFewEstablished(
          0, provisional: 3, [.provisionalBelow(14)])
      ) {
        try estimate.comparison(.allPairs, testOptions(adjustment))
      }
      let named = try estimate.comparison(.named(["a", "b"]), testOptions(adjustment)).findings
      try #require(named.count == 1 && named[0].adjustedP == named[0].p && named[0].isProvisional)
      #expect(named[0].lower.isFinite && named[0].upper.isFinite)
    }
  }

  /// Holm over the pairs asked, unless something else that needs no joint distribution was asked for;
  /// the interval and the verdict say the same.
  @Test(arguments: [
    (Adjustment.maxT, Adjustment.holm), (.holm, .holm),
    (.benjaminiHochberg, .benjaminiHochberg), (.none, .none),
  ])
  func namedInAComparison(asked: Adjustment, used: Adjustment) throws {
    let estimate = try Estimate(
      battles: cells("a b 130 90 60", "a p 16 2 2"), options: fitOptions())
    let report = try estimate.comparison(.named(["a", "p", "b"]), testOptions(asked))
    #expect(report.test.adjustment == used)
    #expect(report.findings.map(\.isProvisional) == [true, false, true])
    let p = report.findings.map(\.p).sorted()
    let adjusted = report.findings.map(\.adjustedP).sorted()
    switch used {
    case .holm:
      #expect(adjusted == [3 * p[0], max(3 * p[0], 2 * p[1]), max(3 * p[0], 2 * p[1], p[2])])
    case .benjaminiHochberg:
      #expect(adjusted[2] == p[2] && adjusted[0] <= 3 * p[0] && adjusted[0] >= p[0])
    default: #expect(adjusted == p)
    }
    for finding in report.findings {
      let isOutside = finding.lower >= 0 || finding.upper <= 0
      #expect(isOutside == (finding.adjustedP <= 0.05))
    }
    if used == .holm {
      // Φ⁻¹(1 − 0.05/6), scipy 1.16.
      #expect(abs(try #require(report.test.criticalValue) - 2.393979800) < 1e-8)
    }
    #expect(report.findings[0].verdict == .aBetter)
  }
}
