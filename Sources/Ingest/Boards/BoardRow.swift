/// A row of a board, of which only the whole board may tell what some numbers are.
struct BoardRow: Sendable {
  /// The row's place in the input.
  let place: Place
  /// The score.
  let rating: Double
  /// Whether the score is written with a percent sign.
  let isPercent: Bool
  /// Whether the score's error is written with a percent sign.
  var isErrorPercent = false
  /// Whether the score's point may stand between thousands, as in `1.503`.
  var mayBeThousands = false
  /// What is told of the score's uncertainty.
  var spread: Spread
  /// The number of votes, where it is told and can be read.
  let votes: Int?
  /// Whether the board calls the score preliminary.
  let isPreliminary: Bool
  /// Whether the board says that the model has too few votes to be ranked.
  let isUnranked: Bool

  /// A score's interval and standard error.
  struct Interval: Sendable {
    var lower: Double
    var upper: Double
    var standardError: Double
  }

  /// The interval and the standard error.
  ///
  /// - Parameter quantile: half the interval's width, in standard errors.
  func interval(quantile: Double) -> Interval {
    switch spread {
    case .none, .pair: return Interval(lower: rating, upper: rating, standardError: 0)
    case .interval(let lower, let upper):
      return Interval(
        lower: lower, upper: upper, standardError: (upper - lower) / (2 * quantile))
    case .standardError(let error):
      let reach = quantile * error
      return Interval(lower: rating - reach, upper: rating + reach, standardError: error)
    case .printed(let lower, let upper, let error):
      return Interval(lower: lower, upper: upper, standardError: error)
    }
  }

  /// Whether nothing is told of the score's error.
  var isErrorUnknown: Bool { if case .none = spread { true } else { false } }
}
