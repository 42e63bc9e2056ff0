/// The earliest and the latest of some times: by value where all are numbers, by text otherwise, as ISO
/// dates compare, and dotted ones with the year first among themselves.
struct TimeRange: Sendable {
  private var byText: (first: [UInt8], last: [UInt8])?
  private var byValue: (first: Double, last: Double)?
  private var textOfValue: (first: [UInt8], last: [UInt8]) = ([], [])
  private var areNumbers = true
  private var areISO = true
  /// What stands between the parts of the dates.
  private var separator: UInt8?

  /// Takes one more time; empty ones do not count, nor do those of which a part is not known.
  mutating func take(_ bytes: [UInt8]) {
    guard !bytes.isEmpty, bytes.count <= 256, !bytes.contains(ASCII.question) else { return }
    let isDate =
      bytes.count >= 7 && (bytes[4] == ASCII.minus || bytes[4] == ASCII.dot && bytes.count >= 10)
      && bytes[..<4].allSatisfy(Self.isDigit) && bytes[4] == separator ?? bytes[4]
    if isDate { separator = bytes[4] } else { areISO = false }
    if let (first, last) = byText {
      if bytes.lexicographicallyPrecedes(first) { byText?.first = bytes }
      if last.lexicographicallyPrecedes(bytes) { byText?.last = bytes }
    } else {
      byText = (bytes, bytes)
    }
    guard let value = Numbers.number(Field(start: 0, end: bytes.count), in: bytes.span) else {
      areNumbers = false
      return
    }
    if byValue.map({ value < $0.first }) ?? true {
      byValue = (value, byValue?.last ?? value)
      textOfValue.first = bytes
    }
    if byValue.map({ value > $0.last }) ?? true || textOfValue.last.isEmpty {
      byValue?.last = value
      textOfValue.last = bytes
    }
  }

  /// Adds the range of other times.
  mutating func add(_ other: TimeRange) {
    areNumbers = areNumbers && other.areNumbers
    areISO = areISO && other.areISO
    if let (first, last) = other.byText { for bytes in [first, last] { takeOnly(bytes) } }
    if other.byValue != nil {
      for bytes in [other.textOfValue.first, other.textOfValue.last] { take(bytes) }
    }
  }

  /// The range as it is written, or `nil` where there was no time.
  var texts: (first: String, last: String)? {
    guard let byText else { return nil }
    // Texts of other kinds have no order that could be told.
    guard areNumbers && byValue != nil || areISO else { return nil }
    let range = areNumbers && byValue != nil ? textOfValue : byText
    return (
      String(decoding: range.first, as: UTF8.self), String(decoding: range.last, as: UTF8.self)
    )
  }

  private static func isDigit(_ byte: UInt8) -> Bool { byte >= ASCII.zero && byte <= ASCII.nine }

  /// Takes a text that may be no number, without its being counted as one.
  private mutating func takeOnly(_ bytes: [UInt8]) {
    let areNumbers = areNumbers
    take(bytes)
    self.areNumbers = areNumbers
  }
}
