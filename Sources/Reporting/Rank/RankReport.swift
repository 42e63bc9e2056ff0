package import Battles
package import EloInference

/// What `rank` has to tell: a leaderboard and how it was read.
package struct RankReport: Report {
  /// The command.
  package static let command = "rank"

  /// The leaderboard.
  package let leaderboard: Leaderboard
  /// Where the ratings came from.
  package let provenance: Provenance
  /// A model with fewer battles than this is not ranked.
  package let provisionalBelow: Int
  /// How many rows the table shows at most; CSV and JSON always have all.
  package let top: Int?
  /// What the table shows, and the CSV with it.
  package let view: RankView

  /// How many columns a matrix has at most on a page.
  static let mostColumns = 10

  /// A report.
  package init(
    leaderboard: Leaderboard, read: ReadReport, provisionalBelow: Int, top: Int? = nil,
    view: RankView = .ratings
  ) {
    self.leaderboard = leaderboard
    provenance = Provenance(
      read, leaderboard.roster, leaderboard.source, leaderboard.scale, leaderboard.warnings)
    self.provisionalBelow = provisionalBelow
    self.top = top
    self.view = view
  }

  /// How ratings and gaps are written.
  var format: RatingFormat { provenance.format }

  /// The name of the model with `id`.
  func name(_ id: Int) -> String { leaderboard.roster.names[id] }
}
