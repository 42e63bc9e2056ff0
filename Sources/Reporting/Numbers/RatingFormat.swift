internal import EloNumerics

/// Writes ratings and gaps as leaderboards do: whole Elo.
///
/// On a scale of fewer points to the log-odds there are as many decimals as show the same detail.
struct RatingFormat {
  /// The digits after the point of a rating.
  let decimals: Int
  /// What a gap is counted in: Elo on a scale of 400 to base 10, otherwise points.
  let unit: String

  /// The format for ratings on `scale`.
  init(scale: EloScale) {
    let steps: [Double] = [50, 5, 0.5, 0.05, 0.005]
    decimals = steps.firstIndex { scale.pointsPerLogOdds >= $0 } ?? steps.count
    unit = scale.scale == 400 && scale.base == 10 ? "Elo" : "points"
  }

  /// A rating, a gap or an end of an interval.
  func text(_ value: Double) -> String { DecimalFormat(decimals: decimals).text(value) }

  /// A gap with its unit: 45 Elo.
  func gap(_ value: Double) -> String { withUnit(text(value)) }

  /// A number, as it is written, with the unit in its number: 45 Elo, 1 point.
  func withUnit(_ text: String) -> String {
    "\(text) \(text == "1" && unit == "points" ? "point" : unit)"
  }

  /// A standard error, with one decimal more than a rating.
  func standardError(_ value: Double) -> String {
    DecimalFormat(decimals: decimals + 1).text(value)
  }

  /// An interval of gaps: −8 to 10.
  func interval(_ lower: Double, _ upper: Double) -> String { "\(text(lower)) to \(text(upper))" }

  /// An interval of ratings: 1117–1131, or with "to" where a dash would meet a minus.
  func ratingInterval(_ lower: Double, _ upper: Double) -> String {
    lower < 0 ? interval(lower, upper) : "\(text(lower))–\(text(upper))"
  }
}
