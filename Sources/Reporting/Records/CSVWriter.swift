/// Writes CSV (RFC 4180) with newlines as Unix has them, and the same with tabs for commas.
///
/// A field is quoted where it holds the delimiter, a quote, a carriage return or a newline, where it
/// starts or ends with a space or tab that a reader may trim, and where it is text without
/// characters, since a field without characters is a null. Otherwise text is left as it is.
struct CSVWriter {
  /// The lines so far.
  private(set) var text = ""
  private let delimiter: FieldSeparator

  /// Starts without headings.
  init(delimiter: FieldSeparator = .comma) { self.delimiter = delimiter }

  /// Starts with a line of `headings`.
  init(headings: [String], delimiter: FieldSeparator = .comma) {
    self.init(delimiter: delimiter)
    write(headings.map { .string($0) })
  }

  /// The text of `records`, or nothing but the headings without rows.
  static func text(_ records: RecordTable, delimiter: FieldSeparator = .comma) -> String {
    var writer = CSVWriter(headings: records.headings, delimiter: delimiter)
    for row in records.rows { writer.write(row.map(\.value)) }
    return writer.text
  }

  /// Adds a line.
  mutating func write(_ values: [JSONValue]) {
    for (index, value) in values.enumerated() {
      if index > 0 { text += delimiter.rawValue }
      text += field(value)
    }
    text += "\n"
  }

  /// A value as one field: lists have spaces between their elements.
  private func field(_ value: JSONValue) -> String {
    switch value {
    case .null: ""
    case .bool(let value): value ? "true" : "false"
    case .integer(let value): String(value)
    case .unsigned(let value): String(value)
    case .number(let value): value.isFinite ? value.description : ""
    case .string(let value): quoted(value)
    case .array(let values): values.map(field).joined(separator: " ")
    case .object: preconditionFailure("a field of CSV is not an object")
    }
  }

  private func quoted(_ string: String) -> String {
    let bytes = string.utf8
    let separator = delimiter.byte
    let edges = [bytes.first, bytes.last]
    let isPlain =
      !bytes.isEmpty
      && !edges.contains { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "\t") }
      && bytes.allSatisfy {
        $0 != separator && $0 != UInt8(ascii: "\"") && $0 != UInt8(ascii: "\r")
          && $0 != UInt8(ascii: "\n")
      }
    guard !isPlain else { return string }
    var field = "\""
    for scalar in string.unicodeScalars {
      if scalar == "\"" { field += "\"" }
      field.unicodeScalars.append(scalar)
    }
    return field + "\""
  }
}
