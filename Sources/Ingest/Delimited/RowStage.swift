/// The loop over the records of one window: scan, count the fields, filter, hand on.
struct RowStage {
  let file: String
  let columns: WantedColumns
  /// Finds records in which nothing is unusual; `nil` where every record is to be looked at byte by
  /// byte.
  let plain: PlainRecordScanner?
  /// The line on which the next record begins.
  var line: Int
  /// Where in the window the next record begins.
  var position: Int

  /// Reads the records that are complete in `storage` and begin before `stop`.
  ///
  /// - Returns: `.incomplete` where the window is used up, or what is broken.
  /// - Throws: `IngestError` on a bad row where reading is to stop.
  mutating func readWindow<Consumer: RowConsumer>(
    _ storage: inout [UInt8], to end: Int, before stop: Int, isComplete: Bool,
    _ scanner: inout RecordScanner,
    _ fields: inout [Field], _ consumer: inout Consumer, _ selection: inout RowSelection,
    _ tally: inout RowTally
  ) throws(IngestError) -> RecordScanner.Step {
    let stop = min(stop, end)
    while position < stop {
      if let plain {
        try readPlainRows(
          storage.span, to: end, before: stop, plain, &fields, &consumer, &selection, &tally)
        if position >= stop { break }
      }
      var slots = fields.mutableSpan
      let step = scanner.scan(
        storage.span, from: position, to: end, isComplete: isComplete, into: &slots)
      switch step {
      case .incomplete, .unclosedQuote, .textAfterQuote: return step
      case .blank: break
      case .record:
        tally.rows += 1
        let expected = columns.slotOfColumn.count
        if scanner.columns != expected {
          try tally.setAside(
            .raggedRow(
              Place(file: file, line: line), found: scanner.columns, expected: expected))
          break
        }
        if scanner.hasDoubledQuotes { unescapeDoubledQuotes(in: &storage, &fields) }
        try hand(storage.span, fields.span, &consumer, &selection, &tally)
      }
      position = scanner.next
      line += 1 + scanner.innerLines
    }
    return .incomplete
  }

  /// Reads records for as long as they are plain.
  private mutating func readPlainRows<Consumer: RowConsumer>(
    _ window: Span<UInt8>, to end: Int, before stop: Int, _ plain: PlainRecordScanner,
    _ fields: inout [Field], _ consumer: inout Consumer, _ selection: inout RowSelection,
    _ tally: inout RowTally
  ) throws(IngestError) {
    var slots = fields.mutableSpan
    while position < stop,
      let next = plain.scan(window, from: position, to: end, into: &slots)
    {
      tally.rows += 1
      try hand(window, slots.span, &consumer, &selection, &tally)
      position = next
      line += 1
    }
  }

  /// Filters the row at `line` and hands it on.
  @inline(__always)
  private func hand<Consumer: RowConsumer>(
    _ window: Span<UInt8>, _ fields: Span<Field>, _ consumer: inout Consumer,
    _ selection: inout RowSelection, _ tally: inout RowTally
  ) throws(IngestError) {
    do throws(RowProblem) {
      guard try selection.accepts(window, fields) else {
        tally.filtered += 1
        return
      }
      try consumer.take(window, fields, line: line)
    } catch {
      let told = error.error(
        at: Place(file: file, line: line), window, fields, columns: columns.names)
      guard error.isOfOneRow else { throw told }
      try tally.setAside(told)
    }
  }
}

/// Makes doubled quotes single, in place: the window is ours, and the content only gets shorter.
func unescapeDoubledQuotes(in storage: inout [UInt8], _ fields: inout [Field]) {
  for index in fields.indices where fields[index].quoting == .doubled {
    let field = fields[index]
    var target = field.start
    var source = field.start
    while source < field.end {
      storage[target] = storage[source]
      // The second quote of a pair is passed over.
      source += storage[source] == ASCII.quote ? 2 : 1
      target += 1
    }
    fields[index].end = target
    fields[index].quoting = .quoted
  }
}
