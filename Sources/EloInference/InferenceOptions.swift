/// How the intervals of single ratings are made.
public enum IntervalMethod: String, Sendable, CaseIterable {
  /// The quantiles of the bootstrap replicates.
  case percentile
  /// The bootstrap's quantiles reflected about the estimate.
  case basic
  /// The bootstrap's quantiles at levels corrected for bias and skewness.
  case bca
  /// The values at which the best fit loses little, by the sandwich's measure.
  case profile
  /// Normal, with the sandwich standard error.
  case sandwich
  /// Normal, with the inverse information; too wide when there are ties.
  case wald
  /// As a board published them.
  case published

  /// Whether the method needs bootstrap replicates.
  public var isBootstrap: Bool { self == .percentile || self == .basic || self == .bca }
}

/// Which ratings' intervals hold together.
public enum IntervalFamily: String, Sendable, CaseIterable {
  /// Each by itself.
  case single
  /// Those of all ranked models at once.
  case simultaneous
}

/// How p-values account for the number of pairs that are tested together.
public enum Adjustment: String, Sendable, CaseIterable {
  /// Step-down on the largest statistic over draws from N(0, V); controls the family-wise error.
  case maxT = "max-t"
  /// The same on the bootstrap replicates.
  case bootstrapMaxT = "bootstrap-max-t"
  /// Holm's step-down, which holds under any dependence; controls the family-wise error.
  case holm
  /// Benjamini and Hochberg's step-up; controls the false discovery rate.
  case benjaminiHochberg = "bh"
  /// Each pair by itself.
  case none
}

/// Which comparisons a rank range answers for together.
public enum RankFamily: String, Sendable, CaseIterable {
  /// All pairs: the ranges of all models hold together.
  case all
  /// One model against the others: each range holds by itself, and is narrower.
  case one
}
