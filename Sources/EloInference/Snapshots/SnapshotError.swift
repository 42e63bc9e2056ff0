public import Battles

/// Why two snapshots could not be compared.
public enum SnapshotError: Error, Sendable, Equatable {
  /// So many models are ranked in both; moves are relative to each other and take two.
  case tooFewCommon(Int)
  /// The old battles were said to be among the new ones and are not: of this cell there are more.
  case notContained(a: String, b: String, outcome: Outcome, old: Int, new: Int)
  /// Battles and a board cannot be nested.
  case differentKinds
  /// Scores of different units, which no difference is of.
  case differentUnits(old: ScoreUnit, new: ScoreUnit)
  /// Battles that came in clusters; moves are told of independent ones.
  case clustered
  /// One of the two could not be estimated.
  case estimate(EstimateError)
}
