import KernelTypes
import Kernels
import TestSupport
import Testing

@Suite struct GradientTests {
  /// A graph of `models` in which each pair occurs with a chance of `density`, row by row.
  private struct Graph {
    var start: [Int32] = [0]
    var second: [Int32] = []
    var first: [Int] = []
    var battles: [CountLanes] = []
    var strength: [Lanes] = []

    init(models: Int, density: Double, _ random: inout SeededGenerator) {
      for i in 0..<models {
        for j in i + 1..<max(models, i + 1) where Double.random(in: 0..<1, using: &random) < density
        {
          first.append(i)
          second.append(Int32(j))
          battles.append(randomCounts(0...1_000_000, &random))
        }
        start.append(Int32(second.count))
        strength.append(randomLanes(0.001...1000, &random))
      }
    }
  }

  @Test(arguments: [0.0, 0.3, 0.7, 1.0])
  func pairSumsAgreeWithTheirTwin(density: Double) {
    for models in 0...34 {
      var random = SeededGenerator(seed: models)
      let graph = Graph(models: models, density: density, &random)
      var sums = (0..<models).map { _ in randomLanes(-1...1, &random) }
      var expected = sums
      changing(&sums) {
        KernelTable.baseline.pairSums(
          graph.start.span, graph.second.span, graph.strength.span, graph.battles.span, &$0)
      }
      for (pair, i) in graph.first.enumerated() {
        let j = Int(graph.second[pair])
        for lane in 0..<8 {
          let share =
            Double(graph.battles[pair][lane])
            / (graph.strength[i][lane] + graph.strength[j][lane])
          expected[i][lane] += share
          expected[j][lane] += share
        }
      }
      for (sum, twin) in zip(sums, expected) {
        for lane in 0..<8 {
          // At most 34 positive terms, each within 2 ulp, added in another order.
          #expect((sum[lane] - twin[lane]).magnitude <= 1e-14 * (1 + twin[lane].magnitude))
        }
      }
    }
  }

  @Test(arguments: [0.0, 0.5, 3.0]) func gradientAgreesWithItsTwin(prior: Double) {
    for models in lengths {
      var random = SeededGenerator(seed: models)
      let halfWins = (0..<models).map { _ in randomCounts(0...2_000_000, &random) }
      let strength = (0..<models).map { _ in randomLanes(0.01...100, &random) }
      let sums = (0..<models).map { _ in randomLanes(0...100_000, &random) }
      var gradient = sums
      let largest = changing(&gradient) {
        KernelTable.baseline.gradient(halfWins.span, strength.span, prior, &$0)
      }
      var expectedLargest = [Double](repeating: 0, count: 8)
      for model in 0..<models {
        for lane in 0..<8 {
          let q = strength[model][lane]
          var value = Double(halfWins[model][lane]) / 2 - q * sums[model][lane]
          if prior > 0 { value += (0.5 - q / (q + 1)) * prior }
          // The same operations in the same order: the same bits.
          #expect(gradient[model][lane] == value)
          expectedLargest[lane] = max(expectedLargest[lane], value.magnitude)
        }
      }
      for lane in 0..<8 { #expect(largest[lane] == expectedLargest[lane]) }
    }
  }

  @Test(arguments: [0, 1, 2]) func aGradientThatIsNoNumberIsNeverSmall(place: Int) {
    let halfWins = [CountLanes](repeating: CountLanes(repeating: 2), count: 3)
    let strength = [Lanes](repeating: Lanes(repeating: 1), count: 3)
    var sums = [Lanes](repeating: Lanes(repeating: 1), count: 3)
    sums[place][5] = .nan
    let largest = changing(&sums) {
      KernelTable.baseline.gradient(halfWins.span, strength.span, 0, &$0)
    }
    for lane in 0..<8 {
      if lane == 5 { #expect(largest[lane].isNaN) } else { #expect(largest[lane] == 0) }
    }
  }
}
