internal import Battles

/// A table with pipes between its cells, with a rule below its headings.
enum PipeTable {
  /// The headings of a table, and where its rows begin.
  private struct Head {
    var headings: [String]
    /// The place of the line of the headings.
    var line: Int
    /// The place of the first line below.
    var next: Int
    var isMarkdown: Bool
    /// Whether lines begin with a pipe.
    var isEdged: Bool
    /// Whether a rule stands below the headings,
    var hasRule = true
    /// and one above them, which begins a table.
    var isDrawn = false
  }

  /// The table that begins at a line, and the place of the first line behind it; `nil` where none does.
  ///
  /// Rows may stand behind blank lines, and behind a line of words between two of them, which then is a row of
  /// the table without a score. What is like a row and stands behind other text is a fault: it may be one, or
  /// belong to something else. Headings of their own begin another table.
  static func found(
    _ lines: [TextLines.Line], at start: Int, end: Int
  ) -> (table: PastedTable, next: Int)? {
    guard let head = head(lines, at: start, end: end) else { return nil }
    var table = PastedTable(
      form: .pipes, title: nil, line: lines[head.line].number, headings: head.headings, rows: [])
    var index = head.next
    var behind = index
    var isApart = false
    // Whether other text stands between the rows so far and the line.
    var isFar = false
    var hasInnerRules = false
    // Lines of words, which are rows where others follow.
    var words: [PastedTable.Row] = []
    while index < end, words.count <= mostWords {
      let line = lines[index]
      if line.isBlank || isPager(line.text) {
        isApart = true
        isFar = isFar || !words.isEmpty
        index += 1
        continue
      }
      if isApart || !words.isEmpty,
        isHead(lines, at: index, end: end, below: head, hasInnerRules: hasInnerRules)
      {
        break
      }
      let row = PipeRow(line.text, escapes: head.isMarkdown)
      let isDirect = !isApart && words.isEmpty && row.hasPipe
      if row.isRule || isDirect || isRow(row, line.text, of: head) {
        if isFar, row.isRule || row.cells.count != head.headings.count { break }
        if !isFar { table.rows += words }
        words = []
        hasInnerRules = hasInnerRules || row.isRule && !table.rows.isEmpty
        if !row.isRule {
          table.rows.append(
            PastedTable.Row(
              cells: row.cells.map { head.isMarkdown ? InlineMarkup.cell($0) : PastedCell($0) },
              line: line.number, fault: isFar ? farFault : nil))
        }
        index += 1
        behind = index
        isApart = false
        continue
      }
      guard !PastedDocument.isFence(line.text), !KeyedLines.isOne(line.text) else { break }
      isFar = isFar || isApart
      let cells = [PastedCell(InlineMarkup.cell(line.text).marked)]
      let missing = max(0, head.headings.count - 1)
      words.append(
        PastedTable.Row(
          cells: cells + [PastedCell](repeating: PastedCell(""), count: missing),
          line: line.number))
      index += 1
    }
    return (table, behind)
  }

  /// So many lines of words may stand between rows.
  private static let mostWords = 20

  private static let farFault = PastedTable.Fault(
    what: "the line is like the rows of the table above, and other text stands between them",
    remedy: "take out the text where it is a row, and the line where it is none")

  /// Whether a line is what a program for reading page by page leaves between two pages.
  static func isPager(_ line: String) -> Bool {
    let text = trimmed(line)
    return text.hasPrefix("--More--") || text.hasPrefix("-- More  --")
      || text.utf8.elementsEqual(":".utf8)
  }

  /// Whether a line that stands apart is a row of the table above.
  private static func isRow(_ row: PipeRow, _ text: String, of head: Head) -> Bool {
    guard row.hasPipe, head.isEdged == beginsWithPipe(text) else { return false }
    if head.isEdged { return true }
    return row.cells.count == head.headings.count
      && row.cells.contains { RowPattern.isNumber($0) }
  }

