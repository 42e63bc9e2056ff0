/// Writes JSON (RFC 8259): a line for each key of the document and for each object of a list in it,
/// so that results can be read, searched and compared line by line.
///
/// Numbers have the shortest digits that read back as the same double.
struct JSONWriter {
  private var text = ""

  /// `document` in text that ends with a newline.
  static func text(_ document: JSONValue) -> String {
    var writer = JSONWriter()
    writer.write(document, depth: 0)
    writer.text += "\n"
    return writer.text
  }

  /// `value` in one line, which ends with a newline.
  static func line(_ value: JSONValue) -> String {
    var writer = JSONWriter()
    // As what stands inside of a document is written.
    writer.write(value, depth: 2)
    writer.text += "\n"
    return writer.text
  }

  private mutating func write(_ value: JSONValue, depth: Int) {
    switch value {
    case .null: text += "null"
    case .bool(let value): text += value ? "true" : "false"
    case .integer(let value): text += String(value)
    case .unsigned(let value): text += String(value)
    case .number(let value): text += value.isFinite ? value.description : "null"
    case .string(let value): writeQuoted(value)
    case .array(let values):
      let isBroken = depth == 1 && values.contains { if case .object = $0 { true } else { false } }
      writeList(values, between: ("[", "]"), isBroken: isBroken, depth: depth) {
        $0.write($1, depth: depth + 1)
      }
    case .object(let fields):
      writeList(fields, between: ("{", "}"), isBroken: depth == 0, depth: depth) {
        $0.writeQuoted($1.key)
        $0.text += ": "
        $0.write($1.value, depth: depth + 1)
      }
    }
  }

  private mutating func writeList<Element>(
    _ elements: [Element], between brackets: (String, String), isBroken: Bool, depth: Int,
    write: (inout JSONWriter, Element) -> Void
  ) {
    let indent = "\n" + String(repeating: "  ", count: depth)
    text += brackets.0
    for (index, element) in elements.enumerated() {
      if index > 0 { text += isBroken ? "," : ", " }
      if isBroken { text += indent + "  " }
      write(&self, element)
    }
    if isBroken { text += indent }
    text += brackets.1
  }

  /// Writes as an escape what RFC 8259, section 7, requires to be one, and the other controls and the
  /// line separators, which terminals and programs that read lines would act on; all else as it is.
  private mutating func writeQuoted(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      case "\t": text += "\\t"
      case "\u{0}"..<"\u{20}", "\u{7F}"..."\u{9F}", "\u{2028}", "\u{2029}":
        let digits = String(scalar.value, radix: 16)
        text += "\\u" + String(repeating: "0", count: 4 - digits.utf8.count) + digits
      default: text.unicodeScalars.append(scalar)
      }
    }
    text += "\""
  }
}
