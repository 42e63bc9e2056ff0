import KernelTypes
import TestSupport
import Testing

@Suite struct LeadCountsTests {
  /// Checks the kernel, every model a contender, against the definition.
  private func expectCounts(
    _ precisions: [[Float]], _ bounds: [Float], _ draws: [DrawLanes], places: [Int],
    lanes: Int = 16, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for table in tables {
      let groups = (places.count + 7) / 8
      var rows = [Float](repeating: 0, count: draws.count * groups * 8)
      for contender in draws.indices {
        for (slot, place) in places.enumerated() where place != contender {
          rows[contender * groups * 8 + slot] = precisions[contender][place]
        }
      }
      let limits = (0..<rows.count / 8).map { group in
        rows[group * 8..<group * 8 + 8].reduce(0) { $1 > $0 ? $1 : $0 }
      }
      let order = places.map { Int32($0) }
      let contenders = draws.indices.map { Int32($0) }
      var scratch = [DrawLanes](repeating: DrawLanes(repeating: .nan), count: 10 * groups)
      var counts = [Int32](repeating: 7, count: draws.count + 1)
      changing(&scratch) { scratch in
        changing(&counts) {
          table.countLeads(
            order.span, contenders.span, bounds.span, rows.span, limits.span, draws.span, lanes,
            &scratch, &$0)
        }
      }
      for model in draws.indices {
        let expected = (0..<lanes).count { lane in
          places.contains { other in
            other != model
              && (draws[other][lane] - draws[model][lane]) * precisions[model][other]
                >= bounds[model]
          }
        }
        #expect(Int(counts[model]) == 7 + expected, "\(model)", sourceLocation: sourceLocation)
      }
      #expect(counts[draws.count] == 7, sourceLocation: sourceLocation)
    }
  }

  private func precisions(_ count: Int, _ value: () -> Float) -> [[Float]] {
    (0..<count).map { _ in (0..<count).map { _ in value() } }
  }

  @Test(arguments: lengths) func agreesWithTheDefinition(count: Int) {
    var random = SeededGenerator(seed: count)
    let draws = (0..<count).map { _ in randomDraws(-3...3, &random) }
    let precisions = precisions(count) { .random(in: 0.1...1, using: &random) }
    for largest: Float in [1, 4, 7] {
      let bounds = (0..<count).map { _ in Float.random(in: 0.1...largest, using: &random) }
      expectCounts(precisions, bounds, draws, places: Array(0..<count))
      expectCounts(
        precisions, bounds, draws, places: (0..<count).shuffled(using: &random),
        lanes: count % 17)
    }
  }

  /// Whole numbers, so that leads meet their bounds exactly; precisions of zero and infinity; draws
  /// that are infinite or no number.
  @Test(arguments: 0..<24) func agreesWithTheDefinitionAtTheEdges(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let count = 19
    var draws = [DrawLanes](repeating: .zero, count: count)
    for model in draws.indices {
      for lane in 0..<16 { draws[model][lane] = Float(Int.random(in: -2...2, using: &random)) }
    }
    if seed % 2 == 1 {
      for model in 0..<9 { draws[model][1] = .infinity }
      for model in 3..<count { draws[model][2] = -.infinity }
      draws[3][2] = .nan
      for model in 8..<16 { draws[model][3] = .nan }
    }
    let precisions = precisions(count) {
      seed % 4 > 1 && Int.random(in: 0..<30, using: &random) == 0
        ? .infinity : Float(Int.random(in: 0...2, using: &random))
    }
    let bounds = (0..<count).map { _ in Float(Int.random(in: 1...9, using: &random)) }
    expectCounts(precisions, bounds, draws, places: (0..<count).shuffled(using: &random))
  }
}
