/// Writes text so that a reader sees all of it and nothing of it steers the terminal.
///
/// Names come from files and words from command lines that anyone may write. Control characters could
/// recolour or overwrite a terminal, bidirectional overrides make a name read as another, and characters
/// that cannot be seen make two names look the same: all are written out, such as `\u{200B}`. What people
/// need stays: see `HiddenScalars`.
package enum VisibleText {
  /// `text` with what cannot be seen, or would do harm, written out.
  ///
  /// A mark that would sit on nothing of the text's own is written out too, and so is what a grapheme
  /// cluster has beyond `longestCluster` scalars, which no screen could hold.
  package static func of(_ text: String) -> String {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text }
    let scalars = Array(text.unicodeScalars)
    let needed = HiddenScalars.needed(scalars)
    var visible = ""
    var place = 0
    var hasBase = false
    for cluster in text {
      for depth in 0..<cluster.unicodeScalars.count {
        let scalar = scalars[place]
        let isShown =
          depth < longestCluster && (!HiddenScalars.isHidden(scalar) || needed.contains(place))
          && (hasBase || !isMark(scalar))
        if isShown {
          visible.unicodeScalars.append(scalar)
        } else {
          visible += escape(scalar)
        }
        hasBase = isShown
        place += 1
      }
    }
    return visible
  }

  /// The text that `bytes` are in UTF-8; bytes that are none are written out, such as `\xFF`.
  package static func of(bytes: some Collection<UInt8>) -> String {
    var pieces = ""
    var valid: [UInt8] = []
    func flush() {
      pieces += of(String(decoding: valid, as: UTF8.self))
      valid = []
    }
    var rest = Array(bytes)[...]
    while let first = rest.first {
      var decoder = UTF8()
      var iterator = rest.prefix(4).makeIterator()
      if case .scalarValue(let scalar) = decoder.decode(&iterator) {
        let width = UTF8.width(scalar)
        valid += rest.prefix(width)
        rest = rest.dropFirst(width)
      } else {
        flush()
        let digits = String(first, radix: 16, uppercase: true)
        pieces += "\\x" + String(repeating: "0", count: 2 - digits.utf8.count) + digits
        rest = rest.dropFirst()
      }
    }
    flush()
    return pieces
  }

  /// How a scalar is written out.
  package static func escape(_ scalar: Unicode.Scalar) -> String {
    switch scalar {
    case "\n": "\\n"
    case "\r": "\\r"
    case "\t": "\\t"
    default: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}"
    }
  }

  /// The longest emoji in use, two people with skin tones kissing, has ten scalars; letters with marks
  /// have fewer.
  static let longestCluster = 16

  /// Whether a scalar sits on the one before it and takes no column of its own.
  private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.properties.generalCategory {
    case .nonspacingMark, .enclosingMark: true
    default: false
    }
  }
}
