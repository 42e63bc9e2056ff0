/// The columns of a table that stand apart by columns of the screen that are blank in all lines.
struct Gutters {
  /// What a line has in a column, with its place on the screen.
  struct Cell {
    var text = ""
    var start = 0
    var end = 0

    var isEmpty: Bool { text.isEmpty }
  }

  /// The columns of the screen that each takes.
  private(set) var columns: [Range<Int>] = []
  /// What each line has in each; the first line has the headings.
  private(set) var cells: [[Cell]] = []

  /// The columns of `lines`, of which the first has the headings.
  ///
  /// - Parameter most: more columns are none of a table.
  init?(_ lines: [AlignedLine], most: Int) {
    // Intervals are drawn behind the last column.
    let headed = lines.first?.words.last?.end ?? 0
    let words = lines.map { line in
      line.words.filter { $0.start < headed || !AlignedLine.isDrawn($0.text) }
    }
    let width = words.reduce(0) { max($0, $1.last?.end ?? 0) }
    var changes = [Int](repeating: 0, count: width + 1)
    for word in words.joined() {
      changes[word.start] += 1
      changes[word.end] -= 1
    }
    var depth = 0
    for column in 0...width {
      let before = depth
      depth += changes[column]
      if before == 0, depth > 0 { columns.append(column..<column) }
      if before > 0, depth == 0 {
        columns[columns.count - 1] = columns[columns.count - 1].lowerBound..<column
      }
    }
    guard columns.count <= most else { return nil }
    cells = words.map { words in
      var cells = [Cell](repeating: Cell(), count: columns.count)
      var next = 0
      for word in words {
        while columns[next].upperBound <= word.start { next += 1 }
        cells[next].append(Cell(text: word.text, start: word.start, end: word.end))
      }
      return cells
    }
  }

  /// The texts of each line.
  var texts: [[String]] { cells.map { $0.map(\.text) } }

  /// Joins a column with the next one.
  mutating func join(_ index: Int) {
    columns[index] = columns[index].lowerBound..<columns[index + 1].upperBound
    columns.remove(at: index + 1)
    for line in cells.indices {
      let rest = cells[line].remove(at: index + 1)
      if !rest.isEmpty { cells[line][index].append(rest) }
    }
  }

  /// The heading of a column.
  func heading(_ column: Int) -> String { cells[0][column].text }

  /// What stands in a column below its heading, but for empty cells.
  func values(_ column: Int) -> [Cell] {
    cells.dropFirst().compactMap { $0[column].isEmpty ? nil : $0[column] }
  }

  /// Whether a column has a heading, and values below it.
  func isWhole(_ column: Int) -> Bool {
    !cells[0][column].isEmpty && cells.dropFirst().contains { !$0[column].isEmpty }
  }

  /// How many columns of the screen are blank before a column.
  func gap(before column: Int) -> Int {
    columns[column].lowerBound - columns[column - 1].upperBound
  }
}

extension Gutters.Cell {
  /// Adds what follows in the same column.
  mutating func append(_ other: Gutters.Cell) {
    if isEmpty {
      self = other
    } else {
      // Blanks between words are the cell's own.
      text += String(repeating: " ", count: max(1, other.start - end)) + other.text
      end = other.end
    }
  }
}
