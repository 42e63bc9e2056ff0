internal import Battles
internal import EloInference
internal import EloNumerics

/// Says what ratings rest on and average over.
enum SourceWording {
  /// What was read and not used, in words; `nil` where all was used.
  static func setAside(_ report: ReadReport, _ source: EstimateSource) -> Prose? {
    let isBoard = if case .board = source { true } else { false }
    return setAside(report, isBoard: isBoard)
  }

  /// The same of battles or of a board.
  static func setAside(_ report: ReadReport, isBoard: Bool) -> Prose? {
    guard !report.setAside.isEmpty else { return nil }
    let parts = report.setAside.map { words($0, isBoard: isBoard) }
    return "Set aside: \(parts.joined(separator: "; "))."
  }

  /// What the ratings average over, and where their zero is.
  static func average(_ leaderboard: Leaderboard) -> Prose {
    switch leaderboard.source {
    case .board:
      if let scores = BoardWording.scores(leaderboard.source) { return scores }
      return "Ratings average over the mix of opponents and the tie rule of the published board."
    case .battles(let fit):
      return """
        Ratings average over the present mix of opponents, \(ties(fit, leaderboard.tieRate)); \
        \(centre(fit.gauge, leaderboard)).\(halfWins(fit, leaderboard.tieRate))
        """
    }
  }

  private static func words(_ setAside: SetAside, isBoard: Bool) -> String {
    let count = setAside.count
    let unit = isBoard ? ("row", "rows") : ("battle", "battles")
    func rows(_ rest: String) -> String { CountFormat.text(count, "row", "rows") + " " + rest }
    func units(_ rest: String) -> String { CountFormat.text(count, unit.0, unit.1) + " " + rest }
    return switch setAside.reason {
    case .filtered: rows("that the filter leaves out")
    case .badRow: rows("that could not be read")
    case .noScore: rows("without a score")
    case .noError: rows("without the error of a score")
    case .summary: rows("of totals or averages")
    case .noVerdict: units("without a verdict")
    case .selfBattle: units("of a model against itself")
    case .tie: CountFormat.text(count, "tie", "ties") + ", dropped on request"
    case .bothBad:
      CountFormat.text(count, "verdict", "verdicts") + " of “both bad”, dropped on request"
    case .excluded: units("of excluded models")
    case .fewBattles: units("of models with too few battles")
    case .outsideComponent: units("outside the group of models that is compared")
    }
  }

  /// The tie rule, with the share of ties where wins, losses and ties are told.
  private static func ties(_ fit: FitSummary, _ tieRate: Double?) -> String {
    switch (fit.ties, fit.bothBad) {
    case (.half, .tie):
      "with ties\(tieNote(tieRate)) as half a win and “both bad” as a tie"
    case (.half, .drop):
      "with ties\(tieNote(tieRate)) as half a win and without “both bad”"
    case (.drop, .tie): "without ties, “both bad” among them"
    case (.drop, .drop): "without ties and without “both bad”"
    }
  }

  /// From which share of ties on it is said what half wins do to the scale: gaps shrink by about as much.
  private static let manyTies = 0.05

  /// That half wins draw ratings together; `help statistics` has how far.
  private static func halfWins(_ fit: FitSummary, _ tieRate: Double?) -> String {
    guard fit.ties == .half, let tieRate, tieRate > manyTies else { return "" }
    return " Half wins draw ratings together (help statistics: half wins)."
  }

  private static func tieNote(_ tieRate: Double?) -> String {
    tieRate.map { " (\(PercentFormat.share($0, decimals: 1)) of battles)" } ?? ""
  }

  private static func centre(_ gauge: Gauge, _ leaderboard: Leaderboard) -> Prose {
    let format = RatingFormat(scale: leaderboard.scale, leaderboard.source)
    let origin = format.text(leaderboard.scale.origin)
    let isRanked = !leaderboard.ranked.isEmpty
    let centre = isRanked ? "the mean of the ranked models" : "the mean of all models"
    switch gauge {
    case .meanOfEstablished: return "\(origin) is \(centre)"
    case .meanOfBattles: return "\(origin) is \(centre), weighted by their battles"
    case .anchored(let model, let logStrength):
      let rating = format.text(leaderboard.scale.rating(ofLogStrength: logStrength))
      return "\(name: leaderboard.roster.names[model]) is held at \(rating)"
    }
  }
}
