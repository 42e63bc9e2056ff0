/// Which slots hold the uncertainty of a score, and in what form.
enum Uncertainty: Sendable {
  /// The two ends of the interval.
  case ends(lower: Int, upper: Int)
  /// The two ends, or how far the interval reaches down and up: the whole board decides.
  case pair(Int, Int)
  /// How far the interval reaches down and up.
  case reaches(down: Int, up: Int)
  /// Both reaches as one text, such as `7`, `±7` or `+7/-6`.
  case reachText(Int)
  /// Reaches or ends as one text, such as `±7` or `[1497, 1508]`.
  case text(Int)
  /// Both ends as one text, such as `1497–1508`.
  case endText(Int)
  /// The squared standard error.
  case variance(Int)
  /// The standard error; or a standard deviation, which is one where scores are Elo.
  case standardError(Int, isDeviation: Bool)
  /// The two ends, and the standard error.
  case printed(lower: Int, upper: Int, standardError: Int)
  /// The score's own cell has it, such as `1503 ± 6`.
  case inScore
  /// The score's own cell has the standard error, such as `1503 ± 3`; or a standard deviation.
  case errorInScore(isDeviation: Bool)
}

/// What a row tells of the uncertainty of its score.
enum Spread: Sendable {
  /// Nothing, or that there is none.
  case none
  /// The ends of the interval, of which the score is none outside.
  case interval(lower: Double, upper: Double)
  /// The standard error.
  case standardError(Double)
  /// The ends, to be shown, and the standard error.
  case printed(lower: Double, upper: Double, standardError: Double)
  /// Two numbers of which the whole board tells what they are.
  case pair(Double, Double, plusFirst: Bool)
}

extension Uncertainty {
  /// The spread of `rating`, of whose cell `inScore` is a part.
  ///
  /// - Throws: where a part is no number, or the parts make no interval around the rating.
  func spread(
    around rating: Double, inScore: CellText.Interval?, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) -> Spread {
    switch self {
    case .ends(let lower, let upper):
      if Self.isBlank([lower, upper], window, fields) { return .none }
      return try Self.interval(
        try Self.number(lower, window, fields), try Self.number(upper, window, fields),
        around: rating)
    case .pair(let first, let second):
      if Self.isBlank([first, second], window, fields) { return .none }
      return .pair(
        try Self.number(first, window, fields), try Self.number(second, window, fields),
        plusFirst: false)
    case .reaches(let down, let up):
      if Self.isBlank([down, up], window, fields) { return .none }
      return try Self.interval(
        rating - (try Self.reach(down, isDown: true, window, fields)),
        rating + (try Self.reach(up, isDown: false, window, fields)), around: rating)
    case .reachText(let slot):
      if Self.isBlank([slot], window, fields) { return .none }
      guard
        let reaches = Self.reaches(CellText(fields[slot].text(in: window)).interval())
      else {
        throw .value(
          slot: slot, expected: "a half-width such as 7, ±7, +7/-6 or (-6, 7)",
          remedy: RowProblem.skipRemedy)
      }
      return try Self.interval(rating - reaches.down, rating + reaches.up, around: rating)
    case .text(let slot):
      if Self.isBlank([slot], window, fields) { return .none }
      guard let interval = CellText(fields[slot].text(in: window)).interval() else {
        throw .value(
          slot: slot, expected: "an interval such as 7, ±7, +7/-6, (-6, 7) or [1497, 1508]",
          remedy: RowProblem.skipRemedy)
      }
      return try Self.spread(interval, around: rating)
    case .endText(let slot):
      if Self.isBlank([slot], window, fields) { return .none }
      switch CellText(fields[slot].text(in: window)).interval() {
      case .ends(let lower, let upper), .pair(let lower, let upper, _):
        return try Self.interval(lower, upper, around: rating)
      case .reaches, nil:
        if let (lower, upper) = CellText(fields[slot].text(in: window)).slashedEnds() {
          return try Self.interval(lower, upper, around: rating)
        }
        throw .value(
          slot: slot, expected: "the ends of an interval, such as 1497–1508 or [1497, 1508]",
          remedy: RowProblem.skipRemedy)
      }
    case .variance(let slot):
      if Self.isBlank([slot], window, fields) { return .none }
      return .standardError((try Self.positive(slot, window, fields)).squareRoot())
    case .standardError(let slot, _):
      if Self.isBlank([slot], window, fields) { return .none }
      return .standardError(try Self.positive(slot, window, fields))
    case .printed(let lower, let upper, let error):
      if Self.isBlank([error], window, fields) { return .none }
      let standardError = try Self.positive(error, window, fields)
      let ends = try Self.interval(
        try Self.number(lower, window, fields), try Self.number(upper, window, fields),
        around: rating)
      guard case .interval(let lower, let upper) = ends else { return ends }
      return .printed(lower: lower, upper: upper, standardError: standardError)
    case .inScore:
      guard let inScore else { return .none }
      return try Self.spread(inScore, around: rating)
    case .errorInScore:
      guard let inScore else { return .none }
      guard case .reaches(let down, let up) = inScore, down == up else {
        throw .row(
          what: "the score has an interval behind it; expected a standard error, as in 1503 ± 3",
          remedy: RowProblem.skipRemedy)
      }
      return .standardError(down)
    }
  }

