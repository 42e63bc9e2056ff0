/// A date, with or without a time of day, in an order of its own.
///
/// ISO 8601 dates are `2024`, `2024-12`, `2024-12-31` and `2024-12-31T08:05:00.5Z`, with a space for the
/// `T`, without seconds, and with an offset such as `+02:00` or none. They are ordered as their texts are:
/// a part that is not told comes before all that it could be. `2024.12.31` is the same date as
/// `2024-12-31`, as games of chess have it; `??` is a month or a day that is not told.
struct Moment: Sendable, Equatable {
  /// Year, month, day, hour, minute and second in one number.
  private let order: Int
  /// What is behind the seconds' point, in units of 10⁻¹⁸ seconds; digits beyond are passed over.
  private let fraction: Int
  /// Whether there is a time of day.
  private let hasTime: Bool
  /// By how many minutes the clock is ahead of UTC, where the time says so.
  private let offset: Int?

  /// The date that `field` is, spaces around it aside, or `nil`.
  ///
  /// - Parameter format: in which order day, month and year are read where the year does not come first;
  ///   `nil` to read dates of ISO 8601 only.
  init?(_ field: Field, in window: Span<UInt8>, format: DateFormat?) {
    let inner = field.trimmed(in: window)
    guard inner.count >= 4, inner.count <= 64 else { return nil }
    var parts = DateParts(inner)
    if !parts.readISO(window) {
      guard let format else { return nil }
      parts = DateParts(inner)
      guard parts.read(window, format) else { return nil }
    }
    let (hour, second) = (parts.hour ?? -1, parts.second ?? -1)
    let day = (parts.year * 13 + parts.month) * 32 + parts.day
    order = ((day * 25 + hour + 1) * 60 + parts.minute) * 62 + second + 1
    fraction = parts.fraction
    hasTime = parts.hour != nil
    offset = parts.offset
  }

  /// The date that `text` is, or `nil`.
  init?(_ text: String, format: DateFormat?) {
    let bytes = Array(text.utf8)
    self.init(Field(start: 0, end: bytes.count), in: bytes.span, format: format)
  }

  /// -1, 0 or 1 as this date comes before, is, or comes after `other`; `nil` where both have times of
  /// clocks that differ, or of which one says how it differs from UTC and the other does not.
  func order(from other: Moment) -> Int? {
    if hasTime, other.hasTime, offset != other.offset { return nil }
    if order != other.order { return order < other.order ? -1 : 1 }
    return fraction == other.fraction ? 0 : fraction < other.fraction ? -1 : 1
  }
}

/// The parts of a date, read from bytes one after the other.
private struct DateParts {
  private var position: Int
  private let end: Int
  private(set) var year = 0
  /// 0 where it is not told, as are days.
  private(set) var month = 0
  private(set) var day = 0
  private(set) var hour: Int?
  private(set) var minute = 0
  private(set) var second: Int?
  private(set) var fraction = 0
  private(set) var offset: Int?

  init(_ field: Field) {
    position = field.start
    end = field.end
  }

  /// Whether all of the field is a date of ISO 8601.
  mutating func readISO(_ window: Span<UInt8>) -> Bool {
    guard let year = number(window, digits: 4...4) else { return false }
    self.year = year
    if position == end { return true }
    if pass(ASCII.dot, window) { return readDotted(window) }
    guard pass(ASCII.minus, window), let month = number(window, digits: 2...2),
      (1...12).contains(month)
    else { return false }
    self.month = month
    if position == end { return true }
    guard pass(ASCII.minus, window), let day = number(window, digits: 2...2) else { return false }
    self.day = day
    return isDay && readTime(window, hourDigits: 2...2)
  }

  /// Whether the rest of the field is a month and a day of a dotted date, and a time of day or none.
  private mutating func readDotted(_ window: Span<UInt8>) -> Bool {
    guard let month = numberOrUnknown(window), pass(ASCII.dot, window),
      let day = numberOrUnknown(window), month > 0 || day == 0
    else { return false }
    self.month = month
    self.day = day
    if day == 0 { return position == end && month <= 12 }
    return isDay && readTime(window, hourDigits: 2...2)
  }

