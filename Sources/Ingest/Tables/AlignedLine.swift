internal import SafeText

/// A line of a table whose columns stand apart by blanks, with the place of each word on the screen.
struct AlignedLine: Sendable {
  /// A piece of text with the columns of the screen that it takes.
  struct Piece: Sendable {
    var text: String
    var start: Int
    var end: Int

    /// Whether both take some column of the screen.
    func overlaps(_ other: Range<Int>) -> Bool {
      start < other.upperBound && other.lowerBound < end
    }
  }

  let number: Int
  /// The text without blanks around it.
  let text: String
  /// What stands between blanks.
  let words: [Piece]
  /// What stands between two blanks or more.
  let cells: [Piece]
  /// What stands between tabs; `nil` where there is none.
  let tabs: [String]?
  /// Whether the line is drawn, as those below headings are.
  let isRule: Bool

  /// The line `line`.
  init(_ line: TextLines.Line) {
    self.init(words: Self.words(line.text), of: line)
  }

  private init(words: [Piece], of line: TextLines.Line) {
    number = line.number
    text = trimmed(line.text)
    self.words = words
    var cells: [Piece] = []
    for word in words {
      if let last = cells.last, word.start - last.end < 2 {
        cells[cells.count - 1].text += " " + word.text
        cells[cells.count - 1].end = word.end
      } else {
        cells.append(word)
      }
    }
    self.cells = cells
    tabs =
      line.text.utf8.contains(ASCII.tab)
      ? line.text.split(separator: "\t", omittingEmptySubsequences: false).map {
        trimmed(String($0))
      } : nil
    isRule = !words.isEmpty && words.allSatisfy { Self.isDrawn($0.text) } && text.utf8.count > 2
  }

  /// The line without the numbers at its end, which this program writes above intervals that it draws.
  func withoutScale(_ line: TextLines.Line) -> AlignedLine {
    let own = ["Rank", "Range", "Model", "Rating"]
    guard cells.prefix(4).map(\.text) == own,
      let last = cells.lastIndex(where: { cell in
        CellText(cell.text).score() == nil
      })
    else { return self }
    return AlignedLine(words: words.filter { $0.start < cells[last].end }, of: line)
  }

  /// Whether the line tells the types of columns, as R prints them below headings: `<chr>`.
  var tellsTypes: Bool {
    words.count > 1
      && words.allSatisfy { $0.text.utf8.first == ASCII.less && $0.text.utf8.last == ASCII.greater }
  }

  /// Whether a text is drawn, and says nothing.
  static func isDrawn(_ text: String) -> Bool {
    text.unicodeScalars.allSatisfy { scalar in
      drawing.contains(scalar) || (0x2500...0x25FF).contains(scalar.value)
    }
  }

  private static let drawing: Set<Unicode.Scalar> = [
    "-", "=", "_", "~", "+", "|", "—", "–", "·", "•",
  ]

  private static func words(_ text: String) -> [Piece] {
    if text.utf8.allSatisfy({ $0 < 0x80 }) { return words(ofASCII: Array(text.utf8)) }
    var words: [Piece] = []
    var column = 0
    var isInWord = false
    for character in text {
      if character == " " || character == "\t" || character == "\u{A0}" {
        isInWord = false
        column = character == "\t" ? (column / 8 + 1) * 8 : column + 1
        continue
      }
      let width = DisplayWidth.of(character)
      if isInWord {
        words[words.count - 1].text.append(character)
        words[words.count - 1].end = column + width
      } else {
        words.append(Piece(text: String(character), start: column, end: column + width))
        isInWord = true
      }
      column += width
    }
    return words
  }

  /// The same where each byte is a character, of one column but for tabs.
  private static func words(ofASCII bytes: [UInt8]) -> [Piece] {
    var words: [Piece] = []
    var column = 0
    var index = 0
    while index < bytes.count {
      if ASCII.isBlank(bytes[index]) {
        column = bytes[index] == ASCII.tab ? (column / 8 + 1) * 8 : column + 1
        index += 1
        continue
      }
      var end = index
      while end < bytes.count, !ASCII.isBlank(bytes[end]) { end += 1 }
      words.append(
        Piece(
          text: String(decoding: bytes[index..<end], as: UTF8.self), start: column,
          end: column + end - index))
      column += end - index
      index = end
    }
    return words
  }
}
