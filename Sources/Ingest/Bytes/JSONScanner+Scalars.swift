/// Texts, numbers and words.
extension JSONScanner {
  /// Passes over the text whose opening quote is at `position`.
  ///
  /// - Returns: whether it has escapes.
  @inline(__always)
  mutating func text(_ bytes: Span<UInt8>) throws(JSONStop) -> Bool {
    position &+= 1
    while position < end {
      let stops = Words.stringStops(Words.load(bytes, at: position, count: end &- position))
      guard stops != 0 else {
        position &+= 8
        continue
      }
      position &+= Words.first(stops)
      // Past the end the word is filled with zeros, which stop.
      guard position < end else { break }
      guard bytes[position] == ASCII.quote else { return try unusualText(bytes) }
      position &+= 1
      return false
    }
    throw .incomplete
  }

  /// The rest of a text from its first byte on that is no plain ASCII.
  @inline(never)
  private mutating func unusualText(_ bytes: Span<UInt8>) throws(JSONStop) -> Bool {
    var hasEscapes = false
    while position < end {
      let byte = bytes[position]
      if byte >= 0x80 {
        position &+= try Self.sequenceLength(bytes, at: position, end: end)
        continue
      }
      switch byte {
      case ASCII.quote:
        position &+= 1
        return hasEscapes
      case ASCII.backslash:
        try escape(bytes)
        hasEscapes = true
      case 0..<ASCII.space:
        throw .fault(.control, at: position)
      default:
        let stops = Words.stringStops(Words.load(bytes, at: position, count: end &- position))
        position &+= stops == 0 ? 8 : Words.first(stops)
      }
    }
    throw .incomplete
  }

  /// Passes over the escape whose backslash is at `position`.
  @inline(__always)
  private mutating func escape(_ bytes: Span<UInt8>) throws(JSONStop) {
    guard position &+ 1 < end else { throw .incomplete }
    switch bytes[position &+ 1] {
    case ASCII.quote, ASCII.backslash, ASCII.slash, 0x62, 0x66, 0x6E, 0x72, 0x74:
      position &+= 2
    case ASCII.lowerU:
      for offset in 2..<6 {
        guard position &+ offset < end else { throw .incomplete }
        guard JSONText.digit(bytes[position &+ offset]) != nil else {
          throw .fault(.escape, at: position)
        }
      }
      position &+= 6
    default:
      throw .fault(.escape, at: position)
    }
  }

  /// The length of the UTF-8 sequence of two bytes or more at `start` (Unicode 15, table 3-7).
  @inline(__always)
  private static func sequenceLength(
    _ bytes: Span<UInt8>, at start: Int, end: Int
  ) throws(JSONStop) -> Int {
    let first = bytes[start]
    var range: ClosedRange<UInt8> = 0x80...0xBF
    let length: Int
    switch first {
    case 0xC2...0xDF: length = 2
    case 0xE0: (length, range) = (3, 0xA0...0xBF)
    case 0xED: (length, range) = (3, 0x80...0x9F)
    case 0xE1...0xEF: length = 3
    case 0xF0: (length, range) = (4, 0x90...0xBF)
    case 0xF1...0xF3: length = 4
    case 0xF4: (length, range) = (4, 0x80...0x8F)
    default: throw .fault(.notUTF8, at: start)
    }
    for offset in 1..<length {
      guard start &+ offset < end else { throw .incomplete }
      guard range.contains(bytes[start &+ offset]) else { throw .fault(.notUTF8, at: start) }
      range = 0x80...0xBF
    }
    return length
  }

  /// Passes over the number that begins at `position`.
  mutating func number(_ bytes: Span<UInt8>) throws(JSONStop) {
    if bytes[position] == ASCII.minus { position &+= 1 }
    guard position < end else { throw .incomplete }
    if bytes[position] == ASCII.zero {
      position &+= 1
      if position < end, Self.isDigit(bytes[position]) { throw .fault(.number, at: position) }
    } else {
      try digits(bytes)
    }
    if position < end, bytes[position] == ASCII.dot {
      position &+= 1
      try digits(bytes)
    }
    if position < end, bytes[position] | 0x20 == ASCII.lowerE {
      position &+= 1
      guard position < end else { throw .incomplete }
      if bytes[position] == ASCII.plus || bytes[position] == ASCII.minus { position &+= 1 }
      try digits(bytes)
    }
    // Whether the number goes on may be beyond the window.
    if position == end, !isComplete { throw .incomplete }
  }

  /// Passes over one digit or more.
  @inline(__always)
  private mutating func digits(_ bytes: Span<UInt8>) throws(JSONStop) {
    guard position < end else { throw .incomplete }
    guard Self.isDigit(bytes[position]) else { throw .fault(.number, at: position) }
    while position < end, Self.isDigit(bytes[position]) { position &+= 1 }
  }

  @inline(__always)
  private static func isDigit(_ byte: UInt8) -> Bool { byte &- ASCII.zero <= 9 }

  static let upperN: UInt8 = 0x4E
  static let upperI: UInt8 = 0x49

  /// Passes over NaN, Infinity or -Infinity, where they are taken for null.
  ///
  /// - Throws: also where they are to be refused.
  mutating func constant(_ bytes: Span<UInt8>) throws(JSONStop) -> Kind {
    let start = position
    if bytes[position] == ASCII.minus { position &+= 1 }
    // The letters from the last to the first.
    let (word, count): (UInt64, Int) =
      bytes[position] == Self.upperN ? (0x4E_614E, 3) : (0x7974_696E_6966_6E49, 8)
    let there = min(count, end - position)
    let difference = Words.load(bytes, at: position, count: there) ^ word
    guard difference << UInt64((8 - there) * 8) == 0 else {
      position = start
      throw .fault(.expectedValue, at: start)
    }
    if there < count { throw .incomplete }
    guard notANumber == .null else { throw .fault(.notANumber, at: start) }
    position += count
    return .null
  }

  /// Passes over `word`, of which the first byte is there.
  ///
  /// - Parameter word: the bytes of a word of 4 or 5 letters, the first one lowest.
  mutating func word(_ bytes: Span<UInt8>, _ word: UInt64) throws(JSONStop) {
    let start = position
    let count = word < 1 << 32 ? 4 : 5
    let there = min(count, end - start)
    let difference = Words.load(bytes, at: start, count: there) ^ word
    guard difference << UInt64((8 - there) * 8) == 0 else {
      throw .fault(.expectedValue, at: start)
    }
    position = start + there
    if there < count { throw .incomplete }
  }
}
