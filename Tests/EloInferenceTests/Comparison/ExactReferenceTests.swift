import Battles
import EloNumerics
import TestSupport
import Testing

@testable import EloInference

/// Boards with a model that the others were measured against, whose score has no error.
@Suite struct ExactReferenceTests {
  private let board = scores(
    [86.4, 82.2, 81.7, 50, 37.9, 50.4], [0.66, 0.89, 1.1, 0, 1.35, 0.8], .percent, reference: 3)

  /// A gap to it has the error of the other model alone: (50.4 − 50)/0.8 = 0.5.
  @Test func gapsToItHaveTheOthersError() throws {
    let report = try board.comparison(.named(["m05", "m03", "m04"]), testOptions())
    #expect(report.findings.map(\.standardError)[0] == 0.8)
    #expect(abs(report.findings[0].z - 0.5) < 1e-12)
    #expect(report.findings[2].standardError == 1.35)
    // Of two others it is the root of the sum of squares, √(0.8² + 1.35²) = 1.5692355.
    #expect(abs(report.findings[1].standardError - 1.5692355) < 5e-8)
  }

  /// Nothing is divided by the error that is not there, whatever is asked.
  @Test(arguments: [Adjustment.maxT, .holm, .benjaminiHochberg, .none])
  func everythingIsFinite(adjustment: Adjustment) throws {
    var options = testOptions(adjustment)
    options.intervals = .simultaneous
    options.bestSize = 2
    options.equivalenceMargin = 3
    let leaderboard = try board.leaderboard(options)
    #expect(leaderboard.findings.map(\.model) == [0, 1, 2, 5, 3, 4])
    #expect(leaderboard.findings.map(\.rankRange) == [1...1, 2...3, 2...3, 4...5, 4...5, 6...6])
    #expect(leaderboard.findings.map(\.letters) == [[0], [1], [1], [2], [2], [3]])
    #expect(leaderboard.best?.models == [0, 1, 2])
    for finding in leaderboard.findings {
      let numbers = [
        finding.rating, finding.lower, finding.upper, finding.standardError,
        finding.detectableGap, finding.quasiStandardError,
      ]
      #expect(numbers.allSatisfy { $0?.isFinite ?? false })
    }
    let exact = leaderboard.findings[4]
    #expect(exact.lower == 50 && exact.upper == 50 && exact.standardError == 0)
    let pairs = try board.comparison(.allPairs, options).findings
    #expect(pairs.count == 15)
    for pair in pairs {
      let numbers = [
        pair.lower, pair.upper, pair.z, pair.p, pair.adjustedP, pair.detectableGap,
        pair.equivalence?.p, pair.equivalence?.smallestMargin,
      ]
      #expect(numbers.allSatisfy { $0?.isFinite ?? false }, "\(pair.a) \(pair.b)")
    }
  }

  @Test func drawsKeepItWhereItIs() throws {
    let superiority = try board.superiority()
    // Φ(0.5), by a table.
    #expect(abs(try #require(superiority[3, 4]) - 0.6915) < 5e-5)
    let ranks = try board.rankProbabilities()
    let share = ranks[place: 4, rank: 4]
    // 1 − Φ(0.5) = 0.3085 of draws put it above its neighbour: four standard errors of 20,000 draws.
    #expect(abs(share - 0.3085) < 4 * (0.3085 * 0.6915 / 20_000).squareRoot())
  }

  /// Šidák's value is of the five scores that can be missed: Φ⁻¹((1 + 0.95^(1/5))/2) = 2.56876 (Python).
  @Test func jointIntervalsAreOfTheOthers() throws {
    var options = testOptions(.none)
    options.intervals = .simultaneous
    let value = try #require(try board.leaderboard(options).interval.criticalValue)
    #expect(abs(value - 2.56876) < 5e-6)
  }

  /// An Elo board may have one, too, and plans from it.
  @Test func plansTakeTheOthersError() throws {
    let elo = scores([1000, 1010], [0, 5], .elo, reference: 0)
    let plan = try elo.plan(.neighbours, PlanOptions())
    // (1.959964 + 0.841621)·5 = 14.007925.
    let gap = try #require(plan.findings.first?.alone.detectableGap)
    #expect(abs(gap - 14.007925) < 5e-6)
  }

  /// With seven models as good as the reference, some pair is called different in 5% of boards. 20,000 boards
  /// tell 5% to 0.15%, and the 20,000 draws of the critical value are off by 0.15% as well: four times both.
  @Test func theFamilyHoldsWithASingleExactScore() throws {
    let errors = [0, 0.6, 0.8, 1, 1.2, 1.5, 1.8, 2.1]
    let scores = scores([Double](repeating: 50, count: 8), errors, .percent, reference: 0)
    let report = try scores.comparison(.allPairs, testOptions(.maxT))
    let critical = try #require(report.test.criticalValue)
    var random = IndependentRandom(seed: 12)
    var wrong = 0
    for _ in 0..<20_000 {
      let drawn = errors.map { $0 * random.normal() }
      let isWrong = drawn.indices.contains { i in
        (i + 1..<8).contains { j in
          let error = (errors[i] * errors[i] + errors[j] * errors[j]).squareRoot()
          return (drawn[i] - drawn[j]).magnitude > critical * error
        }
      }
      if isWrong { wrong += 1 }
    }
    #expect(abs(Double(wrong) / 20_000 - 0.05) < 4 * 0.0021)
  }

  /// The same through whole comparisons, where three models are as good as the reference and four are not:
  /// steps down must not find those three. Of 400 boards at most 5% may, and four standard errors more.
  @Test(.enabled(if: OptimisedBuild.isThis, "\(OptimisedBuild.isNeeded)"))
  func stepsDownKeepIt() throws {
    let errors = [0, 0.8, 1, 1.5, 1, 1.2, 0.9, 1.4]
    let truth = [50.0, 50, 50, 50, 90, 80, 20, 10]
    var random = IndependentRandom(seed: 5)
    var wrong = 0
    for _ in 0..<400 {
      let drawn = zip(truth, errors).map { $0 + $1 * random.normal() }
      let report = try scores(drawn, errors, .percent, reference: 0)
        .comparison(.allPairs, testOptions(.maxT))
      if report.findings.contains(where: { $0.verdict.isDifferent && $0.a < 4 && $0.b < 4 }) {
        wrong += 1
      }
    }
    #expect(Double(wrong) / 400 < 0.05 + 4 * 0.0109)
    // The six pairs of equals are hardly judged more gently than alone: some are called different.
    #expect(wrong > 4)
  }
}
