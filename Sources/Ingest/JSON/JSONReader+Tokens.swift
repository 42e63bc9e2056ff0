/// Single tokens around the records; the window is refilled where it ends inside one.
extension JSONReader {
  /// What places in the window are counted from.
  var place: JSONPlace {
    JSONPlace(file: file, line: line, position: buffer.start, offset: buffer.offset)
  }

  /// Passes over what `body` passes over, which begins anew where the window ends inside it.
  mutating func scan<Found>(
    _ body: (inout JSONScanner, Span<UInt8>) throws(JSONStop) -> Found
  ) throws(IngestError) -> Found {
    while true {
      var scanner = JSONScanner(
        at: buffer.start, end: buffer.end, isComplete: buffer.isComplete, notANumber: notANumber)
      do throws(JSONStop) {
        let found = try body(&scanner, buffer.storage.span)
        buffer.start = scanner.position
        line += scanner.lines
        return found
      } catch {
        guard error.needsMore(end: buffer.end, isComplete: buffer.isComplete) else {
          throw place.error(error, buffer.storage.span, end: buffer.end)
        }
      }
      try refill()
    }
  }

  /// The next key of an object, up to its value, or `nil` where the closing brace is behind.
  mutating func nextKey(isFirst: Bool) throws(IngestError) -> [UInt8]? {
    try scan { scanner, bytes throws(JSONStop) in
      if try scanner.closes(ASCII.closeBrace, isFirst: isFirst, bytes) { return nil }
      return try scanner.key(bytes)
    }
  }

  /// Reads more into the window.
  mutating func refill() throws(IngestError) {
    let isLonger = try buffer.refill()
    guard isLonger || buffer.isComplete else {
      throw .rows(
        Place(file: file, line: line),
        what: "the record that begins here is longer than \(buffer.limit >> 20) MiB",
        remedy: "check for a quote or bracket that is never closed")
    }
  }
}

extension JSONScanner {
  /// Whether the value that is next is an array whose first value is an object.
  consuming func beginsWithObjects(_ bytes: Span<UInt8>) throws(JSONStop) -> Bool {
    guard bytes[position] == ASCII.openBracket else { return false }
    position += 1
    return try peek(bytes) == ASCII.openBrace
  }
}
