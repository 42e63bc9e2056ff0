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
      case .incomplete: return step
      case .unclosedQuote, .textAfterQuote:
        guard isComment(storage.span, to: end, fields: nil) else { return step }
        guard skipLine(storage.span, to: end, isComplete: isComplete, &tally) else {
          return .incomplete
        }
        continue
      case .blank: break
      case .record
      where scanner.columns != columns.slotOfColumn.count
        && isComment(storage.span, to: end, fields: scanner.columns):
        guard skipLine(storage.span, to: end, isComplete: isComplete, &tally) else {
          return .incomplete
        }
        continue
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
        try consumer.filter(
          storage.span, fields.span, at: Place(file: file, line: line), line: line,
          columns: columns.names, &selection, &tally)
      }
      position = scanner.next
      line += 1 + scanner.innerLines
    }
    return .incomplete
  }

  /// Whether the line at the position, which is no row, is a comment and no row with something missing:
  /// `#` and a blank or another sign, or `#` and no delimiter.
  ///
  /// - Parameter fields: how many it has; `nil` where that is not known.
  private func isComment(_ window: Span<UInt8>, to end: Int, fields: Int?) -> Bool {
    guard window[position] == ASCII.hash else { return false }
    guard fields != 1, position + 1 < end else { return true }
    let byte = window[position + 1]
    return ASCII.isBlank(byte) || ASCII.isLineEnd(byte) || byte == ASCII.hash
      || byte == ASCII.exclamation
  }

  /// Passes over a line of comment.
  ///
  /// - Returns: whether its end is in the window.
  private mutating func skipLine(
    _ window: Span<UInt8>, to end: Int, isComplete: Bool, _ tally: inout RowTally
  ) -> Bool {
    var lineEnd = position
    while lineEnd < end, !ASCII.isLineEnd(window[lineEnd]) { lineEnd += 1 }
    if lineEnd < end, window[lineEnd] == ASCII.carriageReturn { lineEnd += 1 }
    guard lineEnd < end || isComplete else { return false }
    let isReturn = lineEnd > position && window[lineEnd - 1] == ASCII.carriageReturn
    if lineEnd < end, !isReturn || window[lineEnd] == ASCII.lineFeed { lineEnd += 1 }
    position = lineEnd
    line += 1
    tally.comments += 1
    return true
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
      try consumer.filter(
        window, slots.span, at: Place(file: file, line: line), line: line, columns: columns.names,
        &selection, &tally)
      position = next
      line += 1
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
