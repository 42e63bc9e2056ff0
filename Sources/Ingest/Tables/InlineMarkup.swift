/// Reads the text of a Markdown cell without its markup: bold, slanted and struck text, code, links, images,
/// tags, entities and escapes.
///
/// - Complexity: O(bytes).
struct InlineMarkup {
  private let source: [UInt8]
  private var index = 0
  private var output: [Piece] = []
  /// Where in the output runs of marks stand that may open emphasis.
  private var openRuns: [(place: Int, mark: UInt8, length: Int)] = []
  /// Where brackets stand that may open a link: in the output, and in the source.
  private var openBrackets: [(place: Int, source: Int)] = []
  /// Behind this place there is no further parenthesis.
  private var lastParenthesis: Int
  /// The last run of so many backquotes, where there is one.
  private var lastRuns: [Int: Int]?
  private var mark: String?

  /// A byte of the text, or nothing where markup stood.
  private struct Piece {
    var byte: UInt8
    /// Whether the byte stands for itself, as an escaped one does.
    var isLiteral = false
    var isDropped = false
  }

  private init(_ text: String) {
    source = Array(text.utf8)
    lastParenthesis = source.lastIndex(of: UInt8(ascii: ")")) ?? -1
  }

  /// The cell that `text` is, its footnote mark aside.
  static func cell(_ text: String) -> PastedCell {
    // Most cells have no markup.
    guard text.utf8.contains(where: { special.contains($0) || $0 >= 0x80 }) else {
      return PastedCell(trimmed(text))
    }
    var markup = InlineMarkup(text)
    markup.read()
    return markup.cell()
  }

  private static let star = UInt8(ascii: "*")
  private static let underscore = UInt8(ascii: "_")
  private static let backquote = UInt8(ascii: "`")
  private static let tilde = UInt8(ascii: "~")
  private static let ampersand = UInt8(ascii: "&")
  private static let special: Set<UInt8> = [
    star, underscore, backquote, tilde, ampersand, ASCII.backslash, ASCII.openBracket, ASCII.less,
    ASCII.exclamation,
  ]

  private mutating func read() {
    while index < source.count {
      let byte = source[index]
      switch byte {
      case ASCII.backslash where index + 1 < source.count && Self.isPunctuation(source[index + 1]):
        output.append(Piece(byte: source[index + 1], isLiteral: true))
        index += 2
      case Self.backquote: readCode()
      case Self.star, Self.underscore: readRun(byte)
      case Self.tilde where index + 1 < source.count && source[index + 1] == Self.tilde:
        index += 2
      case ASCII.exclamation
      where index + 1 < source.count && source[index + 1] == ASCII.openBracket:
        // An image is told by the text in place of it.
        index += 1
      case ASCII.openBracket:
        openBrackets.append((output.count, index))
        output.append(Piece(byte: byte))
        index += 1
      case ASCII.closeBracket: readLinkEnd()
      case ASCII.less: readTag()
      case Self.ampersand:
        let (text, length) = HTMLEntities.decoded(source[index...])
        output += text.map { Piece(byte: $0, isLiteral: true) }
        index += length
      default:
        output.append(Piece(byte: byte))
        index += 1
      }
    }
  }

  /// A span of code, in which nothing is markup.
  private mutating func readCode() {
    var length = 0
    while index + length < source.count, source[index + length] == Self.backquote { length += 1 }
    let start = index + length
    var end = start
    while end < source.count, lastRun(of: length) > index {
      guard source[end] == Self.backquote else {
        end += 1
        continue
      }
      var run = 0
      while end + run < source.count, source[end + run] == Self.backquote { run += 1 }
      if run == length {
        output += source[start..<end].map { Piece(byte: $0, isLiteral: true) }
        index = end + run
        return
      }
      end += run
    }
    output += source[index..<start].map { Piece(byte: $0) }
    index = start
  }

  /// Where the last run of so many backquotes begins, -1 where there is none.
  private mutating func lastRun(of length: Int) -> Int {
    if let lastRuns { return lastRuns[length] ?? -1 }
    var runs: [Int: Int] = [:]
    var place = 0
    while place < source.count {
      var run = 0
      while place + run < source.count, source[place + run] == Self.backquote { run += 1 }
      if run > 0 { runs[run] = place }
      place += max(1, run)
    }
    lastRuns = runs
    return runs[length] ?? -1
  }

  /// A run of stars or underscores, which opens or closes emphasis or stands for itself.
  private mutating func readRun(_ mark: UInt8) {
    var length = 0
    while index + length < source.count, source[index + length] == mark { length += 1 }
    let before = index > 0 ? source[index - 1] : ASCII.space
    let behind = index + length < source.count ? source[index + length] : ASCII.space
    let isInWord = Self.isWord(before) && Self.isWord(behind)
    let canClose = !ASCII.isBlank(before) && !(mark == Self.underscore && isInWord)
    let canOpen = !ASCII.isBlank(behind) && !(mark == Self.underscore && isInWord)
    var left = length
    if canClose {
      while left > 0, let open = openRuns.last, open.mark == mark {
        let closed = min(left, open.length)
        for place in (open.place + open.length - closed)..<(open.place + open.length) {
          output[place].isDropped = true
        }
        left -= closed
        openRuns.removeLast()
        if open.length > closed {
          openRuns.append((open.place, mark, open.length - closed))
        }
      }
    }
    if left > 0 {
      if canOpen { openRuns.append((output.count, mark, left)) }
      output += [Piece](repeating: Piece(byte: mark), count: left)
    }
    index += length
  }

