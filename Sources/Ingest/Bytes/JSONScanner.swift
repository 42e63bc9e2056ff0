/// Walks over JSON text (RFC 8259) in a window, value by value, and refuses what is no JSON.
///
/// It keeps no text and allocates nothing: who wants a value notes where it begins and ends. Where
/// the window ends inside a value the walk stops with `.incomplete`, to be begun anew from the
/// value's first byte when there is more.
struct JSONScanner {
  /// What kind of value was passed over.
  enum Kind: UInt8, Sendable {
    /// A text without escapes.
    case text
    /// A text with escapes in it.
    case escapedText
    case number
    case boolean
    case null
    case object
    case array
  }

  /// How many objects and arrays may be open within each other.
  static let deepest = 512

  /// The next byte.
  var position: Int
  /// Where the window's input ends.
  let end: Int
  /// Whether the input has no bytes beyond `end`.
  let isComplete: Bool
  /// The line feeds passed over.
  var lines = 0
  /// What NaN and infinities are.
  let notANumber: NotANumber

  /// A scanner whose next byte is at `position`.
  init(at position: Int, end: Int, isComplete: Bool, notANumber: NotANumber = .refuse) {
    self.position = position
    self.end = end
    self.isComplete = isComplete
    self.notANumber = notANumber
  }

  /// Passes over white space.
  @inline(__always)
  mutating func skipSpace(_ bytes: Span<UInt8>) {
    while position < end {
      let byte = bytes[position]
      guard byte <= ASCII.space else { return }
      if byte == ASCII.lineFeed {
        lines &+= 1
      } else if byte != ASCII.space, byte != ASCII.tab, byte != ASCII.carriageReturn {
        return
      }
      position &+= 1
    }
  }

  /// The next byte that is no white space, which is not passed over.
  @inline(__always)
  mutating func peek(_ bytes: Span<UInt8>) throws(JSONStop) -> UInt8 {
    skipSpace(bytes)
    guard position < end else { throw .incomplete }
    return bytes[position]
  }

  /// Passes over `byte` and the white space before it.
  ///
  /// - Parameter expected: what the message says was expected.
  @inline(__always)
  mutating func pass(
    _ byte: UInt8, _ bytes: Span<UInt8>, expected: JSONFault
  ) throws(JSONStop) {
    guard try peek(bytes) == byte else { throw .fault(expected, at: position) }
    position &+= 1
  }

  /// Passes over the value that begins at `position`, inside `depth` open objects and arrays.
  @inline(__always)
  mutating func value(_ bytes: Span<UInt8>, depth: Int) throws(JSONStop) -> Kind {
    let byte = bytes[position]
    if byte == ASCII.quote { return try text(bytes) ? .escapedText : .text }
    return try otherValue(byte, bytes, depth: depth)
  }

  private mutating func otherValue(
    _ byte: UInt8, _ bytes: Span<UInt8>, depth: Int
  ) throws(JSONStop) -> Kind {
    switch byte {
    case ASCII.openBrace:
      try object(bytes, depth: depth &+ 1)
      return .object
    case ASCII.openBracket:
      try array(bytes, depth: depth &+ 1)
      return .array
    case ASCII.minus where position &+ 1 < end && bytes[position &+ 1] == Self.upperI:
      return try constant(bytes)
    case ASCII.minus, ASCII.zero...ASCII.nine:
      try number(bytes)
      return .number
    case Self.upperN, Self.upperI:
      return try constant(bytes)
    // The words are true, false and null, from the last letter to the first.
    case 0x74:
      try word(bytes, 0x6575_7274)
      return .boolean
    case 0x66:
      try word(bytes, 0x65_736C_6166)
      return .boolean
    case 0x6E:
      try word(bytes, 0x6C6C_756E)
      return .null
    default:
      throw .fault(.expectedValue, at: position)
    }
  }

  /// Passes over the opening bracket of an object or array that is then the `depth`th open one.
  mutating func open(depth: Int) throws(JSONStop) {
    guard depth <= Self.deepest else { throw .fault(.tooDeep, at: position) }
    position &+= 1
  }

  private mutating func object(_ bytes: Span<UInt8>, depth: Int) throws(JSONStop) {
    try open(depth: depth)
    if try peek(bytes) == ASCII.closeBrace {
      position &+= 1
      return
    }
    while true {
      guard try peek(bytes) == ASCII.quote else { throw .fault(.expectedKey, at: position) }
      _ = try text(bytes)
      try pass(ASCII.colon, bytes, expected: .expectedColon)
      _ = try peek(bytes)
      _ = try value(bytes, depth: depth)
      let byte = try peek(bytes)
      guard byte != ASCII.closeBrace else {
        position &+= 1
        return
      }
      guard byte == ASCII.comma else { throw .fault(.expectedCommaOrBrace, at: position) }
      position &+= 1
    }
  }

  private mutating func array(_ bytes: Span<UInt8>, depth: Int) throws(JSONStop) {
    try open(depth: depth)
    if try peek(bytes) == ASCII.closeBracket {
      position &+= 1
      return
    }
    while true {
      _ = try peek(bytes)
      _ = try value(bytes, depth: depth)
      let byte = try peek(bytes)
      guard byte != ASCII.closeBracket else {
        position &+= 1
        return
      }
      guard byte == ASCII.comma else { throw .fault(.expectedCommaOrBracket, at: position) }
      position &+= 1
    }
  }
}

/// Why a scanner stopped short of a value's end.
enum JSONStop: Error, Equatable {
  /// The window ends inside the value.
  case incomplete
  /// The text is no JSON, from a byte of the window on.
  case fault(JSONFault, at: Int)

  /// Whether the window, whose input ends at `end`, must grow before anything can be said: a
  /// message shows the whole character that is at fault.
  func needsMore(end: Int, isComplete: Bool) -> Bool {
    if isComplete { return false }
    if case .fault(_, let place) = self { return place + 4 > end }
    return true
  }
}

extension JSONScanner {
  /// Passes over the closing bracket, or over the comma before the next value.
  ///
  /// - Returns: whether `bracket` was passed over.
  @inline(__always)
  mutating func closes(
    _ bracket: UInt8, isFirst: Bool, _ bytes: Span<UInt8>
  ) throws(JSONStop) -> Bool {
    let byte = try peek(bytes)
    if byte == bracket {
      position &+= 1
      return true
    }
    if isFirst { return false }
    guard byte == ASCII.comma else {
      throw .fault(
        bracket == ASCII.closeBrace ? .expectedCommaOrBrace : .expectedCommaOrBracket,
        at: position)
    }
    position &+= 1
    _ = try peek(bytes)
    return false
  }

  /// Passes over a key and its colon, up to the value.
  ///
  /// - Returns: the key's content.
  mutating func key(_ bytes: Span<UInt8>) throws(JSONStop) -> [UInt8] {
    guard try peek(bytes) == ASCII.quote else { throw .fault(.expectedKey, at: position) }
    let start = position
    let hasEscapes = try text(bytes)
    let content = Field(start: start + 1, end: position - 1)
    try pass(ASCII.colon, bytes, expected: .expectedColon)
    _ = try peek(bytes)
    return JSONRecord.key(content, hasEscapes: hasEscapes, in: bytes)
  }
}
