/// `text` in double quotes, fit for a message: see `quoted(bytes:)`.
func quoted(_ text: String) -> String { quoted(bytes: Array(text.utf8)) }

/// Bytes from the input in double quotes, fit for a message: characters that control the terminal
/// or the writing direction, spaces other than the usual one, and bytes that are not UTF-8 are
/// escaped, and long texts shortened.
func quoted(bytes: [UInt8]) -> String { "\"" + escaped(bytes, limit: 80) + "\"" }

/// A file's name as messages show it, `<stdin>` for standard input.
func displayed(file: String) -> String {
  file == "-" ? "<stdin>" : escaped(Array(file.utf8), limit: 4096)
}

/// `bytes` as text, in which those that are not UTF-8 are escaped and all others stay.
func escapingBadBytes(_ bytes: [UInt8]) -> String {
  var text = ""
  var rest = bytes[...]
  while let first = rest.first {
    if let (scalar, width) = leadingScalar(rest) {
      text.unicodeScalars.append(scalar)
      rest = rest.dropFirst(width)
    } else {
      text += escaped(badByte: first)
      rest = rest.dropFirst()
    }
  }
  return text
}

private func escaped(badByte byte: UInt8) -> String {
  "\\x" + hexadecimal(UInt32(byte), digits: 2)
}

/// At most `limit` characters of `bytes`, an ellipsis standing for the rest.
private func escaped(_ bytes: [UInt8], limit: Int) -> String {
  var pieces: [String] = []
  var rest = bytes[...]
  while !rest.isEmpty, pieces.count <= limit {
    if let (scalar, width) = leadingScalar(rest) {
      pieces.append(escaped(scalar))
      rest = rest.dropFirst(width)
    } else {
      pieces.append(escaped(badByte: rest[rest.startIndex]))
      rest = rest.dropFirst()
    }
  }
  if pieces.count <= limit { return pieces.joined() }
  return pieces[..<(limit - 1)].joined() + "…"
}

/// The scalar at the front of `bytes` and its length, or `nil` where the bytes are not UTF-8.
private func leadingScalar(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
  var decoder = UTF8()
  var iterator = bytes.prefix(4).makeIterator()
  guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
  return (scalar, UTF8.width(scalar))
}

private func escaped(_ scalar: Unicode.Scalar) -> String {
  switch scalar {
  case "\n": return "\\n"
  case "\r": return "\\r"
  case "\t": return "\\t"
  case "\"": return "\\\""
  case " ": return " "
  default: break
  }
  switch scalar.properties.generalCategory {
  case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .spaceSeparator,
    .unassigned:
    return "\\u{" + hexadecimal(scalar.value, digits: 1) + "}"
  default:
    return String(Character(scalar))
  }
}

private func hexadecimal(_ value: UInt32, digits: Int) -> String {
  let text = String(value, radix: 16, uppercase: true)
  return String(repeating: "0", count: max(0, digits - text.count)) + text
}
