/// The text of a cell in which people write numbers: `1,503`, `62.5%`, `1503 ± 6`, `(-6, +5)`.
///
/// A comma is read between thousands only, as in `13,919`, and a point before decimals; what could be read
/// in another way, such as `62,5`, is no number.
struct CellText {
  /// A number with what stands around it.
  struct Number: Equatable {
    var value: Double
    /// Whether a percent sign stands behind it.
    var isPercent = false
    /// Whether a plus is written before it.
    var hasPlus = false
    /// Whether a minus is written before it, also before nothing: -0.0.
    var hasMinus = false
    /// Whether commas stand between its thousands.
    var hasCommas = false

    /// Whether it may be a width: without a sign, and not of thousands, so that a comma in it stands before
    /// decimals.
    var isWidth: Bool { !hasMinus && !hasPlus && !hasCommas }
  }

  /// What a cell says of an interval.
  enum Interval: Equatable {
    /// How far it reaches down and up.
    case reaches(down: Double, up: Double)
    /// Its ends.
    case ends(Double, Double)
    /// Its ends, or how far it reaches, with the signs that are written.
    case pair(Double, Double, plusFirst: Bool)
  }

  private var bytes: [UInt8]
  private var index = 0

  /// The signs that stand for characters outside of ASCII.
  private enum Sign {
    /// A dash between two ends.
    static let dash: UInt8 = 1
    static let plusMinus: UInt8 = 2
    static let unknown: UInt8 = 3
  }

  /// The text of a cell.
  init(_ text: String) {
    bytes = []
    bytes.reserveCapacity(text.utf8.count)
    for scalar in text.unicodeScalars {
      switch scalar {
      case "\u{2212}", "\u{FE63}", "\u{FF0D}": bytes.append(ASCII.minus)
      case "\u{FF0B}": bytes.append(ASCII.plus)
      case "\u{2012}", "\u{2013}", "\u{2014}", "\u{2015}": bytes.append(Sign.dash)
      case "±": bytes.append(Sign.plusMinus)
      case "\u{A0}", "\u{2007}", "\u{2009}", "\u{200A}", "\u{202F}", "\t", "\n", "\r":
        bytes.append(ASCII.space)
      case _ where scalar.value >= 0x20 && scalar.value < 0x7F: bytes.append(UInt8(scalar.value))
      default: bytes.append(Sign.unknown)
      }
    }
    stripEmphasis()
  }

  /// Whether a cell says that there is no value.
  static func isBlank(_ text: String) -> Bool {
    let plain = asciiLowercased(trimmed(text))
    if blankWords.contains(plain) { return true }
    return plain.unicodeScalars.allSatisfy { dashes.contains($0) }
  }

  private static let blankWords: Set<String> = ["", "null", "none", "na", "n/a", "nan"]
  private static let dashes: Set<Unicode.Scalar> = [
    "-", "\u{2010}", "\u{2012}", "\u{2013}", "\u{2014}",
  ]

  /// A score, which may have its interval behind it.
  func score() -> (number: Number, interval: Interval?)? {
    var text = self
    text.skipBlanks()
    guard let number = text.number() else { return nil }
    text.skipBlanks()
    if text.isAtEnd { return (number, nil) }
    if text.takesPlusMinus() {
      guard let half = text.lastNumber(), half.isWidth else { return nil }
      return (number, .reaches(down: half.value, up: half.value))
    }
    let byte = text.bytes[text.index]
    guard byte == Self.openParenthesis || byte == ASCII.openBracket || Self.isSign(byte) else {
      return nil
    }
    // A number alone in parentheses may be anything; `(±6)` is not.
    text.bytes.removeSubrange(..<text.index)
    text.index = 0
    if Self.isSign(byte) {
      guard case .reaches(let down, let up) = text.interval() else { return nil }
      return (number, .reaches(down: down, up: up))
    }
    guard let interval = text.interval(isInParentheses: true) else { return nil }
    return (number, interval)
  }

