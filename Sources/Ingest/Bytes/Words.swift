/// Up to eight bytes at once, the first one lowest; the arithmetic within a word is that of
/// Mycroft (1987) in the exact form, in which no byte's carry reaches the next.
enum Words {
  /// `byte` in all eight places.
  static func filled(with byte: UInt8) -> UInt64 { UInt64(byte) &* 0x0101_0101_0101_0101 }

  /// The first min(`count`, 8) bytes from `start`, zeros above them.
  ///
  /// - Precondition: `start + min(count, 8)` is not past the end of `bytes`.
  @inline(__always)
  static func load(_ bytes: Span<UInt8>, at start: Int, count: Int) -> UInt64 {
    if start >= 0, start + 8 <= bytes.count {
      // SAFETY: the eight bytes from `start` lie inside the span, by the line above.
      let word = unsafe UInt64(
        littleEndian: bytes.bytes.unsafeLoadUnaligned(
          fromUncheckedByteOffset: start, as: UInt64.self))
      return count >= 8 ? word : word & ((1 &<< UInt64(count &* 8)) &- 1)
    }
    return loadNearEnd(bytes, at: start, count: count)
  }

  @inline(never)
  private static func loadNearEnd(_ bytes: Span<UInt8>, at start: Int, count: Int) -> UInt64 {
    var word: UInt64 = 0
    for index in 0..<min(count, 8) {
      word |= UInt64(bytes[start + index]) &<< UInt64(index &* 8)
    }
    return word
  }

  /// The high bit of each byte of `word` that is the byte `pattern` is filled with.
  @inline(__always)
  static func matches(_ word: UInt64, _ pattern: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    let difference = word ^ pattern
    return ~(((difference & low) &+ low) | difference | low)
  }

  /// The high bit of each byte of `word` at which plain text in a JSON string ends: a quote, a
  /// backslash, a control character, or a byte beyond ASCII.
  @inline(__always)
  static func stringStops(_ word: UInt64) -> UInt64 {
    let low: UInt64 = 0x7F7F_7F7F_7F7F_7F7F
    // Each sum has a byte's high bit where the byte's low seven bits are not the ones looked for;
    // bytes beyond ASCII stop in any case, so that their low bits do not matter.
    let noQuote = ((word ^ filled(with: ASCII.quote)) & low) &+ low
    let noBackslash = ((word ^ filled(with: ASCII.backslash)) & low) &+ low
    let noControl = (word & low) &+ 0x6060_6060_6060_6060
    return (~(noQuote & noBackslash & noControl) | word) & ~low
  }

  /// How many high bits `matches` has set.
  @inline(__always)
  static func count(_ matches: UInt64) -> Int {
    Int(truncatingIfNeeded: ((matches &>> 7) &* 0x0101_0101_0101_0101) &>> 56)
  }

  /// The place, 0…7, of the first byte that matched.
  @inline(__always)
  static func first(_ matches: UInt64) -> Int { matches.trailingZeroBitCount &>> 3 }

  /// The place, 0…7, of the last byte that matched.
  @inline(__always)
  static func last(_ matches: UInt64) -> Int { (63 &- matches.leadingZeroBitCount) &>> 3 }
}
