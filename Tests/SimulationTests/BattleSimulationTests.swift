import Battles
import EloNumerics
import Simulation
import TestSupport
import Testing

@Suite struct BattleSimulationTests {
  private let logStrength = [0.8, 0, -0.5, 2.5]

  private func battles(_ options: SimulationOptions) -> [Cell] {
    let simulation = BattleSimulation(logStrength: logStrength, options: options)
    return (0..<options.battles).map { simulation.battle($0) }
  }

  @Test func sameSeedSameBattlesHoweverMany() {
    let few = battles(SimulationOptions(battles: 300, seed: 4))
    #expect(few == battles(SimulationOptions(battles: 300, seed: 4)))
    #expect(few == Array(battles(SimulationOptions(battles: 500, seed: 4)).prefix(300)))
    #expect(few != battles(SimulationOptions(battles: 300, seed: 5)))
    #expect(few.allSatisfy { $0.a != $0.b && $0.count == 1 })
    #expect(few.allSatisfy { (0..<4).contains($0.a) && (0..<4).contains($0.b) })
  }

  @Test func columnsDoNotChangeBattlesOrEachOther() {
    let options = SimulationOptions(battles: 200, seed: 8)
    let simulation = BattleSimulation(logStrength: logStrength, options: options)
    let plain = battles(options)
    for index in 0..<200 {
      let judge = simulation.judge(index)
      _ = simulation.language(index, shares: [0.5, 0.5])
      _ = simulation.time(index)
      _ = simulation.tokens(index, ofA: 0, andB: 1)
      #expect(simulation.battle(index) == plain[index])
      #expect(simulation.judge(index) == judge)
    }
  }

  /// Expected scores are those of the strengths, whatever the tie rate.
  @Test(arguments: [0, 0.3, 0.9]) func expectedScoresAreThoseOfTheStrengths(tieRate: Double) {
    let options = SimulationOptions(battles: 30_000, tieRate: tieRate, skew: 0.3, seed: 1)
    struct Sums {
      var battles = 0.0
      var score = 0.0
      var squares = 0.0
      var ties = 0.0
    }
    var sums: [[Int32]: Sums] = [:]
    for cell in battles(options) {
      let score = cell.outcome.scoreOfA
      sums[[cell.a, cell.b], default: Sums()].battles += 1
      sums[[cell.a, cell.b], default: Sums()].score += score
      sums[[cell.a, cell.b], default: Sums()].squares += score * score
      if score == 0.5 { sums[[cell.a, cell.b], default: Sums()].ties += 1 }
    }
    #expect(sums.count == 12, "every ordered pair meets")
    for (pair, sum) in sums {
      let gap = logStrength[Int(pair[0])] - logStrength[Int(pair[1])]
      let p = 1 / (1 + LibM.exp(-gap))
      // The promise of `SimulationOptions.tieRate`.
      let tie = min(4 * tieRate * p * (1 - p), 2 * p, 2 * (1 - p))
      let n = sum.battles
      let deviation = (p * (1 - p) - tie / 4).squareRoot() / n.squareRoot()
      #expect((sum.score / n - p).magnitude < 5 * deviation)
      #expect((sum.ties / n - tie).magnitude <= 5 * (tie * (1 - tie) / n).squareRoot())
    }
  }

  @Test func aPartOfTheTiesIsBothBad() {
    let cells = battles(SimulationOptions(battles: 10_000, tieRate: 0.8, seed: 2))
    let bad = Double(cells.count { $0.outcome == .bothBad })
    let ties = Double(cells.count { $0.outcome.scoreOfA == 0.5 })
    // 40%, within five standard deviations.
    #expect((bad - 0.4 * ties).magnitude < 5 * (0.24 * ties).squareRoot())
    #expect(
      battles(SimulationOptions(battles: 2000, tieRate: 0)).allSatisfy {
        $0.outcome.scoreOfA != 0.5
      })
  }

  @Test(arguments: [0, 0.9, 2]) func popularityFollowsThePowerLaw(skew: Double) {
    let models = 6
    let number = 12_000
    let simulation = BattleSimulation(
      logStrength: [Double](repeating: 0, count: models),
      options: SimulationOptions(battles: number, skew: skew, seed: 3))
    var counts = [Int](repeating: 0, count: models)
    var seconds = counts
    for index in 0..<number {
      let battle = simulation.battle(index)
      counts[Int(battle.a)] += 1
      seconds[Int(battle.b)] += 1
    }
    let weights = (1...models).map { LibM.exp(-skew * LibM.log(Double($0))) }
    let total = weights.reduce(0, +)
    // With skew 0 sorting would bend the law; the models are then all alike.
    let observed = skew == 0 ? counts : counts.sorted(by: >)
    let test = ChiSquare(
      observed: observed, expected: weights.map { $0 / total * Double(number) })
    #expect(test.upperTail > 1e-5, "χ² \(test.statistic)")
    // The second side is drawn by the same weights among the others: Σ_a p_a·p_b/(1 − p_a).
    let shares = weights.map { $0 / total }
    let expected = (0..<models).map { b in
      (0..<models).reduce(0.0) { $0 + ($1 == b ? 0 : shares[$1] * shares[b] / (1 - shares[$1])) }
        * Double(number)
    }
    let order = (0..<models).sorted { counts[$0] > counts[$1] }
    let second = ChiSquare(
      observed: skew == 0 ? seconds : order.map { seconds[$0] }, expected: expected)
    #expect(second.upperTail > 1e-5, "χ² \(second.statistic)")
  }

  @Test func whoIsPopularDependsOnTheSeedAndNotOnStrength() {
    let first = (0..<30).map { seed -> Int32? in
      let simulation = BattleSimulation(
        logStrength: logStrength,
        options: SimulationOptions(battles: 100, skew: 3, seed: UInt64(seed)))
      var counts: [Int32: Int] = [:]
      for index in 0..<100 { counts[simulation.battle(index).a, default: 0] += 1 }
      return counts.max { $0.value < $1.value }?.key
    }
    // Thirty seeds of which one of four models is never the favourite: 4·0.75³⁰ = 7e-4.
    #expect(Set(first).count == 4)
  }

  @Test func strengthsAreNormalAndSeeded() {
    let strengths = BattleSimulation.normalStrengths(count: 4000, deviation: 2, seed: 9)
    #expect(strengths == BattleSimulation.normalStrengths(count: 4000, deviation: 2, seed: 9))
    #expect(strengths != BattleSimulation.normalStrengths(count: 4000, deviation: 2, seed: 8))
    #expect(
      strengths[..<10] == BattleSimulation.normalStrengths(count: 10, deviation: 2, seed: 9)[...])
    let mean = strengths.reduce(0, +) / 4000
    let variance = strengths.reduce(0) { $0 + $1 * $1 } / 4000
    // 2/√4000 and 4·√(2/4000), five of each.
    #expect(mean.magnitude < 0.16)
    #expect((variance - 4).magnitude < 0.45)
  }
}
