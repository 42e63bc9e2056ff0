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

  /// The usual advice.
  static let skipRemedy = "correct it, or leave such rows out with --bad-rows skip"

  /// Whether the policy for bad rows applies.
  var isOfOneRow: Bool {
    if case .dataset = self { return false }
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
    }
  }
}