  /// The spread that the text of a cell says.
  private static func spread(
    _ interval: CellText.Interval, around rating: Double
  ) throws(RowProblem) -> Spread {
    switch interval {
    case .reaches(let down, let up):
      try Self.interval(rating - down, rating + up, around: rating)
    case .ends(let lower, let upper): try Self.interval(lower, upper, around: rating)
    case .pair(let first, let second, let plusFirst): .pair(first, second, plusFirst: plusFirst)
    }
  }

  /// The reaches that a text says, where it is to say reaches.
  private static func reaches(_ interval: CellText.Interval?) -> (down: Double, up: Double)? {
    switch interval {
    case .reaches(let down, let up): (down, up)
    case .pair(let first, let second, let plusFirst):
      second >= 0 && !plusFirst ? (abs(first), second) : nil
    case .ends, nil: nil
    }
  }

  /// The interval from `lower` to `upper`, where it is one and the score is none outside.
  static func interval(
    _ lower: Double, _ upper: Double, around rating: Double
  ) throws(RowProblem) -> Spread {
    guard lower <= upper else {
      throw .row(
        what: "the interval ends at \(upper), below its beginning at \(lower)",
        remedy: "check which column is which; \(RowProblem.skipRemedy)")
    }
    guard lower <= rating, rating <= upper else {
      throw .row(
        what: "the score \(rating) is outside its interval, \(lower) to \(upper)",
        remedy: "check which column is which; \(RowProblem.skipRemedy)")
    }
    guard (upper - lower).isFinite else {
      throw .row(
        what: "the interval \(lower) to \(upper) is too wide to compute with",
        remedy: RowProblem.skipRemedy)
    }
    return .interval(lower: lower, upper: upper)
  }

  private static func isBlank(
    _ slots: [Int], _ window: Span<UInt8>, _ fields: Span<Field>
  ) -> Bool {
    for slot in slots where !CellText.isBlank(fields[slot].text(in: window)) { return false }
    return true
  }

  /// No board has scores beyond; numbers of more digits would lose those that matter.
  static let largest = 1e9

  /// The finite number in `slot`.
  private static func number(
    _ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) -> Double {
    guard let number = plain(slot, window, fields) else {
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
    if let value = width(slot, window, fields) ?? half(slot, window, fields), value >= 0 {
      if value == 0 || (1 / largest...largest).contains(value) { return value }
      throw .value(
        slot: slot, expected: "a number from 1e-9 to 1e9", remedy: RowProblem.skipRemedy)
    }
    throw .value(
      slot: slot, expected: "a number that is not negative", remedy: RowProblem.skipRemedy)
  }

  /// How far an interval reaches; a minus before what reaches down says the same once more.
  private static func reach(
    _ slot: Int, isDown: Bool, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) -> Double {
    if let value = width(slot, window, fields), value >= 0 || isDown { return abs(value) }
    throw .value(
      slot: slot, expected: "a number that is not negative", remedy: RowProblem.skipRemedy)
  }

  /// The number in `slot` and nothing else, as digits or as people write it.
  private static func plain(
    _ slot: Int, takesCommas: Bool = true, _ window: Span<UInt8>, _ fields: Span<Field>
  ) -> Double? {
    if let number = Numbers.number(fields[slot], in: window) { return number }
    guard let score = CellText(fields[slot].text(in: window)).score(), score.interval == nil,
      takesCommas || !score.number.hasCommas
    else { return nil }
    return score.number.value
  }

  /// The same of a width, which is not of thousands, so that a comma in it would stand before decimals.
  private static func width(
    _ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>
  ) -> Double? {
    plain(slot, takesCommas: false, window, fields)
  }

  /// The slots of numbers.
  var slots: [Int] {
    switch self {
    case .ends(let lower, let upper): [lower, upper]
    case .pair(let first, let second): [first, second]
    case .reaches(let down, let up): [down, up]
    case .reachText(let slot), .text(let slot), .endText(let slot), .variance(let slot),
      .standardError(let slot, _):
      [slot]
    case .printed(let lower, let upper, let error): [lower, upper, error]
    case .inScore, .errorInScore: []
    }
  }

  /// The number behind `±`.
  private static func half(
    _ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>
  ) -> Double? {
    guard
      case .reaches(let down, let up) = CellText(fields[slot].text(in: window)).interval(),
      down == up
    else { return nil }
    return down
  }
}