  /// An interval: `±6`, `+5/-6`, `(-6, 5)`, `[1497, 1508]`, `1497–1508`.
  func interval() -> Interval? {
    var text = self
    return text.interval(isInParentheses: false)
  }

  /// Both ends of `1497/1509`, which else tells how far an interval reaches up and down.
  func slashedEnds() -> (lower: Double, upper: Double)? {
    var text = self
    text.stripBrackets()
    text.skipLabel()
    text.stripBrackets()
    guard let first = text.number(), !first.hasPlus else { return nil }
    text.skipBlanks()
    guard !text.isAtEnd, text.bytes[text.index] == ASCII.slash else { return nil }
    text.index += 1
    return text.lastNumber().flatMap { $0.hasPlus ? nil : (first.value, $0.value) }
  }

  /// The coverage that the cell claims for its interval, as in `90% CI: ±5`.
  var level: Double? {
    for place in bytes.indices.dropLast() {
      guard ASCII.lowercased(bytes[place]) == UInt8(ascii: "c"),
        ASCII.lowercased(bytes[place + 1]) == UInt8(ascii: "i")
      else { continue }
      var end = place
      while end > 0, bytes[end - 1] == ASCII.space { end -= 1 }
      guard end > 0, bytes[end - 1] == UInt8(ascii: "%") else { continue }
      end -= 1
      while end > 0, bytes[end - 1] == ASCII.space { end -= 1 }
      var start = end
      while start > 0, Self.isDigit(bytes[start - 1]) || bytes[start - 1] == ASCII.dot {
        start -= 1
      }
      if let value = Numbers.number(String(decoding: bytes[start..<end], as: UTF8.self)) {
        return (value * 1e4).rounded() / 1e6
      }
    }
    return nil
  }

  /// Whether a number has three digits behind its point and one to three before, as `1.503` for 1503 has.
  static func mayBeThousands(_ text: String) -> Bool {
    let parts = text.utf8.drop { $0 == ASCII.space }.prefix { isDigit($0) || $0 == ASCII.dot }
      .split(separator: ASCII.dot, omittingEmptySubsequences: false)
    return parts.count == 2 && (1...3).contains(parts[0].count) && parts[1].count == 3
  }

  /// How many percent signs the cell has, but for that of a level.
  var percentSigns: Int {
    bytes.count { $0 == UInt8(ascii: "%") } - (level == nil ? 0 : 1)
  }

  /// A whole number of votes: `13,919`, `24.3k`.
  func count() -> Int? {
    var text = self
    text.skipBlanks()
    guard let number = text.number(), !number.isPercent, !number.hasMinus else { return nil }
    var value = number.value
    if !text.isAtEnd {
      switch text.bytes[text.index] {
      case UInt8(ascii: "k"), UInt8(ascii: "K"): value *= 1e3
      case UInt8(ascii: "M"): value *= 1e6
      default: break
      }
      if value != number.value { text.index += 1 }
    }
    text.skipBlanks()
    // 24.3 thousands are a whole number but for the last digits of a double.
    guard text.isAtEnd, abs(value - value.rounded()) < 1e-6 * max(1, value / 1e6) else {
      return nil
    }
    return value.rounded() <= Double(Numbers.largestCount) ? Int(value.rounded()) : nil
  }

  /// Whether the cell looks like a number with a comma before its decimals.
  var mayHaveDecimalComma: Bool {
    // A point behind the comma is before the decimals.
    guard let comma = bytes.firstIndex(of: ASCII.comma),
      score() == nil || !bytes[comma...].contains(ASCII.dot)
    else { return false }
    for place in bytes.indices.dropFirst().dropLast() where bytes[place] == ASCII.comma {
      if Self.isDigit(bytes[place - 1]), Self.isDigit(bytes[place + 1]) { return true }
    }
    return false
  }
}

