/// How ties enter a Bradley–Terry fit.
public enum TieRule: String, Sendable, CaseIterable {
  /// Half a win for each side.
  case half
  /// Not at all: they are set aside.
  case drop
}

/// What a verdict that both sides are bad counts as.
public enum BothBadRule: String, Sendable, CaseIterable {
  /// A tie.
  case tie
  /// Nothing: it is set aside.
  case drop
}