  private static func beginsWithPipe(_ text: String) -> Bool {
    let front = PipeRow.plain(text).first { !ASCII.isBlank($0) }
    return front == ASCII.pipe
  }

  /// Whether a table of its own begins at a line: its headings have no numbers, or a rule below them that is
  /// none between rows, or below the last one.
  ///
  /// - Parameter hasInnerRules: whether the rows above have rules between them.
  private static func isHead(
    _ lines: [TextLines.Line], at start: Int, end: Int, below above: Head, hasInnerRules: Bool
  ) -> Bool {
    guard let head = head(lines, at: start, end: end) else { return false }
    let isCertain = head.isMarkdown || !hasInnerRules && (head.isDrawn || !above.isDrawn)
    if head.hasRule, isCertain { return true }
    return !head.headings.contains { RowPattern.isNumber($0) }
  }

  private static func head(_ lines: [TextLines.Line], at start: Int, end: Int) -> Head? {
    guard isLikely(lines[start].text) else { return nil }
    var index = start
    let first = PipeRow(lines[start].text)
    let isDrawn = first.isRule && !first.isMarkdownRule
    if isDrawn { index += 1 }
    var headings: [[String]] = []
    let line = index
    while index < end, headings.count < 4 {
      let row = PipeRow(lines[index].text)
      if row.isRule, !headings.isEmpty, !row.isMarkdownRule || !isDrawn { break }
      guard row.hasPipe, !row.isRule || isDrawn else { return nil }
      headings.append(row.cells)
      index += 1
      // Without a rule above there is one line of headings.
      if !isDrawn { break }
    }
    guard index < end, !headings.isEmpty else { return nil }
    let rule = PipeRow(lines[index].text)
    let isEdged = beginsWithPipe(lines[line].text)
    guard rule.isRule else {
      guard !isDrawn, let names = bare(headings[0], rule, isEdged: isEdged) else { return nil }
      return Head(
        headings: names, line: line, next: index, isMarkdown: true, isEdged: isEdged,
        hasRule: false)
    }
    let isMarkdown = rule.isMarkdownRule && !isDrawn
    // A rule may lack the columns at its ends, and has no others.
    guard !isMarkdown || rule.cells.count == headings[0].count else { return nil }
    return Head(
      headings: joined(headings).map { isMarkdown ? InlineMarkup.cell($0).marked : $0 },
      line: line, next: index + 1, isMarkdown: isMarkdown, isEdged: isEdged, isDrawn: isDrawn)
  }

  /// The headings of a table whose rule is missing: the next line has as many cells, some of them numbers.
  private static func bare(_ cells: [String], _ next: PipeRow, isEdged: Bool) -> [String]? {
    guard next.hasPipe, cells.count > 2, cells.count == next.cells.count,
      !cells.contains(where: { RowPattern.isNumber($0) || $0.utf8.contains(ASCII.colon) }),
      next.cells.contains(where: { RowPattern.isNumber($0) })
    else { return nil }
    return cells.map { InlineMarkup.cell($0).marked }
  }

  /// Whether a line has a pipe or a drawn line.
  private static func isLikely(_ text: String) -> Bool {
    text.utf8.contains { $0 == ASCII.pipe || $0 == 0xE2 || $0 == ASCII.plus }
  }

  /// The headings of several lines as one, without what some programs write below them: rules and types.
  private static func joined(_ lines: [[String]]) -> [String] {
    let texts = lines.enumerated().filter { index, cells in
      index == 0
        || !cells.allSatisfy { $0.utf8.allSatisfy { $0 == ASCII.minus } || types.contains($0) }
    }.map(\.element)
    return texts[0].indices.map { column in
      texts.compactMap { column < $0.count && !$0[column].isEmpty ? $0[column] : nil }
        .joined(separator: " ")
    }
  }

  /// Types of columns as programs that print data frames write them.
  private static let types: Set<String> = [
    "str", "string", "f64", "f32", "i64", "i32", "u32", "u64", "bool", "cat", "date", "varchar",
    "double", "int64", "int32", "boolean", "float", "bigint", "integer",
  ]
}
