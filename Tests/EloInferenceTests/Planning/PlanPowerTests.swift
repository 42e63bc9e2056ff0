import Battles
import EloNumerics
import Testing

@testable import EloInference

/// A plan keeps its promise: with as many battles as it says, a gap of its size is found as often.
@Suite struct PlanPowerTests {
  /// Matches of two models 60 Elo apart with as many battles as the plan says, drawn win by win.
  private func shareFound(
    _ tieRate: Double, power: Double, matches: Int, seed: UInt64,
    _ isFound: (_ wins: Int, _ losses: Int, _ ties: Int) throws -> Bool
  ) throws -> Double {
    var options = PlanOptions()
    options.gap = 60
    options.tieRate = tieRate
    options.power = power
    let plan = BattlePlan(scale: .standard, options)
    let battles = try #require(plan.findings.first?.alone.battlesHeadToHead)
    let p = HeadToHead(gap: 60 / EloScale.standard.pointsPerLogOdds, tieRate: 0).expectedScore
    var random = IndependentRandom(seed: seed)
    var found = 0
    for _ in 0..<matches {
      var (wins, ties) = (0, 0)
      for _ in 0..<battles {
        let verdict = random.unit()
        if verdict < p - tieRate / 2 {
          wins += 1
        } else if verdict < p + tieRate / 2 {
          ties += 1
        }
      }
      if try isFound(wins, battles - wins - ties, ties) { found += 1 }
    }
    return Double(found) / Double(matches)
  }

  /// The test of a mean score, apart from the product's fit. Over 3,000 matches a power of 0.8 has a
  /// Monte Carlo error of 0.0073, one of 0.9 of 0.0055; 0.01 more is left for the normal
  /// approximation at 250 battles and for estimating the variance.
  @Test(arguments: [(0.0, 0.8), (0.3, 0.8), (0.3, 0.9)])
  func aScoreIsTested(tieRate: Double, power: Double) throws {
    let share = try shareFound(tieRate, power: power, matches: 3000, seed: 3) {
      wins, losses, ties in
      let count = Double(wins + losses + ties)
      let mean = (Double(wins) + 0.5 * Double(ties)) / count
      let squares = (Double(wins) + 0.25 * Double(ties)) / count
      let error = ((squares - mean * mean) / count).squareRoot()
      return (mean - 0.5) / error > 1.959963984540054
    }
    let monteCarlo = (power * (1 - power) / 3000).squareRoot()
    // Three Monte Carlo errors and the 0.01 of the approximation, as above.
    #expect(abs(share - power) < 3 * monteCarlo + 0.01, "\(share)")
  }

  /// The same through a fit and its sandwich. Over 300 matches the Monte Carlo error is 0.023.
  @Test func aFitIsTested() throws {
    let share = try shareFound(0.3, power: 0.8, matches: 300, seed: 8) { wins, losses, ties in
      let estimate = try Estimate(
        battles: cells("a b \(wins) \(losses) \(ties)"), options: fitOptions())
      let report = try estimate.comparison(.named(["a", "b"]), testOptions(.none))
      return report.findings.first?.verdict == .aBetter
    }
    // As above.
    #expect(abs(share - 0.8) < 3 * 0.023 + 0.01, "\(share)")
  }
}
