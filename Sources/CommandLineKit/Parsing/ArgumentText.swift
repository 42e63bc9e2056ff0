/// Words of a command line as text: bytes that are no UTF-8 become stand-ins, one scalar each, from
/// which they come back as they were.
///
/// The system hands over bytes, and a path may be any of them. The stand-ins are 128 scalars of a
/// private-use plane; where a word holds one of those itself, its bytes get stand-ins too, so that
/// no two words have the same text (as in Python's PEP 383). `FilePath` takes the bytes back; other
/// values refuse a word that is no text.
enum ArgumentText {
  /// The stand-ins of the bytes from 0x80 on.
  private static let standIns: ClosedRange<UInt32> = 0x10FE80...0x10FEFF

  /// The text of a word.
  static func text(of bytes: [UInt8]) -> String {
    if let text = String(validating: bytes, as: UTF8.self), isText(text) { return text }
    var scalars = String.UnicodeScalarView()
    var rest = bytes[...]
    while let first = rest.first {
      let scalar = leadingScalar(rest)
      if let scalar, !standIns.contains(scalar.value) {
        scalars.append(scalar)
        rest = rest.dropFirst(UTF8.width(scalar))
      } else {
        // Bytes below 0x80 are ASCII and never come here.
        if let standIn = Unicode.Scalar(standIns.lowerBound - 0x80 + UInt32(first)) {
          scalars.append(standIn)
        }
        rest = rest.dropFirst()
      }
    }
    return String(scalars)
  }

  /// The bytes that `text` stands for.
  static func bytes(of text: String) -> [UInt8] {
    if isText(text) { return Array(text.utf8) }
    return text.unicodeScalars.flatMap { scalar in
      byte(scalar).map { [$0] } ?? Array(String(scalar).utf8)
    }
  }

  /// Whether `text` is what its word was, without stand-ins.
  static func isText(_ text: String) -> Bool {
    !text.unicodeScalars.contains { standIns.contains($0.value) }
  }

  /// `text` for a message: stand-ins are written `\xFF`.
  static func visible(_ text: String) -> String {
    if isText(text) { return text }
    return text.unicodeScalars.map { scalar in
      byte(scalar).map { "\\x" + String($0, radix: 16, uppercase: true) } ?? String(scalar)
    }.joined()
  }

  /// The byte that a stand-in stands for.
  private static func byte(_ scalar: Unicode.Scalar) -> UInt8? {
    standIns.contains(scalar.value)
      ? UInt8(truncatingIfNeeded: scalar.value - standIns.lowerBound + 0x80) : nil
  }

  /// The scalar at the front of `bytes`, or `nil` where they are not UTF-8.
  private static func leadingScalar(_ bytes: ArraySlice<UInt8>) -> Unicode.Scalar? {
    var decoder = UTF8()
    var iterator = bytes.prefix(4).makeIterator()
    guard case .scalarValue(let scalar) = decoder.decode(&iterator) else { return nil }
    return scalar
  }
}
