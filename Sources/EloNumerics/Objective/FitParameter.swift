/// What a fit estimates one number for.
public enum FitParameter: Sendable, Hashable {
  /// The log-strength of the model with this id.
  case strength(Int)
  /// What being listed first adds to a side's log-odds.
  case orderEffect
  /// The coefficient of a feature of battles.
  case feature(Int)
  /// How often battles are tied: of the model with this id, or of all alike.
  case tie(Int?)
  /// How often both sides are called bad, where that is an outcome of its own.
  case bothBad
}
