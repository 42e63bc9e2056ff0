/// A value of a JSON document, with its keys in a fixed order.
package indirect enum JSONValue {
  /// Nothing known.
  case null
  /// A truth value.
  case bool(Bool)
  /// A whole number.
  case integer(Int)
  /// A whole number without sign, such as a seed.
  case unsigned(UInt64)
  /// A number; one that is not finite is written as null.
  case number(Double)
  /// Text.
  case string(String)
  /// Values in order.
  case array([JSONValue])
  /// Fields in order.
  case object([Field])

  /// A whole number, or null.
  static func optional(_ value: Int?) -> JSONValue { value.map { .integer($0) } ?? .null }

  /// Text, or null.
  static func optional(_ value: String?) -> JSONValue { value.map { .string($0) } ?? .null }

  /// A truth value, or null.
  static func optional(_ value: Bool?) -> JSONValue { value.map { .bool($0) } ?? .null }

  /// A number, or null.
  static func optional(_ value: Double?) -> JSONValue { value.map { .number($0) } ?? .null }
}

/// A key of a JSON object, or the heading of a CSV column, with its value.
///
/// What a report says of a model or a pair is one list of fields, from which both formats come; see
/// `RecordTable`.
package struct Field {
  /// The key, in snake case.
  let key: String
  /// The value.
  let value: JSONValue

  init(_ key: String, _ value: JSONValue) {
    self.key = key
    self.value = value
  }
}
