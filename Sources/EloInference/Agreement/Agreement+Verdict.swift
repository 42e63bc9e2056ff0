import EloNumerics

/// What an agreement comes to.
extension Agreement {
  /// Whether the two orders are shown to have to do with each other, by Kendall's τ-b at the level of the
  /// test.
  public var isShown: Bool {
    permutation.map { $0.kendallP <= test.errorRate } ?? false
  }

  /// The p-value of full agreement, where so few models cannot show even that; `nil` where they can, where
  /// equal places leave it open, and where there is no order to compare.
  public var leastPTooLarge: Double? {
    permutation?.leastKendallP.flatMap { $0 > test.errorRate ? $0 : nil }
  }

  /// Whether ratings rise with the values themselves, whichever of them has the first place; `nil` where
  /// there is no order to compare.
  public var risesWithValues: Bool? {
    correlation.kendall.map { ($0 > 0) == (direction == .descending) }
  }

  /// Pairs of models that the ratings, the values or both have as equal.
  public var tiedPairs: Int {
    correlation.pairCount - correlation.concordant - correlation.discordant
  }

  /// Whether all models have the same rating.
  public var isFlatByRating: Bool { correlation.tiedInFirst == correlation.pairCount }
}
