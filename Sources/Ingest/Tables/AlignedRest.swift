/// The rows of a printed table that stand behind a blank line.
struct AlignedRest {
  /// The lines that are like the rows above.
  private(set) var rows: [TextLines.Line] = []
  /// The lines of words between them.
  private(set) var words: [TextLines.Line] = []
  /// The place of the first line behind the last row.
  private(set) var next: Int

  /// What follows a table from the line at `start` on.
  ///
  /// - Parameters:
  ///   - lines: all lines of the text.
  ///   - range: the places of the table's own lines.
  ///   - table: the table that these are.
  ///   - isEnd: whether something else begins at a line.
  init(
    _ lines: [TextLines.Line], behind range: Range<Int>, of table: PastedTable,
    isEnd: (Int) -> Bool
  ) {
    next = range.upperBound
    let known = Set(table.rows.map(\.line))
    let own = lines[range].filter { known.contains($0.number) }.map { AlignedLine($0) }
    guard !own.isEmpty, let pattern = RowPattern(own) else { return }
    var pending: [TextLines.Line] = []
    var index = next
    while index < lines.count, pending.count <= Self.mostWords {
      let line = lines[index]
      if line.isBlank || PipeTable.isPager(line.text) {
        index += 1
        continue
      }
      if isEnd(index) { break }
      let aligned = AlignedLine(line)
      if pattern.holds(aligned) {
        rows.append(line)
        words += pending
        pending = []
        next = index + 1
      } else if aligned.isRule {
        // Rules part groups of rows.
      } else if aligned.cells.count > 1 || aligned.tabs != nil {
        // Headings of another table.
        break
      } else {
        pending.append(line)
      }
      index += 1
    }
  }

  /// So many lines of words may stand between groups of rows.
  private static let mostWords = 3

  /// The rows as what does not fit in the table above.
  var faults: [PastedTable.Row] {
    rows.map { line in
      Self.fault(
        line, "the line is like the rows above it, and its cells do not stand below theirs",
        "write the table without blank lines, or save it as CSV")
    }
  }

  /// The lines of words as rows that do not fit.
  var wordRows: [PastedTable.Row] {
    words.map { line in
      Self.fault(line, "a line of words stands between rows", RowProblem.skipRemedy)
    }
  }

  private static func fault(
    _ line: TextLines.Line, _ what: String, _ remedy: String
  ) -> PastedTable.Row {
    PastedTable.Row(
      cells: [PastedCell(line.text)], line: line.number,
      fault: PastedTable.Fault(what: what, remedy: remedy))
  }
}
