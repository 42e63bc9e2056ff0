/// Whether two models were shown to be equal within a margin, which is on the Elo scale.
public struct EquivalenceFinding: Sendable, Equatable {
  /// The p-value of this pair by itself: how often the two would look at least this close if they
  /// were as far apart as the margin.
  public let p: Double
  /// The p-value adjusted for the family.
  public let adjustedP: Double
  /// The lower end of the interval that must lie within the margin either way, for this pair by
  /// itself: its coverage is one minus twice the error rate.
  public let lower: Double
  /// The upper end of that interval.
  public let upper: Double
  /// A margin that is enough for the pair to be shown to lie within, whatever the other pairs of the
  /// family do; of one pair by itself the smallest one.
  public let smallestMargin: Double
}

/// How models were tested for being equal within a margin.
public struct EquivalenceSummary: Sendable, Equatable {
  /// The largest gap, on the Elo scale, that counts as none.
  public let margin: Double
  /// How p-values account for the pairs of the family: by Holm's method, Benjamini and Hochberg's,
  /// or not at all.
  public let adjustment: Adjustment
}