extension CellText {
  private var isAtEnd: Bool { index >= bytes.count }
  private static let openParenthesis = UInt8(ascii: "(")
  private static let closeParenthesis = UInt8(ascii: ")")
  private static let underscore = UInt8(ascii: "_")
  private static func isDigit(_ byte: UInt8) -> Bool { byte >= ASCII.zero && byte <= ASCII.nine }
  private static func isSign(_ byte: UInt8) -> Bool { byte == ASCII.plus || byte == ASCII.minus }

  private mutating func skipBlanks() {
    while index < bytes.count, bytes[index] == ASCII.space { index += 1 }
  }

  /// Takes off what makes text bold, slanted or code.
  private mutating func stripEmphasis() {
    var (start, end) = (0, bytes.count)
    while start < end, bytes[start] == ASCII.space { start += 1 }
    while start < end, bytes[end - 1] == ASCII.space { end -= 1 }
    let marks: Set<UInt8> = [UInt8(ascii: "*"), Self.underscore, UInt8(ascii: "`")]
    while end - start > 2, bytes[start] == bytes[end - 1], marks.contains(bytes[start]) {
      start += 1
      end -= 1
    }
    bytes = Array(bytes[start..<end])
  }

  private mutating func takes(_ word: String) -> Bool {
    guard bytes[index...].starts(with: word.utf8) else { return false }
    index += word.utf8.count
    return true
  }

  /// Passes `±`, `+/-` or `+-`.
  private mutating func takesPlusMinus() -> Bool {
    guard !isAtEnd else { return false }
    if bytes[index] == Sign.plusMinus {
      index += 1
      return true
    }
    return takes("+/-") || takes("+-")
  }

  /// The number that is next.
  private mutating func number(isUnsigned: Bool = false) -> Number? {
    let start = index
    var number = Number(value: 0)
    if !isUnsigned, index < bytes.count, Self.isSign(bytes[index]) {
      number.hasMinus = bytes[index] == ASCII.minus
      number.hasPlus = !number.hasMinus
      index += 1
    }
    var digits: [UInt8] = number.hasMinus ? [ASCII.minus] : []
    let first = index
    while index < bytes.count, Self.isDigit(bytes[index]) {
      digits.append(bytes[index])
      index += 1
    }
    if (1...3).contains(index - first), bytes[first] != ASCII.zero {
      takeThousands(&digits, &number)
    }
    if index < bytes.count, bytes[index] == ASCII.dot {
      digits.append(ASCII.dot)
      index += 1
      while index < bytes.count, Self.isDigit(bytes[index]) {
        digits.append(bytes[index])
        index += 1
      }
    }
    takeExponent(&digits)
    guard let value = Numbers.number(String(decoding: digits, as: UTF8.self)) else {
      index = start
      return nil
    }
    number.value = value == 0 ? 0 : value
    let behind = index
    skipBlanks()
    if index < bytes.count, bytes[index] == UInt8(ascii: "%") {
      index += 1
      number.isPercent = true
    } else {
      index = behind
    }
    return number
  }

  /// Groups of three digits behind the first one to three, each behind a comma or an underscore.
  private mutating func takeThousands(_ digits: inout [UInt8], _ number: inout Number) {
    guard index < bytes.count else { return }
    let mark = bytes[index]
    guard mark == ASCII.comma || mark == Self.underscore else { return }
    while index + 3 < bytes.count, bytes[index] == mark,
      bytes[(index + 1)...(index + 3)].allSatisfy(Self.isDigit),
      index + 4 >= bytes.count || !Self.isDigit(bytes[index + 4])
    {
      digits += bytes[(index + 1)...(index + 3)]
      index += 4
      number.hasCommas = true
    }
  }

