public import Battles
public import EloNumerics

/// Why battles could not be turned into an estimate, or an estimate not into what was asked.
public enum EstimateError: Error, Sendable, Equatable {
  /// No fit was made; the roster names the models of the error's ids.
  case fit(FitError, Roster)
  /// No model is left after those that were excluded.
  case nothingLeft
  /// A model that was named does not occur.
  case unknownModel(String, known: Roster)
  /// A pair of one model.
  case sameModel(String)
  /// Fewer models than the question needs.
  case tooFewEstablished(Int, provisional: Int)
  /// Too few replicates for the level that the bootstrap is to decide at.
  case tooFewReplicates(Int, needed: Int)
}
