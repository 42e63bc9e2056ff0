import CommandLineKit

extension Need {
  /// Battles, of which a fit is made; a board of scores has none.
  static let battles = Need(rawValue: "battles")
  /// Rows of battles, to be read in the way that an option says.
  static let rowsOfBattles = Need(rawValue: "rows of battles")
  /// A published board with intervals.
  static let boardIntervals = Need(rawValue: "the intervals of a published board")
  /// A published board.
  static let boardScores = Need(rawValue: "the scores of a published board")
  /// Scores that are Elo.
  static let elo = Need(rawValue: "Elo points")
  /// A ranked model, whose errors are made as was asked for.
  static let rankedModels = Need(rawValue: "ranked models")
  /// Data of any kind, which a plan can do without.
  static let data = Need(rawValue: "data")
}
