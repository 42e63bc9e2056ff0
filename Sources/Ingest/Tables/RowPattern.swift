/// What the rows of a printed table have in common, by which a line further down is known to be one of them.
struct RowPattern {
  /// How many cells lines with tabs have.
  private var tabs: Int?
  /// Where the numbers stand that all rows have, counted from the end of the line.
  private var numbers: [Range<Int>] = []
  /// Which words are numbers, where single blanks part all cells.
  private var words: [Bool]?

  /// The pattern of `rows`; `nil` where they have no number.
  init?(_ rows: [AlignedLine]) {
    if let tabs = rows.first?.tabs?.count {
      self.tabs = tabs
      return
    }
    let places = rows.map { Self.numbers(in: $0) }
    guard let least = places.map(\.count).min(), least > 0 else { return nil }
    numbers = (0..<least).map { place in
      places.reduce(into: places[0][places[0].count - 1 - place]) { range, row in
        let own = row[row.count - 1 - place]
        range = min(range.lowerBound, own.lowerBound)..<max(range.upperBound, own.upperBound)
      }
    }
    let kinds = rows.map { $0.words.map { Self.isNumber($0.text) } }
    if let first = kinds.first, kinds.allSatisfy({ $0 == first }) { words = first }
  }

  /// Whether a line is like the rows.
  func holds(_ line: AlignedLine) -> Bool {
    if let tabs { return line.tabs?.count == tabs }
    if let words, line.words.count == words.count,
      line.words.map({ Self.isNumber($0.text) }) == words
    {
      return true
    }
    let own = Self.numbers(in: line)
    guard own.count >= numbers.count, line.words.count > numbers.count else { return false }
    return numbers.indices.allSatisfy { own[own.count - 1 - $0].overlaps(numbers[$0]) }
  }

  /// Whether a line that stands below the rows, with none between, has as many numbers, or all but one.
  func mayHold(_ line: AlignedLine) -> Bool {
    if holds(line) { return true }
    return tabs == nil && !Self.isSentence(line)
      && Self.numbers(in: line).count >= max(2, numbers.count - 1)
  }

  /// Whether the signs between words are those of a sentence.
  private static func isSentence(_ line: AlignedLine) -> Bool {
    line.text.utf8.last == ASCII.dot
      || line.words.contains { word in
        word.text.utf8.last == ASCII.colon || word.text.utf8.last == ASCII.semicolon
          || word.text.utf8.elementsEqual("=".utf8)
      }
  }

  private static func numbers(in line: AlignedLine) -> [Range<Int>] {
    line.words.filter { isNumber($0.text) }.map { $0.start..<$0.end }
  }

  /// Whether a word is a number or tells an interval.
  static func isNumber(_ word: String) -> Bool {
    let cell = CellText(word)
    return cell.score() != nil || cell.interval() != nil
  }
}
