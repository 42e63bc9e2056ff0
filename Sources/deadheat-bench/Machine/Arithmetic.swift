import EloNumerics
import KernelTypes

/// Multiplies and adds as fast as a table of kernels can: in its exponential, which does 16
/// multiplications and 17 additions for each load and store.
enum Arithmetic {
  /// The processor time of one multiplication or addition of `Double`s.
  ///
  /// - Parameter rounds: how many times the exponentials of 1024 numbers are taken.
  static func secondsEach(
    _ kernels: KernelTable, rounds: Int = 4096
  ) throws(BenchError) -> Double {
    // Values and results fit the first-level cache.
    let values = (0..<128).map { Lanes(repeating: Double($0) / 64 - 1) }
    var results = [Lanes](repeating: .zero, count: values.count)
    let cost = Cost.of {
      for _ in 0..<rounds {
        var span = results.mutableSpan
        kernels.exponentials(values.span, &span)
      }
    }
    for (value, result) in zip(values, results) {
      let expected = LibM.exp(value[0])
      // The kernel promises two units in the last place, the library one.
      try expect(
        (result[7] - expected).magnitude <= 3 * expected.ulp, "exp(\(value[0])) = \(result[7])")
    }
    return cost.cpu / Double(rounds * values.count * 8 * (16 + 17))
  }
}
