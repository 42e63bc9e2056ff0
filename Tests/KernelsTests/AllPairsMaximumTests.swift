import KernelTypes
import TestSupport
import Testing

@Suite struct AllPairsMaximumTests {
  /// A symmetric matrix of precisions between `count` models.
  private typealias Precisions = [[Float]]

  private func precisions(_ count: Int, _ value: (Int, Int) -> Float) -> Precisions {
    var result = Precisions(repeating: [Float](repeating: 0, count: count), count: count)
    for i in 0..<count {
      for j in 0..<i {
        result[i][j] = value(i, j)
        result[j][i] = result[i][j]
      }
    }
    return result
  }

  /// Checks the kernel, with the models grouped in the order of `places`, against the plain loop.
  private func expectMaximum(
    _ precisions: Precisions, _ draws: [DrawLanes], places: [Int],
    sourceLocation: SourceLocation = #_sourceLocation
  ) {
    for table in tables {
      let groups = (places.count + 7) / 8
      var tiles = [Float](repeating: 0, count: groups * (groups + 1) / 2 * 64)
      for (j, second) in places.enumerated() {
        for (i, first) in places.prefix(j).enumerated() {
          let tile = j / 8 * (j / 8 + 1) / 2 + i / 8
          tiles[tile * 64 + i % 8 * 8 + j % 8] = precisions[first][second]
        }
      }
      let bounds = (0..<tiles.count / 64).map { tile in
        tiles[tile * 64..<tile * 64 + 64].reduce(0) { $1 > $0 ? $1 : $0 }
      }
      let order = places.map { Int32($0) }
      var scratch = [DrawLanes](repeating: DrawLanes(repeating: .nan), count: 10 * groups)
      let found = changing(&scratch) {
        table.largestOfAllPairs(
          order.span, tiles.span, bounds.span, draws.span, &$0)
      }
      for lane in 0..<16 {
        var expected: Float = 0
        for i in places {
          for j in places where j < i {
            let statistic = ((draws[i][lane] - draws[j][lane]) * precisions[i][j]).magnitude
            if statistic > expected { expected = statistic }
          }
        }
        #expect(found[lane] == expected, "lane \(lane)", sourceLocation: sourceLocation)
      }
    }
  }

  @Test(arguments: lengths) func agreesWithThePlainLoop(count: Int) {
    var random = SeededGenerator(seed: count)
    let precisions = precisions(count) { _, _ in .random(in: 0.1...3, using: &random) }
    let draws = (0..<count).map { _ in randomDraws(-3...3, &random) }
    expectMaximum(precisions, draws, places: Array(0..<count))
    expectMaximum(precisions, draws, places: (0..<count).shuffled(using: &random))
  }

  /// As many models as it takes to look for promising tiles first: alike ones, of which few tiles
  /// must be looked at, and ones of very different precision.
  @Test(arguments: [120, 121, 135], [0, 1, 2]) func agreesWithThePlainLoopOfManyModels(
    count: Int, spread: Int
  ) {
    var random = SeededGenerator(seed: count + spread)
    let deviations: [Float] = (0..<count).map { _ in
      spread == 0 ? 1 : .random(in: spread == 1 ? 0.5...2 : 0.001...100, using: &random)
    }
    let precisions = precisions(count) { i, j in
      1 / (deviations[i] * deviations[i] + deviations[j] * deviations[j]).squareRoot()
    }
    let draws = deviations.map { randomDraws(-3...3, &random) * $0 }
    let alike = deviations.indices.sorted { deviations[$0] < deviations[$1] }
    expectMaximum(precisions, draws, places: alike)
  }

  /// Whole numbers, so that many statistics are equal and bounds are met exactly; precisions of
  /// zero; draws and precisions that are infinite or no number.
  @Test(arguments: 0..<24) func agreesWithThePlainLoopAtTheEdges(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let count = seed % 3 == 2 ? 130 : 20
    let precisions = precisions(count) { i, j in
      if seed % 4 > 1, (i + j) % 29 == 7 { return .infinity }
      return Float(Int.random(in: 0...2, using: &random))
    }
    var draws = [DrawLanes](repeating: .zero, count: count)
    for model in draws.indices {
      for lane in 0..<16 { draws[model][lane] = Float(Int.random(in: -2...2, using: &random)) }
    }
    if seed % 2 == 1 {
      for model in 0..<9 { draws[model][1] = .infinity }
      for model in 3..<count { draws[model][2] = -.infinity }
      draws[3][2] = .nan
      for model in 8..<16 { draws[model][3] = .nan }
      draws[5][4] = .infinity
      draws[12][4] = -.infinity
      for model in draws.indices { draws[model][5] = .infinity }
    }
    expectMaximum(precisions, draws, places: Array(0..<count))
    expectMaximum(precisions, draws, places: (0..<count).shuffled(using: &random))
  }

  /// Statistics at the ends of the range of single precision, where a bound that is rounded down
  /// would be passed over.
  @Test(arguments: 0..<8) func agreesWithThePlainLoopAtAllMagnitudes(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let scales: [Float] = [1e-38, 1e-30, 1, 1e18, 1e37]
    let precisions = precisions(24) { _, _ in
      .random(in: 0.5...1.5, using: &random) * (scales.randomElement(using: &random) ?? 1)
    }
    let scale = scales[seed % 5]
    let draws = (0..<24).map { _ in randomDraws(-1...1, &random) * scale }
    expectMaximum(precisions, draws, places: Array(0..<24))
  }
}
