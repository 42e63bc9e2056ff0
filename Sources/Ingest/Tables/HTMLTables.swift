internal import Battles

/// Finds the tables of a page of HTML, which need not be well formed.
///
/// - Complexity: O(bytes).
struct HTMLTables {
  private let source: [UInt8]
  private var index: Int
  private var line = 1
  /// Up to where lines were counted.
  private var counted: Int
  private var open: [HTMLGrid] = []
  private var tables: [PastedTable] = []
  /// The text of the heading or caption that is open, or was closed last.
  private var title: [UInt8] = []
  private var isInTitle = false
  /// The lines from the first to behind the last of each outermost table.
  private(set) var lines: [Range<Int>] = []

  /// The page `source`.
  init(_ source: [UInt8]) {
    self.source = source
    index = source.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    counted = index
  }

  /// The tables in the order in which they end.
  mutating func found() -> [PastedTable] {
    while index < source.count {
      if source[index] == ASCII.less {
        readMarkup()
      } else {
        let end = source[index...].firstIndex(of: ASCII.less) ?? source.count
        add(source[index..<end])
        index = end
      }
    }
    while !open.isEmpty { close() }
    return tables
  }

  /// Whether a text may hold a table of HTML.
  static func mayBe(in text: [UInt8]) -> Bool {
    let tag = Array("<table".utf8)
    var index = 0
    while index + tag.count <= text.count {
      guard text[index] == ASCII.less else {
        index += 1
        continue
      }
      if text[index..<(index + tag.count)].map(ASCII.lowercased).elementsEqual(tag) { return true }
      index += 1
    }
    return false
  }

  /// Adds text to the cell or title that is open.
  private mutating func add(_ text: ArraySlice<UInt8>) {
    guard isInTitle || open.last?.isInCell == true else { return }
    var bytes: [UInt8] = []
    var place = text.startIndex
    while place < text.endIndex {
      if text[place] == UInt8(ascii: "&") {
        let (decoded, length) = HTMLEntities.decoded(text[place...])
        bytes += decoded
        place += length
      } else {
        bytes.append(text[place])
        place += 1
      }
    }
    if isInTitle {
      title += bytes
    } else {
      open[open.count - 1].add(bytes)
    }
  }

  /// Reads a tag, a comment or the like; a lone `<` is text.
  private mutating func readMarkup() {
    let next = index + 1 < source.count ? source[index + 1] : ASCII.space
    if source[index...].starts(with: "<!--".utf8) {
      skip(past: Array("-->".utf8), from: index + 4)
      return
    }
    if next == ASCII.exclamation || next == UInt8(ascii: "?") {
      skip(past: [ASCII.greater], from: index + 1)
      return
    }
    let isEnd = next == ASCII.slash
    var place = index + (isEnd ? 2 : 1)
    guard place < source.count, Self.isLetter(source[place]) else {
      add(source[index...index])
      index += 1
      return
    }
    var name: [UInt8] = []
    while place < source.count,
      Self.isLetter(source[place]) || (0x30...0x39).contains(source[place])
    {
      name.append(ASCII.lowercased(source[place]))
      place += 1
    }
    let start = index
    index = place
    let spans = readAttributes()
    let tag = String(decoding: name, as: UTF8.self)
    if isEnd {
      end(tag)
    } else if Self.hidden.contains(tag) {
      skipElement(name)
    } else {
      begin(tag, spans, at: start)
    }
  }

  /// Elements of which nothing is shown, or nothing that is text.
  private static let hidden: Set<String> = ["script", "style", "svg", "template", "textarea"]
  /// Elements that begin a line.
  private static let blocks: Set<String> = ["br", "p", "div", "li", "ul", "ol", "hr", "section"]

  private mutating func begin(_ tag: String, _ spans: (columns: Int, rows: Int), at start: Int) {
    switch tag {
    case "table":
      open.append(HTMLGrid(line: currentLine(start), title: takenTitle()))
    case "tr": if !open.isEmpty { open[open.count - 1].beginRow(currentLine(start)) }
    case "td", "th":
      guard !open.isEmpty else { return }
      open[open.count - 1].beginCell(
        isHeading: tag == "th", columns: spans.columns, rows: spans.rows, line: currentLine(start))
    case "thead", "tbody", "tfoot":
      if !open.isEmpty { open[open.count - 1].beginPart(isHead: tag == "thead") }
    case "caption", "h1", "h2", "h3", "h4", "h5", "h6":
      guard open.last?.isInCell != true else { return }
      title = []
      isInTitle = true
    case "sup": if !open.isEmpty { open[open.count - 1].beginSuperscript() }
    case _ where Self.blocks.contains(tag): add([ASCII.space])
    default: break
    }
  }

