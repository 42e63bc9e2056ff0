/// Numbers as the input writes them: decimal digits, a point, an exponent; no words.
enum Numbers {
  /// The largest count: up to here every whole number is a `Double`, 2^53.
  static let largestCount = 1 << 53

  /// The number in `field`, spaces around it aside, or `nil` where it is none or not finite.
  static func number(_ field: Field, in window: Span<UInt8>) -> Double? {
    let inner = field.trimmed(in: window)
    guard inner.count > 0 else { return nil }
    return short(inner, in: window) ?? long(inner, in: window)
  }

  /// The whole number from 0 to 2^53 in `field`, or `nil`; `5`, `5.0` and `5e3` are whole.
  ///
  /// Digits are read as a whole number, so that 2^53 + 1 is not rounded to 2^53.
  static func count(_ field: Field, in window: Span<UInt8>) -> Int? {
    let inner = field.trimmed(in: window)
    var index = inner.start
    var value = 0
    while index < inner.end, isDigit(window[index]) {
      guard value <= largestCount else { return nil }
      value = value * 10 + Int(window[index] - ASCII.zero)
      index += 1
    }
    guard index > inner.start, value <= largestCount else { return nil }
    if index < inner.end, window[index] == ASCII.dot {
      index += 1
      while index < inner.end, window[index] == ASCII.zero { index += 1 }
    }
    if index == inner.end { return value }
    guard ASCII.lowercased(window[index]) == ASCII.lowerE,
      let number = number(inner, in: window), number < Double(largestCount)
    else { return nil }
    return Int(exactly: number)
  }

  /// The number in all of `text`, or `nil`.
  static func number(_ text: String) -> Double? {
    let bytes = Array(text.utf8)
    return number(Field(start: 0, end: bytes.count), in: bytes.span)
  }

  /// Up to 15 digits, of which some may stand behind a point: the digits as a whole number and the
  /// power of ten are then exact, so that their quotient is the nearest `Double` (Clinger 1990).
  private static func short(_ field: Field, in window: Span<UInt8>) -> Double? {
    var index = field.start
    let isNegative = window[index] == ASCII.minus
    if isNegative || window[index] == ASCII.plus { index += 1 }
    guard field.end - index <= 16 else { return nil }
    var digits = 0
    var value = 0
    var scale: Double?
    while index < field.end {
      let byte = window[index]
      if isDigit(byte) {
        value = value * 10 + Int(byte - ASCII.zero)
        digits += 1
        if let power = scale { scale = power * 10 }
      } else if byte == ASCII.dot, scale == nil {
        scale = 1
      } else {
        return nil
      }
      index += 1
    }
    guard digits > 0, digits <= 15 else { return nil }
    let magnitude = Double(value) / (scale ?? 1)
    return isNegative ? -magnitude : magnitude
  }

  /// Any decimal number; the standard library rounds it correctly.
  private static func long(_ field: Field, in window: Span<UInt8>) -> Double? {
    guard field.count <= 1024 else { return nil }
    for index in field.start..<field.end {
      switch window[index] {
      case ASCII.zero...ASCII.nine, ASCII.dot, ASCII.plus, ASCII.minus: continue
      case ASCII.lowerE, ASCII.upperE: continue
      default: return nil
      }
    }
    guard let value = Double(field.text(in: window)), value.isFinite else { return nil }
    return value
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= ASCII.zero && byte <= ASCII.nine }
}
