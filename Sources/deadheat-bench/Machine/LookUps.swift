import KernelTypes

/// Draws from an alias table as fast as random numbers and the first-level cache allow.
///
/// A table of its own, and as small as can be, because a floor should not move with the sampler.
struct LookUps: Sendable {
  /// 1024 slots of one word: the low ten bits name the alias, the others are the share of the slot
  /// that is its own.
  private let slots: [UInt64]

  /// Half the time a slot's own number, half the time 0.
  init() {
    slots = [UInt64](repeating: 1 << 63, count: 1024)
  }

  /// The processor time of one draw.
  ///
  /// - Parameter rounds: how many times eight numbers are drawn.
  func secondsEach(rounds: Int = 1 << 19) throws(BenchError) -> Double {
    var sum: UInt64 = 0
    let cost = Cost.of { sum = Self.draw(slots.span, rounds) }
    let draws = Double(rounds * 8)
    // The mean is 1023/4, the standard deviation of a draw 330; eight deviations of the mean, as
    // the streams are fixed and the bound is against mistakes alone.
    let mean = Double(sum) / draws
    try expect(
      (mean - 255.75).magnitude < 8 * 330 / draws.squareRoot(), "the mean of draws is \(mean)")
    return cost.cpu / draws
  }

  private static func draw(_ slots: Span<UInt64>, _ rounds: Int) -> UInt64 {
    var streams = RandomLanes(seed: 1, purpose: .testing, first: 0)
    var sum: UInt64 = 0
    for _ in 0..<rounds {
      var x = streams.low
      let y = streams.high
      streams.low = y
      x ^= x &<< 23
      streams.high = x ^ y ^ (x &>> 18) ^ (y &>> 5)
      let random = streams.high &+ y
      for lane in 0..<8 {
        let word = random[lane]
        let own = word &>> 54
        let slot = slots[Int(truncatingIfNeeded: own)]
        sum &+= word &<< 10 < slot ? own : slot & 1023
      }
    }
    return sum
  }
}
