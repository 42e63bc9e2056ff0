/// Which slots hold the uncertainty of a score, and in what form.
enum Uncertainty: Sendable {
  /// The two ends of the interval.
  case ends(lower: Int, upper: Int)
  /// How far the interval reaches down and up.
  case reaches(down: Int, up: Int)
  /// Both reaches as one text, such as `7`, `±7` or `+7/-6`.
  case text(Int)
  /// The squared standard error.
  case variance(Int)
  /// The standard error.
  case standardError(Int)
  /// The two ends, which are shown, and the standard error, as this program's own rankings have them: its
  /// intervals may be made by resampling, or hold together for all models.
  case printed(lower: Int, upper: Int, standardError: Int)

  /// A score's interval and standard error.
  struct Interval: Sendable {
    var lower: Double
    var upper: Double
    var standardError: Double
  }

  /// The interval around `rating`.
  ///
  /// - Parameter quantile: half the interval's width, in standard errors.
  /// - Throws: where a part is no number, or the parts make no interval around the rating.
  func interval(
    around rating: Double, quantile: Double, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) -> Interval {
    switch self {
    case .ends(let lower, let upper):
      return try Self.interval(
        try Self.number(lower, window, fields), try Self.number(upper, window, fields),
        around: rating, quantile)
    case .reaches(let down, let up):
      return try Self.interval(
        rating - (try Self.reach(down, window, fields)),
        rating + (try Self.reach(up, window, fields)), around: rating, quantile)
    case .text(let slot):
      guard let (down, up) = Self.reaches(fields[slot].text(in: window)) else {
        throw .value(
          slot: slot, expected: "a half-width such as 7, ±7 or +7/-6",
          remedy: RowProblem.skipRemedy)
      }
      return try Self.interval(rating - down, rating + up, around: rating, quantile)
    case .variance(let slot):
      return Self.symmetric(
        rating, (try Self.positive(slot, window, fields)).squareRoot(), quantile)
    case .standardError(let slot):
      return Self.symmetric(rating, try Self.positive(slot, window, fields), quantile)
    case .printed(let lower, let upper, let slot):
      var interval = try Self.interval(
        try Self.number(lower, window, fields), try Self.number(upper, window, fields),
        around: rating, quantile)
      interval.standardError = try Self.positive(slot, window, fields)
      return interval
    }
  }

  private static func symmetric(
    _ rating: Double, _ standardError: Double, _ quantile: Double
  ) -> Interval {
    let reach = quantile * standardError
    return Interval(lower: rating - reach, upper: rating + reach, standardError: standardError)
  }

  private static func interval(
    _ lower: Double, _ upper: Double, around rating: Double, _ quantile: Double
  ) throws(RowProblem) -> Interval {
    guard lower <= upper else {
      throw .row(
        what: "the interval ends at \(upper), below its beginning at \(lower)",
        remedy: "check which column is which; \(RowProblem.skipRemedy)")
    }
    guard lower < upper else {
      throw .row(
        what: "the interval of the score \(rating) has no width; expected a positive one",
        remedy: RowProblem.skipRemedy)
    }
    guard lower <= rating, rating <= upper else {
      throw .row(
        what: "the score \(rating) is outside its interval, \(lower) to \(upper)",
        remedy: "check which column is which; \(RowProblem.skipRemedy)")
    }
    let standardError = (upper - lower) / (2 * quantile)
    guard standardError.isFinite, standardError > 0 else {
      throw .row(
        what: "the interval \(lower) to \(upper) is too wide or too narrow to compute with",
        remedy: RowProblem.skipRemedy)
    }
    return Interval(lower: lower, upper: upper, standardError: standardError)
  }

  /// No board has scores beyond; numbers of more digits would lose those that matter.
  private static let largest = 1e9

  /// The finite number in `slot`.
  static func number(
    _ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) -> Double {
    guard let number = Numbers.number(fields[slot], in: window) else {
      throw .value(slot: slot, expected: "a number", remedy: RowProblem.skipRemedy)
    }
    guard number.magnitude <= largest else {
      throw .value(
        slot: slot, expected: "a number from -1e9 to 1e9", remedy: RowProblem.skipRemedy)
    }
    return number
  }

  private static func positive(
    _ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) -> Double {
    if let value = Numbers.number(fields[slot], in: window), value > 0 {
      if (1 / largest...largest).contains(value) { return value }
      throw .value(
        slot: slot, expected: "a number from 1e-9 to 1e9", remedy: RowProblem.skipRemedy)
    }
    throw .value(slot: slot, expected: "a positive number", remedy: RowProblem.skipRemedy)
  }

  private static func reach(
    _ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) -> Double {
    if let value = Numbers.number(fields[slot], in: window), value >= 0 { return value }
    throw .value(
      slot: slot, expected: "a number that is not negative", remedy: RowProblem.skipRemedy)
  }

  /// The reaches that `text` gives: `7`, `±7`, `+/-7`, `+7/-6`, `-6/+7`, `6/5` (up, then down).
  static func reaches(_ text: String) -> (down: Double, up: Double)? {
    var text = trimmed(text)
    for prefix in ["±", "+/-", "+-"] where text.utf8.starts(with: prefix.utf8) {
      text = String(decoding: text.utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
      return Numbers.number(text).flatMap { $0 >= 0 ? ($0, $0) : nil }
    }
    let parts = text.utf8.split(separator: ASCII.slash, omittingEmptySubsequences: false).map {
      trimmed(String(decoding: $0, as: UTF8.self))
    }
    if parts.count == 1 { return Numbers.number(text).flatMap { $0 >= 0 ? ($0, $0) : nil } }
    guard parts.count == 2, let first = Numbers.number(parts[0]),
      let second = Numbers.number(parts[1])
    else { return nil }
    let firstIsDown = parts[0].utf8.first == ASCII.minus
    let secondIsUp = parts[1].utf8.first == ASCII.plus
    // "-6/-7" and "+6/+7" say one direction twice.
    if firstIsDown { return secondIsUp ? (-first, second) : nil }
    if secondIsUp { return nil }
    return (abs(second), first)
  }
}
