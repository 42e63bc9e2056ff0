/// `bytes` as text, in which those that are not UTF-8 are escaped and all others stay.
func escapingBadBytes(_ bytes: [UInt8]) -> String {
  var text = ""
  var rest = bytes[...]
  while let first = rest.first {
    if let (scalar, width) = leadingScalar(rest) {
      text.unicodeScalars.append(scalar)
      rest = rest.dropFirst(width)
    } else {
      // Bytes below 0x80 are ASCII and never come here: two digits.
      text += "\\x" + String(first, radix: 16, uppercase: true)
      rest = rest.dropFirst()
    }
  }
  return text
}

/// The scalar at the front of `bytes` and its length, or `nil` where the bytes are not UTF-8.
private func leadingScalar(_ bytes: ArraySlice<UInt8>) -> (Unicode.Scalar, Int)? {
  var decoder = UTF8()
  var iterator = bytes.prefix(4).makeIterator()
  guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
  return (scalar, UTF8.width(scalar))
}
