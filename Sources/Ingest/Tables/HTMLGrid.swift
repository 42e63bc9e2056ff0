internal import Battles

/// The rows and cells of one table of HTML while it is read.
struct HTMLGrid {
  private struct Cell {
    var text: [UInt8] = []
    var isHeading: Bool
    var columns: Int
    var rows: Int
    /// The last superscript in the cell, and where the text ended before it.
    var superscript: (mark: [UInt8], place: Int)?
    /// Whether a tag stands behind the text so far.
    var isBehindTag = false
  }

  /// What part of the table rows stand in.
  enum Part { case head, body, foot }

  private struct Row {
    var cells: [Cell] = []
    var line: Int
    var part: Part
    /// The number of the part; cells reach down to its end at most.
    var group: Int
  }

  /// The line of the table's tag.
  let line: Int
  /// What stands above the table.
  var title: String?
  /// Whether text goes into a cell.
  private(set) var isInCell = false
  private var part = Part.body
  private var group = 0
  private var isInRow = false
  private var isInSuperscript = false
  private var rows: [Row] = []

  /// A table without rows.
  init(line: Int, title: String?) {
    self.line = line
    self.title = title
  }

  /// Begins a head or body, which ends the row that is open.
  mutating func beginPart(_ part: Part) {
    endRow()
    self.part = part
    group += 1
  }

  /// Begins a row, which ends the one that is open.
  mutating func beginRow(_ line: Int) {
    endRow()
    rows.append(Row(line: line, part: part, group: group))
    isInRow = true
  }

  /// Begins a cell, which ends the one that is open, in a row of its own where none is open.
  mutating func beginCell(isHeading: Bool, columns: Int, rows: Int, line: Int) {
    endCell()
    if !isInRow { beginRow(line) }
    self.rows[self.rows.count - 1].cells.append(
      Cell(isHeading: isHeading, columns: columns, rows: rows))
    isInCell = true
  }

  /// What follows in the cell is raised, and may be a footnote mark.
  mutating func beginSuperscript() { isInSuperscript = isInCell }

  /// Nothing is raised any more.
  mutating func endSuperscript() { isInSuperscript = false }

  /// A tag that shows nothing of its own stands here: digits on both sides are two numbers.
  mutating func noteTag() {
    guard isInCell, let row = rows.indices.last, let cell = rows[row].cells.indices.last else {
      return
    }
    rows[row].cells[cell].isBehindTag = true
  }

  /// Ends the cell that is open.
  mutating func endCell() {
    isInCell = false
    isInSuperscript = false
  }

  /// Ends the row that is open.
  mutating func endRow() {
    endCell()
    isInRow = false
  }

  /// Adds text to the cell that is open.
  mutating func add(_ text: [UInt8]) {
    let row = rows.count - 1
    let cell = rows[row].cells.count - 1
    guard isInSuperscript else {
      if let mark = rows[row].cells[cell].superscript, text.contains(where: { $0 > ASCII.space }) {
        // What stands in the middle of a text is no mark.
        rows[row].cells[cell].text += mark.mark
        rows[row].cells[cell].superscript = nil
      }
      let isDigit = { (byte: UInt8?) in
        byte.map { $0 >= ASCII.zero && $0 <= ASCII.nine } ?? false
      }
      if rows[row].cells[cell].isBehindTag, isDigit(rows[row].cells[cell].text.last),
        isDigit(text.first)
      {
        rows[row].cells[cell].text.append(ASCII.space)
      }
      if !text.isEmpty { rows[row].cells[cell].isBehindTag = false }
      rows[row].cells[cell].text += text
      return
    }
    let place = rows[row].cells[cell].text.count
    let mark = rows[row].cells[cell].superscript?.mark ?? []
    rows[row].cells[cell].superscript = (mark + text, place)
  }

