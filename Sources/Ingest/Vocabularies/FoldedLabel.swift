/// A label in the form in which labels are compared: case, blanks around it and the way a number is
/// written do not matter.
enum FoldedLabel {
  /// The form of `text`.
  ///
  /// Numbers are by value (`1.0` is `1`); in words blanks, hyphens and underscores between letters are
  /// the same; results such as `1 - 0` and verdicts such as `A > B` lose their blanks. Results of which there
  /// are many, such as `4-1`, are by what they come to; see `ResultText`.
  static func of(_ text: String) -> String {
    let inner = trimmed(text)
    if let number = Numbers.number(inner) { return self.number(number) }
    let lower = asciiLowercased(inner)
    guard let first = lower.utf8.first else { return "" }
    let isResult = first >= ASCII.zero && first <= ASCII.nine || lower.hasPrefix("½")
    let isVerdict = lower.utf8.contains { Self.verdictBytes.contains($0) }
    var folded: [UInt8] = []
    for byte in (isResult ? withPlainDash(lower) : lower).utf8 {
      let isBlank = ASCII.isBlank(byte)
      if isResult || isVerdict {
        if !isBlank { folded.append(byte) }
      } else if isBlank || byte == ASCII.minus || byte == Self.underscore {
        if folded.last != Self.underscore { folded.append(Self.underscore) }
      } else {
        folded.append(byte)
      }
    }
    let text = String(decoding: folded, as: UTF8.self)
    if let result = ResultText(text) { return result.rawValue }
    // Goals are told with a colon, too.
    return text.utf8.elementsEqual("1:0".utf8)
      ? "1-0" : text.utf8.elementsEqual("0:1".utf8) ? "0-1" : text
  }

  /// The text with a hyphen for each dash and minus sign of Unicode.
  private static func withPlainDash(_ text: String) -> String {
    guard text.utf8.contains(where: { $0 >= 0x80 }) else { return text }
    return String(
      String.UnicodeScalarView(
        text.unicodeScalars.map { dashes.contains($0.value) ? "-" : $0 }))
  }

  /// Hyphens, dashes and the minus sign.
  private static let dashes: Set<UInt32> = [0x2010, 0x2011, 0x2012, 0x2013, 0x2014, 0x2212]

  /// The form in which `text` is compared with the texts that options name: numbers by value, all others
  /// without blanks around them and without regard to case.
  static func plain(_ text: String) -> String {
    let inner = trimmed(text)
    return Numbers.number(inner).map { number($0) } ?? asciiLowercased(inner)
  }

  /// The form of a number: without a point where it is whole.
  private static func number(_ value: Double) -> String {
    if value == value.rounded(), value.magnitude < 1e15 { return String(Int(value)) }
    return String(value)
  }

  private static let underscore: UInt8 = 0x5F
  /// `<`, `=`, `>` and `[`.
  private static let verdictBytes: Set<UInt8> = [
    ASCII.less, ASCII.equals, ASCII.greater, ASCII.openBracket,
  ]
}
