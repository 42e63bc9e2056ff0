/// Finds where one record of delimited text ends and where its wanted fields lie.
///
/// RFC 4180, and what people write besides: a record ends with LF, CRLF or a lone CR; a quote that
/// does not begin its field is an ordinary character. Eight bytes are looked at together; once the
/// last wanted column is behind, words without a quote or a record's end are only counted.
struct RecordScanner {
  /// What a scan came to.
  enum Step {
    /// A record, in `columns` and the fields.
    case record
    /// An empty line.
    case blank
    /// The window ends before the record does.
    case incomplete
    /// The input ends inside quotes.
    case unclosedQuote
    /// Something other than a delimiter follows a closing quote.
    case textAfterQuote
  }

  /// Where the next record begins.
  private(set) var next = 0
  /// How many fields the record has.
  private(set) var columns = 0
  /// How many line ends stand inside the record's quotes; on a broken quote, those before it.
  private(set) var innerLines = 0
  /// Whether a wanted field has doubled quotes inside.
  private(set) var hasDoubledQuotes = false

  private let delimiter: UInt8
  private let slotOfColumn: [Int]
  private let wantedColumns: Int

  /// A scanner that keeps the field of each column at its place in `slotOfColumn`; columns at -1,
  /// and those beyond, are only counted.
  init(delimiter: UInt8, slotOfColumn: [Int]) {
    self.delimiter = delimiter
    self.slotOfColumn = slotOfColumn
    wantedColumns = (slotOfColumn.lastIndex { $0 >= 0 } ?? -1) + 1
  }

  /// Scans the record that begins at `start`.
  ///
  /// - Parameters:
  ///   - bytes: the window.
  ///   - end: where the input in it ends.
  ///   - isComplete: whether the input has no bytes beyond `end`.
  ///   - fields: one place for each slot; what a record lacks keeps its old value.
  mutating func scan(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, isComplete: Bool,
    into fields: inout MutableSpan<Field>
  ) -> Step {
    let delimiters = Words.filled(with: delimiter)
    let lineFeeds = Words.filled(with: ASCII.lineFeed)
    let returns = Words.filled(with: ASCII.carriageReturn)
    let quotes = Words.filled(with: ASCII.quote)
    innerLines = 0
    hasDoubledQuotes = false
    var column = 0
    var fieldStart = start
    var position = start

    words: while position < end {
      let word = Words.load(bytes, at: position, count: end &- position)
      let delimiterMatches = Words.matches(word, delimiters)
      let others =
        Words.matches(word, lineFeeds) | Words.matches(word, returns) | Words.matches(word, quotes)
      if others == 0, delimiterMatches == 0 || column >= wantedColumns {
        if delimiterMatches != 0 {
          column &+= Words.count(delimiterMatches)
          fieldStart = position &+ Words.last(delimiterMatches) &+ 1
        }
        position &+= 8
        continue
      }
      if column >= wantedColumns, column > 0 {
        let place = position &+ Words.first(others)
        if bytes[place] != ASCII.quote {
          let before = (others & (0 &- others)) &- 1
          return finish(
            bytes, column &+ Words.count(delimiterMatches & before), at: place, end, isComplete)
        }
      }
      var matches = delimiterMatches | others
      while matches != 0 {
        let place = position &+ Words.first(matches)
        let bit = matches & (0 &- matches)
        matches &= matches &- 1
        if delimiterMatches & bit != 0 {
          keep(Field(start: fieldStart, end: place), column, &fields)
          column &+= 1
          fieldStart = place &+ 1
          continue
        }
        if bytes[place] == ASCII.quote {
          if place != fieldStart { continue }
          switch quoted(bytes, from: place &+ 1, to: end, isComplete: isComplete) {
          case .broken(let step): return step
          case .closed(var field, let after):
            // At the window's end this may be the first half of a doubled quote; `finish` asks for
            // more then.
            let nextByte = after < end ? bytes[after] : ASCII.lineFeed
            guard nextByte == delimiter || ASCII.isLineEnd(nextByte) else { return .textAfterQuote }
            if column >= wantedColumns { field.quoting = .quoted }
            keep(field, column, &fields)
            innerLines &+= lineEnds(bytes, from: field.start, to: field.end)
            if nextByte == delimiter {
              column &+= 1
              fieldStart = after &+ 1
              position = fieldStart
              continue words
            }
            return finish(bytes, column, at: after, end, isComplete)
          }
        }
        keep(Field(start: fieldStart, end: place), column, &fields)
        let step = finish(bytes, column, at: place, end, isComplete)
        if case .record = step, column == 0, place == start { return .blank }
        return step
      }
      position &+= 8
    }
    guard isComplete else { return .incomplete }
    keep(Field(start: fieldStart, end: end), column, &fields)
    return finish(bytes, column, at: end, end, isComplete)
  }

  /// Keeps `field` where its column is wanted.
  @inline(__always)
  private mutating func keep(_ field: Field, _ column: Int, _ fields: inout MutableSpan<Field>) {
    guard column < wantedColumns else { return }
    let slot = slotOfColumn[column]
    guard slot >= 0 else { return }
    fields[slot] = field
    if field.quoting == .doubled { hasDoubledQuotes = true }
  }

  /// Ends the record at `place`, which is a line end or the end of the input.
  private mutating func finish(
    _ bytes: Span<UInt8>, _ column: Int, at place: Int, _ end: Int, _ isComplete: Bool
  ) -> Step {
    columns = column + 1
    next = place + 1
    if place >= end {
      next = end
      return isComplete ? .record : .incomplete
    }
    if bytes[place] == ASCII.carriageReturn {
      // Whether a line feed belongs to it may be beyond the window.
      if next == end, !isComplete { return .incomplete }
      if next < end, bytes[next] == ASCII.lineFeed { next += 1 }
    }
    return .record
  }
}

extension RecordScanner {
  private enum QuotedField {
    case closed(Field, after: Int)
    case broken(Step)
  }

  /// The field whose content begins at `start`, behind its opening quote.
  private func quoted(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, isComplete: Bool
  ) -> QuotedField {
    let quotes = Words.filled(with: ASCII.quote)
    var field = Field(start: start, end: start, quoting: .quoted)
    var position = start
    while position < end {
      let matches = Words.matches(Words.load(bytes, at: position, count: end - position), quotes)
      guard matches != 0 else {
        position += 8
        continue
      }
      let place = position + Words.first(matches)
      if place + 1 < end, bytes[place + 1] == ASCII.quote {
        field.quoting = .doubled
        position = place + 2
        continue
      }
      field.end = place
      return .closed(field, after: place + 1)
    }
    return .broken(isComplete ? .unclosedQuote : .incomplete)
  }

  /// The number of line ends in `start..<end`; CRLF is one.
  private func lineEnds(_ bytes: Span<UInt8>, from start: Int, to end: Int) -> Int {
    let lineFeeds = Words.filled(with: ASCII.lineFeed)
    let returns = Words.filled(with: ASCII.carriageReturn)
    var count = 0
    var position = start
    while position < end {
      let word = Words.load(bytes, at: position, count: end - position)
      count += Words.count(Words.matches(word, lineFeeds))
      var returnMatches = Words.matches(word, returns)
      while returnMatches != 0 {
        let place = position + Words.first(returnMatches)
        returnMatches &= returnMatches &- 1
        if place + 1 >= end || bytes[place + 1] != ASCII.lineFeed { count += 1 }
      }
      position += 8
    }
    return count
  }
}
