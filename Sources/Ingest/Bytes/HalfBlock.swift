/// Thirty-two bytes of a window, compared all at once: as many as most values have.
struct HalfBlock {
  private let first: SIMD16<UInt8>
  private let second: SIMD16<UInt8>

  /// The bytes from `start`.
  ///
  /// - Precondition: all of them lie in `window`; it is not checked in optimised builds.
  @inline(__always)
  init(_ window: Span<UInt8>, at start: Int) {
    assert(start >= 0 && start + 32 <= window.count, "outside the window")
    // SAFETY: by the precondition; every bit pattern is a value of the vector.
    first = unsafe window.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: start, as: SIMD16<UInt8>.self)
    // SAFETY: as above.
    second = unsafe window.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: start &+ 16, as: SIMD16<UInt8>.self)
  }

  /// Where plain text in a JSON string ends: at a quote, a backslash, a control character, or a
  /// byte beyond ASCII.
  @inline(__always)
  var stringStops: Places { Places(Self.stringStops(first), Self.stringStops(second)) }

  @inline(__always)
  private static func stringStops(_ bytes: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    // SAFETY: both are sixteen bytes without padding. Bytes beyond ASCII are negative when signed,
    // and so below a space, as control characters are.
    let signed = unsafe unsafeBitCast(bytes, to: SIMD16<Int8>.self)
    return signed .< SIMD16(repeating: Int8(ASCII.space))
      .| (bytes .== SIMD16(repeating: ASCII.quote))
      .| (bytes .== SIMD16(repeating: ASCII.backslash))
  }

  /// Where a byte is no decimal digit.
  @inline(__always)
  var nonDigits: Places { Places(Self.nonDigits(first), Self.nonDigits(second)) }

  @inline(__always)
  private static func nonDigits(_ bytes: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    bytes &- SIMD16(repeating: ASCII.zero) .> SIMD16(repeating: 9)
  }

  /// Where the moves of a chess game may end or lines must be counted: at a semicolon, a bracket or brace
  /// that opens, or a line end.
  ///
  /// Some other bytes, which hardly occur, are among them: of `;`, `[` and `{` the lower five bits are the
  /// same.
  @inline(__always)
  var movetextStops: Places { Places(Self.movetextStops(first), Self.movetextStops(second)) }

  @inline(__always)
  private static func movetextStops(_ bytes: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    (bytes .== SIMD16(repeating: ASCII.lineFeed))
      .| (bytes .== SIMD16(repeating: ASCII.carriageReturn))
      .| (bytes & SIMD16(repeating: 0x1F) .== SIMD16(repeating: ASCII.openBracket & 0x1F))
  }

  /// Where a comment in braces may end or lines must be counted: at a brace or a line end.
  @inline(__always)
  var commentStops: Places { Places(Self.commentStops(first), Self.commentStops(second)) }

  @inline(__always)
  private static func commentStops(_ bytes: SIMD16<UInt8>) -> SIMDMask<SIMD16<Int8>> {
    (bytes .== SIMD16(repeating: ASCII.lineFeed))
      .| (bytes .== SIMD16(repeating: ASCII.carriageReturn))
      .| (bytes .== SIMD16(repeating: ASCII.openBrace))
      .| (bytes .== SIMD16(repeating: ASCII.closeBrace))
  }

  /// Which of the bytes matched.
  struct Places {
    /// Four bits for each byte, the first lowest: narrowing a comparison's bytes to half their width
    /// takes three instructions, and one bit for each byte takes many more.
    private let low: UInt64
    private let high: UInt64

    @inline(__always)
    init(_ first: SIMDMask<SIMD16<Int8>>, _ second: SIMDMask<SIMD16<Int8>>) {
      low = Self.narrowed(first)
      high = Self.narrowed(second)
    }

    @inline(__always)
    private init(low: UInt64, high: UInt64) {
      self.low = low
      self.high = high
    }

    @inline(__always)
    private static func narrowed(_ matches: SIMDMask<SIMD16<Int8>>) -> UInt64 {
      // SAFETY: both are sixteen bytes without padding; a mask's bytes are 0 or 255, of each pair
      // of which the shift leaves the upper four bits of one and the lower of the other.
      let pairs = unsafe unsafeBitCast(matches, to: SIMD8<UInt16>.self)
      let narrow = SIMD8<UInt8>(truncatingIfNeeded: pairs &>> 4)
      // SAFETY: both are eight bytes without padding.
      return UInt64(littleEndian: unsafe unsafeBitCast(narrow, to: UInt64.self))
    }

    /// Whether nothing matched.
    @inline(__always)
    var isEmpty: Bool { low | high == 0 }

    /// Four bits for each match among the first sixteen bytes, the first byte lowest.
    @inline(__always)
    var ofFirstHalf: UInt64 { low }

    /// The place, 0…31, of the first match.
    @inline(__always)
    var first: Int {
      let bits = low == 0 ? high : low
      return (low == 0 ? 16 : 0) &+ bits.trailingZeroBitCount &>> 2
    }

    /// The other matches than the first.
    @inline(__always)
    var withoutFirst: Places {
      let rest = low == 0 ? high : low
      let lowest = rest & (0 &- rest)
      // The four bits from the lowest on; of the last byte's they run out of the word, as they may.
      let cleared = rest & ~((lowest &<< 4) &- lowest)
      return low == 0 ? Places(low: 0, high: cleared) : Places(low: cleared, high: high)
    }
  }
}
