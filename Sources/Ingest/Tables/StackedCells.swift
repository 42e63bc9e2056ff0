internal import Battles

/// A table whose cells stand on lines of their own, as some pages paste: the headings one below the other, then
/// the cells of each row.
enum StackedCells {
  /// The table of a text, or `nil` where it is not one and only one.
  ///
  /// - Parameters:
  ///   - lines: all lines of the text.
  ///   - isWanted: whether a table is of the kind that is looked for, as far as its headings tell.
  static func found(
    _ lines: [TextLines.Line], isWanted: (PastedTable) -> Bool
  ) -> PastedTable? {
    // An empty cell leaves no line that could be told from the space between cells.
    let lines = lines.filter { !$0.isBlank }
    guard lines.count >= 2 * leastColumns, lines.allSatisfy({ $0.text.utf8.count <= 200 }) else {
      return nil
    }
    var found: PastedTable?
    for start in lines.indices.prefix(mostAbove) {
      for columns in leastColumns...mostColumns {
        let cells = lines.count - start
        guard cells >= 2 * columns else { break }
        guard cells % columns == 0 else { continue }
        let headings = lines[start..<(start + columns)].map(\.text)
        let table = PastedTable(
          form: .aligned, title: start > 0 ? lines[start - 1].text : nil, line: lines[start].number,
          headings: headings,
          rows: stride(from: start + columns, to: lines.count, by: columns).map { first in
            PastedTable.Row(
              cells: lines[first..<(first + columns)].map { PastedCell($0.text) },
              line: lines[first].number)
          })
        let isNumbered = headings.contains { Numbers.number($0) != nil }
        guard !isNumbered, isWanted(table), isEven(table) else { continue }
        // What can be cut into rows in two ways is none of these.
        guard found == nil else { return nil }
        found = table
      }
      if found != nil { return found }
    }
    return found
  }

  private static let leastColumns = 3
  private static let mostColumns = 16
  private static let mostAbove = 24

  /// Whether each column is of numbers, or of other texts, in all rows; and some are of numbers.
  private static func isEven(_ table: PastedTable) -> Bool {
    var numeric = 0
    for column in table.headings.indices {
      let numbers = table.rows.count { row in
        CellText(row.cells[column].text).score() != nil
          || CellText(row.cells[column].text).count() != nil
      }
      if numbers == table.rows.count { numeric += 1 }
      guard numbers == 0 || numbers == table.rows.count || isScoreless(table.headings[column])
      else {
        return false
      }
    }
    return numeric > 0
  }

  /// Whether a column may hold numbers beside texts: names and the like, and not what is measured.
  private static func isScoreless(_ heading: String) -> Bool {
    if case .other = BoardHeading(heading).part.part { return true }
    return false
  }
}
