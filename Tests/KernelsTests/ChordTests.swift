import KernelTypes
import TestSupport
import Testing

@Suite struct ChordTests {
  @Test(arguments: [0.0, 0.4, 1.0], tables)
  func openingGradientsAgreeWithTheirTwin(density: Double, table: KernelTable) {
    for models in lengths {
      var random = SeededGenerator(seed: models)
      let graph = RandomGraph(models: models, density: density, &random)
      let share = graph.battles.map { _ in Double.random(in: 0...1, using: &random) }
      let halfWins = (0..<models).map { _ in randomCounts(0...1_000_000, &random) }
      // What stood there before must not matter.
      var gradient = (0..<models).map { _ in Lanes(repeating: .nan) }
      var curvature = gradient
      changing(&gradient) { gradient in
        changing(&curvature) { curvature in
          table.openingGradient(
            graph.start.span, graph.second.span, share.span, graph.battles.span, halfWins.span,
            &gradient, &curvature)
        }
      }
      for lane in 0..<8 {
        var expected = halfWins.map { Double($0[lane]) / 2 }
        var bend = [Double](repeating: 0, count: models)
        for (pair, i) in graph.first.enumerated() {
          let j = Int(graph.second[pair])
          let n = Double(graph.battles[pair][lane])
          expected[i] -= n * share[pair]
          expected[j] -= n * (1 - share[pair])
          bend[i] += n * share[pair] * (1 - share[pair])
          bend[j] += n * share[pair] * (1 - share[pair])
        }
        for model in 0..<models {
          // At most 34 terms of up to 10⁶, each rounded at 1e-10, added in another order.
          #expect((gradient[model][lane] - expected[model]).magnitude < 1e-8)
          #expect((curvature[model][lane] - bend[model]).magnitude < 1e-8)
        }
      }
    }
  }

  @Test(arguments: lengths, tables)
  func stepsAgreeWithTheirTwin(order: Int, table: KernelTable) {
    var random = SeededGenerator(seed: order)
    let inverse = (0..<order * order).map { _ in Double.random(in: -1...1, using: &random) }
    let scale = (0..<order).map { _ in randomLanes(0.5...2, &random) }
    let gradient = (0..<order).map { _ in randomLanes(-9...9, &random) }
    let before = (0..<order).map { _ in randomLanes(-1...1, &random) }
    var scaled = gradient
    var logStrength = before
    changing(&scaled) { scaled in
      changing(&logStrength) { table.chordStep(inverse.span, scale.span, &scaled, &$0) }
    }
    for row in 0..<order {
      for lane in 0..<8 {
        #expect(scaled[row][lane] == gradient[row][lane] * scale[row][lane])
        var sum = 0.0
        for column in 0..<order {
          sum += gradient[column][lane] * scale[column][lane] * inverse[row * order + column]
        }
        // The same operations in the same order: the same bits.
        #expect(logStrength[row][lane] == before[row][lane] + sum * scale[row][lane])
      }
    }
  }
}
