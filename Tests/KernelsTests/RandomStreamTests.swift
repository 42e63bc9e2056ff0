import KernelTypes
import TestSupport
import Testing

@Suite struct RandomStreamTests {
  @Test func followsXorshift128Plus() {
    // The recurrence as Vigna prints it, written with ordinary operators, from the stream's state.
    var stream = RandomStream(seed: 42, purpose: .testing, index: 7)
    var (s0, s1) = (stream.low, stream.high)
    for _ in 0..<100 {
      var x = s0
      let y = s1
      s0 = y
      x ^= x << 23
      s1 = x ^ y ^ (x >> 18) ^ (y >> 5)
      #expect(stream.next() == s1 &+ y)
    }
  }

  @Test func laneAgreesWithScalarStreams() {
    let lanes = RandomLanes(seed: 3, purpose: .resampling, first: 16)
    for lane in 0..<8 {
      let stream = RandomStream(seed: 3, purpose: .resampling, index: 16 + lane)
      #expect(lanes.low[lane] == stream.low)
      #expect(lanes.high[lane] == stream.high)
      #expect(lanes[lane].low == stream.low)
      #expect(lanes[lane].high == stream.high)
    }
  }

  @Test func everyPartOfTheKeyMatters() {
    var firsts: Set<UInt64> = []
    var keys = 0
    for seed in [0, 1, 2, UInt64.max] {
      for purpose in [RandomPurpose.resampling, .normalDraws, .simulation, .testing] {
        for index in [-2, -1, 0, 1, 2, 1_000_000] {
          for attempt in 0..<3 {
            var stream = RandomStream(
              seed: seed, purpose: purpose, index: index, attempt: attempt)
            firsts.insert(stream.next())
            keys += 1
          }
        }
      }
    }
    #expect(firsts.count == keys)
  }

  @Test func isUniformWithinAndAcrossStreams() {
    // 256 bins of the top and of the bottom byte; across streams the first number of each.
    for shift in [56, 0] as [UInt64] {
      var within = [Int](repeating: 0, count: 256)
      var across = within
      var stream = RandomStream(seed: 1, purpose: .testing, index: 0)
      for index in 0..<50_000 {
        within[Int((stream.next() >> shift) & 255)] += 1
        var other = RandomStream(seed: 1, purpose: .testing, index: index)
        across[Int((other.next() >> shift) & 255)] += 1
      }
      let expected = [Double](repeating: 50_000 / 256, count: 256)
      for observed in [within, across] {
        let test = ChiSquare(observed: observed, expected: expected)
        // Both ends: frequencies that are too even are not random either.
        #expect(test.upperTail > 1e-5)
        #expect(test.upperTail < 1 - 1e-5)
      }
    }
  }

  @Test func unitIsNeverAnEnd() {
    // States whose next number is all zeros and all ones: y = 0 or −1 with x chosen to make `high`
    // the other summand.
    var stream = RandomStream(seed: 0, purpose: .testing, index: 0)
    stream.low = 0
    stream.high = 0
    #expect(stream.nextUnit() == 0x1p-53)
    stream.low = 0
    stream.high = 1
    // high becomes 1, so the number is 2: still the lowest step.
    #expect(stream.nextUnit() == 0x1p-53)
    #expect((Double((UInt64.max) >> 12) + 0.5) * 0x1p-52 < 1)
    var random = RandomStream(seed: 5, purpose: .testing, index: 0)
    var sum = 0.0
    for _ in 0..<50_000 {
      let unit = random.nextUnit()
      #expect(unit > 0 && unit < 1)
      sum += unit
    }
    // The mean's standard deviation is √(1/12/50,000) = 0.0013; five of them.
    #expect((sum / 50_000 - 0.5).magnitude < 0.0065)
  }

  @Test(arguments: [1, 2, 3, 7, 100]) func belowABoundIsUniform(bound: Int) {
    var stream = RandomStream(seed: 2, purpose: .testing, index: bound)
    var counts = [Int](repeating: 0, count: bound)
    for _ in 0..<20_000 { counts[stream.next(below: bound)] += 1 }
    let test = ChiSquare(
      observed: counts, expected: [Double](repeating: 20_000 / Double(bound), count: bound))
    #expect(test.upperTail > 1e-5)
  }
}
