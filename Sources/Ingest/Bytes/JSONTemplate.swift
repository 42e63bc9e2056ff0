/// How the records of a file are written, learned from one of them: the bytes between the values.
///
/// A record that is written alike has only its values to be looked at. Any other one, and any in
/// which a wanted value has escapes or is an object or array, is left to `JSONRecord`, which defines
/// what records are; of a record that fits both find the same.
struct JSONTemplate: Sendable {
  /// Eight bytes, or fewer, of what stands between two values.
  private struct Part: Sendable {
    var offset = 0
    var word: UInt64 = 0
    var mask: UInt64 = 0
  }

  /// A value and the bytes before it.
  private struct Gap: Sendable {
    /// The first sixteen bytes before the value, as most gaps have no more; the quote that opens a
    /// text is among them.
    let first: Part
    let second: Part
    /// The further ones.
    let others: Range<Int>
    let length: Int
    /// Whether the value is a text; the quote that closes it belongs to the next gap.
    let isText: Bool
    /// The slot of the value, -1 where it is not wanted.
    let slot: Int
    /// What a number looked like, as the next one mostly looks.
    var number = NumberShape()
  }

  /// The length of a number of digits with or without a point, and where the point is.
  ///
  /// Where a number has the shape of the one before, what follows it can be looked at without
  /// waiting until its end is found.
  private struct NumberShape: Sendable {
    /// No more bytes than this are compared.
    static let longest = 15
    /// 0 where the value was no such number.
    var length = 0
    /// Four bits for each byte of the number.
    var bytes: UInt64 = 0
    /// Those of them that are no digits.
    var point: UInt64 = 0
    /// Where the point is; 0, where none can be, for a number without one.
    var pointPlace = 0

    /// No number.
    init() {}

    /// The shape of a value.
    init(_ window: Span<UInt8>, _ value: Range<Int>) {
      guard value.count <= Self.longest else { return }
      for (place, index) in value.enumerated() {
        let isDigit = window[index] &- ASCII.zero <= 9
        guard isDigit || window[index] == ASCII.dot else { return }
        if !isDigit {
          point |= 0xF << UInt64(place * 4)
          pointPlace = place
        }
      }
      length = value.count
      bytes = (1 << UInt64(length * 4)) - 1
    }

    /// Whether the number at `start` has this shape; it may go on behind it.
    @inline(__always)
    func fits(_ window: Span<UInt8>, at start: Int) -> Bool {
      let others = HalfBlock(window, at: start).nonDigits.ofFirstHalf
      // Only a point may follow a zero at the front.
      return others & bytes == point && length > 0
        && (pointPlace == 0 || window[start + pointPlace] == ASCII.dot)
        && (window[start] != ASCII.zero || length == 1 || point & 0xF0 != 0)
    }
  }

  private var otherParts: [Part] = []
  private var gaps: [Gap] = []
  private let depth: Int
  /// How many slots there are.
  let slotCount: Int

  /// Learns from a record that was passed over.
  ///
  /// - Parameters:
  ///   - range: where the record stands in `window`, braces included.
  ///   - depth: how many objects and arrays are open around it.
  /// - Returns: `nil` where the record has objects that a wanted path leads through, wants a key
  ///   around it, or is written in several lines.
  init?(
    _ record: JSONRecord, _ memberOfSlot: [Int], _ window: Span<UInt8>, _ range: Range<Int>,
    depth: Int
  ) {
    guard !record.members.isEmpty, record.members.allSatisfy({ $0.parent < 0 }),
      memberOfSlot.allSatisfy({ $0 >= 0 })
    else { return nil }
    self.depth = depth
    slotCount = memberOfSlot.count
    var position = range.lowerBound
    for (index, member) in record.members.enumerated() {
      let isText = member.kind == .text || member.kind == .escapedText
      guard
        addGap(
          window, position..<(member.start + (isText ? 1 : 0)), isText: isText,
          slot: memberOfSlot.firstIndex(of: index) ?? -1)
      else { return nil }
      if member.kind == .number {
        gaps[index].number = NumberShape(window, member.start..<member.end)
      }
      position = member.end - (isText ? 1 : 0)
    }
    guard addGap(window, position..<range.upperBound, isText: false, slot: -1) else { return nil }
  }

  private mutating func addGap(
    _ window: Span<UInt8>, _ range: Range<Int>, isText: Bool, slot: Int
  ) -> Bool {
    for index in range where window[index] == ASCII.lineFeed { return false }
    var parts: [Part] = []
    for offset in stride(from: 0, to: range.count, by: 8) {
      let count = min(8, range.count - offset)
      parts.append(
        Part(
          offset: offset, word: Words.load(window, at: range.lowerBound + offset, count: count),
          mask: UInt64.max >> UInt64((8 - count) * 8)))
    }
    let firstOther = otherParts.count
    otherParts += parts.dropFirst(2)
    gaps.append(
      Gap(
        first: parts.first ?? Part(), second: parts.count > 1 ? parts[1] : Part(),
        others: firstOther..<otherParts.count, length: range.count, isText: isText, slot: slot))
    return true
  }

