public import Battles
public import EloNumerics

/// Why battles could not be turned into an estimate, or an estimate not into what was asked.
public enum EstimateError: Error, Sendable, Equatable {
  /// No fit was made; the roster names the models of the error's ids.
  case fit(FitError, Roster)
  /// Nothing is left to rate after what was set aside.
  case nothingLeft([SetAside])
  /// A model that was named does not occur.
  case unknownModel(String, known: Roster)
  /// A pair of one model.
  case sameModel(String)
  /// Fewer models than the question needs.
  case tooFewEstablished(Int, provisional: Int)
  /// Too few replicates for the level that the bootstrap is to decide at.
  case tooFewReplicates(Int, needed: Int)
  /// Too few ranked models that another file has too.
  case tooFewCommon(NameMatching, ranked: Int)
}
