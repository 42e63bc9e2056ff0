internal import Battles

/// Finds the tables in a text for people: in Markdown, drawn, aligned by blanks, or of HTML.
struct PastedDocument {
  private let lines: [TextLines.Line]
  private let isWanted: (PastedTable) -> Bool
  /// The tables in the order of their lines.
  private(set) var tables: [PastedTable] = []
  /// The last line that looks like a heading, and the last of any other text, since the last table.
  private var heading: String?
  private var text: String?
  /// Whether a line since the last table tells of models without a rank.
  private var tellsUnranked = false

  /// The tables of `text`.
  ///
  /// - Parameters:
  ///   - text: UTF-8.
  ///   - isWanted: whether a table is of the kind that is looked for, as far as its headings tell.
  init(_ text: [UInt8], isWanted: @escaping (PastedTable) -> Bool) {
    self.isWanted = isWanted
    lines = TextLines(text).withoutSpacing
    var covered: [Range<Int>] = []
    if HTMLTables.mayBe(in: text) {
      var page = HTMLTables(text)
      tables = page.found()
      covered = page.lines
      // A page has tables of HTML; a text that has some among others does not begin with a tag.
      if Self.beginsWithTag(text), tables.contains(where: isWanted) { return }
    }
    read(without: covered)
    if !tables.contains(where: isWanted),
      let stacked = StackedCells.found(lines, isWanted: isWanted)
    {
      tables.append(stacked)
    }
    tables.sort { $0.line < $1.line }
  }

  /// Whether the first character is that of a tag.
  static func beginsWithTag(_ text: [UInt8]) -> Bool {
    var index = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    while index < text.count, ASCII.isBlank(text[index]) || ASCII.isLineEnd(text[index]) {
      index += 1
    }
    return index < text.count && text[index] == ASCII.less
  }

  private mutating func read(without covered: [Range<Int>]) {
    var index = 0
    var next = 0
    var isFenced = false
    // Where the paragraph begins that is open.
    var start: Int?
    while index < lines.count {
      let line = lines[index]
      while next < covered.count, covered[next].upperBound <= line.number { next += 1 }
      let isFence = Self.isFence(line.text)
      if line.isBlank, start != nil, nextIsSection(behind: index) {
        index += 1
        continue
      }
      if line.isBlank || isFence || next < covered.count && covered[next].contains(line.number) {
        if let from = start {
          let behind = readParagraph(from..<index, isFenced, covered: covered)
          start = nil
          guard behind <= index else {
            index = behind
            continue
          }
        }
        if isFence { isFenced.toggle() }
        index += 1
        continue
      }
      let found =
        PipeTable.found(lines, at: index, end: lines.count)
        ?? KeyedLines.found(lines, at: index, end: lines.count)
      if let (table, behind) = found {
        if let from = start { _ = readParagraph(from..<index, isFenced, covered: covered) }
        start = nil
        add(table)
        index = behind
        continue
      }
      if start == nil { start = index }
      index += 1
    }
    if let from = start { _ = readParagraph(from..<index, isFenced, covered: covered) }
  }

  /// Whether the next line that is not blank goes on with the table above: this program's own tables have the
  /// models without a rank there.
  private func nextIsSection(behind index: Int) -> Bool {
    var next = index + 1
    while next < lines.count, lines[next].isBlank, next < index + 3 { next += 1 }
    return next < lines.count && AlignedTable.isSection(lines[next].text)
  }

  /// Looks for a table in lines that stand together; else they are text, which may be a heading.
  ///
  /// - Returns: the place behind the last row, which may be behind blank lines.
  private mutating func readParagraph(
    _ range: Range<Int>, _ isFenced: Bool, covered: [Range<Int>]
  ) -> Int {
    if range.count > 1,
      let (table, above) = AlignedTable(lines[range]).found(isWanted: isWanted)
    {
      if isWanted(table) {
        if !isFenced { for line in above { noteText(line) } }
        let rest = AlignedRest(lines, behind: range, of: table) { index in
          Self.isFence(lines[index].text)
            || covered.contains { $0.contains(lines[index].number) }
            || PipeTable.found(lines, at: index, end: min(index + 3, lines.count)) != nil
            || KeyedLines.isOne(lines[index].text)
        }
        let whole = completed(table, range, rest)
        add(whole)
        if let last = table.rows.last?.line, !isFenced {
          for line in lines[range] where line.number > last { noteHidden(line.text) }
        }
        return max(range.upperBound, rest.next)
      }
      if tables.count < Self.mostOthers { tables.append(table) }
    }
    guard !isFenced else { return range.upperBound }
    for line in lines[range] { noteText(line.text) }
    return range.upperBound
  }

