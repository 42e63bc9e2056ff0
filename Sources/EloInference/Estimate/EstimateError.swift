public import Battles
public import EloNumerics

/// Why battles could not be turned into an estimate, or an estimate not into what was asked.
public enum EstimateError: Error, Sendable, Equatable {
  /// No fit was made; the roster names the models of the error's ids.
  case fit(FitError, Roster)
  /// More models on a published board than all pairs can be compared of.
  case tooManyOnBoard(Int, limit: Int)
  /// No finite fit exists; what was tried and makes one.
  case separated(Separation, Roster, [WayOut])
  /// Nothing is left to rate after what was set aside; what was tried and leaves something.
  case nothingLeft([SetAside], [WayOut])
  /// A model that was named does not occur.
  case unknownModel(String, known: Roster)
  /// An anchor with too few battles: all ratings would be known as badly as it is.
  case provisionalAnchor(String, battles: Int)
  /// A pair of one model.
  case sameModel(String)
  /// Fewer ranked models than the question needs; what was tried and ranks more.
  case tooFewEstablished(Int, provisional: Int, [WayOut])
  /// Too few replicates for the level that the bootstrap is to decide at.
  case tooFewReplicates(Int, needed: Int)
  /// Too few replicates for the level that each of simultaneous intervals has.
  case tooFewReplicatesTogether(Int, needed: Int)
  /// Clusters that tell nothing of what differs between clusters, because there is only one.
  case oneCluster(String)
  /// Fewer clusters than models whose ratings are to be drawn together.
  case tooFewClusters(Int, models: Int)
  /// A plan for battles that came in clusters; plans count independent ones.
  case clusteredPlan
  /// A model whose interval by resampling ends beyond the outermost replicates, and how many it would
  /// take; `nil` where they cannot be counted.
  case tooFewReplicatesCorrected(String, Int, needed: Int?)
  /// A plan for scores that are not Elo: nothing tells how they answer to battles.
  case planOfScores(ScoreUnit)
  /// A model of which all replicates lie on one side of the estimate, or so skewed that no corrected
  /// interval exists.
  case noAcceleratedInterval(String)
  /// An interval by resamples, of which the estimate has none.
  case noReplicates(IntervalMethod)
  /// An interval that only battles give, of a board.
  case intervalNeedsBattles(IntervalMethod)
  /// A published interval, of battles.
  case noPublishedInterval
  /// Too few ranked models that another file has too.
  case tooFewCommon(NameMatching, ranked: Int)
}
