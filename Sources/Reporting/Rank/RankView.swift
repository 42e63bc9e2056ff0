package import EloInference

/// What of a leaderboard is shown beside its headline.
package enum RankView: Sendable {
  /// The table of ratings.
  case ratings
  /// The same with each model's letters and detectable gap.
  case details
  /// The same with what each model's battles came to.
  case record
  /// The probability of each rank.
  case ranks(RankProbabilities)
  /// The probability, for each pair, that one is above the other.
  case superiority(SuperiorityMatrix)
}
