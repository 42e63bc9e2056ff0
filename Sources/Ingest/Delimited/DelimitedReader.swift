/// Reads one delimited file: the header first, then the rows into a consumer.
struct DelimitedReader: ~Copyable {
  private(set) var buffer: InputBuffer
  private let file: String
  private(set) var delimiter = ASCII.comma
  /// The line on which the next record begins.
  private(set) var line = 1
  private let paths: ReadTuning.Paths

  /// A reader at the beginning of the input.
  init(_ buffer: consuming InputBuffer, paths: ReadTuning.Paths = .fast) {
    self.paths = paths
    file = buffer.file
    self.buffer = buffer
  }

  /// A reader of rows in the middle of an input, the first of which begins on `line`.
  init(
    _ buffer: consuming InputBuffer, delimiter: UInt8, line: Int, paths: ReadTuning.Paths
  ) {
    self.init(buffer, paths: paths)
    self.delimiter = delimiter
    self.line = line
  }

  /// Reads the header and settles the delimiter.
  ///
  /// - Throws: `IngestError` where the input is empty, is in another form, or the header is broken.
  mutating func readHeader() throws(IngestError) -> Header {
    // The longest mark of a form is 15 bytes; a window may be shorter than that.
    while buffer.end < 16, !buffer.isComplete { _ = try buffer.refill() }
    try InputForm.check(buffer.storage.span, count: buffer.end, file: file)
    buffer.start = InputForm.byteOrderMarkLength(buffer.storage.span, count: buffer.end)
    try skipBlankLines()
    guard buffer.start < buffer.end else {
      throw .empty(
        file: file, what: "it is empty",
        remedy: "expected a header such as model_a,model_b,winner and rows below it")
    }
    while true {
      let range = buffer.start..<buffer.end
      guard
        let found = Delimiter.detected(
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
      case .record, .blank: return header(columns: scanner.columns)
      case .incomplete: try refill()
      case .unclosedQuote, .textAfterQuote: throw broken(step, scanner)
      }
    }
  }

  /// Reads all rows that begin before a place in the input.
  ///
  /// - Parameters:
  ///   - stop: the place, `Int.max` for all rows there are.
  ///   - consumer: takes the rows that pass the selection.
  ///   - columns: the columns to look at.
  ///   - selection: the filters.
  ///   - tally: counts what becomes of the rows.
  /// - Throws: `IngestError` on a bad row where the tally's policy is to stop, and on what no
  ///   policy can go on from.
  mutating func readRows<Consumer: RowConsumer>(
    before stop: Int = .max, into consumer: inout Consumer, columns: WantedColumns,
    selection: inout RowSelection,
    tally: inout RowTally
  ) throws(IngestError) {
    var scanner = RecordScanner(delimiter: delimiter, slotOfColumn: columns.slotOfColumn)
    var fields = [Field](repeating: Field(), count: columns.names.count)
    var rows = RowStage(
      file: file, columns: columns,
      plain: paths == .fast
        ? PlainRecordScanner(delimiter: delimiter, slotOfColumn: columns.slotOfColumn) : nil,
      line: line, position: buffer.start)
    while true {
      let end = buffer.end
      let isComplete = buffer.isComplete
      let step = try rows.readWindow(
        &buffer.storage, to: end, before: stop - buffer.offset, isComplete: isComplete, &scanner,
        &fields, &consumer, &selection, &tally)
      line = rows.line
      buffer.start = rows.position
      if buffer.position >= stop { return }
      switch step {
      case .unclosedQuote, .textAfterQuote: throw broken(step, scanner)
      case .incomplete where isComplete: return
      default: try refill()
      }
      rows.position = buffer.start
    }
  }

  private mutating func refill() throws(IngestError) {
    let isLonger = try buffer.refill()
    guard isLonger else {
      throw .rows(
        Place(file: file, line: line),
        what: "the record that begins here is longer than \(buffer.limit >> 20) MiB",
        remedy: "check for a quote that is never closed")
    }
  }

  private mutating func skipBlankLines() throws(IngestError) {
    while true {
      while buffer.start < buffer.end {
        let byte = buffer.storage[buffer.start]
        let isReturn = byte == ASCII.carriageReturn
        guard isReturn || byte == ASCII.lineFeed else { return }
        if isReturn, buffer.start + 1 == buffer.end, !buffer.isComplete { break }
        buffer.start += 1
        if isReturn, buffer.start < buffer.end, buffer.storage[buffer.start] == ASCII.lineFeed {
          buffer.start += 1
        }
        line += 1
      }
      if buffer.isComplete { return }
      try refill()
    }
  }

  private mutating func header(columns: Int) -> Header {
    var scanner = RecordScanner(delimiter: delimiter, slotOfColumn: Array(0..<columns))
    var fields = [Field](repeating: Field(), count: columns)
    var span = fields.mutableSpan
    _ = scanner.scan(
      buffer.storage.span, from: buffer.start, to: buffer.end, isComplete: buffer.isComplete,
      into: &span)
    unescapeDoubledQuotes(in: &buffer.storage, &fields)
    let names = Self.names(fields, in: buffer.storage.span)
    let header = Header(place: Place(file: file, line: line), names: names)
    buffer.start = scanner.next
    line += 1 + scanner.innerLines
    return header
  }

  /// The columns' names; the spaces around a name are its own only in quotes.
  private static func names(_ fields: [Field], in window: Span<UInt8>) -> [String] {
    fields.map { $0.content(in: window).text(in: window) }
  }

  private func broken(_ step: RecordScanner.Step, _ scanner: borrowing RecordScanner)
    -> IngestError
  {
    let place = Place(file: file, line: line + scanner.innerLines)
    if case .textAfterQuote = step {
      return .rows(
        place, what: "text follows the closing quote of a value that opens on this line",
        remedy: "double the quotes inside a quoted value")
    }
    return .rows(
      place, what: "the quote that opens on this line is never closed",
      remedy: "close it, or double the quotes inside the value")
  }
}
