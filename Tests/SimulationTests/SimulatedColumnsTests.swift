import EloNumerics
import Simulation
import TestSupport
import Testing

@Suite struct SimulatedColumnsTests {
  private let simulation = BattleSimulation(
    logStrength: [0, 1, 2], options: SimulationOptions(battles: 6000, seed: 12))

  @Test func aFewJudgesGiveMostVerdicts() {
    var counts = [Int](repeating: 0, count: 500)
    for index in 0..<6000 {
      let judge = simulation.judge(index)
      // 6000/12 judges.
      #expect((0..<500).contains(judge))
      counts[judge] += 1
    }
    #expect(counts[0] > counts[5])
    #expect(counts[..<20].reduce(0, +) > 3000)
    // P(3·(u^(−1/1.1) − 1) < 1) = 1 − (4/3)^(−1.1) = 0.2713, by Python; five deviations.
    #expect(
      (Double(counts[0]) / 6000 - 0.2713).magnitude < 5 * (0.2713 * 0.7287 / 6000).squareRoot())
    let small = BattleSimulation(logStrength: [0, 1], options: SimulationOptions(battles: 10))
    #expect((0..<500).allSatisfy { (0..<50).contains(small.judge($0)) })
  }

  @Test func languagesFollowTheirShares() {
    let shares = [0.5, 0.3, 0.15, 0.05]
    var counts = [Int](repeating: 0, count: 4)
    for index in 0..<6000 { counts[simulation.language(index, shares: shares)] += 1 }
    let test = ChiSquare(observed: counts, expected: shares.map { $0 * 6000 })
    #expect(test.upperTail > 1e-5)
    #expect(simulation.language(0, shares: [1]) == 0)
  }

  @Test func timesGoForward() {
    let times = (0..<6000).map { simulation.time($0) }
    #expect(zip(times, times.dropFirst()).allSatisfy { $0 < $1 })
    #expect(times[0] >= 0)
    #expect(times[5999] < 1)
    #expect(times[3000] >= 0.5)
  }

  @Test func tokensAreLogNormalAndEachModelHasItsOwnWordiness() {
    var sums = (0.0, 0.0)
    var squares = 0.0
    for index in 0..<4000 {
      let tokens = simulation.tokens(index, ofA: 1, andB: 2)
      #expect(tokens.a >= 1 && tokens.b >= 1)
      let log = LibM.log(Double(tokens.a))
      sums.0 += log
      sums.1 += LibM.log(Double(tokens.b))
      squares += log * log
    }
    let (mean, other) = (sums.0 / 4000, sums.1 / 4000)
    // Wordiness has a deviation of 0.35 around 5.8: four of them. Within a model it is 0.8, of which
    // a sample of 4000 knows 1%.
    #expect((mean - 5.8).magnitude < 1.4)
    #expect((other - 5.8).magnitude < 1.4)
    #expect(((squares / 4000 - mean * mean).squareRoot() - 0.8).magnitude < 0.05)
    // Means of 300 over 20 models: a deviation of 0.35, known to 16%, and 0.05 of noise.
    let means = (0..<20).map { model in
      (0..<300).reduce(0.0) {
        $0 + LibM.log(Double(simulation.tokens($1, ofA: model, andB: 1).a)) / 300
      }
    }
    let centre = means.reduce(0, +) / 20
    let spread = (means.reduce(0) { $0 + ($1 - centre) * ($1 - centre) } / 19).squareRoot()
    #expect(spread > 0.15 && spread < 0.6)
    // Wordiness belongs to the model and not to the side.
    let swapped = (0..<4000).reduce(0.0) {
      $0 + LibM.log(Double(simulation.tokens($1, ofA: 2, andB: 1).b))
    }
    #expect((swapped / 4000 - mean).magnitude < 5 * 0.8 * (2.0 / 4000).squareRoot())
  }
}
