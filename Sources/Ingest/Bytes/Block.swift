/// Sixty-four bytes of a window, compared all at once in four vectors of sixteen.
///
/// Sixteen is what every x86-64 and every arm64 compares in one instruction.
struct Block {
  /// How many bytes a block has, and how far behind the end of its input a window must be readable,
  /// whatever stands there.
  static let count = 64

  /// Which bytes of one vector matched: all bits of a byte set, or none.
  private typealias Matches = SIMDMask<SIMD16<Int8>>

  private let first: SIMD16<UInt8>
  private let second: SIMD16<UInt8>
  private let third: SIMD16<UInt8>
  private let fourth: SIMD16<UInt8>

  /// The bytes from `start`.
  ///
  /// - Precondition: all of them lie in `window`; it is not checked in optimised builds.
  @inline(__always)
  init(_ window: Span<UInt8>, at start: Int) {
    assert(start >= 0 && start + Self.count <= window.count, "outside the window")
    // SAFETY: by the precondition; every bit pattern is a value of the vector.
    first = unsafe window.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: start, as: SIMD16<UInt8>.self)
    // SAFETY: as above.
    second = unsafe window.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: start &+ 16, as: SIMD16<UInt8>.self)
    // SAFETY: as above.
    third = unsafe window.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: start &+ 32, as: SIMD16<UInt8>.self)
    // SAFETY: as above.
    fourth = unsafe window.bytes.unsafeLoadUnaligned(
      fromUncheckedByteOffset: start &+ 48, as: SIMD16<UInt8>.self)
  }

  /// A set bit for each byte that `pattern` repeats, the first byte lowest.
  @inline(__always)
  func places(of pattern: SIMD16<UInt8>) -> UInt64 {
    Self.places(first .== pattern, second .== pattern, third .== pattern, fourth .== pattern)
  }

  /// A set bit for each byte that could end a plain record or make it one that is not plain: LF, CR
  /// and quotes, and whatever else is below `#` or beyond ASCII.
  ///
  /// Most blocks have none, which this finds out with a third of the work that telling the three
  /// apart takes.
  @inline(__always)
  var possibleRecordStops: UInt64 {
    let matches = (
      Self.mayStop(first), Self.mayStop(second), Self.mayStop(third), Self.mayStop(fourth)
    )
    if Self.isEmpty(matches.0 .| matches.1 .| matches.2 .| matches.3) { return 0 }
    return Self.places(matches.0, matches.1, matches.2, matches.3)
  }

  @inline(__always)
  private static func mayStop(_ bytes: SIMD16<UInt8>) -> Matches {
    // SAFETY: both are sixteen bytes without padding. Bytes beyond ASCII are negative when signed.
    let signed = unsafe unsafeBitCast(bytes, to: SIMD16<Int8>.self)
    return signed .< SIMD16(repeating: Int8(ASCII.quote) + 1)
  }

  /// A set bit for each LF, CR and quote.
  @inline(__always)
  var recordStops: UInt64 {
    Self.places(
      Self.recordStops(first), Self.recordStops(second), Self.recordStops(third),
      Self.recordStops(fourth))
  }

  @inline(__always)
  private static func recordStops(_ bytes: SIMD16<UInt8>) -> Matches {
    (bytes .== SIMD16(repeating: ASCII.lineFeed)) .| (bytes .== SIMD16(repeating: ASCII.quote))
      .| (bytes .== SIMD16(repeating: ASCII.carriageReturn))
  }

  @inline(__always)
  private static func isEmpty(_ matches: Matches) -> Bool {
    // SAFETY: both are sixteen bytes without padding.
    let words = unsafe unsafeBitCast(matches, to: SIMD2<UInt64>.self)
    return words[0] | words[1] == 0
  }

  /// One bit for each byte of four vectors.
  ///
  /// Each match keeps the bit of its place among eight; then neighbours are joined and narrowed
  /// until eight of them share a byte. Vectors without extensions have no shorter way that Swift
  /// can write down.
  @inline(__always)
  private static func places(
    _ first: Matches, _ second: Matches, _ third: Matches, _ fourth: Matches
  ) -> UInt64 {
    let halves = (
      joined(lanes(weighed(first)), lanes(weighed(second))),
      joined(lanes(weighed(third)), lanes(weighed(fourth)))
    )
    let quarters = joined(lanes(halves.0), lanes(halves.1))
    let eighths = joined(lanes(quarters), SIMD8())
    // SAFETY: both are sixteen bytes without padding.
    return UInt64(littleEndian: unsafe unsafeBitCast(eighths, to: SIMD2<UInt64>.self)[0])
  }

  /// The matches with the bit of their place among eight.
  @inline(__always)
  private static func weighed(_ matches: Matches) -> SIMD16<UInt8> {
    // SAFETY: both are sixteen bytes without padding, and every bit pattern is a value.
    unsafe unsafeBitCast(matches, to: SIMD16<UInt8>.self)
      & SIMD16(1, 2, 4, 8, 16, 32, 64, 128, 1, 2, 4, 8, 16, 32, 64, 128)
  }

  /// Neighbouring bytes as one number each.
  @inline(__always)
  private static func lanes(_ bytes: SIMD16<UInt8>) -> SIMD8<UInt16> {
    // SAFETY: both are sixteen bytes without padding, and every bit pattern is a value.
    unsafe unsafeBitCast(bytes, to: SIMD8<UInt16>.self)
  }

  /// The two bytes of each number joined to one.
  @inline(__always)
  private static func joined(_ low: SIMD8<UInt16>, _ high: SIMD8<UInt16>) -> SIMD16<UInt8> {
    SIMD16(
      lowHalf: SIMD8(truncatingIfNeeded: low | (low &>> 8)),
      highHalf: SIMD8(truncatingIfNeeded: high | (high &>> 8)))
  }
}