  /// The table, or `nil` where it has no row below its headings, or far more columns than people write.
  ///
  /// - Parameter budget: so many empty cells may stand for those that others span.
  func table(budget: Int) -> PastedTable? {
    let rows = rows.filter { !$0.cells.isEmpty }
    var headCount = rows.prefix { $0.part == .head || $0.cells.allSatisfy(\.isHeading) }.count
    // A head that is not closed has all rows in it.
    if headCount == rows.count {
      headCount = rows.prefix { $0.cells.allSatisfy(\.isHeading) }.count
    }
    if headCount == 0 { headCount = 1 }
    guard headCount < rows.count else { return nil }
    var spread = HTMLSpread(budget: budget)
    // A heading over several columns stands above each where there are headings below it.
    let headings = joined(
      rows[..<headCount].map { spread.cells($0.cells.map(text), repeats: headCount > 1) })
    guard headings.count <= Self.mostColumns, !spread.isUsedUp else { return nil }
    spread.forgetRows()
    var table = PastedTable(
      form: .html, title: title, line: rows[0].line, headings: headings, rows: [])
    var group = rows[headCount].group
    for row in rows[headCount...] {
      if row.group != group { spread.forgetRows() }
      group = row.group
      let isSection =
        row.cells.count == 1 && row.cells[0].columns >= headings.count && headings.count > 1
      if isSection { continue }
      let cells = spread.cells(row.cells.map(text), repeats: false)
      guard !spread.isUsedUp else { return nil }
      // What stands at the foot of a table sums it up, or has its headings once more.
      if row.part == .foot {
        table.summaries += 1
        continue
      }
      table.rows.append(PastedTable.Row(cells: cells, line: row.line))
    }
    return table.rows.isEmpty ? nil : table
  }

  private static let mostColumns = 1000

  private func text(_ cell: Cell) -> HTMLSpread.Cell {
    let mark = cell.superscript.map { Self.collapsed($0.mark) }
    let (text, found) = FootnoteMark.split(Self.collapsed(cell.text))
    let marks = (found ?? "") + (mark ?? "")
    return HTMLSpread.Cell(
      text: PastedCell(text, mark: marks.isEmpty ? nil : marks), columns: cell.columns,
      rows: cell.rows)
  }

  /// The headings of several rows as one, each text once.
  private func joined(_ rows: [[PastedCell]]) -> [String] {
    let width = rows.map(\.count).max() ?? 0
    return (0..<width).map { column in
      var texts: [String] = []
      for row in rows where column < row.count {
        let text = row[column].marked
        if !text.isEmpty, texts.last != text { texts.append(text) }
      }
      return texts.joined(separator: " ")
    }
  }

  /// A text with one space for all blanks and line ends between words, and none around them.
  static func collapsed(_ text: [UInt8]) -> String {
    var bytes: [UInt8] = []
    for (index, byte) in text.enumerated() {
      // A space that must not be broken is a space.
      let isHard = byte == 0xA0 && index > 0 && text[index - 1] == 0xC2
      if isHard { bytes.removeLast() }
      if isHard || ASCII.isBlank(byte) || ASCII.isLineEnd(byte) || byte == 0x0C {
        if let last = bytes.last, last != ASCII.space { bytes.append(ASCII.space) }
      } else {
        bytes.append(byte)
      }
    }
    if bytes.last == ASCII.space { bytes.removeLast() }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Spreads cells over the columns and rows that they span.
struct HTMLSpread {
  /// A cell with how many columns and rows it takes.
  struct Cell {
    var text: PastedCell
    var columns: Int
    var rows: Int
  }

  private var budget: Int
  /// For each column the cell that reaches down into the next rows, and into how many.
  private var held: [(text: PastedCell, rows: Int)?] = []

  /// No row yet; so many cells may be added for those that are spanned.
  init(budget: Int) { self.budget = budget }

  /// Whether more cells were added than may be.
  var isUsedUp: Bool { budget < 0 }

  /// Nothing reaches down any more: headings do not reach into rows.
  mutating func forgetRows() { held = [] }

  /// The cells of the next row.
  ///
  /// - Parameter repeats: whether a cell stands in all columns that it spans, and not in the first only.
  mutating func cells(_ row: [Cell], repeats: Bool) -> [PastedCell] {
    var cells: [PastedCell] = []
    var next = 0
    while let last = held.last, last == nil { held.removeLast() }
    while budget >= 0, next < row.count || cells.count < held.count {
      if cells.count < held.count, let above = held[cells.count] {
        held[cells.count] = above.rows > 1 ? (above.text, above.rows - 1) : nil
        cells.append(above.text)
        budget -= 1
        continue
      }
      guard next < row.count else {
        // A cell further on reaches down to here.
        cells.append(PastedCell(""))
        budget -= 1
        continue
      }
      let cell = row[next]
      next += 1
      for column in 0..<cell.columns {
        let text = column == 0 || repeats ? cell.text : PastedCell("")
        if cell.rows > 1 {
          while held.count <= cells.count { held.append(nil) }
          held[cells.count] = (text, cell.rows - 1)
        }
        cells.append(text)
        if column > 0 { budget -= 1 }
        if budget < 0 { break }
      }
    }
    return cells
  }
}
