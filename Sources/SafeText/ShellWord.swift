/// Words as a POSIX shell takes them.
package enum ShellWord {
  /// An option with its value, which may begin with a dash.
  package static func option(_ name: String, _ value: String) -> String {
    value.hasPrefix("-") ? "\(name)=\(quoted(value))" : "\(name) \(quoted(value))"
  }

  /// `text` as one word: as it is, or between single quotes; where it has characters that a message
  /// cannot show, with their bytes written out, as bash, zsh and ksh take them (`$'\x1B'`).
  ///
  /// - Parameter plain: further characters that mean nothing to a shell where they stand.
  package static func quoted(_ text: String, plain: String = "") -> String {
    let more = Set(plain.utf8)
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
        UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":"), UInt8(ascii: "@"):
        true
      default: more.contains(byte)
      }
    }
    if isPlain, !text.isEmpty { return text }
    if !VisibleText.of(text).utf8.elementsEqual(text.utf8) { return bytes(text) }
    return "'"
      + text.split(separator: "'", omittingEmptySubsequences: false)
      .joined(separator: "'\\''") + "'"
  }

  /// Where a word may be shown that names a column and the role that it is for.
  package static func assignment(_ text: String) -> String { quoted(text, plain: "=,") }

  /// The word with all but plain characters as bytes.
  private static func bytes(_ text: String) -> String {
    var word = "$'"
    for byte in text.utf8 {
      let isQuoted = byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\\")
      if (0x20..<0x7F).contains(byte), !isQuoted {
        word.unicodeScalars.append(Unicode.Scalar(byte))
      } else {
        let digits = String(byte, radix: 16, uppercase: true)
        word += "\\x" + (digits.utf8.count < 2 ? "0" : "") + digits
      }
    }
    return word + "'"
  }
}
