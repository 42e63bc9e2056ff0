import KernelTypes

/// Reads a buffer that no cache can hold.
struct MemoryReading: Sendable {
  private let words: [SIMD8<UInt64>]

  /// A buffer twice as large as the last cache, 1 GB at most.
  init(cacheSize: Int) {
    let size = min(2 * cacheSize, 1 << 30)
    // Ones, because pages of zeros that were never written may all be one page.
    words = [SIMD8<UInt64>](repeating: SIMD8(repeating: 1), count: size / 64)
  }

  /// The size of the buffer.
  var bytes: Int { words.count * 64 }

  /// The processor time of one byte.
  func secondsPerByte() throws(BenchError) -> Double {
    var sum = SIMD8<UInt64>.zero
    let cost = Cost.of { sum = Self.sum(words.span) }
    try expect(sum.wrappedSum() == UInt64(8 * words.count), "the sum of a buffer of ones")
    return cost.cpu / Double(bytes)
  }

  private static func sum(_ words: Span<SIMD8<UInt64>>) -> SIMD8<UInt64> {
    // Two sums, so that no addition waits for the one before it.
    var even = SIMD8<UInt64>.zero
    var odd = SIMD8<UInt64>.zero
    var index = 0
    while index + 1 < words.count {
      even &+= words[index]
      odd &+= words[index + 1]
      index += 2
    }
    if index < words.count { even &+= words[index] }
    return even &+ odd
  }
}
