/// A label in the form in which labels are compared: case, blanks around it and the way a number is
/// written do not matter.
enum FoldedLabel {
  /// The form of `text`.
  ///
  /// Numbers are by value (`1.0` is `1`); in words blanks, hyphens and underscores between letters are
  /// the same; results such as `1 - 0` and verdicts such as `A > B` lose their blanks.
  static func of(_ text: String) -> String {
    let inner = trimmed(text)
    if let number = Numbers.number(inner) { return self.number(number) }
    let lower = asciiLowercased(inner)
    guard let first = lower.utf8.first else { return "" }
    let isResult = first >= ASCII.zero && first <= ASCII.nine || lower.hasPrefix("½")
    let isVerdict = lower.utf8.contains { Self.verdictBytes.contains($0) }
    var folded: [UInt8] = []
    for byte in lower.utf8 {
      let isBlank = ASCII.isBlank(byte)
      if isResult || isVerdict {
        if !isBlank { folded.append(byte) }
      } else if isBlank || byte == ASCII.minus || byte == Self.underscore {
        if folded.last != Self.underscore { folded.append(Self.underscore) }
      } else {
        folded.append(byte)
      }
    }
    return String(decoding: folded, as: UTF8.self)
  }

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
