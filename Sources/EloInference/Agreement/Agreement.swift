public import EloNumerics

/// How ratings and another column order the models that both have.
public struct Agreement: Sendable {
  /// Which models are which.
  public let matching: NameMatching
  /// The models that both have and that are too little known to be ranked, by the board's id; they
  /// take no part.
  public let provisional: [Int]
  /// The heading of the other column.
  public let label: String
  /// Which value of the other column has the first place.
  public let direction: MidRanks.Direction
  /// How the two orders agree.
  public let correlation: RankCorrelation
  /// How often chance would do the like; `nil` where a correlation is undefined because one side has
  /// one value for all.
  public let permutation: PermutationTest?
  /// How far the noise of the ratings moves the correlations; `nil` likewise.
  public let redraws: Redraws?
  /// The seed of the permutations and the redraws.
  public let seed: UInt64
  /// How the models' rank ranges were made.
  public let test: TestSummary
  /// The models, those first whose two places are farthest apart.
  public let places: [PlaceFinding]
  /// How the ratings came about.
  public let source: EstimateSource
  /// The scale of the ratings.
  public let scale: EloScale
  /// What the reader must know.
  public let warnings: [EstimateWarning]
}

/// What becomes of the correlations when the ratings are drawn again from their errors.
///
/// A redraw adds noise to ratings that hold noise already, and noise weakens a correlation: the
/// intervals lean towards 0, the more so the stronger the agreement, the larger the errors beside
/// the gaps and the more models there are. They tell how far the ratings' noise could have moved
/// the correlation. They are no intervals for the correlation of the true strengths [of which they
/// cover 95–99% with errors a tenth of the ratings' spread and τ up to 0.4, and hardly any with 30
/// models, errors as large as the spread and τ of 0.8].
public struct Redraws: Sendable, Equatable {
  /// How often the ratings were redrawn.
  public let count: Int
  /// The quantiles of Kendall's τ-b that leave out equal shares at both ends.
  public let kendall: ClosedRange<Double>
  /// Those of Spearman's ρ.
  public let spearman: ClosedRange<Double>
}

/// A model's two places among the models that both orders have.
public struct PlaceFinding: Sendable, Equatable {
  /// The model's id in the board's roster.
  public let model: Int
  /// Its id in the other file's roster.
  public let other: Int
  /// The rating.
  public let rating: Double
  /// The value in the other column.
  public let value: Double
  /// The mean place by rating, from 1; equal ratings share it.
  public let ratingRank: Double
  /// The places by rating that the data do not exclude.
  public let rankRange: ClosedRange<Int>
  /// The mean place by value, from 1; equal values share it.
  public let otherRank: Double
  /// The places of all models with this value.
  public let otherSpan: ClosedRange<Int>
  /// Whether the place by value lies outside all places that the ratings leave open, those of models that
  /// stand clearly elsewhere left out.
  public let isClear: Bool
  /// Whether it lies outside only because other models stand clearly elsewhere.
  public let isDisplaced: Bool

  /// How many places lower the value puts the model than the rating does.
  public var difference: Double { otherRank - ratingRank }
}