  /// A table with the rows that stand behind blank lines.
  private func completed(
    _ table: PastedTable, _ range: Range<Int>, _ rest: AlignedRest
  ) -> PastedTable {
    guard !rest.rows.isEmpty else { return table }
    var table = table
    if let (whole, _) = AlignedTable(lines[range] + rest.rows).found(isWanted: isWanted),
      whole.headings == table.headings, whole.rows.count == table.rows.count + rest.rows.count
    {
      table = whole
    } else {
      table.rows += rest.faults
    }
    table.rows += rest.wordRows
    return table
  }

  /// So many tables that are of no use are remembered, to be told of.
  private static let mostOthers = 1000

  private mutating func add(_ table: PastedTable) {
    var table = table
    if tellsUnranked, let last = tables.last, last.headings == table.headings, last.form == .pipes {
      tables[tables.count - 1].rows += table.rows
    } else {
      table.title = heading ?? text
      tables.append(table)
    }
    (heading, text, tellsUnranked) = (nil, nil, false)
  }

  private mutating func noteText(_ line: String) {
    let plain = InlineMarkup.cell(line).marked
    if AlignedTable.isSection(plain) { tellsUnranked = true }
    noteHidden(plain)
    var bytes = Array(plain.utf8)[...]
    let isHeading = bytes.first == UInt8(ascii: "#")
    while let first = bytes.first, first == UInt8(ascii: "#") || first == ASCII.space {
      bytes.removeFirst()
    }
    let isIntroduction = bytes.last == ASCII.colon
    if isIntroduction { bytes.removeLast() }
    let told = String(decoding: bytes, as: UTF8.self)
    let isBold = line.hasPrefix("**") && line.hasSuffix("**") && line.utf8.count > 4
    if isHeading || isBold || isIntroduction {
      heading = told
    } else if !told.isEmpty {
      text = told
    }
  }

  /// Takes what a line says of models that the table above it does not show.
  private mutating func noteHidden(_ line: String) {
    guard let last = tables.indices.last else { return }
    if let count = Self.hiddenModels(line) { tables[last].hiddenModels += count }
    guard let count = Self.omittedRows(line), let row = tables[last].rows.last else { return }
    tables[last].rows.append(
      PastedTable.Row(
        cells: [PastedCell(line)], line: row.line + 1,
        fault: PastedTable.Fault(
          what: "the table was cut when it was printed: \(count) more rows are not in it",
          remedy: "print all rows, or save it as CSV")))
  }

  /// How many rows R says that it did not print: `# … with 38 more rows`, `omitted 38 rows`.
  private static func omittedRows(_ line: String) -> Int? {
    let words = line.split(separator: " ")
    for place in words.indices.dropFirst().dropLast() {
      guard let count = Int(words[place].filter { $0 != "," }) else { continue }
      let isMore =
        words[0] == "#" && words[place + 1] == "more" && place + 2 < words.count
        && words[place + 2].hasPrefix("row")
      if isMore || words[place - 1] == "omitted" && words[place + 1].hasPrefix("row") {
        return count
      }
    }
    return nil
  }

  /// How many models a line of this program's own says not to be shown: `7 more models are not shown.`
  private static func hiddenModels(_ line: String) -> Int? {
    let words = line.split(separator: " ")
    guard words.count >= 6, words[1] == "more", words[2].hasPrefix("model"), words[4] == "not",
      words[5].hasPrefix("shown")
    else { return nil }
    return Int(words[0].filter { $0 != "," })
  }

  static func isFence(_ line: String) -> Bool {
    let bytes = line.utf8.drop { $0 == ASCII.space }
    return bytes.starts(with: "```".utf8) || bytes.starts(with: "~~~".utf8)
  }
}
