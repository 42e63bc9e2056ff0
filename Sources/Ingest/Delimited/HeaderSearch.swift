/// Which line at the front of delimited text is the header, where lines begin with `#`.
///
/// Such a line may be a comment, the header itself (`# PLAYER,RATING`, or `#` as the heading of row
/// numbers), or a row whose first value begins so (`#1 bot`). It is the header where it has more of the
/// headings that are looked for than the first line without `#`, and as many fields as a line below it.
struct HeaderSearch {
  /// The headings that are looked for, in lower case.
  let known: Set<String>
  /// The delimiter where it is known.
  let delimiter: UInt8?
  let file: String

  /// What was found.
  struct Found {
    /// Where the header begins, or the first row where there is none.
    var start: Int
    /// How many lines are above it.
    var lines: Int
    /// How many of them are comments.
    var comments: Int
  }

  /// Lines farther down than so many bytes are not looked at.
  static let longestLook = 1 << 16

  private struct Line {
    let range: Range<Int>
    /// How many lines are above it.
    let lines: Int
  }

  /// The header.
  ///
  /// - Parameters:
  ///   - start: where the first line begins, which begins with `#`.
  ///   - end: where the lines end that are looked at.
  ///   - isComplete: whether the input has no bytes beyond `end`.
  ///   - isThere: whether there is a header; else the first row is looked for.
  func header(
    _ window: Span<UInt8>, from start: Int, to end: Int, isComplete: Bool, isThere: Bool
  ) -> Found {
    let (marked, other) = lines(window, from: start, to: end, isComplete: isComplete)
    let counts = marked.map { count(window, $0.range, delimiter(window, $0.range)) }
    var best: (index: Int, score: Int)?
    for (index, line) in marked.enumerated() {
      let delimiter = delimiter(window, line.range)
      let isLikeNext =
        index + 1 < marked.count
        && counts[index] == count(window, marked[index + 1].range, delimiter)
      let isLikeOther =
        other.map { counts[index] == count(window, $0.range.lowerBound..<end, delimiter) } ?? false
      guard counts[index] > 1, isLikeOther || isThere && isLikeNext || other == nil && isLikeNext
      else { continue }
      let score = isThere ? score(window, line.range, delimiter) : 0
      if best.map({ $0.score < score }) ?? true { best = (index, score) }
    }
    let scoreOfOther = other.map { other in
      isThere ? score(window, other.range, delimiter(window, other.range)) : 0
    }
    if let best, scoreOfOther.map({ best.score > $0 || best.score == 0 && $0 == 0 }) ?? true {
      return Found(
        start: marked[best.index].range.lowerBound, lines: marked[best.index].lines,
        comments: best.index)
    }
    guard let other else { return Found(start: start, lines: 0, comments: 0) }
    return Found(
      start: other.range.lowerBound, lines: other.lines, comments: marked.count)
  }

  /// A heading without the `#` at its front, where that makes it one that is looked for.
  static func name(_ name: String, known: Set<String>) -> String {
    guard name.utf8.first == ASCII.hash, !known.contains(asciiLowercased(name)) else { return name }
    let bare = trimmed(String(decoding: name.utf8.drop { $0 == ASCII.hash }, as: UTF8.self))
    return known.contains(asciiLowercased(bare)) ? bare : name
  }

  /// The lines that begin with `#`, and the first other one that is not empty.
  private func lines(
    _ window: Span<UInt8>, from start: Int, to end: Int, isComplete: Bool
  ) -> (marked: [Line], other: Line?) {
    var marked: [Line] = []
    var position = start
    var lines = 0
    while position < end {
      var lineEnd = position
      while lineEnd < end, !ASCII.isLineEnd(window[lineEnd]) { lineEnd += 1 }
      if lineEnd == end, !isComplete, !marked.isEmpty { break }
      let line = Line(range: position..<lineEnd, lines: lines)
      if window[position] == ASCII.hash {
        marked.append(line)
      } else if lineEnd > position {
        return (marked, line)
      }
      position = lineEnd + 1
      if position < end, window[lineEnd] == ASCII.carriageReturn,
        window[position] == ASCII.lineFeed
      {
        position += 1
      }
      lines += 1
    }
    return (marked, nil)
  }

  private func delimiter(_ window: Span<UInt8>, _ range: Range<Int>) -> UInt8 {
    delimiter ?? Delimiter.detected(in: window, range, isComplete: true, file: file)
      ?? ASCII.comma
  }

  /// How many fields the record has that begins with `range`; 0 where it is none.
  private func count(_ window: Span<UInt8>, _ range: Range<Int>, _ delimiter: UInt8) -> Int {
    var scanner = RecordScanner(delimiter: delimiter, slotOfColumn: [])
    var none: [Field] = []
    var noFields = none.mutableSpan
    let step = scanner.scan(
      window, from: range.lowerBound, to: range.upperBound, isComplete: true, into: &noFields)
    if case .record = step { return scanner.columns }
    return 0
  }

  /// How many different headings that are looked for a line has.
  private func score(_ window: Span<UInt8>, _ range: Range<Int>, _ delimiter: UInt8) -> Int {
    let columns = count(window, range, delimiter)
    var scanner = RecordScanner(delimiter: delimiter, slotOfColumn: Array(0..<columns))
    var fields = [Field](repeating: Field(), count: columns)
    var span = fields.mutableSpan
    _ = scanner.scan(
      window, from: range.lowerBound, to: range.upperBound, isComplete: true, into: &span)
    var found: Set<String> = []
    for (index, field) in fields.enumerated() {
      let text = field.content(in: window).text(in: window)
      let name = asciiLowercased(index == 0 ? Self.name(text, known: known) : text)
      if known.contains(name) { found.insert(name) }
    }
    return found.count
  }
}
