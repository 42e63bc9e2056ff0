/// The wanted values of one chess game, copied out of the window: the window may end among its tags.
struct PGNGame: Sendable {
  /// The values, by slot; a tag that is not there is empty.
  private(set) var fields: [Field]
  /// What the fields point into; behind the values are as many bytes as a short text is read with.
  private(set) var text = [UInt8](repeating: 0, count: 1 << 10)
  /// The line of its first tag.
  private(set) var line = 0
  /// Whether there is a game.
  private(set) var isOpen = false
  /// What is wrong with its tags, where something is.
  var problem: IngestError?
  private var count = 0

  /// No game yet, of which so many values will be wanted.
  init(slots: Int) { fields = [Field](repeating: Field(), count: slots) }

  /// Makes ready for a game whose first tag is on `line`.
  mutating func begin(line: Int) {
    self.line = line
    isOpen = true
    problem = nil
    count = 0
    for slot in fields.indices { fields[slot] = Field() }
  }

  /// Makes it that there is no game.
  mutating func close() { isOpen = false }

  /// Takes the value of a tag for the column in `slot`.
  ///
  /// - Returns: whether it was UTF-8, or nothing but ASCII.
  mutating func take(_ tag: PGNTag, slot: Int, in window: Span<UInt8>) -> Bool {
    let start = count
    var isUTF8 = true
    if !tag.isASCII, case .failure = tag.value.validText(in: window) { isUTF8 = false }
    makeRoom(for: tag.value.count * 3)
    var position = tag.value.start
    while position < tag.value.end {
      var byte = window[position]
      position += 1
      if byte == ASCII.backslash, position < tag.value.end,
        window[position] == ASCII.quote || window[position] == ASCII.backslash
      {
        byte = window[position]
        position += 1
      }
      if isUTF8 || byte < 0x80 {
        text[count] = byte
        count += 1
      } else {
        for unit in Self.western(byte).utf8 {
          text[count] = unit
          count += 1
        }
      }
    }
    let field = Field(start: start, end: count)
    fields[slot] = isUnknown(field) ? Field(start: start, end: start) : field
    return isUTF8
  }

  private mutating func makeRoom(for more: Int) {
    let needed = count + more + ShortText.most
    guard needed > text.count else { return }
    text.append(contentsOf: repeatElement(0, count: max(needed - text.count, text.count)))
  }

  /// Whether a value is what the standard writes for what is not known (`?`, `????.??.??`) or is not
  /// applicable (`-`).
  private func isUnknown(_ field: Field) -> Bool {
    var isQuestion = false
    for index in field.start..<field.end {
      switch text[index] {
      case ASCII.question: isQuestion = true
      case ASCII.dot, ASCII.colon: continue
      case ASCII.minus: return field.count == 1
      default: return false
      }
    }
    return isQuestion
  }

  /// The character that a byte beyond ASCII is in ISO 8859-1, which the standard prescribes; where that
  /// has control characters, which are in no name, the byte is of its extension Windows-1252.
  private static func western(_ byte: UInt8) -> Unicode.Scalar {
    guard byte < 0xA0 else { return Unicode.Scalar(byte) }
    return windows[Int(byte) - 0x80]
  }

  /// The bytes from 0x80 to 0x9F in Windows-1252; the five that it leaves open are control characters.
  private static let windows: [Unicode.Scalar] = Array(
    ("€\u{81}‚ƒ„…†‡ˆ‰Š‹Œ\u{8D}Ž\u{8F}" + "\u{90}‘’“”•–—˜™š›œ\u{9D}žŸ").unicodeScalars)
}
