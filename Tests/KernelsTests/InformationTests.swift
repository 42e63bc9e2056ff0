import KernelTypes
import TestSupport
import Testing

@Suite struct InformationTests {
  @Test(arguments: [0.0, 0.4, 1.0], tables)
  func curvaturesAgreeWithTheirTwin(density: Double, table: KernelTable) {
    for models in lengths {
      var random = SeededGenerator(seed: models)
      let graph = RandomGraph(models: models, density: density, &random)
      var curvatures = graph.battles.map { _ in Lanes(repeating: -1) }
      changing(&curvatures) {
        table.pairCurvatures(
          graph.start.span, graph.second.span, graph.strength.span, graph.battles.span, &$0)
      }
      for (pair, i) in graph.first.enumerated() {
        for lane in 0..<8 {
          let (p, q) = (graph.strength[i][lane], graph.strength[Int(graph.second[pair])][lane])
          let share = 1 / (p + q)
          let twin = Double(graph.battles[pair][lane]) * ((p * share) * (q * share))
          // The same operations in the same order: the same bits.
          #expect(curvatures[pair][lane] == twin)
        }
      }
    }
  }

  @Test(arguments: [0.0, 0.4, 1.0], tables)
  func productsAgreeWithTheirTwin(density: Double, table: KernelTable) {
    for models in lengths {
      var random = SeededGenerator(seed: models)
      let graph = RandomGraph(models: models, density: density, &random)
      let curvatures = graph.battles.map { _ in randomLanes(0...100, &random) }
      let vector = (0..<models).map { _ in randomLanes(-1...1, &random) }
      let before = (0..<models).map { _ in randomLanes(-1...1, &random) }
      var sums = before
      changing(&sums) {
        table.informationProduct(
          graph.start.span, graph.second.span, curvatures.span, vector.span, &$0)
      }
      var twin = before
      for (pair, i) in graph.first.enumerated() {
        let j = Int(graph.second[pair])
        for lane in 0..<8 {
          let term = curvatures[pair][lane] * (vector[i][lane] - vector[j][lane])
          twin[i][lane] += term
          twin[j][lane] -= term
        }
      }
      for (sum, other) in zip(sums, twin) {
        // At most 33 terms of up to 200, added in another order.
        for lane in 0..<8 { #expect((sum[lane] - other[lane]).magnitude < 1e-11) }
      }
    }
  }
}
