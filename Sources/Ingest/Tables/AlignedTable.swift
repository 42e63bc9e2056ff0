internal import Battles

/// A table whose columns stand apart by blanks or tabs, as programs print it and as browsers paste it.
struct AlignedTable {
  /// The lines that stand together, without those that are drawn.
  private let lines: [AlignedLine]

  /// The lines of a paragraph.
  init(_ lines: some Sequence<TextLines.Line>) {
    self.lines = Self.withoutSections(
      lines.map { AlignedLine($0).withoutScale($0) }.filter {
        !$0.isRule && !$0.words.isEmpty && !$0.tellsTypes
      })
  }

  /// The table, and the lines that stand above it; `nil` where there is none.
  ///
  /// - Parameter isWanted: whether headings are those of a table that is looked for; else the first line that
  ///   has rows below it is taken for the headings.
  func found(
    isWanted: (PastedTable) -> Bool
  ) -> (table: PastedTable, above: [String])? {
    var first: (PastedTable, [String])?
    var unplaced: (table: PastedTable, start: Int)?
    for start in lines.indices.dropLast().prefix(Self.mostTitles) {
      let rest = Array(lines[start...])
      guard let (headings, rows) = Self.columns(rest[0], rest.dropFirst()) else {
        if unplaced == nil { unplaced = Self.unplaced(rest, isWanted).map { ($0, start) } }
        continue
      }
      var table = PastedTable(
        form: .aligned, title: nil, line: rest[0].number, headings: headings,
        rows: rows.map { row in
          PastedTable.Row(cells: row.cells.map { PastedCell($0) }, line: row.line)
        })
      RankColumn.split(&table)
      let found = (table, lines[..<start].map(\.text))
      if isWanted(table) { return found }
      if first == nil { first = found }
    }
    if let unplaced { return (unplaced.table, lines[..<unplaced.start].map(\.text)) }
    return first
  }

  /// A table of headings that are looked for, below which no row can be cut into cells without doubt.
  private static func unplaced(
    _ lines: [AlignedLine], _ isWanted: (PastedTable) -> Bool
  ) -> PastedTable? {
    let rows = rows(lines.dropFirst())
    guard lines[0].words.count > 2, lines[0].words.count <= mostColumns,
      rows.contains(where: { row in row.words.contains { RowPattern.isNumber($0.text) } })
    else { return nil }
    let fault = PastedTable.Fault(
      what: "nothing tells under which headings the parts of the row stand",
      remedy: "save the table as CSV, or write two blanks and more between its columns, and one "
        + "within cells"
    )
    let table = PastedTable(
      form: .aligned, title: nil, line: lines[0].number, headings: lines[0].cells.map(\.text),
      rows: rows.map {
        PastedTable.Row(cells: [PastedCell($0.text)], line: $0.number, fault: fault)
      })
    return isWanted(table) ? table : nil
  }

  /// So many lines may stand above the headings.
  private static let mostTitles = 8

  /// Tables of more columns are not for people.
  private static let mostColumns = 256

  private typealias Rows = [(cells: [String], line: Int)]

  /// The headings and rows, where `header` is the line of headings.
  private static func columns(
    _ header: AlignedLine, _ below: ArraySlice<AlignedLine>
  ) -> (headings: [String], rows: Rows)? {
    if let tabs = header.tabs { return tabbed(tabs, below) }
    guard header.words.count <= mostColumns else { return nil }
    let rows = rows(below)
    guard !rows.isEmpty else { return nil }
    guard header.cells.count > 1 else { return spaced(header, rows) }
    guard rows.contains(where: { $0.cells.count > 1 }) || rows.allSatisfy({ $0.words.count > 2 })
    else { return nil }
    return byCells(header, rows) ?? byGutters(header, rows) ?? byOrder(header, rows)
      ?? byPlace(header, rows)
  }

  /// The lines up to the last one that has several cells, or is like those that have.
  private static func rows(_ below: ArraySlice<AlignedLine>) -> [AlignedLine] {
    let spread = below.filter { $0.cells.count > 1 }
    let pattern = RowPattern(spread.isEmpty ? Array(below.prefix(1)) : spread)
    let last = below.lastIndex { $0.cells.count > 1 || pattern?.mayHold($0) == true }
    return last.map { Array(below[...$0]) } ?? []
  }

