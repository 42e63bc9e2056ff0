#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif
import KernelTypes
import TestSupport
import Testing

@Suite struct ExponentialTests {
  /// The same bits from every table.
  private func exponentials(_ values: [Lanes]) -> [Lanes] {
    let results = tables.map { table in
      var results = [Lanes](repeating: Lanes(repeating: -1), count: values.count)
      changing(&results) { table.exponentials(values.span, &$0) }
      return results
    }
    for other in results { #expect(other == results[0]) }
    return results[0]
  }

  /// Two units in the last place are the kernel's promise; the C library is within one.
  @Test(arguments: [(-700.0, 700.0), (-30, 30), (-1, 1), (-1e-8, 1e-8)])
  func agreeWithTheCLibraryWithinTwoUnits(range: (Double, Double)) {
    var random = SeededGenerator(seed: 1)
    let values = (0..<1500).map { _ in randomLanes(range.0...range.1, &random) }
    var worst = 0
    for (x, y) in zip(values, exponentials(values)) {
      for lane in 0..<8 { worst = max(worst, unitsInTheLastPlace(y[lane], exp(x[lane]))) }
    }
    #expect(worst <= 2)
  }

  @Test func areRightWhereTheReductionTurnsOver() {
    // Half-integers times ln 2 are where k changes, integers where r is smallest.
    var values: [Double] = [0, -0.0, 700, -700, 1, -1, .leastNonzeroMagnitude, -1e-300]
    for half in stride(from: -2019, through: 2019, by: 1) {
      let edge = Double(half) / 2 * 0.693147180559945309417
      values += [edge.nextDown, edge, edge.nextUp].filter { $0.magnitude <= 700 }
    }
    values += [Double](repeating: 0, count: (8 - values.count % 8) % 8)
    let lanes = stride(from: 0, to: values.count, by: 8).map { Lanes(values[$0..<$0 + 8]) }
    let results = exponentials(lanes)
    var worst = 0
    for (index, value) in values.enumerated() {
      worst = max(worst, unitsInTheLastPlace(results[index / 8][index % 8], exp(value)))
    }
    // As above.
    #expect(worst <= 2)
    #expect(results[0][0] == 1)
    #expect(results[0][1] == 1)
  }

  @Test(arguments: lengths) func writeEachElementOnce(length: Int) {
    var random = SeededGenerator(seed: length)
    let values = (0..<length).map { _ in randomLanes(-9...9, &random) }
    let results = exponentials(values)
    #expect(results.count == length)
    for (x, y) in zip(values, results) {
      // As above.
      for lane in 0..<8 { #expect(unitsInTheLastPlace(y[lane], exp(x[lane])) <= 2) }
    }
  }
}
