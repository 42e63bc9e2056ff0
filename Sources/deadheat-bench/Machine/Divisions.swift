import KernelTypes

/// Divides as fast as the divider takes it.
enum Divisions {
  /// The processor time of one division of `Double`s, in vectors of the target architecture: the
  /// dividers of most processors take wider ones no faster.
  ///
  /// - Parameter rounds: an even number of times that sixteen numbers are divided.
  static func secondsEach(rounds: Int = 1 << 20) throws(BenchError) -> Double {
    var result = Lanes.zero
    let cost = Cost.of { result = divide(rounds) }
    // x → 3/x leaves 1.5 and 2 in turns, without rounding.
    try expect(result == Lanes(repeating: 1.5 + 2), "3/(3/1.5) + 3/(3/2)")
    return cost.cpu / Double(rounds * 2 * 8)
  }

  /// Two vectors of eight, so that many divisions are under way at a time.
  private static func divide(_ rounds: Int) -> Lanes {
    var x = Lanes(repeating: 1.5)
    var y = Lanes(repeating: 2)
    let three = Lanes(repeating: 3)
    for _ in 0..<rounds {
      x = three / x
      y = three / y
    }
    return x + y
  }
}
