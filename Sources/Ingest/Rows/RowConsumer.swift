/// What takes the rows of a file, one at a time: battles, a board, or a column of values.
protocol RowConsumer {
  /// Takes one row.
  ///
  /// - Parameters:
  ///   - window: the bytes that the fields point into.
  ///   - fields: the row's wanted fields, by slot.
  ///   - line: the row's line.
  /// - Throws: `RowProblem` where the row cannot be used; nothing of it has then been counted.
  mutating func take(_ window: Span<UInt8>, _ fields: Span<Field>, line: Int) throws(RowProblem)

  /// Looks at a row that a filter leaves out, which may tell how others are to be read.
  mutating func passOver(_ window: Span<UInt8>, _ fields: Span<Field>) throws(RowProblem)
}

extension RowConsumer {
  /// Most consumers learn nothing from rows that are left out.
  mutating func passOver(_ window: Span<UInt8>, _ fields: Span<Field>) throws(RowProblem) {}

  /// Filters one row and hands it on.
  ///
  /// - Parameters:
  ///   - columns: the names of the columns, by slot, for messages.
  /// - Throws: `IngestError` on a bad row where reading is to stop.
  @inline(__always)
  mutating func filter(
    _ window: Span<UInt8>, _ fields: Span<Field>, at place: @autoclosure () -> Place,
    line: Int, columns: @autoclosure () -> [String], _ selection: inout RowSelection,
    _ tally: inout RowTally
  ) throws(IngestError) {
    var isFiltered = false
    do throws(RowProblem) {
      if try selection.accepts(window, fields) {
        try take(window, fields, line: line)
      } else {
        isFiltered = true
        tally.filtered += 1
        try passOver(window, fields)
      }
    } catch {
      try setAside(
        error, window, fields, at: place(), columns: columns(), isFiltered: isFiltered, &tally)
    }
  }

  @inline(never)
  private mutating func setAside(
    _ problem: RowProblem, _ window: Span<UInt8>, _ fields: Span<Field>, at place: Place,
    columns: [String], isFiltered: Bool, _ tally: inout RowTally
  ) throws(IngestError) {
    if problem.isRepeatedHeader(window, fields, columns) {
      tally.addRepeatedHeader(isFiltered: isFiltered)
      return
    }
    let told = problem.error(at: place, window, fields, columns: columns)
    guard problem.isOfOneRow else { throw told }
    try tally.setAside(told)
    // A row that is set aside may tell how others are to be read, too.
    if !isFiltered { try? passOver(window, fields) }
  }
}

/// Why a row cannot be used.
enum RowProblem: Error {
  /// The value in a slot is not what it should be.
  case value(slot: Int, expected: String, remedy: String)
  /// The value in a slot is not UTF-8, from an offset on.
  case notUTF8(slot: Int, offset: Int)
  /// Several values together are wrong.
  case row(what: String, remedy: String)
  /// The data set as a whole is wrong from this row on, whatever is done about bad rows.
  case dataset(what: String, remedy: String)
  /// The row is the header once more, as where files were put one behind the other.
  case repeatedHeader

  /// The usual advice.
  static let skipRemedy = "correct it, or leave such rows out with --bad-rows skip"

  /// Whether the policy for bad rows applies.
  var isOfOneRow: Bool {
    if case .dataset = self { return false }
    return true
  }

  /// Whether the row says in each column what the header says.
  func isRepeatedHeader(_ window: Span<UInt8>, _ fields: Span<Field>, _ columns: [String]) -> Bool {
    if case .repeatedHeader = self { return true }
    guard case .value = self else { return false }
    for slot in columns.indices where !fields[slot].isText(columns[slot], in: window) {
      return false
    }
    return true
  }

  /// The problem with its place, told with the values that caused it.
  func error(
    at place: Place, _ window: Span<UInt8>, _ fields: Span<Field>, columns: [String]
  ) -> IngestError {
    switch self {
    case .value(let slot, let expected, let remedy):
      let bytes = fields[slot].bytes(in: window)
      return .value(
        place, column: columns[slot], value: bytes.isEmpty ? "empty" : quoted(bytes: bytes),
        expected: expected, remedy: remedy)
    case .notUTF8(let slot, let offset):
      return .value(
        place, column: columns[slot], value: quoted(bytes: fields[slot].bytes(in: window)),
        expected: "UTF-8, which it is not from its byte \(offset) on",
        remedy: "save the file as UTF-8, for example with iconv")
    case .row(let what, let remedy), .dataset(let what, let remedy):
      return .rows(place, what: what, remedy: remedy)
    case .repeatedHeader:
      return .rows(
        place, what: "the header is there once more", remedy: RowProblem.skipRemedy)
    }
  }
}
