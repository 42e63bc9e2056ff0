/// What follows from how pairs were tested together.
extension TestSummary {
  /// One minus the level; see `errorRate(level:)`.
  public var errorRate: Double { EloInference.errorRate(level: level) }

  /// Whether p-values were adjusted, so that there are two to a pair; resamples judge a single one anew,
  /// too.
  public var isAdjusted: Bool { adjustment == .bootstrapMaxT || adjustment != .none && pairs > 1 }

  /// How many others each model is compared with: k where all k(k + 1)/2 pairs are tested; a model that is
  /// tested against the others has as many as there are pairs.
  public var others: Int {
    if family == .against { return pairs }
    var others = 0
    while (others + 1) * (others + 2) / 2 <= pairs { others += 1 }
    return others
  }
}

/// One minus `level`, rounded to a billionth: 1 − 0.95 is 0.050000000000000044 and would let 0.05 pass for
/// less.
package func errorRate(level: Double) -> Double { ((1 - level) * 1e9).rounded() / 1e9 }