  /// Whether a line between rows tells of those below it: those without a rank, in this program's tables.
  static func isSection(_ text: String) -> Bool { trimmed(text).hasPrefix("Not ranked") }

  /// The lines without such sentences, which may take several.
  private static func withoutSections(_ lines: [AlignedLine]) -> [AlignedLine] {
    var isInSection = false
    return lines.filter { line in
      if isSection(line.text) { isInSection = true }
      if line.cells.count > 1 { isInSection = false }
      return !isInSection
    }
  }

  /// The rows of lines with tabs.
  private static func tabbed(
    _ headings: [String], _ below: ArraySlice<AlignedLine>
  ) -> (headings: [String], rows: Rows)? {
    guard let last = below.lastIndex(where: { $0.tabs != nil }) else { return nil }
    return (headings, below[...last].map { ($0.tabs ?? [$0.text], $0.number) })
  }

  /// The rows of lines whose words stand apart by single blanks, each word a cell.
  private static func spaced(
    _ header: AlignedLine, _ below: [AlignedLine]
  ) -> (headings: [String], rows: Rows)? {
    let headings = header.words.map(\.text)
    guard headings.count > 1 else { return nil }
    // Where the columns of the screen tell as many columns, a word may be missing in a row.
    if let placed = byGutters(header, below), placed.headings.count >= headings.count {
      return placed
    }
    let isEven = below.allSatisfy {
      $0.words.count == headings.count || $0.cells.count == headings.count
    }
    guard isEven, headings.count > 2 else {
      return below.allSatisfy { $0.words.count >= headings.count } ? byGutters(header, below) : nil
    }
    return (
      headings,
      below.map {
        (($0.cells.count == headings.count ? $0.cells : $0.words).map(\.text), $0.number)
      }
    )
  }