  private mutating func takeExponent(_ digits: inout [UInt8]) {
    guard index + 1 < bytes.count, ASCII.lowercased(bytes[index]) == ASCII.lowerE else { return }
    var end = index + 1
    if Self.isSign(bytes[end]) { end += 1 }
    let first = end
    while end < bytes.count, Self.isDigit(bytes[end]) { end += 1 }
    guard end > first else { return }
    digits += bytes[index..<end]
    index = end
  }

  /// The number that is next, if nothing is behind it.
  private mutating func lastNumber() -> Number? {
    skipBlanks()
    guard let number = number() else { return nil }
    skipBlanks()
    return isAtEnd ? number : nil
  }
}

extension CellText {
  fileprivate mutating func interval(isInParentheses: Bool) -> Interval? {
    stripBrackets()
    skipLabel()
    stripBrackets()
    if takesPlusMinus() {
      guard let half = lastNumber(), half.isWidth else { return nil }
      return .reaches(down: half.value, up: half.value)
    }
    guard let first = number() else { return nil }
    let behind = index
    skipBlanks()
    guard !isAtEnd else {
      // A sign of its own tells a change rather than a width.
      guard !isInParentheses, first.isWidth else { return nil }
      return .reaches(down: first.value, up: first.value)
    }
    let byte = bytes[index]
    switch byte {
    case ASCII.slash:
      index += 1
      return lastNumber().flatMap { Self.reaches(first, $0) }
    case ASCII.comma, ASCII.semicolon:
      index += 1
      guard let second = lastNumber() else { return nil }
      // Up, then down: ends go up.
      if first.hasPlus, second.hasMinus { return Self.reaches(first, second) }
      return .pair(first.value, second.value, plusFirst: first.hasPlus)
    case Sign.dash:
      index += 1
      return lastNumber().map { .ends(first.value, $0.value) }
    case ASCII.minus where !first.hasMinus && !first.hasPlus:
      index += 1
      skipBlanks()
      guard let second = number(isUnsigned: true) else { return nil }
      skipBlanks()
      return isAtEnd ? .ends(first.value, second.value) : nil
    case ASCII.plus where first.hasMinus && behind < index,
      ASCII.minus where first.hasPlus && behind < index:
      return lastNumber().flatMap { Self.reaches(first, $0) }
    default:
      guard takes("to ") || takes("..") else { return nil }
      while !isAtEnd, bytes[index] == ASCII.dot, index + 1 < bytes.count,
        !Self.isDigit(bytes[index + 1])
      { index += 1 }
      return lastNumber().map { .ends(first.value, $0.value) }
    }
  }

  /// `+7/-6`, `-6/+7`, `6/5` (up, then down); `-6/-7` and `+6/+7` say one direction twice.
  private static func reaches(_ first: Number, _ second: Number) -> Interval? {
    guard !first.hasCommas, !second.hasCommas else { return nil }
    if first.hasMinus {
      return second.hasPlus ? .reaches(down: abs(first.value), up: second.value) : nil
    }
    if second.hasPlus { return nil }
    return .reaches(down: abs(second.value), up: first.value)
  }

  /// Takes brackets off that enclose all of the text.
  private mutating func stripBrackets() {
    skipBlanks()
    var end = bytes.count
    while end > index, bytes[end - 1] == ASCII.space { end -= 1 }
    guard end - index >= 2 else { return }
    let pair = (bytes[index], bytes[end - 1])
    let isEnclosed =
      pair == (Self.openParenthesis, Self.closeParenthesis)
      || pair == (ASCII.openBracket, ASCII.closeBracket)
    guard isEnclosed else { return }
    bytes = Array(bytes[(index + 1)..<(end - 1)])
    index = 0
    skipBlanks()
  }

  /// Passes `95% CI:` and the like.
  private mutating func skipLabel() {
    let start = index
    if let level = number(isUnsigned: true), !level.isPercent { index = start }
    skipBlanks()
    for word in ["CI", "ci"] where takes(word) {
      skipBlanks()
      _ = takes(":") || takes("=")
      skipBlanks()
      return
    }
    index = start
  }
}
