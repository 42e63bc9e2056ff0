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
    for start in lines.indices.dropLast().prefix(Self.mostTitles) {
      let rest = Array(lines[start...])
      guard let (headings, rows) = Self.columns(rest[0], rest.dropFirst()) else { continue }
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
    return first
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
    guard header.cells.count > 1 else { return spaced(header, below) }
    guard let last = below.lastIndex(where: { $0.cells.count > 1 }), let first = below.first,
      first.cells.count > 1
    else { return nil }
    let rows = Array(below[...last])
    return byPlace(header, rows) ?? byGutters(header, rows)
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
    _ header: AlignedLine, _ below: ArraySlice<AlignedLine>
  ) -> (headings: [String], rows: Rows)? {
    let headings = header.words.map(\.text)
    guard headings.count > 2, !below.isEmpty else { return nil }
    let isEven = below.allSatisfy {
      $0.words.count == headings.count || $0.cells.count == headings.count
    }
    guard isEven else {
      return below.allSatisfy { $0.words.count >= headings.count }
        ? byGutters(header, Array(below)) : nil
    }
    return (
      headings,
      below.map {
        ($0.cells.count == headings.count ? $0.cells : $0.words).map(\.text)
      }.enumerated().map { index, cells in (cells, below[below.startIndex + index].number) }
    )
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
    let regular = below.filter { $0.cells.count == count }
    let aligned = regular.filter(isAbove)
    // Where the columns are not under their headings, the order tells them.
    if regular.count == below.count, aligned.count * 2 < regular.count {
      return (header.cells.map(\.text), below.map { ($0.cells.map(\.text), $0.number) })
    }
    for row in aligned {
      for (index, cell) in row.cells.enumerated() {
        extents[index] =
          min(extents[index].lowerBound, cell.start)..<max(extents[index].upperBound, cell.end)
      }
    }
    guard zip(extents, extents.dropFirst()).allSatisfy({ $0.upperBound <= $1.lowerBound }) else {
      guard regular.count == below.count else { return nil }
      return (header.cells.map(\.text), below.map { ($0.cells.map(\.text), $0.number) })
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
    guard var gutters = Gutters([header] + below, most: mostColumns) else { return nil }
    gutters.join()
    let headings = gutters.texts[0]
    guard headings.count > 1, headings.count(where: { !$0.isEmpty }) >= header.cells.count else {
      return nil
    }
    return (headings, zip(gutters.texts.dropFirst(), below).map { ($0, $1.number) })
  }
}
