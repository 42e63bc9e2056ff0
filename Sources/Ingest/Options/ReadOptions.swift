public import Battles

/// How the input is to be read; the defaults are right for files with the usual headers.
public struct ReadOptions: Sendable, Equatable {
  /// Which column plays which role, where the header does not say it.
  public var columns = ColumnMapping()
  /// Where the header of delimited text stands.
  public var header = HeaderLine.first
  /// What NaN and infinities in JSON are read as.
  public var notANumber = NotANumber.refuse
  /// Outcome labels in addition to the built-in ones, which they override.
  public var labels: [OutcomeLabel] = []
  /// How bare numbers and letters in a winner column are meant, where that must be said.
  public var coding: LabelCoding?
  /// The model that judgments with two games a row were measured against, where no category tells it.
  public var baseline: String?
  /// How many battles a verdict such as `A>>B` counts for, which says that one side was much better.
  public var strongWeight = 1
  /// What is done where a table of wins lists pairs of models from both sides with the same numbers; `nil`
  /// refuses such a table.
  public var mirrored: MirroredPairs?
  /// What is done about battles that stand in one row, as two games on one question do, where no cluster is
  /// asked for.
  public var games = GamesInRows.keep
  /// Whether the range of the battles' times is looked for.
  public var findsTimes = false
  /// Rows that do not pass every filter are set aside.
  public var filters: [RowFilter] = []
  /// How dates that do not begin with their year are read, where filters order by dates; `nil` for dates
  /// of ISO 8601 only.
  public var dateFormat: DateFormat?
  /// Names to look for in all rows, those that are set aside too; see `ReadResult.unmetNames`.
  public var watchedNames: [String] = []
  /// The column whose values are the clusters of battles, such as their judges; `nil` for battles that
  /// count as independent.
  public var cluster: String?
  /// Keeps the battles of one in 2ⁿ clusters, whole ones chosen by a hash of their names, for a look at a
  /// part of a long file; the rows of the others count as filtered. 0 keeps all.
  public var clusterHalvings = 0
  /// What happens on a row that cannot be read.
  public var badRows = BadRowPolicy.stop
  /// The coverage that the intervals of a board claim; `nil` for what the headings say, and 0.95 where
  /// they say nothing.
  public var boardLevel: ClaimedLevel?
  /// What the scores of a board are; `nil` for what headings and numbers say.
  public var unit: ScoreUnit?
  /// Which table of a text is read that has several: its number, from 1, or words of its title.
  public var table: String?

  /// How many threads read a file; what is read does not depend on it.
  public var threads = 1

  /// The usual options: stop on a bad row, no filters, boards at 95%.
  public init() {}
}

/// What is done about battles that stand in one row and are not independent.
public enum GamesInRows: Sendable, Equatable {
  /// They count as they are.
  case keep
  /// They count as they are, and a warning tells it.
  case warn
  /// They are clustered by their question; where no column tells that, a warning does.
  case cluster
}

/// What happens on a row that cannot be read.
public enum BadRowPolicy: String, Sendable, Equatable, CaseIterable {
  /// Reading stops with an error that names the row.
  case stop
  /// The row is set aside, counted and reported. A broken quote stops all the same: where rows
  /// begin and end is then unknown.
  case skip
}
