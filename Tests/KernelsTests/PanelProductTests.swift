import KernelTypes
import TestSupport
import Testing

@Suite struct PanelProductTests {
  @Test(arguments: lengths) func agreesWithItsTwin(order: Int) {
    var random = SeededGenerator(seed: order)
    let stride = order + 3
    let matrix = (0..<stride * order).map { _ in Double.random(in: -1...1, using: &random) }
    let panel = (0..<order).map { _ in randomLanes(-1...1, &random) }
    let before = (0..<order).map { _ in randomLanes(-1...1, &random) }
    // All rows and columns, an empty part, and parts that start and end anywhere.
    var parts = [(0..<order, 0..<order), (0..<0, 0..<order), (0..<order, 0..<0)]
    for _ in 0..<4 where order > 0 {
      let rows = Int.random(in: 0...order, using: &random)
      let columns = Int.random(in: 0...order, using: &random)
      parts.append((min(rows, 1)..<rows, columns / 2..<columns))
    }
    for (rows, columns) in parts {
      for table in tables {
        var sums = before
        changing(&sums) {
          table.addProduct(matrix.span, stride, rows, columns, panel.span, &$0)
        }
        for row in 0..<order {
          for lane in 0..<8 {
            var sum = before[row][lane]
            if rows.contains(row) {
              for column in columns { sum += matrix[row * stride + column] * panel[column][lane] }
            }
            // The same operations in the same order: the same bits.
            #expect(sums[row][lane] == sum)
          }
        }
      }
    }
  }
}
