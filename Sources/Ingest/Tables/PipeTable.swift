internal import Battles

/// A table with pipes between its cells, with a rule below its headings.
enum PipeTable {
  /// The table that begins at a line, and the place of the first line behind it; `nil` where none does.
  static func found(
    _ lines: [TextLines.Line], at start: Int, end: Int
  ) -> (table: PastedTable, next: Int)? {
    guard isLikely(lines[start].text) else { return nil }
    var index = start
    let first = PipeRow(lines[start].text)
    let isDrawn = first.isRule && !first.isMarkdownRule
    if isDrawn { index += 1 }
    var headings: [[String]] = []
    let headingLine = index
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
    guard rule.isRule else { return nil }
    let isMarkdown = rule.isMarkdownRule && !isDrawn
    // A rule may lack the columns at its ends, and has no others.
    guard !isMarkdown || rule.cells.count == headings[0].count else { return nil }
    var table = PastedTable(
      form: .pipes, title: nil, line: lines[headingLine].number,
      headings: joined(headings).map { isMarkdown ? InlineMarkup.cell($0).marked : $0 }, rows: [])
    index += 1
    while index < end, !lines[index].isBlank {
      let row = PipeRow(lines[index].text, escapes: isMarkdown)
      guard row.hasPipe || row.isRule else { break }
      if !row.isRule {
        table.rows.append(
          PastedTable.Row(
            cells: row.cells.map { isMarkdown ? InlineMarkup.cell($0) : PastedCell($0) },
            line: lines[index].number))
      }
      index += 1
    }
    return (table, index)
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