  /// The number of two digits that is next, 0 for two question marks.
  private mutating func numberOrUnknown(_ window: Span<UInt8>) -> Int? {
    if pass(ASCII.question, window) { return pass(ASCII.question, window) ? 0 : nil }
    guard let number = number(window, digits: 2...2), number > 0 else { return nil }
    return number
  }

  /// Whether all of the field is a date with its parts in the order of `format`.
  mutating func read(_ window: Span<UInt8>, _ format: DateFormat) -> Bool {
    guard let first = number(window, digits: 1...2), position < end else { return false }
    let separator = window[position]
    guard [ASCII.slash, ASCII.dot, ASCII.minus].contains(separator), pass(separator, window),
      let second = number(window, digits: 1...2), pass(separator, window),
      let year = number(window, digits: 4...4)
    else { return false }
    self.year = year
    (day, month) = format == .dayMonthYear ? (first, second) : (second, first)
    return isDay && readTime(window, hourDigits: 1...2)
  }

  /// Whether the day is one of the calendar.
  private var isDay: Bool {
    guard (1...12).contains(month) else { return false }
    let isLeap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0)
    let days = [31, isLeap ? 29 : 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
    return (1...days[month - 1]).contains(day)
  }

  /// Whether the rest of the field is nothing, or a time of day.
  private mutating func readTime(_ window: Span<UInt8>, hourDigits: ClosedRange<Int>) -> Bool {
    if position == end { return true }
    guard pass(ASCII.upperT, window) || pass(ASCII.space, window),
      let hour = number(window, digits: hourDigits), hour < 24, pass(ASCII.colon, window),
      let minute = number(window, digits: 2...2), minute < 60
    else { return false }
    self.hour = hour
    self.minute = minute
    if pass(ASCII.colon, window) {
      // A minute has 61 seconds now and then.
      guard let second = number(window, digits: 2...2), second <= 60 else { return false }
      self.second = second
      if pass(ASCII.dot, window), !readFraction(window) { return false }
    }
    return readOffset(window) && position == end
  }

  private mutating func readFraction(_ window: Span<UInt8>) -> Bool {
    let start = position
    var unit = 1_000_000_000_000_000_000
    while position < end, let digit = digit(window) {
      unit /= 10
      fraction += unit * digit
      position += 1
    }
    return position > start
  }

  private mutating func readOffset(_ window: Span<UInt8>) -> Bool {
    if pass(ASCII.upperZ, window) {
      offset = 0
      return true
    }
    let isAhead = pass(ASCII.plus, window)
    guard isAhead || pass(ASCII.minus, window) else { return true }
    guard let hours = number(window, digits: 2...2), hours < 24 else { return false }
    var minutes = 0
    if position < end {
      _ = pass(ASCII.colon, window)
      guard let told = number(window, digits: 2...2), told < 60 else { return false }
      minutes = told
    }
    offset = (isAhead ? 1 : -1) * (hours * 60 + minutes)
    return true
  }

  /// The number of so many digits that is next.
  private mutating func number(_ window: Span<UInt8>, digits: ClosedRange<Int>) -> Int? {
    var value = 0
    var count = 0
    while position < end, count < digits.upperBound, let digit = digit(window) {
      value = value * 10 + digit
      count += 1
      position += 1
    }
    return count >= digits.lowerBound ? value : nil
  }

  private func digit(_ window: Span<UInt8>) -> Int? {
    let byte = window[position]
    return byte >= ASCII.zero && byte <= ASCII.nine ? Int(byte - ASCII.zero) : nil
  }

  /// Passes over `byte` where it is next.
  private mutating func pass(_ byte: UInt8, _ window: Span<UInt8>) -> Bool {
    guard position < end, window[position] == byte else { return false }
    position += 1
    return true
  }
}
