internal import Battles

/// Lines of `name | key: value | key: value`, as benchmarks print their boards.
enum KeyedLines {
  /// The table of the lines from `start` on that have the same keys, and the place behind them; `nil` where
  /// the line has none.
  static func found(
    _ lines: [TextLines.Line], at start: Int, end: Int
  ) -> (table: PastedTable, next: Int)? {
    guard let first = Row(lines[start].text) else { return nil }
    var table = PastedTable(
      form: .keyed, title: nil, line: lines[start].number, headings: first.keys, rows: [])
    var index = start
    while index < end, let row = Row(lines[index].text), row.keys == first.keys {
      table.rows.append(
        PastedTable.Row(cells: row.values.map { PastedCell($0) }, line: lines[index].number))
      index += 1
    }
    return (table, index)
  }

  /// Whether a line is one of these.
  static func isOne(_ line: String) -> Bool { Row(line) != nil }

  private struct Row {
    var keys: [String] = []
    var values: [String] = []

    init?(_ line: String) {
      guard line.utf8.contains(ASCII.pipe), line.utf8.contains(ASCII.colon) else { return nil }
      let cells = PipeRow(line, escapes: false).cells
      guard cells.count >= 2 else { return nil }
      for (index, cell) in cells.enumerated() {
        let bytes = Array(cell.utf8)
        guard let colon = bytes.firstIndex(of: ASCII.colon), colon > 0,
          case let key = trimmed(String(decoding: bytes[..<colon], as: UTF8.self)),
          // A time such as 12:30 has no key; a name may have a colon in it.
          !BoardHeading(key).words.allSatisfy({ Numbers.number($0) != nil }),
          index > 0 || BoardColumns.names.contains(asciiLowercased(key))
        else {
          guard index == 0, !cell.isEmpty else { return nil }
          keys.append("")
          values.append(cell)
          continue
        }
        keys.append(key)
        values.append(trimmed(String(decoding: bytes[(colon + 1)...], as: UTF8.self)))
      }
    }
  }
}
