internal import Battles
internal import SafeText

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
    var behind = start
    var isApart = false
    var others: [PastedTable.Row] = []
    while index < end, others.count <= mostOthers {
      let line = lines[index]
      defer { index += 1 }
      if line.isBlank {
        isApart = true
        continue
      }
      let row = Row(line.text)
      if let row, row.keys == first.keys {
        table.rows += others
        others = []
        table.rows.append(
          PastedTable.Row(cells: row.values.map { PastedCell($0) }, line: line.number))
      } else if let row, row.keys.contains(where: { !$0.isEmpty && first.keys.contains($0) }) {
        // What has some of the keys is of this board, and must not be lost.
        table.rows += others
        others = []
        table.rows.append(fault(line, first.keys, row.keys))
      } else {
        guard row == nil, !PastedDocument.isFence(line.text) else { break }
        if isApart || !line.text.utf8.contains(ASCII.pipe) {
          others.append(fault(line, first.keys, []))
          continue
        }
        table.rows += others + [fault(line, first.keys, [])]
        others = []
      }
      behind = index + 1
      isApart = false
    }
    return (table, behind)
  }

  /// So many lines without keys may stand between others.
  private static let mostOthers = 3

  /// A line that lacks keys which the first line has.
  private static func fault(
    _ line: TextLines.Line, _ wanted: [String], _ keys: [String]
  ) -> PastedTable.Row {
    let missing = wanted.first { !$0.isEmpty && !keys.contains($0) } ?? ""
    let what =
      missing.isEmpty
      ? "the line has other keys than the first one"
      : "the line has no \(Mention.quoted(missing)), which the first one has"
    return PastedTable.Row(
      cells: [PastedCell(line.text)], line: line.number,
      fault: PastedTable.Fault(what: what, remedy: RowProblem.skipRemedy))
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
          isSign(key) || !BoardHeading(key).words.allSatisfy({ Numbers.number($0) != nil }),
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
      guard keys.contains(where: { !$0.isEmpty }) else { return nil }
    }

    /// Whether a key is a sign that stands for what reaches up or down, or for numbers.
    private func isSign(_ key: String) -> Bool {
      ["+", "-", "\u{2212}", "#", "±", "+/-"].contains(key)
    }
  }
}
