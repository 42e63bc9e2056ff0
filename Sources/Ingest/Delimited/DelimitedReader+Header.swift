/// The header, and what stands above it.
extension DelimitedReader {
  /// Reads the header and settles the delimiter.
  ///
  /// - Parameters:
  ///   - place: where the header stands.
  ///   - known: the names that columns are recognised by, those that options give among them.
  /// - Throws: `IngestError` where the input is empty, is in another form, or the header is broken.
  mutating func readHeader(
    _ place: HeaderLine = .first, known: [String] = []
  ) throws(IngestError) -> Header {
    // The longest mark of a form is 15 bytes; a window may be shorter than that.
    while buffer.end < 16, !buffer.isComplete { _ = try buffer.refill() }
    try InputForm.check(buffer.storage.span, count: buffer.end, file: file)
    buffer.start = InputForm.byteOrderMarkLength(buffer.storage.span, count: buffer.end)
    let told = place == .line(1) ? nil : try toldDelimiter()
    let names = Set(known.map(asciiLowercased))
    if case .line(let number) = place { try skipLines(to: number) } else { try skipBlankLines() }
    if case .line = place {
      // Whatever the line is like, it is the header.
    } else if buffer.start < buffer.end, buffer.storage[buffer.start] == ASCII.hash {
      try skipComments(HeaderSearch(known: names, delimiter: told, file: file), place)
    }
    guard buffer.start < buffer.end else {
      throw .empty(
        file: file,
        what: place == .first && told == nil ? "it is empty" : "there is nothing to read",
        remedy: "expected a header such as model_a,model_b,winner and rows below it")
    }
    while true {
      let range = buffer.start..<buffer.end
      guard
        let found = told
          ?? Delimiter.detected(
            in: buffer.storage.span, range, isComplete: buffer.isComplete, file: file)
      else {
        try refill()
        continue
      }
      delimiter = found
      var scanner = RecordScanner(delimiter: delimiter, slotOfColumn: [])
      var none: [Field] = []
      var noFields = none.mutableSpan
      let step = scanner.scan(
        buffer.storage.span, from: range.lowerBound, to: range.upperBound,
        isComplete: buffer.isComplete, into: &noFields)
      switch step {
      case .record, .blank:
        return place == .absent
          ? Header(numbering: scanner.columns, place: Place(file: file, line: line))
          : header(columns: scanner.columns, place, names)
      case .incomplete: try refill()
      case .unclosedQuote, .textAfterQuote: throw broken(step, scanner)
      }
    }
  }

  /// The delimiter that a first line of its own tells, which is then behind but for its line end.
  private mutating func toldDelimiter() throws(IngestError) -> UInt8? {
    while !buffer.isComplete, buffer.end - buffer.start <= Delimiter.longestTold,
      !hasLineEnd(from: buffer.start)
    {
      try refill()
    }
    guard let told = Delimiter.told(in: buffer.storage.span, from: buffer.start, to: buffer.end)
    else { return nil }
    while buffer.start < buffer.end, !ASCII.isLineEnd(buffer.storage[buffer.start]) {
      buffer.start += 1
    }
    return told
  }

  private func hasLineEnd(from start: Int) -> Bool {
    for index in start..<buffer.end where ASCII.isLineEnd(buffer.storage[index]) { return true }
    return false
  }

  /// Goes on to the header, or to the first row where there is none, behind lines of comments.
  private mutating func skipComments(
    _ search: HeaderSearch, _ place: HeaderLine
  ) throws(IngestError) {
    while !buffer.isComplete, buffer.end - buffer.start < HeaderSearch.longestLook { try refill() }
    let found = search.header(
      buffer.storage.span, from: buffer.start,
      to: min(buffer.end, buffer.start + HeaderSearch.longestLook),
      isComplete: buffer.isComplete && buffer.end - buffer.start <= HeaderSearch.longestLook,
      isThere: place == .first)
    buffer.start = found.start
    line += found.lines
    comments = found.comments
  }

  /// Goes on to a line.
  private mutating func skipLines(to number: Int) throws(IngestError) {
    while line < number {
      guard buffer.start < buffer.end else {
        if buffer.isComplete { return }
        try refill()
        continue
      }
      if ASCII.isLineEnd(buffer.storage[buffer.start]) {
        guard try skipLineEnd() else { try refill(); continue }
      } else {
        buffer.start += 1
      }
    }
    if buffer.start == buffer.end, !buffer.isComplete { try refill() }
  }

  private mutating func skipBlankLines() throws(IngestError) {
    while true {
      while buffer.start < buffer.end {
        guard ASCII.isLineEnd(buffer.storage[buffer.start]) else { return }
        guard try skipLineEnd() else { break }
      }
      if buffer.isComplete { return }
      try refill()
    }
  }

  /// Passes over the line end that is next.
  ///
  /// - Returns: whether it is whole: where the window ends behind a CR, an LF may belong to it.
  private mutating func skipLineEnd() throws(IngestError) -> Bool {
    let isReturn = buffer.storage[buffer.start] == ASCII.carriageReturn
    if isReturn, buffer.start + 1 == buffer.end, !buffer.isComplete { return false }
    buffer.start += 1
    if isReturn, buffer.start < buffer.end, buffer.storage[buffer.start] == ASCII.lineFeed {
      buffer.start += 1
    }
    line += 1
    return true
  }

  private mutating func header(
    columns: Int, _ place: HeaderLine, _ known: Set<String>
  ) -> Header {
    var scanner = RecordScanner(delimiter: delimiter, slotOfColumn: Array(0..<columns))
    var fields = [Field](repeating: Field(), count: columns)
    var span = fields.mutableSpan
    _ = scanner.scan(
      buffer.storage.span, from: buffer.start, to: buffer.end, isComplete: buffer.isComplete,
      into: &span)
    unescapeDoubledQuotes(in: &buffer.storage, &fields)
    var names = Self.names(fields, in: buffer.storage.span)
    names[0] = HeaderSearch.name(names[0], known: known)
    var header = Header(place: Place(file: file, line: line), names: names)
    header.hasNumbers = place != .first
    buffer.start = scanner.next
    line += 1 + scanner.innerLines
    return header
  }

  /// The columns' names; the spaces around a name are its own only in quotes.
  private static func names(_ fields: [Field], in window: Span<UInt8>) -> [String] {
    fields.map { $0.content(in: window).text(in: window) }
  }
}
