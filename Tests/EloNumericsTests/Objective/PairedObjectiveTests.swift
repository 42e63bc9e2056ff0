import TestSupport
import Testing

@testable import EloNumerics

/// Derivatives, lines and scores of paired objectives, against differences of their values.
@Suite struct PairedObjectiveTests {
  private static let step = 0x1p-16

  /// A point moved by a step in one parameter, both ways.
  private func around(_ point: [Double], _ place: Int) -> (above: [Double], below: [Double]) {
    var (above, below) = (point, point)
    above[place] += Self.step
    below[place] -= Self.step
    return (above, below)
  }

  @Test(arguments: ObjectiveExample.all)
  func derivativesAreDifferences(_ example: ObjectiveExample) {
    let objective = example.objective
    var random = SeededGenerator(seed: 5)
    let point = example.point(&random)
    let derivatives = objective.derivatives(point)
    // Third derivatives of some hundred battles times step²/6, and the rounding of a value near 400, 6e-14,
    // over twice the step: below 1e-8. Near a threshold of 0.3 they are some hundred times those.
    let tolerance = objective.hasBoundary ? 1e-6 : 5e-8
    for place in point.indices {
      let (above, below) = around(point, place)
      let slope = (objective.value(above) - objective.value(below)) / (2 * Self.step)
      #expect((derivatives.gradient[place] - slope).magnitude < tolerance, "slope \(place)")
      let (high, low) = (
        objective.derivatives(above).gradient, objective.derivatives(below).gradient
      )
      for row in point.indices {
        let curvature = (low[row] - high[row]) / (2 * Self.step)
        #expect(
          (derivatives.information[row, place] - curvature).magnitude < tolerance,
          "curvature \(row), \(place)")
        #expect(derivatives.information[row, place] == derivatives.information[place, row])
      }
    }
  }

  @Test(arguments: ObjectiveExample.all) func linesAgreeWithPoints(_ example: ObjectiveExample) {
    let objective = example.objective
    var random = SeededGenerator(seed: 6)
    let (start, end) = (example.point(&random), example.point(&random))
    let step = zip(start, end).map { $1 - $0 }
    // Sums of some hundred logarithms near 1, rounded to 2⁻⁵³ each.
    let gain = objective.value(end) - objective.value(start)
    #expect((objective.gain(from: start, to: end) - gain).magnitude < 1e-11)
    let slope = dot(objective.derivatives(start).gradient, step)
    #expect((objective.slope(at: start, along: step) - slope).magnitude < 1e-11)
  }

  /// |f‴| ≤ R·f″ along random lines, by differences of the slope; where there is a boundary, R bounds what
  /// is left without the term that makes it.
  @Test(arguments: ObjectiveExample.all.filter { !$0.objective.hasBoundary })
  func thirdDerivativesAreBounded(_ example: ObjectiveExample) {
    let objective = example.objective
    var random = SeededGenerator(seed: 7)
    for _ in 0..<5 {
      let start = example.point(&random)
      let step = start.map { _ in Double.random(in: -1...1, using: &random) }
      func slope(_ t: Double) -> Double {
        objective.slope(at: zip(start, step).map { $0 + t * $1 }, along: step)
      }
      let h = 0x1p-10
      let second = (slope(h) - slope(-h)) / (2 * h)
      let third = (slope(h) - 2 * slope(0) + slope(-h)) / (h * h)
      // Rounding of slopes near 100 over h², 1e-8, and h² of a fifth derivative.
      #expect(third.magnitude <= objective.largestChange(along: step) * second.magnitude + 1e-3)
    }
  }

  /// At the maximum scores, with what penalties add, sum to 0; away from it to the gradient.
  @Test(arguments: ObjectiveExample.all) func scoresSumToTheGradient(_ example: ObjectiveExample) {
    var objective = example.objective
    objective.penalties = []
    var random = SeededGenerator(seed: 8)
    let point = example.point(&random)
    let gradient = objective.derivatives(point).gradient
    let scores = objective.scores(point)
    var sum = [Double](repeating: 0, count: gradient.count)
    // Σ w = (Σ w²)/w where all weights are w, 1.5 in one variant.
    let weight = objective.outcomes.hasUnitWeights ? 1 : 1.5
    for row in 0..<scores.rowCount {
      for entry in scores.start[row]..<scores.start[row + 1] {
        sum[Int(scores.column[entry])] += scores.squares[row] / weight * scores.value[entry]
      }
    }
    // Sums of some hundred battles, rounded to 2⁻⁵³ each.
    for (found, golden) in zip(sum, gradient) { #expect((found - golden).magnitude < 1e-11) }
  }

  /// Clusters that have the battles of all rows have the scores of all battles.
  @Test(arguments: ObjectiveExample.all) func clustersSumBattles(_ example: ObjectiveExample) {
    var objective = example.objective
    objective.penalties = []
    var random = SeededGenerator(seed: 9)
    let point = example.point(&random)
    let rows = objective.design.rowCount
    // Two clusters with every second row each, the first one of them with half of its battles twice.
    let row = (0..<rows).filter { $0 % 2 == 0 } + (0..<rows).filter { $0 % 2 == 1 }
    let half = Int32(rows / 2)
    let scores = objective.scores(
      point, start: [0, half, Int32(rows)], row: row.map { Int32($0) },
      outcomes: objective.outcomes.restricted(to: row))
    #expect(scores.rowCount == 2)
    var sum = [Double](repeating: 0, count: point.count)
    for (column, value) in zip(scores.column, scores.value) { sum[Int(column)] += value }
    for (found, golden) in zip(sum, objective.derivatives(point).gradient) {
      // As above.
      #expect((found - golden).magnitude < 1e-11)
    }
    let meat = EloNumericsTests.rows(scores.correctedForClusters.sumOfSquares())
    // u·uᵀ of each, times 2/(2 − 1).
    for i in point.indices {
      for j in point.indices {
        let golden = (0..<2).reduce(0.0) { total, cluster in
          total + 2 * entry(scores, cluster, i) * entry(scores, cluster, j)
        }
        // Sums of two products below 1e4.
        #expect((meat[i][j] - golden).magnitude < 1e-10)
      }
    }
  }

  private func entry(_ scores: ScoreMatrix, _ row: Int, _ column: Int) -> Double {
    (scores.start[row]..<scores.start[row + 1]).reduce(0) {
      $0 + (Int(scores.column[$1]) == column ? scores.value[$1] : 0)
    }
  }

  /// Weights of 2 count as two battles each in the value, and as four in the scores' squares.
  @Test func weightsCountInPowers() {
    let rows = orderedRows(randomBattles(models: 4, seed: 3))
    let design = Design(modelCount: 4, first: rows.first, second: rows.second)
    let single = PairedObjective(design, rows.outcomes, link: OutcomeLink(ties: .davidson))
    let heavy = PairedObjective(
      design,
      Outcomes(
        sums: rows.outcomes.sums.map { $0 * 2 }, squares: rows.outcomes.sums.map { $0 * 4 },
        cubes: rows.outcomes.sums.map { $0 * 8 }), link: OutcomeLink(ties: .davidson))
    let point = [0.3, -0.2, 0.1, 0, -0.4]
    #expect((heavy.value(point) / single.value(point) - 2).magnitude < 1e-14)
    let (one, four) = (single.scores(point).sumOfSquares(), heavy.scores(point).sumOfSquares())
    for (x, y) in zip(one.storage, four.storage) { #expect((4 * x - y).magnitude < 1e-10) }
    let influence = [[1.0, 0, 0, -1, 0]]
    // Σ w³·v³ over (Σ w²·v²)^1.5: powers of 2 cancel.
    let (plain, weighted) = (
      single.scores(point).accelerations(influence)[0],
      heavy.scores(point).accelerations(influence)[0]
    )
    #expect((plain - weighted).magnitude < 1e-14)
  }

  /// From equal models every kind climbs to where its gradient vanishes.
  @Test(arguments: ObjectiveExample.all) func maximaAreFound(_ example: ObjectiveExample) throws {
    let objective = example.objective
    let found = try maximum(objective, from: objective.start)
    #expect(found.gradientNorm < 1e-8)
    #expect(found.iterations < 15)
    #expect(found.value >= objective.value(objective.start))
    var random = SeededGenerator(seed: 10)
    for _ in 0..<20 {
      let near = found.parameters.map { $0 + Double.random(in: -0.05...0.05, using: &random) }
      // Concave: nothing near it is higher.
      #expect(objective.value(near) <= found.value)
    }
  }
}
