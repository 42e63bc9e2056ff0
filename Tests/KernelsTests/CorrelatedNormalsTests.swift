import KernelTypes
import TestSupport
import Testing

@Suite struct CorrelatedNormalsTests {
  /// Every length to four times the lanes, and lengths about the width of a panel of columns.
  @Test(arguments: Array(lengths) + [255, 256, 257, 300], tables)
  func correlateAgreesWithItsTwin(order: Int, table: KernelTable) {
    var random = SeededGenerator(seed: order)
    let stride = order + 2
    let factor = (0..<order * stride).map { _ in Float.random(in: -1...1, using: &random) }
    let normals = (0..<order).map { _ in randomDraws(-3...3, &random) }
    var results = [DrawLanes](repeating: DrawLanes(repeating: 9), count: order)
    changing(&results) {
      table.correlate(factor.span, stride, normals.span, &$0)
    }
    for row in 0..<order {
      for lane in [0, 7, 15] {
        var sum: Float = 0
        for column in 0...row { sum += normals[column][lane] * factor[row * stride + column] }
        #expect(results[row][lane] == sum, "the same operations in the same order")
      }
    }
  }
}
