/// What places in a window are counted from.
struct JSONPlace: Sendable {
  let file: String
  /// The line at `position`.
  let line: Int
  /// A place in the window before the ones that are told.
  let position: Int
  /// How many bytes of the input are no longer in the window.
  let offset: Int

  /// The error for what stopped a scanner.
  func error(_ stop: JSONStop, _ window: Span<UInt8>, end: Int) -> IngestError {
    switch stop {
    case .incomplete:
      return .syntax(
        place(of: end, in: window), byte: offset + end + 1,
        what: "the input ends in the middle of a value",
        remedy: "check that the file is complete")
    case .fault(let fault, let byte):
      let told = fault.told(Self.shown(window, at: byte, end: end))
      return .syntax(
        place(of: byte, in: window), byte: offset + byte + 1, what: told.what,
        remedy: told.remedy)
    }
  }

  private func place(of byte: Int, in window: Span<UInt8>) -> Place {
    var line = line
    for index in position..<max(position, byte) where window[index] == ASCII.lineFeed { line += 1 }
    return Place(file: file, line: line)
  }

  /// The character at `start`, or the byte where it is no whole one.
  private static func shown(_ window: Span<UInt8>, at start: Int, end: Int) -> String {
    for length in 1...4 where start + length <= end {
      let field = Field(start: start, end: start + length)
      if case .success = field.validText(in: window) {
        return quoted(bytes: field.bytes(in: window))
      }
    }
    return quoted(bytes: start < end ? [window[start]] : [])
  }
}