  /// Passes over the record whose opening brace is at the scanner's position.
  ///
  /// - Parameter fields: one place for each slot, written even where the record does not fit.
  /// - Returns: whether it fits; else the scanner is to be put back to where it was.
  @inline(__always)
  func scan(
    _ scanner: inout JSONScanner, _ bytes: Span<UInt8>, into fields: inout MutableSpan<Field>
  ) -> Bool {
    let end = scanner.end
    var position = scanner.position
    guard position >= 0, end &+ Block.count <= bytes.count else { return false }
    for index in 0..<(gaps.count &- 1) {
      let gap = gaps[index]
      guard fits(gap, bytes, at: position, end) else { return false }
      position &+= gap.length
      guard position < end else { return false }
      let start = position
      if gap.isText {
        let stops = HalfBlock(bytes, at: start).stringStops
        position = start &+ stops.first
        if stops.isEmpty || bytes[position] != ASCII.quote {
          guard let place = longText(&scanner, bytes, from: start, isWanted: gap.slot >= 0)
          else { return false }
          position = place
        }
        if gap.slot >= 0 {
          fields[gap.slot] = Field(start: start, end: position, quoting: .quoted)
        }
      } else if gap.number.fits(bytes, at: start),
        fits(gaps[index &+ 1], bytes, at: start &+ gap.number.length, end)
      {
        position = start &+ gap.number.length
        if gap.slot >= 0 { fields[gap.slot] = Field(start: start, end: position) }
      } else if let place = number(bytes, at: start) ?? word(bytes, at: start) {
        position = place
        if gap.slot >= 0 { fields[gap.slot] = Field(start: start, end: position) }
      } else {
        scanner.position = start
        guard let kind = any(&scanner, bytes) else { return false }
        position = scanner.position
        if gap.slot >= 0 {
          guard kind == .number || kind == .boolean || kind == .null else { return false }
          fields[gap.slot] = Field(start: start, end: kind == .null ? start : position)
        }
      }
    }
    let last = gaps[gaps.count &- 1]
    guard fits(last, bytes, at: position, end) else { return false }
    scanner.position = position &+ last.length
    return true
  }

  /// Whether the bytes of `gap` stand at `start`, all of them before `end`.
  @inline(__always)
  private func fits(_ gap: Gap, _ bytes: Span<UInt8>, at start: Int, _ end: Int) -> Bool {
    guard start &+ gap.length <= end else { return false }
    var difference =
      Self.difference(gap.first, bytes, at: start) | Self.difference(gap.second, bytes, at: start)
    if !gap.others.isEmpty {
      for index in gap.others {
        difference |= Self.difference(otherParts[index], bytes, at: start)
      }
    }
    return difference == 0
  }

  @inline(__always)
  private static func difference(_ part: Part, _ bytes: Span<UInt8>, at start: Int) -> UInt64 {
    // SAFETY: the part begins before the window's end, behind which a block can be read; one that
    // is not there begins with the first.
    let word = unsafe UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: start &+ part.offset, as: UInt64.self))
    return (word ^ part.word) & part.mask
  }

  /// The closing quote of the text that begins at `start` and is long, or has something other than
  /// plain ASCII in it.
  @inline(never)
  private func longText(
    _ scanner: inout JSONScanner, _ bytes: Span<UInt8>, from start: Int, isWanted: Bool
  ) -> Int? {
    scanner.position = start - 1
    guard let hasEscapes = try? scanner.text(bytes), !(hasEscapes && isWanted) else { return nil }
    return scanner.position - 1
  }

  /// The place behind the number at `start` where it is a plain one: digits, and a point and digits.
  @inline(__always)
  private func number(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    // What begins with zero has no further digits; it is none of the plain ones.
    guard bytes[start] &- (ASCII.zero &+ 1) < 9 else { return nil }
    let others = HalfBlock(bytes, at: start).nonDigits
    guard !others.isEmpty else { return nil }
    var stop = start &+ others.first
    if bytes[stop] == ASCII.dot {
      let rest = others.withoutFirst
      let place = start &+ rest.first
      guard !rest.isEmpty, place > stop &+ 1 else { return nil }
      stop = place
    }
    return bytes[stop] | 0x20 == ASCII.lowerE ? nil : stop
  }

  /// The place behind `true` or `false` at `start`.
  @inline(__always)
  private func word(_ bytes: Span<UInt8>, at start: Int) -> Int? {
    // SAFETY: the value begins before the window's end, behind which a block can be read.
    let word = unsafe UInt64(
      littleEndian: bytes.bytes.unsafeLoadUnaligned(
        fromUncheckedByteOffset: start, as: UInt64.self))
    // The letters from the last to the first.
    if word & 0xFFFF_FFFF == 0x6575_7274 { return start &+ 4 }
    if word & 0xFF_FFFF_FFFF == 0x65_736C_6166 { return start &+ 5 }
    return nil
  }

  /// Passes over any value.
  @inline(never)
  private func any(_ scanner: inout JSONScanner, _ bytes: Span<UInt8>) -> JSONScanner.Kind? {
    try? scanner.value(bytes, depth: depth + 1)
  }
}
