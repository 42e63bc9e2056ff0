extension DelimitedReader {
  /// The values of the first rows, which stay unread: those in the window, which grows until it has one.
  ///
  /// - Throws: `IngestError` where the input cannot be read.
  mutating func grownSample(_ header: Header) throws(IngestError) -> [[String]] {
    while true {
      let rows = sample(header)
      guard rows.isEmpty, !buffer.isComplete, try buffer.refill() else { return rows }
    }
  }

  /// The values of the first rows in the window, which stay unread.
  func sample(_ header: Header) -> [[String]] {
    let count = header.names.count
    var scanner = RecordScanner(delimiter: delimiter, slotOfColumn: Array(0..<count))
    var fields = [Field](repeating: Field(), count: count)
    var position = buffer.start
    var rows: [[String]] = []
    while position < buffer.end, rows.count < 200 {
      var span = fields.mutableSpan
      let step = scanner.scan(
        buffer.storage.span, from: position, to: buffer.end, isComplete: buffer.isComplete,
        into: &span)
      switch step {
      case .record where scanner.columns == count:
        rows.append(fields.map { $0.text(in: buffer.storage.span) })
      case .record, .blank: break
      case .incomplete, .unclosedQuote, .textAfterQuote: return rows
      }
      position = scanner.next
    }
    return rows
  }

  /// Whether the first rows in the window, which stay unread, have as many fields as the header.
  func isEven(columns: Int) -> Bool {
    var scanner = RecordScanner(delimiter: delimiter, slotOfColumn: [])
    var none: [Field] = []
    var position = buffer.start
    var rows = 0
    while position < buffer.end, rows < 5 {
      var noFields = none.mutableSpan
      let step = scanner.scan(
        buffer.storage.span, from: position, to: buffer.end, isComplete: buffer.isComplete,
        into: &noFields)
      switch step {
      case .record:
        guard scanner.columns == columns else { return false }
        rows += 1
      case .blank: break
      case .incomplete: return rows > 0
      case .unclosedQuote, .textAfterQuote: return true
      }
      position = scanner.next
    }
    return rows > 0
  }

  /// The columns of clusters that nobody named, by the rows in the window, which stay unread.
  func unnamedClusters(_ header: Header) -> [String] {
    guard var look = RepeatedColumns(header.names) else { return [] }
    var slots = [Int](repeating: -1, count: header.names.count)
    for (slot, name) in look.names.enumerated() {
      guard let column = header.columns(named: name).first else { continue }
      slots[column] = slot
    }
    var scanner = RecordScanner(delimiter: delimiter, slotOfColumn: slots)
    var fields = [Field](repeating: Field(), count: look.names.count)
    var position = buffer.start
    while position < buffer.end, !look.isDone {
      var span = fields.mutableSpan
      let step = scanner.scan(
        buffer.storage.span, from: position, to: buffer.end, isComplete: buffer.isComplete,
        into: &span)
      switch step {
      case .record where scanner.columns == header.names.count:
        look.take(fields.map { $0.bytes(in: buffer.storage.span) })
      case .record, .blank: break
      case .incomplete, .unclosedQuote, .textAfterQuote: return look.repeated
      }
      position = scanner.next
    }
    return look.repeated
  }
}
