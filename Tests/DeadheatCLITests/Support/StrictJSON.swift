/// A reader of JSON that keeps the order of keys and takes RFC 8259 and nothing else, written for
/// these tests.
indirect enum StrictJSON: Equatable {
  case null, bool(Bool), number(String), string(String), array([StrictJSON])
  case object([(key: String, value: StrictJSON)])

  struct Malformed: Error { let left: String }

  init(_ text: String) throws {
    var parser = Parser(rest: Array(text.unicodeScalars)[...])
    self = try parser.value()
    parser.skipSpace()
    guard parser.rest.isEmpty else { throw parser.malformed }
  }

  /// The keys of an object, in order; none for anything else.
  var keys: [String] { if case .object(let fields) = self { fields.map(\.key) } else { [] } }
  /// The elements of an array.
  var elements: [StrictJSON] { if case .array(let values) = self { values } else { [] } }
  /// A string.
  var text: String? { if case .string(let text) = self { text } else { nil } }
  /// A number.
  var double: Double? { if case .number(let digits) = self { Double(digits) } else { nil } }
  /// The value of a key.
  subscript(key: String) -> StrictJSON? {
    if case .object(let fields) = self { fields.first { $0.key == key }?.value } else { nil }
  }

  static func == (one: StrictJSON, other: StrictJSON) -> Bool {
    switch (one, other) {
    case (.null, .null): true
    case (.bool(let a), .bool(let b)): a == b
    case (.number(let a), .number(let b)): a == b
    case (.string(let a), .string(let b)): a == b
    case (.array(let a), .array(let b)): a == b
    case (.object(let a), .object(let b)):
      a.count == b.count && zip(a, b).allSatisfy { $0.key == $1.key && $0.value == $1.value }
    default: false
    }
  }
}

private struct Parser {
  var rest: ArraySlice<Unicode.Scalar>

  var malformed: StrictJSON.Malformed {
    StrictJSON.Malformed(left: String(String.UnicodeScalarView(rest.prefix(40))))
  }

  mutating func skipSpace() {
    while let scalar = rest.first, [" ", "\n", "\r", "\t"].contains(scalar) { rest.removeFirst() }
  }

  mutating func take(_ text: String) -> Bool {
    guard rest.starts(with: text.unicodeScalars) else { return false }
    rest = rest.dropFirst(text.unicodeScalars.count)
    return true
  }

  mutating func value() throws -> StrictJSON {
    skipSpace()
    if take("null") { return .null }
    if take("true") { return .bool(true) }
    if take("false") { return .bool(false) }
    if rest.first == "\"" { return .string(try string()) }
    if take("[") { return .array(try list(end: "]") { try $0.value() }) }
    if take("{") {
      let fields = try list(end: "}") { parser in
        parser.skipSpace()
        let key = try parser.string()
        parser.skipSpace()
        guard parser.take(":") else { throw parser.malformed }
        return (key: key, value: try parser.value())
      }
      guard Set(fields.map(\.key)).count == fields.count else { throw malformed }
      return .object(fields)
    }
    return .number(try number())
  }

  mutating func list<Element>(
    end: String, _ element: (inout Parser) throws -> Element
  ) throws -> [Element] {
    var elements: [Element] = []
    skipSpace()
    if take(end) { return elements }
    while true {
      elements.append(try element(&self))
      skipSpace()
      if take(end) { return elements }
      guard take(",") else { throw malformed }
    }
  }

  mutating func string() throws -> String {
    guard take("\"") else { throw malformed }
    var text = String.UnicodeScalarView()
    while let scalar = rest.popFirst() {
      if scalar == "\"" { return String(text) }
      guard scalar.value >= 0x20 else { throw malformed }
      guard scalar == "\\" else {
        text.append(scalar)
        continue
      }
      let escapes: [Unicode.Scalar: Unicode.Scalar] = [
        "\"": "\"", "\\": "\\", "/": "/", "n": "\n", "r": "\r", "t": "\t", "b": "\u{8}",
        "f": "\u{C}",
      ]
      guard let kind = rest.popFirst() else { throw malformed }
      if kind == "u" {
        let digits = String(String.UnicodeScalarView(rest.prefix(4)))
        rest = rest.dropFirst(4)
        guard digits.count == 4, let code = UInt32(digits, radix: 16),
          let scalar = Unicode.Scalar(code)
        else { throw malformed }
        text.append(scalar)
      } else {
        guard let scalar = escapes[kind] else { throw malformed }
        text.append(scalar)
      }
    }
    throw malformed
  }

  mutating func number() throws -> String {
    let allowed = Set("+-.eE0123456789".unicodeScalars)
    var text = String.UnicodeScalarView()
    while let scalar = rest.first, allowed.contains(scalar) {
      text.append(scalar)
      rest.removeFirst()
    }
    let digits = String(text)
    let unsigned = digits.hasPrefix("-") ? digits.dropFirst() : digits[...]
    guard let first = unsigned.first, first.isNumber, Double(digits) != nil,
      !(first == "0" && unsigned.dropFirst().first?.isNumber == true)
    else { throw malformed }
    return digits
  }
}
