import TestSupport
import Testing

@testable import EloNumerics

/// Rankings, against Bradley and Terry and against an algorithm of another kind.
@Suite struct PlackettLuceTests {
  private static let rankings: [[Int32]] = [
    [0, 1, 2, 3], [1, 0, 3], [2, 0, 1], [3, 2, 0, 1], [0, 2], [1, 3, 2, 0], [0, 1, 3, 2], [4, 0],
    [1, 4, 2], [2, 4, 3],
  ]
  private static let objective = PlackettLuceObjective(
    modelCount: 5, rankings: rankings, weights: [3, 1, 2, 1, 1, 1, 2, 1, 1, 1])

  /// Hunter's minorisation-maximisation (Annals of Statistics 32 (2004) 384, section 4), which uses no
  /// derivatives.
  private func strengths(iterations: Int) -> [Double] {
    let weights = Self.objective.weights
    var strength = [Double](repeating: 1, count: 5)
    for _ in 0..<iterations {
      var wins = [Double](repeating: 0, count: 5)
      var denominator = wins
      for (ranking, weight) in zip(Self.rankings, weights) {
        for place in ranking.indices.dropLast() {
          wins[Int(ranking[place])] += weight
          let left = ranking[place...]
          let total = left.reduce(0) { $0 + strength[Int($1)] }
          for model in left { denominator[Int(model)] += weight / total }
        }
      }
      strength = zip(wins, denominator).map { $0 / $1 }
    }
    return strength
  }

  @Test func maximumIsThatOfHuntersAlgorithm() throws {
    let found = try maximum(Self.objective, from: [Double](repeating: 0, count: 5))
    let golden = strengths(iterations: 3000).map { LibM.log($0) }
    for model in 1..<5 {
      // The gradient's 1e-8 over an information of about one, and what the iterations leave.
      #expect(
        (found.parameters[model] - found.parameters[0] - golden[model] + golden[0]).magnitude < 1e-7
      )
    }
  }

  /// A ranking of two is a battle.
  @Test func rankingsOfTwoAreBattles() {
    let pairs: [[Int32]] = [[0, 1], [1, 2], [2, 0], [0, 1], [1, 0]]
    let ranked = PlackettLuceObjective(modelCount: 3, rankings: pairs)
    let paired = PairedObjective(
      Design(modelCount: 3, first: pairs.map { $0[0] }, second: pairs.map { $0[1] }),
      Outcomes(pairs.map { _ in [1, 0, 0, 0] }))
    let point = [0.4, -0.9, 0.2]
    // Sums of five terms near 1.
    #expect((ranked.value(point) - paired.value(point)).magnitude < 1e-14)
    let (x, y) = (ranked.derivatives(point), paired.derivatives(point))
    for (a, b) in zip(x.gradient, y.gradient) { #expect((a - b).magnitude < 1e-14) }
    for (a, b) in zip(x.information.storage, y.information.storage) {
      #expect((a - b).magnitude < 1e-14)
    }
    let (u, v) = (ranked.scores(point).sumOfSquares(), paired.scores(point).sumOfSquares())
    for (a, b) in zip(u.storage, v.storage) { #expect((a - b).magnitude < 1e-14) }
  }

  @Test func derivativesAreDifferences() {
    let point = [0.3, -0.2, 0.5, 0.1, -0.6]
    let derivatives = Self.objective.derivatives(point)
    let step = 0x1p-16
    for place in point.indices {
      var (above, below) = (point, point)
      above[place] += step
      below[place] -= step
      let slope = (Self.objective.value(above) - Self.objective.value(below)) / (2 * step)
      // As in `PairedObjectiveTests`.
      #expect((derivatives.gradient[place] - slope).magnitude < 1e-8)
      let (high, low) = (
        Self.objective.derivatives(above).gradient, Self.objective.derivatives(below).gradient
      )
      for row in point.indices {
        let curvature = (low[row] - high[row]) / (2 * step)
        #expect((derivatives.information[row, place] - curvature).magnitude < 1e-8)
      }
    }
  }

  /// Where nobody of one part was ranked ahead of the other, there is no finite maximum.
  @Test func separation() {
    #expect(Self.objective.connectivity.isStronglyConnected)
    let apart = PlackettLuceObjective(modelCount: 3, rankings: [[0, 1, 2], [1, 0, 2]])
    #expect(!apart.connectivity.isStronglyConnected)
  }
}
