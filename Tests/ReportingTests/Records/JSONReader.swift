/// A strict reader of JSON (RFC 8259) for tests, written apart from the writer.
///
/// It takes no comments, no trailing commas, no NaN, no raw control characters and nothing after the
/// document; keys keep their order, so that tests can see it.
struct JSONReader {
  /// What was read.
  indirect enum Value: Equatable {
    case null
    case bool(Bool)
    case number(String)
    case string(String)
    case array([Value])
    case object([Entry])

    /// The value of `key` in an object.
    subscript(key: String) -> Value? {
      guard case .object(let entries) = self else { return nil }
      return entries.first { $0.key == key }?.value
    }

    /// The keys of an object in their order.
    var keys: [String] {
      guard case .object(let entries) = self else { return [] }
      return entries.map(\.key)
    }

    /// The elements of an array.
    var elements: [Value] {
      guard case .array(let values) = self else { return [] }
      return values
    }
  }

  /// A key with its value.
  struct Entry: Equatable {
    let key: String
    let value: Value
  }

  /// What is wrong, and at which scalar.
  struct Failure: Error {
    let message: String
    let position: Int
  }

  private let scalars: [Unicode.Scalar]
  private var position = 0

  /// The document in `text`.
  static func read(_ text: String) throws -> Value {
    var reader = JSONReader(scalars: Array(text.unicodeScalars))
    let value = try reader.value()
    reader.skipSpace()
    guard reader.peek == nil else { throw reader.failure("something after the document") }
    return value
  }

  private init(scalars: [Unicode.Scalar]) {
    self.scalars = scalars
  }

  private var peek: Unicode.Scalar? { position < scalars.count ? scalars[position] : nil }

  private func failure(_ message: String) -> Failure {
    Failure(message: message, position: position)
  }

  private mutating func skipSpace() {
    while let scalar = peek, " \n\r\t".unicodeScalars.contains(scalar) { position += 1 }
  }

  private mutating func expect(_ text: String) throws {
    for scalar in text.unicodeScalars {
      guard peek == scalar else { throw failure("expected \(text)") }
      position += 1
    }
  }

  private mutating func value() throws -> Value {
    skipSpace()
    switch peek {
    case "n":
      try expect("null")
      return .null
    case "t":
      try expect("true")
      return .bool(true)
    case "f":
      try expect("false")
      return .bool(false)
    case "\"": return .string(try string())
    case "[": return .array(try list(from: "[", to: "]") { try $0.value() })
    case "{":
      return .object(
        try list(from: "{", to: "}") {
          $0.skipSpace()
          let key = try $0.string()
          $0.skipSpace()
          try $0.expect(":")
          return Entry(key: key, value: try $0.value())
        })
    default: return .number(try number())
    }
  }

  private mutating func list<Element>(
    from open: String, to close: Unicode.Scalar,
    _ element: (inout JSONReader) throws -> Element
  ) throws -> [Element] {
    try expect(open)
    skipSpace()
    var elements: [Element] = []
    if peek == close {
      position += 1
      return elements
    }
    while true {
      elements.append(try element(&self))
      skipSpace()
      if peek == close {
        position += 1
        return elements
      }
      try expect(",")
    }
  }

  private mutating func number() throws -> String {
    let start = position
    if peek == "-" { position += 1 }
    let whole = digits()
    guard !whole.isEmpty, whole == "0" || whole.first != "0" else { throw failure("a number") }
    if peek == "." {
      position += 1
      guard !digits().isEmpty else { throw failure("digits after the point") }
    }
    if peek == "e" || peek == "E" {
      position += 1
      if peek == "+" || peek == "-" { position += 1 }
      guard !digits().isEmpty else { throw failure("digits of the exponent") }
    }
    return String(String.UnicodeScalarView(scalars[start..<position]))
  }

  private mutating func digits() -> String {
    var digits = ""
    while let scalar = peek, ("0"..."9").contains(scalar) {
      digits.unicodeScalars.append(scalar)
      position += 1
    }
    return digits
  }

  private mutating func string() throws -> String {
    try expect("\"")
    var text = String.UnicodeScalarView()
    while let scalar = peek {
      position += 1
      switch scalar {
      case "\"": return String(text)
      case "\\": text.append(try escape())
      case "\u{0}"..<"\u{20}": throw failure("a raw control character")
      default: text.append(scalar)
      }
    }
    throw failure("the end of a string")
  }

  private mutating func escape() throws -> Unicode.Scalar {
    guard let scalar = peek else { throw failure("an escape") }
    position += 1
    switch scalar {
    case "\"", "\\", "/": return scalar
    case "n": return "\n"
    case "r": return "\r"
    case "t": return "\t"
    case "b": return "\u{8}"
    case "f": return "\u{C}"
    case "u":
      let end = min(position + 4, scalars.count)
      let digits = String(String.UnicodeScalarView(scalars[position..<end]))
      guard digits.count == 4, let code = UInt32(digits, radix: 16),
        let scalar = Unicode.Scalar(code)
      else { throw failure("four hexadecimal digits of a scalar") }
      position = end
      return scalar
    default: throw failure("a known escape")
    }
  }
}
