import KernelTypes
import TestSupport
import Testing

@Suite struct GradientTests {
  @Test(arguments: [0.0, 0.3, 0.7, 1.0], tables)
  func pairSumsAgreeWithTheirTwin(density: Double, table: KernelTable) {
    for models in 0...34 {
      var random = SeededGenerator(seed: models)
      let graph = RandomGraph(models: models, density: density, &random)
      var sums = (0..<models).map { _ in randomLanes(-1...1, &random) }
      var expected = sums
      changing(&sums) {
        table.pairSums(
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

  @Test(arguments: [0.0, 0.5, 3.0], tables)
  func gradientAgreesWithItsTwin(prior: Double, table: KernelTable) {
    for models in lengths {
      var random = SeededGenerator(seed: models)
      let halfWins = (0..<models).map { _ in randomCounts(0...2_000_000, &random) }
      let strength = (0..<models).map { _ in randomLanes(0.01...100, &random) }
      let sums = (0..<models).map { _ in randomLanes(0...100_000, &random) }
      var gradient = sums
      let largest = changing(&gradient) {
        table.gradient(halfWins.span, strength.span, prior, &$0)
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

  @Test(arguments: [0, 1, 2], tables)
  func aGradientThatIsNoNumberIsNeverSmall(place: Int, table: KernelTable) {
    let halfWins = [CountLanes](repeating: CountLanes(repeating: 2), count: 3)
    let strength = [Lanes](repeating: Lanes(repeating: 1), count: 3)
    var sums = [Lanes](repeating: Lanes(repeating: 1), count: 3)
    sums[place][5] = .nan
    let largest = changing(&sums) {
      table.gradient(halfWins.span, strength.span, 0, &$0)
    }
    for lane in 0..<8 {
      if lane == 5 { #expect(largest[lane].isNaN) } else { #expect(largest[lane] == 0) }
    }
  }
}