  /// The rows where each has as many cells as there are headings, and all cells of a column stand together.
  private static func byCells(
    _ header: AlignedLine, _ below: [AlignedLine]
  ) -> (headings: [String], rows: Rows)? {
    let count = header.cells.count
    guard below.allSatisfy({ $0.cells.count == count }) else { return nil }
    var extents = header.cells.map { $0.start..<$0.end }
    for row in below {
      for (index, cell) in row.cells.enumerated() {
        extents[index] =
          min(extents[index].lowerBound, cell.start)..<max(extents[index].upperBound, cell.end)
      }
    }
    guard zip(extents, extents.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound }),
      // A heading and its cells may be those of two columns with a single blank between.
      !header.cells.indices.contains(where: { isTwo(header.cells[$0], below.map(\.cells), $0) })
    else { return nil }
    return (header.cells.map(\.text), below.map { ($0.cells.map(\.text), $0.number) })
  }

  /// Whether the last word of a heading says what numbers are, and all cells below end with one.
  private static func isTwo(
    _ heading: AlignedLine.Piece, _ rows: [[AlignedLine.Piece]], _ column: Int
  ) -> Bool {
    let words = heading.text.split(separator: " ")
    guard words.count > 1, let last = words.last,
      BoardHeading(String(last)).part.part != .other,
      BoardHeading(heading.text).part.part == .other
        || BoardHeading(words.dropLast().joined(separator: " ")).part.part != .other
    else { return false }
    return rows.allSatisfy { row in
      let parts = row[column].text.split(separator: " ")
      guard parts.count > 1, let number = parts.last else { return false }
      return RowPattern.isNumber(String(number))
        && CellText(row[column].text).score()?.interval == nil
        && CellText(row[column].text).interval() == nil
    }
  }

  /// The rows by the order of their cells, where these do not stand under their headings.
  private static func byOrder(
    _ header: AlignedLine, _ below: [AlignedLine]
  ) -> (headings: [String], rows: Rows)? {
    let count = header.cells.count
    guard below.allSatisfy({ $0.cells.count == count }) else { return nil }
    return (header.cells.map(\.text), below.map { ($0.cells.map(\.text), $0.number) })
  }

  /// The rows by the headings above which their cells stand.
  private static func byPlace(
    _ header: AlignedLine, _ below: [AlignedLine]
  ) -> (headings: [String], rows: Rows)? {
    let count = header.cells.count
    var extents = header.cells.map { $0.start..<$0.end }
    func isAbove(_ row: AlignedLine) -> Bool {
      row.cells.indices.allSatisfy { index in
        row.cells[index].overlaps(extents[index])
          || !extents.contains { row.cells[index].overlaps($0) }
      }
    }
    for row in below where row.cells.count == count && isAbove(row) {
      for (index, cell) in row.cells.enumerated() {
        extents[index] =
          min(extents[index].lowerBound, cell.start)..<max(extents[index].upperBound, cell.end)
      }
    }
    guard zip(extents, extents.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound }) else {
      return nil
    }
    var rows: [(lead: String, cells: [String], line: Int)] = []
    // Rows that have several cells below one heading: it may be several, with single blanks between.
    var crowded = 0
    for row in below {
      guard let placed = placed(row, extents) else {
        // A line of words between rows is a row that does not fit.
        guard row.cells.count == 1 else { return nil }
        rows.append(("", [row.text], row.number))
        continue
      }
      if placed.isCrowded { crowded += 1 }
      rows.append((placed.lead, placed.cells, row.number))
    }
    guard crowded * 2 < rows.count else { return nil }
    let hasLead = rows.contains { !$0.lead.isEmpty }
    return (
      (hasLead ? [""] : []) + header.cells.map(\.text),
      rows.map { ((hasLead && $0.cells.count == count ? [$0.lead] : []) + $0.cells, $0.line) }
    )
  }

  /// The cells of a row under their headings, and what stands before the first; `nil` where a cell is under
  /// none or under two.
  private static func placed(
    _ row: AlignedLine, _ extents: [Range<Int>]
  ) -> (lead: String, cells: [String], isCrowded: Bool)? {
    var lead = ""
    var isCrowded = false
    var cells = [String](repeating: "", count: extents.count)
    var next = 0
    for cell in row.cells {
      while next < extents.count, extents[next].upperBound <= cell.start { next += 1 }
      guard next < extents.count else {
        // Intervals are drawn behind the last column.
        guard AlignedLine.isDrawn(cell.text) else { return nil }
        continue
      }
      guard cell.overlaps(extents[next]) else {
        guard next == 0 else { return nil }
        lead += (lead.isEmpty ? "" : " ") + cell.text
        continue
      }
      if next + 1 < extents.count, cell.overlaps(extents[next + 1]) { return nil }
      if !cells[next].isEmpty { isCrowded = true }
      cells[next] += (cells[next].isEmpty ? "" : "  ") + cell.text
    }
    // A name, a number and a rank at least are no line of words.
    return cells.count { !$0.isEmpty } > 1 || row.cells.count > 1
      ? (lead, cells, isCrowded) : nil
  }

  /// The rows by the columns of the screen that are blank in all lines.
  private static func byGutters(
    _ header: AlignedLine, _ below: [AlignedLine]
  ) -> (headings: [String], rows: Rows)? {
    // A line of words between rows is a row that does not fit, and fills what is blank elsewhere.
    let isWords = below.map { line in
      line.cells.count == 1 && !line.words.contains { RowPattern.isNumber($0.text) }
    }
    let rows = zip(below, isWords).filter { !$1 }.map(\.0)
    guard let raw = Gutters([header] + rows, most: mostColumns),
      let gutters = GutterJoiner.joined(raw)
    else { return nil }
    let headings = gutters.texts[0]
    guard headings.count > 1, headings.count(where: { !$0.isEmpty }) >= header.cells.count else {
      return nil
    }
    var texts = gutters.texts.dropFirst()
    return (
      headings,
      zip(below, isWords).map { line, isWords in
        (isWords ? [line.text] : texts.removeFirst(), line.number)
      }
    )
  }
}
