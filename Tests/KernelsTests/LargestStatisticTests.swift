import KernelTypes
import Kernels
import TestSupport
import Testing

@Suite struct LargestStatisticTests {
  private func pairs(_ length: Int, models: Int, _ random: inout SeededGenerator)
    -> [StudentisedPair]
  {
    (0..<length).map { _ in
      StudentisedPair(
        first: .random(in: 0..<Int32(models), using: &random),
        second: .random(in: 0..<Int32(models), using: &random),
        precision: .random(in: 0.1...3, using: &random),
        observed: .random(in: 0...4, using: &random))
    }.sorted { $0.observed < $1.observed }
  }

  @Test(arguments: lengths) func correlateAgreesWithItsTwin(order: Int) {
    var random = SeededGenerator(seed: order)
    let stride = order + 2
    let factor = (0..<order * stride).map { _ in Float.random(in: -1...1, using: &random) }
    let normals = (0..<order).map { _ in randomDraws(-3...3, &random) }
    var results = [DrawLanes](repeating: DrawLanes(repeating: 9), count: order)
    changing(&results) {
      KernelTable.baseline.correlate(factor.span, stride, normals.span, &$0)
    }
    for row in 0..<order {
      for lane in 0..<16 {
        var sum: Float = 0
        for column in 0...row { sum += normals[column][lane] * factor[row * stride + column] }
        #expect(results[row][lane] == sum, "the same operations in the same order")
      }
    }
  }

  @Test(arguments: 0...65) func stepDownAgreesWithItsTwin(length: Int) {
    var random = SeededGenerator(seed: length)
    let draws = (0..<5).map { _ in randomDraws(-3...3, &random) }
    let pairs = pairs(length, models: 5, &random)
    var counts = [SIMD16<Int32>](repeating: SIMD16(repeating: 7), count: length)
    let largest = changing(&counts) {
      KernelTable.baseline.stepDownCounts(pairs.span, draws.span, &$0)
    }
    for lane in 0..<16 {
      var running: Float = 0
      for (index, pair) in pairs.enumerated() {
        let gap = draws[Int(pair.first)][lane] - draws[Int(pair.second)][lane]
        running = max(running, (gap * pair.precision).magnitude)
        #expect(counts[index][lane] == (running >= pair.observed ? 8 : 7))
      }
      #expect(largest[lane] == running)
    }
  }

  @Test func aDrawThatEqualsWhatWasObservedReachesIt() {
    var draws = [DrawLanes](repeating: .zero, count: 2)
    draws[0][0] = 1.5
    draws[1][1] = 1.5
    draws[0][2] = Float(1.5).nextDown
    let pairs = [StudentisedPair(first: 0, second: 1, precision: 2, observed: 3)]
    var counts = [SIMD16<Int32>](repeating: .zero, count: 1)
    let largest = changing(&counts) {
      KernelTable.baseline.stepDownCounts(pairs.span, draws.span, &$0)
    }
    #expect(counts[0][0] == 1)
    #expect(counts[0][1] == 1, "the other side's lead counts too")
    #expect(counts[0][2] == 0)
    #expect(largest[0] == 3)
    #expect(largest[1] == 3)
  }

  @Test func equalObservationsAllSeeTheMaximumOverThoseBeforeThem() {
    var draws = [DrawLanes](repeating: .zero, count: 3)
    draws[0] = DrawLanes(repeating: 2)
    let pairs = [
      StudentisedPair(first: 0, second: 1, precision: 1, observed: 1.5),
      StudentisedPair(first: 1, second: 2, precision: 1, observed: 1.5),
      StudentisedPair(first: 1, second: 2, precision: 1, observed: 2.5),
    ]
    var counts = [SIMD16<Int32>](repeating: .zero, count: 3)
    _ = changing(&counts) {
      KernelTable.baseline.stepDownCounts(pairs.span, draws.span, &$0)
    }
    #expect(counts.map { $0[0] } == [1, 1, 0])
    #expect(counts.map { $0[15] } == [1, 1, 0])
  }

  @Test(arguments: 0...65) func largestDifferenceKeepsItsSign(length: Int) {
    var random = SeededGenerator(seed: length)
    let draws = (0..<6).map { _ in randomDraws(-3...3, &random) }
    let pairs = pairs(length, models: 6, &random)
    let largest = KernelTable.baseline.largestDifference(pairs.span, draws.span)
    for lane in 0..<16 {
      let expected = pairs.map {
        (draws[Int($0.first)][lane] - draws[Int($0.second)][lane]) * $0.precision
      }.max()
      #expect(largest[lane] == expected ?? -.infinity)
    }
  }
}
