/// A tag pair of a chess game, such as `[White "Ann"]`, where it stands in a window.
///
/// What is read is the import format of the PGN standard (Edwards 1994, section 8.1), and what people
/// write besides: blanks anywhere, and quotes inside a value that are not escaped, where the tag ends
/// its line.
struct PGNTag: Sendable, Equatable {
  /// What stands at an opening bracket.
  enum Found: Sendable, Equatable {
    /// A tag pair.
    case tag(PGNTag)
    /// No name and value at all, as in `[%clk 0:10:00]`.
    case other
    /// A name and the beginning of a value that does not end as it should; so much of the line is behind
    /// it.
    case broken(name: Field, end: Int)
    /// The window ends before it can be told.
    case incomplete
  }

  /// The name.
  let name: Field
  /// The value between its quotes, escapes as they are written.
  let value: Field
  /// Whether the value has backslashes in it.
  let hasEscapes: Bool
  /// Whether the value has bytes beyond ASCII in it.
  let isASCII: Bool
  /// The place behind the closing bracket.
  let end: Int

  /// Beyond so many bytes of comments no tag is looked for.
  static let longestLook = 1 << 16

  /// Whether a text begins with a tag pair, behind blanks and lines of comments; `nil` where the window
  /// must first grow.
  static func begins(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, isComplete: Bool
  ) -> Bool? {
    let isLast = isComplete || end - start >= longestLook
    var position = start
    var isInLine = false
    while position < end {
      let byte = bytes[position]
      if isInLine {
        isInLine = !ASCII.isLineEnd(byte)
      } else if byte == ASCII.percent || byte == ASCII.semicolon {
        isInLine = true
      } else if byte == ASCII.openBracket {
        switch found(bytes, at: position, to: end, isComplete: isLast) {
        case .tag, .broken: return true
        case .other: return false
        case .incomplete: return nil
        }
      } else if !ASCII.isBlank(byte), !ASCII.isLineEnd(byte) {
        return false
      }
      position += 1
    }
    return isLast ? false : nil
  }

  /// What stands at `start`, where there is an opening bracket.
  ///
  /// - Parameters:
  ///   - end: where the window's input ends.
  ///   - isComplete: whether the input has no bytes beyond it.
  static func found(
    _ bytes: Span<UInt8>, at start: Int, to end: Int, isComplete: Bool
  ) -> Found {
    let nameStart = behindBlanks(bytes, from: start + 1, to: end)
    var position = nameStart
    while position < end, isOfName(bytes[position]) { position += 1 }
    let name = Field(start: nameStart, end: position)
    position = behindBlanks(bytes, from: position, to: end)
    guard position < end else { return isComplete ? .other : .incomplete }
    guard name.count > 0, bytes[position] == ASCII.quote else { return .other }
    return value(bytes, from: position + 1, to: end, isComplete: isComplete, name)
  }

  /// The tag whose value begins at `start`.
  private static func value(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, isComplete: Bool, _ name: Field
  ) -> Found {
    var position = start
    var hasEscapes = false
    var isASCII = true
    while position < end {
      let stops = Words.stringStops(Words.load(bytes, at: position, count: end - position))
      guard stops != 0 else {
        position += 8
        continue
      }
      position += Words.first(stops)
      // Past the end the word is filled with zeros, which stop.
      guard position < end else { break }
      let byte = bytes[position]
      if byte == ASCII.quote {
        let bracket = behindBlanks(bytes, from: position + 1, to: end)
        guard bracket < end else { break }
        guard bytes[bracket] == ASCII.closeBracket else {
          return toLineEnd(bytes, from: start, to: end, isComplete: isComplete, name)
        }
        return .tag(
          PGNTag(
            name: name, value: Field(start: start, end: position), hasEscapes: hasEscapes,
            isASCII: isASCII, end: bracket + 1))
      }
      if ASCII.isLineEnd(byte) {
        return toLineEnd(bytes, from: start, to: end, isComplete: isComplete, name)
      }
      if byte >= 0x80 { isASCII = false }
      if byte == ASCII.backslash {
        hasEscapes = true
        position += 1
        // Nothing but a quote or a backslash is escaped.
        guard position < end else { break }
        guard bytes[position] == ASCII.quote || bytes[position] == ASCII.backslash else { continue }
      }
      position += 1
    }
    return isComplete
      ? toLineEnd(bytes, from: start, to: end, isComplete: true, name) : .incomplete
  }

  /// The tag whose value begins at `start` and has quotes in it, up to the last one of the line.
  private static func toLineEnd(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, isComplete: Bool, _ name: Field
  ) -> Found {
    var lineEnd = start
    while lineEnd < end, !ASCII.isLineEnd(bytes[lineEnd]) { lineEnd += 1 }
    guard lineEnd < end || isComplete else { return .incomplete }
    let broken = Found.broken(name: name, end: lineEnd)
    var last = Field(start: start, end: lineEnd).trimmed(in: bytes).end - 1
    guard last > start, bytes[last] == ASCII.closeBracket else { return broken }
    let bracket = last
    last = Field(start: start, end: bracket).trimmed(in: bytes).end - 1
    guard last >= start, bytes[last] == ASCII.quote else { return broken }
    var hasEscapes = false
    var isASCII = true
    for index in start..<last {
      if bytes[index] == ASCII.backslash { hasEscapes = true }
      if bytes[index] >= 0x80 { isASCII = false }
      // What seems to be a second tag on the line must not become part of the first one's value.
      if bytes[index] == ASCII.closeBracket,
        bytes[behindBlanks(bytes, from: index + 1, to: last)] == ASCII.openBracket
      {
        return broken
      }
    }
    return .tag(
      PGNTag(
        name: name, value: Field(start: start, end: last), hasEscapes: hasEscapes,
        isASCII: isASCII, end: bracket + 1))
  }

  private static func behindBlanks(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    var position = start
    while position < end, ASCII.isBlank(bytes[position]) { position += 1 }
    return position
  }

  /// Whether a byte may stand in a name: letters, digits, and what the standard allows in symbols.
  private static func isOfName(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
    // _ + # = : -
    case 0x5F, 0x2B, 0x23, 0x3D, 0x3A, 0x2D: true
    default: false
    }
  }
}
