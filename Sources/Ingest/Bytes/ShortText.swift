/// A text of 1 to 24 bytes as three words that overlap so as to hold all of it.
///
/// Names and labels are mostly this short. They are hashed and compared without a loop, whose end
/// the processor would guess wrong as often as lengths differ.
struct ShortText: Sendable, Equatable {
  /// How long a text may be.
  static let most = 24

  private let head: UInt64
  private let middle: UInt64
  private let tail: UInt64
  /// The number of bytes.
  let count: Int32

  /// No text: unlike every one.
  init() {
    head = 0
    middle = 0
    tail = 0
    count = -1
  }

  /// The bytes of `field`, or `nil` where they are none or too many.
  @inline(__always)
  init?(_ field: Field, in window: Span<UInt8>) {
    let start = field.start
    let count = field.end &- start
    guard count > 0, count <= Self.most, start >= 0 else { return nil }
    self.count = Int32(truncatingIfNeeded: count)
    guard start &+ Self.most <= window.count else {
      (head, middle, tail) = Self.wordsNearEnd(window, at: start, count: count)
      return
    }
    let beyond = max(0, count &- 8)
    // Texts shorter than a word share the window's word with what follows them.
    let mask = UInt64.max &>> UInt64(truncatingIfNeeded: max(0, 8 &- count) &* 8)
    head = Self.word(window, at: start) & mask
    middle = Self.word(window, at: start &+ min(8, beyond)) & mask
    tail = Self.word(window, at: start &+ beyond) & mask
  }

  @inline(never)
  private static func wordsNearEnd(
    _ window: Span<UInt8>, at start: Int, count: Int
  ) -> (UInt64, UInt64, UInt64) {
    let beyond = max(0, count - 8)
    return (
      Words.load(window, at: start, count: count),
      Words.load(window, at: start + min(8, beyond), count: count),
      Words.load(window, at: start + beyond, count: count)
    )
  }

  @inline(__always)
  private static func word(_ window: Span<UInt8>, at start: Int) -> UInt64 {
    // SAFETY: the 24 bytes from the text's beginning lie in the window, by the guard above, and the
    // words begin up to 16 bytes behind it.
    unsafe UInt64(
      littleEndian: window.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: start, as: UInt64.self))
  }

  /// A hash of the bytes and of their number.
  @inline(__always)
  var hash: UInt64 {
    let factor: UInt64 = 0x9E37_79B9_7F4A_7C15
    let first = (head ^ UInt64(truncatingIfNeeded: count)) &* factor
    let mixed = first ^ (first &>> 32) ^ (middle &* 0x1656_67B1_9E37_79F9)
    let last = mixed &+ (tail &* 0xC2B2_AE3D_27D4_EB4F)
    return (last ^ (last &>> 29)) &* factor
  }

  /// Whether both are the same bytes, without a branch for each word.
  @inline(__always)
  static func == (first: ShortText, second: ShortText) -> Bool {
    (first.head ^ second.head) | (first.middle ^ second.middle) | (first.tail ^ second.tail)
      | UInt64(truncatingIfNeeded: first.count ^ second.count) == 0
  }
}
