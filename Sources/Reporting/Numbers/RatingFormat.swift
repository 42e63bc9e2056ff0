internal import Battles
internal import EloInference
internal import EloNumerics

/// Writes ratings, gaps and the ends of their intervals: the one place that decides how many decimals
/// a table of them has, and what they are counted in.
///
/// Elo is told in whole points, as leaderboards do; on a scale of fewer points to the log-odds there
/// are as many decimals as show the same detail. A board whose standard errors are under half a point
/// has decimals as well, so that rounding moves no rating by more than its error. Other scores have so
/// many that rounding to them, by half a unit at most, moves none by more than a tenth of the smallest
/// standard error. No board has more than its own numbers have.
struct RatingFormat {
  /// The digits after the point of a rating.
  let decimals: Int
  /// What ratings are counted in: `points` also for Elo on a scale other than 400 to base 10.
  let unit: ScoreUnit
  /// What a rating is called: "rating", or "score" where it is no Elo.
  let noun: String

  /// The format for ratings on `scale`, as fitted or from published boards.
  ///
  /// - Parameters:
  ///   - source: where they are from; `nil` for a plan without data.
  ///   - other: where those of another snapshot are from, in the same unit.
  init(scale: EloScale, _ source: EstimateSource?, _ other: EstimateSource? = nil) {
    let boards = [source, other].compactMap { $0?.board }
    decimals = boards.map { Self.decimals($0, scale) }.max() ?? Self.decimals(scale)
    let unit = boards.first?.unit ?? .elo
    let isStandard = scale.scale == 400 && scale.base == 10
    self.unit = unit == .elo && !isStandard ? .points : unit
    noun = unit == .elo ? "rating" : "score"
  }

  /// The decimals that show differences of a 350th of a log-odds or so.
  private static func decimals(_ scale: EloScale) -> Int {
    let steps: [Double] = [50, 5, 0.5, 0.05, 0.005]
    return steps.firstIndex { scale.pointsPerLogOdds >= $0 } ?? steps.count
  }

  private static func decimals(_ board: BoardSummary, _ scale: EloScale) -> Int {
    let isElo = board.unit == .elo
    let most = board.publishedDecimals ?? 12
    let least = isElo ? decimals(scale) : 0
    guard let error = board.leastStandardError else { return isElo ? least : min(most, 3) }
    let limit = isElo ? 2 * error : error / 5
    var parts = 1.0
    var needed = 0
    while needed < most, 1 / parts > limit {
      needed += 1
      parts *= 10
    }
    return max(least, needed)
  }

  /// A gap or an end of its interval, and a rating where its unit is told elsewhere.
  func text(_ value: Double) -> String { DecimalFormat(decimals: decimals).text(value) }

  /// A rating: 1503, 0.642, 64.2%.
  func rating(_ value: Double) -> String { text(value) + sign }

  /// A gap with its unit: 45 Elo, 3.1 points, 0.031, 3.1 percentage points.
  func gap(_ value: Double) -> String { withUnit(text(value)) }

  /// A gap, as it is written, with the unit in its number: 45 Elo, 1 point.
  func withUnit(_ text: String) -> String {
    switch unit {
    case .elo: "\(text) Elo"
    case .points: "\(text) \(text == "1" ? "point" : "points")"
    case .share: text
    case .percent: "\(text) percentage \(text == "1" ? "point" : "points")"
    }
  }

  /// A standard error, with one decimal more than a rating.
  func standardError(_ value: Double) -> String {
    DecimalFormat(decimals: decimals + 1).text(value)
  }

  /// An interval of gaps: −8 to 10.
  func interval(_ lower: Double, _ upper: Double) -> String { "\(text(lower)) to \(text(upper))" }

  /// An interval of ratings: 1117–1131, or with "to" where a dash would meet a minus.
  func ratingInterval(_ lower: Double, _ upper: Double) -> String {
    (lower < 0 ? interval(lower, upper) : "\(text(lower))–\(text(upper))") + sign
  }

  /// The noun at the head of a column or a sentence.
  var heading: String { noun == "score" ? "Score" : "Rating" }

  private var sign: String { unit == .percent ? "%" : "" }
}
