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
  /// The element that is open and is not shown, and how many of its name are open within it.
  private var hidden: (tag: String, depth: Int)?
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
    guard hidden == nil, isInTitle || open.last?.isInCell == true else { return }
    var bytes: [UInt8] = []
    var place = text.startIndex
    while place < text.endIndex {
      if text[place] == UInt8(ascii: "&") {
        let (decoded, length) = HTMLEntities.decoded(text[place...], isOpen: true)
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
      skipComment()
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
    let attributes = readAttributes()
    let tag = String(decoding: name, as: UTF8.self)
    if isHidden(tag, isEnd: isEnd) { return }
    if isEnd {
      end(tag)
    } else if Self.silent.contains(tag) {
      // A drawing may end within its own tag.
      let isClosed =
        index >= 2 && source[index - 1] == ASCII.greater
        && source[index - 2] == ASCII.slash
      if tag != "svg" || !isClosed { skipElement(name) }
    } else if attributes.isHidden || attributes.isInvisible, !Self.void.contains(tag) {
      // A cell that cannot be seen keeps its place.
      if !attributes.isHidden, ["td", "th"].contains(tag) { begin(tag, attributes, at: start) }
      hidden = (tag, 1)
    } else {
      begin(tag, attributes, at: start)
    }
  }

  /// Whether a tag belongs to an element that is not shown.
  private mutating func isHidden(_ tag: String, isEnd: Bool) -> Bool {
    guard let (name, depth) = hidden else { return false }
    // Parts of a table need no end tag, nor do rows and cells: the next one ends them.
    if Self.sections.contains(name), Self.sections.contains(tag), !isEnd {
      hidden = nil
      return false
    }
    if tag.utf8.elementsEqual(name.utf8) {
      if Self.parts.contains(name), !isEnd {
        hidden = nil
        return false
      }
      hidden = isEnd && depth == 1 ? nil : (name, depth + (isEnd ? -1 : 1))
      return true
    }
    // What is hidden ends with what it stands in.
    guard let own = Self.nesting[tag], own < Self.nesting[name] ?? 4, isEnd || own > 0 else {
      return true
    }
    hidden = nil
    return false
  }

  /// Elements that end where the next of their kind begins.
  private static let parts: Set<String> = ["tr", "td", "th"]
  /// The parts of a table that rows stand in.
  private static let sections: Set<String> = ["thead", "tbody", "tfoot"]
  /// How deep the parts of tables stand in one another.
  private static let nesting: [String: Int] = [
    "table": 0, "thead": 1, "tbody": 1, "tfoot": 1, "tr": 2, "td": 3, "th": 3,
  ]
  /// Elements that have no content.
  private static let void: Set<String> = [
    "br", "hr", "img", "input", "wbr", "col", "meta", "link", "area", "base", "embed", "source",
  ]

  /// Passes over a comment, which ends with `-->` or `--!>`.
  private mutating func skipComment() {
    var place = index + 2
    while place + 2 < source.count {
      if source[place] == ASCII.minus, source[place + 1] == ASCII.minus, place + 2 > index + 3 {
        let isLoud = source[place + 2] == ASCII.exclamation
        let end = place + (isLoud ? 3 : 2)
        if end < source.count, source[end] == ASCII.greater {
          index = end + 1
          return
        }
      }
      place += 1
    }
    index = source.count
  }

  /// Elements of which nothing is shown, or nothing that is text.
  private static let silent: Set<String> = ["script", "style", "svg", "template", "textarea"]
  /// Elements that begin a line.
  private static let blocks: Set<String> = ["br", "p", "div", "li", "ul", "ol", "hr", "section"]

  private mutating func begin(_ tag: String, _ attributes: Attributes, at start: Int) {
    switch tag {
    case "table":
      open.append(HTMLGrid(line: currentLine(start), title: takenTitle()))
    case "tr": if !open.isEmpty { open[open.count - 1].beginRow(currentLine(start)) }
    case "td", "th":
      guard !open.isEmpty else { return }
      open[open.count - 1].beginCell(
        isHeading: tag == "th", columns: attributes.columns, rows: attributes.rows,
        line: currentLine(start))
    case "thead", "tbody", "tfoot":
      if !open.isEmpty {
        open[open.count - 1].beginPart(
          tag == "thead" ? .head : tag == "tfoot" ? .foot : .body)
      }
    case "caption", "h1", "h2", "h3", "h4", "h5", "h6":
      guard open.last?.isInCell != true else { return }
      title = []
      isInTitle = true
    case "sup" where !signFollows: if !open.isEmpty { open[open.count - 1].beginSuperscript() }
    case "sup", "sub": add([ASCII.space])
    case "wbr": break
    case _ where Self.blocks.contains(tag): add([ASCII.space])
    default: if !open.isEmpty { open[open.count - 1].noteTag() }
    }
  }

  /// Whether a sign is next, as before how far an interval reaches up and down.
  private var signFollows: Bool {
    let next = source[index...].prefix(3)
    return next.first == ASCII.plus || next.first == ASCII.minus
      || next.elementsEqual("\u{2212}".utf8) || next.starts(with: "±".utf8)
  }

  private mutating func end(_ tag: String) {
    switch tag {
    case "table": if !open.isEmpty { close() }
    case "td", "th": if !open.isEmpty { open[open.count - 1].endCell() }
    case "tr": if !open.isEmpty { open[open.count - 1].endRow() }
    case "thead", "tbody", "tfoot":
      if !open.isEmpty { open[open.count - 1].beginPart(.body) }
    case "caption":
      isInTitle = false
      if !open.isEmpty { open[open.count - 1].title = takenTitle() }
    case "h1", "h2", "h3", "h4", "h5", "h6": isInTitle = false
    case "sup": if !open.isEmpty { open[open.count - 1].endSuperscript() }
    case _ where Self.blocks.contains(tag): add([ASCII.space])
    default: if !open.isEmpty { open[open.count - 1].noteTag() }
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

  /// What a tag says of a cell, and of whether anything is shown.
  private struct Attributes {
    var columns = 1
    var rows = 1
    var isHidden = false
    /// Whether it keeps its place and cannot be seen.
    var isInvisible = false
  }

  /// Passes over attributes up to the end of the tag; those of spans and of what is hidden are read.
  private mutating func readAttributes() -> Attributes {
    var attributes = Attributes()
    while index < source.count, source[index] != ASCII.greater {
      guard Self.isLetter(source[index]) else {
        index += 1
        continue
      }
      let start = index
      while index < source.count, Self.isAttributeName(source[index]) { index += 1 }
      let name = source[start..<index].map(ASCII.lowercased)
      skipSpace()
      if name.elementsEqual("hidden".utf8) { attributes.isHidden = true }
      guard index < source.count, source[index] == ASCII.equals else { continue }
      index += 1
      skipSpace()
      let value = readValue()
      if name.elementsEqual("colspan".utf8) { attributes.columns = Self.span(value) }
      if name.elementsEqual("rowspan".utf8) {
        // None is all down to the end of the part of the table.
        let isAll = value.elementsEqual("0".utf8)
        attributes.rows = isAll ? Int.max : Self.span(value)
      }
      if name.elementsEqual("style".utf8) {
        let rules = Self.rules(value)
        if rules.contains(where: { $0.hasPrefix("display:none") }) { attributes.isHidden = true }
        if rules.contains(where: {
          $0.hasPrefix("visibility:hidden") || $0.hasPrefix("visibility:collapse")
        }) {
          attributes.isInvisible = true
        }
      }
    }
    index = min(index + 1, source.count)
    return attributes
  }

  /// The rules of a style, without blanks.
  private static func rules(_ style: ArraySlice<UInt8>) -> [Substring] {
    String(decoding: style.filter { !isSpace($0) }.map(ASCII.lowercased), as: UTF8.self)
      .split(separator: ";")
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
