import Battles
import KernelTypes
import TestSupport
import Testing

@testable import EloNumerics

/// The information of a replicate that was rescued. A wrong one would still climb to the same maximum,
/// where the gradient is 0, in more steps: refits do not show it, differences of the gradient do.
@Suite struct RescueDerivativesTests {
  private static let models = 7
  private static let rescue = Penalty.Rescue(
    models: [2, 5], core: [0, 1, 4, 6], weight: 0.5)
  private static let counts = PairCounts(
    battles(
      [
        (0, 1, 5, 3, 2), (1, 4, 4, 4, 0), (4, 6, 2, 3, 1), (6, 0, 1, 2, 0), (2, 0, 4, 0, 0),
        (5, 1, 0, 3, 0), (3, 1, 2, 2, 2), (2, 5, 3, 0, 0),
      ], models: models))

  private static func point(_ random: inout SeededGenerator) -> [Double] {
    (0..<models).map { _ in Double.random(in: -1.5...1.5, using: &random) }
  }

  /// −∂gradient/∂θ by central differences of 2⁻¹⁶.
  private func expectInformation(
    at theta: [Double], prior: Double, gradient: ([Double]) -> [Double],
    information: (Int) -> [Double]
  ) {
    let step = 0x1p-16
    for column in theta.indices {
      var (above, below) = (theta, theta)
      above[column] += step
      below[column] -= step
      let found = information(column)
      for (row, (upper, lower)) in zip(gradient(above), gradient(below)).enumerated() {
        // The third derivative is at most a battle's 0.1 times 30: 0.5·step² of it, and the rounding of
        // gradients near 10, 2e-15, over twice the step: below 1e-9.
        let difference = (lower - upper) / (2 * step)
        #expect((found[row] - difference).magnitude < 1e-8, "entry \(row), \(column)")
      }
    }
  }

  @Test(arguments: [0, 0.75]) func denseInformationIsTheGradientsSlope(prior: Double) {
    var terms = PairedObjective(Self.counts, prior: prior)
    terms.penalties.append(.rescue(Self.rescue))
    var random = SeededGenerator(seed: 41)
    for _ in 0..<5 {
      let theta = Self.point(&random)
      let information = terms.derivatives(theta).information
      expectInformation(at: theta, prior: prior) {
        terms.derivatives($0).gradient
      } information: { column in
        (0..<Self.models).map { information[$0, column] }
      }
      // A quadratic form: what stands in row and column is one number.
      for i in 0..<Self.models {
        for j in 0..<i { #expect(information[i, j] == information[j, i]) }
      }
    }
  }

  /// The gradient is in turn the objective's slope.
  @Test func theGradientIsTheObjectivesSlope() {
    var terms = PairedObjective(Self.counts, prior: 0)
    terms.penalties.append(.rescue(Self.rescue))
    var random = SeededGenerator(seed: 42)
    let theta = Self.point(&random)
    let gradient = terms.derivatives(theta).gradient
    let step = 0x1p-16
    for model in theta.indices {
      var (above, below) = (theta, theta)
      above[model] += step
      below[model] -= step
      let difference = (terms.value(above) - terms.value(below)) / (2 * step)
      // As above, with the rounding of an objective near 40, 7e-15.
      #expect((gradient[model] - difference).magnitude < 1e-8, "model \(model)")
    }
  }

  /// The lanes' products with unit vectors are the columns of the dense matrix, with the rescue in one
  /// lane and none in the others.
  @Test func lanesHaveTheDenseInformation() throws {
    let cells = battles(
      [(0, 1, 3, 2, 1), (1, 2, 2, 4, 0), (2, 3, 3, 1, 0), (3, 0, 2, 2, 2)], models: 4)
    let fit = try fitBradleyTerry(cells)
    let rescue = Penalty.Rescue(models: [3], core: [0, 1], weight: 0.5)
    var problem = LaneProblem(fit)
    let counted = fit.counts
    let battleLanes = (0..<counted.pairCount).map {
      CountLanes(repeating: .init(counted.battles($0)))
    }
    var halfWins = [CountLanes](repeating: .zero, count: 4)
    for pair in 0..<counted.pairCount {
      let first = 2 * counted.firstWins[pair] + counted.ties[pair]
      halfWins[Int(counted.first[pair])] &+= CountLanes(repeating: .init(first))
      halfWins[Int(counted.second[pair])] &+= CountLanes(
        repeating: .init(2 * counted.battles(pair) - first))
    }
    for lane in 0..<8 {
      problem.load(
        lane, from: (battleLanes, halfWins), lane: lane, rescue: lane == 3 ? rescue : nil)
    }
    let theta = [0.3, -0.4, 0.9, -0.2]
    _ = problem.evaluate(theta.map { Lanes(repeating: $0) })
    for (lane, rescue) in [(3, rescue), (4, nil)] {
      var terms = PairedObjective(counted, prior: 0)
      if let rescue { terms.penalties.append(.rescue(rescue)) }
      let dense = terms.derivatives(theta)
      for model in 0..<4 {
        // The same sums of a few terms below 10 in another order.
        #expect((problem.gradient[model][lane] - dense.gradient[model]).magnitude < 1e-13)
        var unit = [Lanes](repeating: .zero, count: 4)
        unit[model] = Lanes(repeating: 1)
        var product = [Lanes](repeating: .zero, count: 4)
        problem.informationProduct(unit, &product)
        for row in 0..<4 {
          #expect((product[row][lane] - dense.information[row, model]).magnitude < 1e-13)
        }
      }
    }
  }
}
