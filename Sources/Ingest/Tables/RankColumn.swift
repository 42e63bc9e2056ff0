/// A rank, or the number of the row, that stands in one column with the name: `# PLAYER` above `1 Shredder 8`.
enum RankColumn {
  /// Splits such a column, and takes out a column of colons.
  static func split(_ table: inout PastedTable) {
    let colons = table.headings.indices.filter { column in
      table.headings[column].utf8.elementsEqual(":".utf8)
        && table.rows.allSatisfy { row in
          column < row.cells.count && row.cells[column].text.utf8.elementsEqual(":".utf8)
        }
    }
    for column in colons.reversed() {
      table.headings.remove(at: column)
      for index in table.rows.indices { table.rows[index].cells.remove(at: column) }
    }
    guard let heading = table.headings.first else { return }
    let parts = table.rows.map { row in row.cells.first.flatMap { halves($0.text) } }
    let numbers = parts.compactMap { $0.flatMap { Numbers.number($0.first) } }
    guard numbers.count == parts.count, !parts.isEmpty else { return }
    if let (first, rest) = halves(heading), words.contains(asciiLowercased(first)) {
      table.headings.replaceSubrange(0..<1, with: [first, rest])
    } else {
      // Rows are numbered that way by programs that give the numbers no heading; some rows of a frame keep
      // their numbers, which then go up.
      let isCounted = numbers.enumerated().allSatisfy { Double($0) + numbers[0] == $1 }
      let isRising = zip(numbers, numbers.dropFirst()).allSatisfy { $0 < $1 }
      let areWhole = numbers.allSatisfy { $0 >= 0 && $0 == $0.rounded() }
      guard areWhole, isRising, numbers.count > 2 || isCounted && numbers.count > 1 else { return }
      table.headings.insert("", at: 0)
    }
    for (index, part) in parts.enumerated() {
      guard let part else { continue }
      table.rows[index].cells.replaceSubrange(
        0..<1, with: [PastedCell(part.first), PastedCell(part.rest)])
    }
  }

  /// Whether a heading is that of ranks.
  static func isRank(_ heading: String) -> Bool { words.contains(asciiLowercased(heading)) }

  private static let words: Set<String> = [
    "#", "rank", "rk", "no", "no.", "nr", "nr.", "pos", "place",
  ]

  /// What stands before the first blank and behind it.
  private static func halves(_ text: String) -> (first: String, rest: String)? {
    guard let blank = text.utf8.firstIndex(of: ASCII.space) else { return nil }
    let rest = trimmed(String(text[blank...]))
    return rest.isEmpty ? nil : (String(text[..<blank]), rest)
  }
}
