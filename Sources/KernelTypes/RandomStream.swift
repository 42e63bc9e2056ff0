/// A stream of 64-bit random numbers that a key determines: seed, purpose, index and attempt.
///
/// The generator is xorshift128+ (Vigna, Journal of Computational and Applied Mathematics 315
/// (2017) 175), its two words the SplitMix64 hash of the key, so that any replicate's stream can be
/// started without the ones before it and work can be divided in any way.
package struct RandomStream: Sendable {
  package var low: UInt64
  package var high: UInt64

  /// The stream for one key.
  package init(seed: UInt64, purpose: RandomPurpose, index: Int, attempt: Int = 0) {
    var key = Self.mixed(seed &+ Self.golden)
    key = Self.mixed(key ^ (purpose.rawValue &* 0xD1B5_4A32_D192_ED03))
    key = Self.mixed(key ^ (UInt64(bitPattern: Int64(index)) &* 0xAEF1_7502_108E_F2D9))
    key = Self.mixed(key ^ (UInt64(bitPattern: Int64(attempt)) &* 0x8CB9_2BA7_2F3D_8DD7))
    low = Self.mixed(key &+ Self.golden)
    // The one state that the generator cannot leave is zero in both words.
    high = Self.mixed(key &+ Self.golden &+ Self.golden) | (low == 0 ? 1 : 0)
  }

  /// The next 64 random bits.
  package mutating func next() -> UInt64 {
    var x = low
    let y = high
    low = y
    x ^= x &<< 23
    high = x ^ y ^ (x &>> 18) ^ (y &>> 5)
    return high &+ y
  }

  /// A number in (0, 1), never an end: the middle of one of 2⁵² equal steps.
  package mutating func nextUnit() -> Double {
    (Double(next() &>> 12) + 0.5) * 0x1p-52
  }

  /// A number in 0 ..< `bound`; the bias is below `bound`/2⁶⁴.
  package mutating func next(below bound: Int) -> Int {
    Int(next().multipliedFullWidth(by: UInt64(bound)).high)
  }

  private static let golden: UInt64 = 0x9E37_79B9_7F4A_7C15

  /// The finaliser of SplitMix64.
  private static func mixed(_ value: UInt64) -> UInt64 {
    var z = value
    z = (z ^ (z &>> 30)) &* 0xBF58_476D_1CE4_E5B9
    z = (z ^ (z &>> 27)) &* 0x94D0_49BB_1331_11EB
    return z ^ (z &>> 31)
  }
}

/// What a stream is for: streams of different purposes never share numbers.
package enum RandomPurpose: UInt64, Sendable {
  case resampling = 1
  case normalDraws = 2
  case simulation = 3
  case testing = 4
  case permutation = 5
  case clusterResampling = 6
}

/// Eight streams that advance together, one in each lane.
package struct RandomLanes: Sendable {
  package var low: SIMD8<UInt64>
  package var high: SIMD8<UInt64>

  /// The first attempts of eight replicates, `first` and the seven after it.
  package init(seed: UInt64, purpose: RandomPurpose, first: Int) {
    self.init { RandomStream(seed: seed, purpose: purpose, index: first + $0) }
  }

  /// Eight attempts at one replicate, `firstAttempt` and the seven after it.
  package init(seed: UInt64, purpose: RandomPurpose, index: Int, firstAttempt: Int) {
    self.init {
      RandomStream(seed: seed, purpose: purpose, index: index, attempt: firstAttempt + $0)
    }
  }

  private init(_ stream: (_ lane: Int) -> RandomStream) {
    low = .zero
    high = .zero
    for lane in 0..<8 {
      let start = stream(lane)
      low[lane] = start.low
      high[lane] = start.high
    }
  }

  /// The stream in one lane, where it stands.
  package subscript(lane: Int) -> RandomStream {
    var stream = RandomStream(seed: 0, purpose: .resampling, index: 0)
    stream.low = low[lane]
    stream.high = high[lane]
    return stream
  }
}
