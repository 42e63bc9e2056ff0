/// The way along the values of one array or object.
struct JSONCursor {
  /// What is passed over; it was passed over before, so that nothing can be wrong with it.
  private var scanner: JSONScanner
  private let isObject: Bool
  private var isFirst = true
  private let firstLine: Int
  /// The key of the last value, as it is written; nothing in an array.
  private(set) var key = 0..<0

  /// A cursor before the first value of the array or object at `start`, which is on `line`.
  init(
    _ bytes: Span<UInt8>, at start: Int, line: Int, end: Int, notANumber: NotANumber
  ) {
    scanner = JSONScanner(at: start + 1, end: end, isComplete: true, notANumber: notANumber)
    isObject = bytes[start] == ASCII.openBrace
    firstLine = line
  }

  /// The line of the next byte.
  var line: Int { firstLine + scanner.lines }

  /// The next value, or `nil` where there is none.
  mutating func next(_ bytes: Span<UInt8>) throws(JSONStop) -> JSONRecord.Member? {
    guard
      try !scanner.closes(
        isObject ? ASCII.closeBrace : ASCII.closeBracket, isFirst: isFirst, bytes)
    else { return nil }
    isFirst = false
    if isObject {
      key = scanner.position..<scanner.position
      _ = try scanner.text(bytes)
      key = key.lowerBound..<scanner.position
      try scanner.pass(ASCII.colon, bytes, expected: .expectedColon)
      _ = try scanner.peek(bytes)
    }
    let start = scanner.position
    let kind = try scanner.value(bytes, depth: 1)
    return JSONRecord.Member(
      key: 0, parent: -1, written: key, kind: kind, start: start, end: scanner.position)
  }

  /// The array that is next, and a way along it; or `nil` where none is next.
  mutating func nextArray(
    _ bytes: Span<UInt8>
  ) throws(JSONStop) -> (value: JSONRecord.Member, cursor: JSONCursor?)? {
    guard let member = try next(bytes) else { return nil }
    guard member.kind == .array else { return (member, nil) }
    // The lines of the array itself were counted when it was passed over.
    var lines = 0
    for index in member.start..<member.end where bytes[index] == ASCII.lineFeed { lines += 1 }
    return (
      member,
      JSONCursor(
        bytes, at: member.start, line: line - lines, end: member.end,
        notANumber: scanner.notANumber)
    )
  }
}
