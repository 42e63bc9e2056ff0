/// The columns of a table that stand apart by columns of the screen that are blank in all lines.
struct Gutters {
  /// The columns of the screen that each takes.
  private(set) var columns: [Range<Int>] = []
  /// What each line has in each.
  private(set) var texts: [[String]] = []

  /// The columns of `lines`, of which the first has the headings.
  ///
  /// - Parameter most: more columns are none of a table.
  init?(_ lines: [AlignedLine], most: Int) {
    let width = lines.reduce(0) { max($0, $1.words.last?.end ?? 0) }
    var changes = [Int](repeating: 0, count: width + 1)
    for line in lines {
      for word in line.words {
        changes[word.start] += 1
        changes[word.end] -= 1
      }
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
    texts = lines.map { line in
      var cells = [String](repeating: "", count: columns.count)
      var next = 0
      for word in line.words {
        while columns[next].upperBound <= word.start { next += 1 }
        cells[next] += (cells[next].isEmpty ? "" : " ") + word.text
      }
      return cells
    }
  }

  /// Joins columns that a single blank parts, unless both have headings, and values below them.
  mutating func join() {
    var index = 0
    while index + 1 < columns.count {
      let isNear = columns[index + 1].lowerBound - columns[index].upperBound == 1
      if isNear, !isWhole(index) || !isWhole(index + 1) {
        columns[index] = columns[index].lowerBound..<columns[index + 1].upperBound
        columns.remove(at: index + 1)
        for line in texts.indices {
          let rest = texts[line].remove(at: index + 1)
          let isSpaced = !texts[line][index].isEmpty && !rest.isEmpty
          texts[line][index] += (isSpaced ? " " : "") + rest
        }
        index = max(0, index - 1)
      } else {
        index += 1
      }
    }
  }

  /// Whether a column has a heading, and values below it.
  private func isWhole(_ column: Int) -> Bool {
    !texts[0][column].isEmpty && texts.dropFirst().contains { !$0[column].isEmpty }
  }
}