  /// The end of a link's text, behind which its address stands.
  private mutating func readLinkEnd() {
    let next = index + 1 < source.count ? source[index + 1] : ASCII.space
    guard let open = openBrackets.popLast() else {
      output.append(Piece(byte: ASCII.closeBracket))
      index += 1
      return
    }
    if source[open.source + 1] == UInt8(ascii: "^") {
      // A footnote: [^1].
      mark = String(decoding: source[open.source...index], as: UTF8.self)
      output.removeSubrange(open.place...)
      while let run = openRuns.last, run.place >= open.place { openRuns.removeLast() }
      index += 1
      return
    }
    if next == UInt8(ascii: "("), index < lastParenthesis {
      var depth = 0
      var end = index + 1
      while end < source.count {
        if source[end] == UInt8(ascii: "(") { depth += 1 }
        if source[end] == UInt8(ascii: ")") { depth -= 1 }
        end += 1
        if depth == 0 { break }
      }
      if depth == 0 {
        output[open.place].isDropped = true
        index = end
        return
      }
      lastParenthesis = -1
    }
    output.append(Piece(byte: ASCII.closeBracket))
    index += 1
  }

  /// A tag, or an address between angle brackets.
  private mutating func readTag() {
    let next = index + 1 < source.count ? source[index + 1] : ASCII.space
    let isTag = Self.isLetter(next) || next == ASCII.slash || next == ASCII.exclamation
    guard isTag,
      let close = source[(index + 1)...].firstIndex(where: {
        $0 == ASCII.greater || $0 == ASCII.less
      }),
      source[close] == ASCII.greater
    else {
      output.append(Piece(byte: ASCII.less))
      index += 1
      return
    }
    let inner = source[(index + 1)..<close]
    index = close + 1
    if inner.starts(with: "http".utf8) || inner.contains(UInt8(ascii: "@")) {
      output += inner.map { Piece(byte: $0) }
      return
    }
    let name = asciiLowercased(String(decoding: inner.prefix { $0 != ASCII.space }, as: UTF8.self))
    if name == "br" || name == "br/" { output.append(Piece(byte: ASCII.space)) }
    guard name == "sup", let end = Self.end(ofSuperscript: source[index...]) else { return }
    mark = String(decoding: source[index..<end.text], as: UTF8.self)
    index = end.tag
  }

  /// Where the text of a short superscript ends, and its closing tag.
  private static func end(
    ofSuperscript rest: ArraySlice<UInt8>
  ) -> (text: Int, tag: Int)? {
    let near = rest.prefix(16)
    guard let less = near.firstIndex(of: ASCII.less),
      rest[less...].prefix(6).map(ASCII.lowercased).elementsEqual("</sup>".utf8)
    else { return nil }
    return (less, less + 6)
  }

  /// What was read, without the mark behind it.
  private func cell() -> PastedCell {
    var pieces = output.filter { !$0.isDropped }
    while let last = pieces.last, ASCII.isBlank(last.byte) { pieces.removeLast() }
    // Escaped marks belong to the text.
    let literal = pieces.lastIndex(where: \.isLiteral).map { $0 + 1 } ?? 0
    let text = String(decoding: pieces.map(\.byte), as: UTF8.self)
    let kept = String(decoding: pieces[..<literal].map(\.byte), as: UTF8.self)
    let (plain, found) = FootnoteMark.split(text, notBefore: kept.utf8.count)
    return PastedCell(trimmed(plain), mark: found.map { $0 + (mark ?? "") } ?? mark)
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(ASCII.lowercased(byte))
  }

  private static func isWord(_ byte: UInt8) -> Bool {
    isLetter(byte) || (ASCII.zero...ASCII.nine).contains(byte) || byte >= 0x80
  }

  private static func isPunctuation(_ byte: UInt8) -> Bool {
    (0x21...0x7E).contains(byte) && !isWord(byte)
  }
}

/// Marks that people put behind names and numbers to tell more below a table.
enum FootnoteMark {
  private static let marks: Set<Unicode.Scalar> = [
    "*", "†", "‡", "§", "¶", "¹", "²", "³", "⁴", "⁵", "⁶", "⁷", "⁸", "⁹", "⁰", "\u{2217}",
  ]

  /// The text and the marks behind it.
  ///
  /// - Parameter offset: the bytes at the front that are no mark.
  static func split(_ text: String, notBefore offset: Int = 0) -> (text: String, mark: String?) {
    let scalars = Array(text.unicodeScalars)
    var end = scalars.count
    var bytes = text.utf8.count
    while end > 1, marks.contains(scalars[end - 1]), bytes > offset {
      end -= 1
      bytes -= UTF8.width(scalars[end])
    }
    guard end < scalars.count else { return (text, nil) }
    func joined(_ part: ArraySlice<Unicode.Scalar>) -> String {
      var view = String.UnicodeScalarView()
      view.append(contentsOf: part)
      return String(view)
    }
    return (trimmed(joined(scalars[..<end])), joined(scalars[end...]))
  }
}
