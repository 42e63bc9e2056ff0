import Battles
import EloNumerics
import Testing

@testable import EloInference

@Suite struct SimultaneousRatingsTests {
  private func together(_ level: Double = 0.95, threads: Int = 1) -> TestOptions {
    var options = testOptions(.none, level: level)
    options.intervals = .simultaneous
    options.threads = threads
    return options
  }

  /// Ratings of a board are independent: Šidák's value, Φ⁻¹((1 + 0.95^(1/10))/2) by scipy.
  @Test func boardsAreSidaks() throws {
    let estimate = board([Double](repeating: 1500, count: 10), [Double](repeating: 5, count: 10))
    let leaderboard = try estimate.leaderboard(together())
    let value = try #require(leaderboard.interval.criticalValue)
    #expect((value - 2.7995).magnitude < 1e-3)
    let expected = NormalDistribution.quantile((1 + LibM.exp(LibM.log(0.95) / 10)) / 2)
    for finding in leaderboard.findings {
      // Ratings near 1500 that go to log-odds and back.
      #expect((finding.upper - 1500 - 5 * expected).magnitude < 1e-9)
      #expect((1500 - finding.lower - 5 * expected).magnitude < 1e-9)
    }
  }

  /// A round robin of k equal models has errors like deviations from the mean of k normals, whose largest
  /// studentised one has the quantiles 2.5544 and 2.7969 at 95% for k = 5, 10, by 8 million draws in numpy.
  @Test(arguments: [(5, 2.5544), (10, 2.7969)]) func roundRobin(models: Int, expected: Double)
    throws
  {
    var rows: [Cell] = []
    for a in 0..<models {
      for b in 0..<models where a != b {
        rows.append(Cell(a: Int32(a), b: Int32(b), outcome: .aWins, count: 50))
      }
    }
    let cells = Cells(rows, names: modelNames(models))
    let estimate = try Estimate(battles: cells, options: fitOptions())
    let leaderboard = try estimate.leaderboard(together())
    // The quantile of 20,000 draws has a standard error of about 0.012: three of them.
    let value = try #require(leaderboard.interval.criticalValue)
    #expect((value - expected).magnitude < 0.036)
    #expect(leaderboard.interval.family == .simultaneous)
    let finding = leaderboard.findings[0]
    let reach = (finding.upper - finding.lower) / 2 / finding.standardError
    #expect((reach - value).magnitude < 1e-9)
    #expect(try estimate.leaderboard(together(threads: 3)).findings == leaderboard.findings)
  }

  /// Two models are as far from their mean as from each other: there is only one thing to be wrong about.
  @Test func twoModelsAreOneQuestion() throws {
    let estimate = try Estimate(battles: cells("a b 60 40 10"), options: fitOptions())
    let value = try #require(try estimate.leaderboard(together()).interval.criticalValue)
    #expect((value - 1.96).magnitude < 0.06)
  }

  /// A model that is held has no error, and takes no part; the others are told from it as in Dunnett's
  /// comparisons.
  @Test func anchoredModels() throws {
    var options = fitOptions()
    options.centre = .anchor(name: "m00", rating: 1000)
    let estimate = try Estimate(battles: SimulatedArena.cells, options: options)
    let leaderboard = try estimate.leaderboard(together())
    let held = try #require(leaderboard.findings.first { $0.model == 0 })
    #expect(held.upper - held.lower < 1e-6)
    let value = try #require(leaderboard.interval.criticalValue)
    // Between one comparison and Šidák's eleven.
    #expect(value > 1.96 && value < 2.83)
  }

  /// Quantiles of resamples are taken at the level that each has by itself, and there must be enough.
  @Test func resamplesMustReachThatFar() throws {
    var options = fitOptions(.percentile)
    let few = try Estimate(battles: SimulatedArena.cells, options: options)
    let error = #expect(throws: EstimateError.self) { try few.leaderboard(together(0.8)) }
    guard case .tooFewReplicatesTogether(40, let needed) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    options.bootstrap = BootstrapOptions(resamples: needed)
    let enough = try Estimate(battles: SimulatedArena.cells, options: options)
    let joint = try enough.leaderboard(together(0.8)).findings
    let single = try enough.leaderboard(testOptions(.none, level: 0.8)).findings
    for (wide, narrow) in zip(joint, single) {
      #expect(wide.lower < narrow.lower && wide.upper > narrow.upper)
    }
  }
}
