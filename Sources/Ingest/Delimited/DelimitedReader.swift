/// Reads one delimited file: the header first, then the rows into a consumer.
struct DelimitedReader: ~Copyable {
  var buffer: InputBuffer
  let file: String
  var delimiter = ASCII.comma
  /// The line on which the next record begins.
  var line = 1
  /// The lines of comments that stand above the header.
  var comments = 0
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

  /// Reads more into the window.
  mutating func refill() throws(IngestError) {
    let isLonger = try buffer.refill()
    guard isLonger else {
      throw .rows(
        Place(file: file, line: line),
        what: "the record that begins here is longer than \(buffer.limit >> 20) MiB",
        remedy: "check for a quote that is never closed")
    }
  }

  /// The error for a record that is broken.
  func broken(_ step: RecordScanner.Step, _ scanner: borrowing RecordScanner)
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