  private mutating func end(_ tag: String) {
    switch tag {
    case "table": if !open.isEmpty { close() }
    case "td", "th": if !open.isEmpty { open[open.count - 1].endCell() }
    case "tr": if !open.isEmpty { open[open.count - 1].endRow() }
    case "thead", "tbody", "tfoot":
      if !open.isEmpty { open[open.count - 1].beginPart(isHead: false) }
    case "caption":
      isInTitle = false
      if !open.isEmpty { open[open.count - 1].title = takenTitle() }
    case "h1", "h2", "h3", "h4", "h5", "h6": isInTitle = false
    case "sup": if !open.isEmpty { open[open.count - 1].endSuperscript() }
    case _ where Self.blocks.contains(tag): add([ASCII.space])
    default: break
    }
  }

  private mutating func close() {
    guard var grid = open.popLast() else { return }
    grid.endRow()
    if open.isEmpty { lines.append(grid.line..<(currentLine(min(index, source.count)) + 1)) }
    if let table = grid.table(budget: source.count) { tables.append(table) }
  }

  /// The text of the last heading or caption, which belongs to one table.
  private mutating func takenTitle() -> String? {
    defer { title = [] }
    isInTitle = false
    let text = HTMLGrid.collapsed(title)
    return text.isEmpty ? nil : text
  }

  /// Passes over attributes up to the end of the tag; those of spans are read.
  private mutating func readAttributes() -> (columns: Int, rows: Int) {
    var spans = (columns: 1, rows: 1)
    while index < source.count, source[index] != ASCII.greater {
      guard Self.isLetter(source[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < source.count, Self.isAttributeName(source[index]) { index += 1 }
      let name = source[start..<index].map(ASCII.lowercased)
      skipSpace()
      guard index < source.count, source[index] == ASCII.equals else { continue }
      index += 1
      skipSpace()
      let value = readValue()
      if name.elementsEqual("colspan".utf8) { spans.columns = Self.span(value) }
      if name.elementsEqual("rowspan".utf8) { spans.rows = Self.span(value) }
    }
    index = min(index + 1, source.count)
    return spans
  }

  private mutating func readValue() -> ArraySlice<UInt8> {
    guard index < source.count else { return [] }
    let quote = source[index]
    if quote == ASCII.quote || quote == UInt8(ascii: "'") {
      let start = index + 1
      let end = source[start...].firstIndex(of: quote) ?? source.count
      index = min(end + 1, source.count)
      return source[start..<end]
    }
    let start = index
    while index < source.count, source[index] != ASCII.greater, !Self.isSpace(source[index]) {
      index += 1
    }
    return source[start..<index]
  }

  /// How many columns or rows a cell takes; as browsers do, not more than a thousand.
  private static func span(_ value: ArraySlice<UInt8>) -> Int {
    let digits = value.prefix(6).prefix { ASCII.zero <= $0 && $0 <= ASCII.nine }
    return min(max(Int(String(decoding: digits, as: UTF8.self)) ?? 1, 1), 1000)
  }

  /// Passes over all up to the end tag of an element.
  private mutating func skipElement(_ name: [UInt8]) {
    while index < source.count {
      guard let less = source[index...].firstIndex(of: ASCII.less) else {
        index = source.count
        return
      }
      index = less + 1
      let tag = source[index...].prefix(name.count + 1)
      if tag.first == ASCII.slash, tag.dropFirst().map(ASCII.lowercased) == name {
        skip(past: [ASCII.greater], from: index)
        return
      }
    }
  }

  private mutating func skip(past end: [UInt8], from start: Int) {
    var place = min(start, source.count)
    while place + end.count <= source.count {
      if source[place] == end[0], source[place..<(place + end.count)].elementsEqual(end) {
        index = place + end.count
        return
      }
      place += 1
    }
    index = source.count
  }

  private mutating func skipSpace() {
    while index < source.count, Self.isSpace(source[index]) { index += 1 }
  }

  /// The line at a place, which is not before the last one asked for.
  private mutating func currentLine(_ place: Int) -> Int {
    while counted < place {
      if source[counted] == ASCII.lineFeed { line += 1 }
      counted += 1
    }
    return line
  }

  private static func isLetter(_ byte: UInt8) -> Bool {
    (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(ASCII.lowercased(byte))
  }

  private static func isAttributeName(_ byte: UInt8) -> Bool {
    !isSpace(byte) && byte != ASCII.equals && byte != ASCII.greater
  }

  private static func isSpace(_ byte: UInt8) -> Bool {
    ASCII.isBlank(byte) || ASCII.isLineEnd(byte)
  }
}
