/// What the scores of a board are.
public enum ScoreUnit: String, Sendable, Equatable, CaseIterable {
  /// Elo: differences are log odds of winning.
  case elo
  /// Points of which nothing else is known.
  case points
  /// Shares, such as rates of wins, from 0 to 1.
  case share
  /// Shares in percent, from 0 to 100.
  case percent
}

/// A published board: a score for each model, with its uncertainty, and no battles behind it.
public struct PublishedScores: Sendable, Equatable {
  /// The models; every array here is indexed by its ids.
  public let roster: Roster
  /// The scores on the board's own scale.
  public let rating: [Double]
  /// The standard errors of the scores, positive, on the board's own scale; 0 for `reference`.
  public let standardError: [Double]
  /// The lower ends of the intervals at `level`, as published or from the standard error.
  public let lower: [Double]
  /// The upper ends of the intervals at `level`, as published or from the standard error.
  public let upper: [Double]
  /// The number of votes behind each score, where the board tells all of them.
  public let votes: [Int]?
  /// The coverage that the published intervals claim, such as 0.95.
  public let level: Double
  /// What the scores are.
  public let unit: ScoreUnit
  /// The model that the others were measured against, whose score is exact, where there is one.
  public let reference: Int?
  /// Whether the board calls a score preliminary.
  public let isPreliminary: [Bool]
  /// Whether the board says that a model has too few votes to be ranked.
  public let isUnranked: [Bool]

  /// A board whose arrays are indexed by the ids of `roster`.
  ///
  /// - Precondition: all arrays are as long as the roster.
  public init(
    roster: Roster, rating: [Double], standardError: [Double], lower: [Double], upper: [Double],
    votes: [Int]?, level: Double, unit: ScoreUnit = .elo, reference: Int? = nil,
    isPreliminary: [Bool]? = nil, isUnranked: [Bool]? = nil
  ) {
    let arrays = [rating, standardError, lower, upper]
    precondition(arrays.allSatisfy { $0.count == roster.count }, "one entry a model")
    precondition(votes.map { $0.count == roster.count } ?? true, "one entry a model")
    self.roster = roster
    self.rating = rating
    self.standardError = standardError
    self.lower = lower
    self.upper = upper
    self.votes = votes
    self.level = level
    self.unit = unit
    self.reference = reference
    self.isPreliminary = isPreliminary ?? roster.names.map { _ in false }
    self.isUnranked = isUnranked ?? roster.names.map { _ in false }
    precondition(self.isPreliminary.count == roster.count, "one entry a model")
    precondition(self.isUnranked.count == roster.count, "one entry a model")
  }
}

extension PublishedScores {
  /// The board without the models that `names` lists.
  public func excluding(_ names: [String]) -> PublishedScores {
    let excluded = Roster(names)
    let kept = roster.names.indices.filter { excluded.id(of: roster.names[$0]) == nil }
    return PublishedScores(
      roster: Roster(kept.map { roster.names[$0] }), rating: kept.map { rating[$0] },
      standardError: kept.map { standardError[$0] }, lower: kept.map { lower[$0] },
      upper: kept.map { upper[$0] }, votes: votes.map { votes in kept.map { votes[$0] } },
      level: level, unit: unit, reference: reference.flatMap { kept.firstIndex(of: $0) },
      isPreliminary: kept.map { isPreliminary[$0] }, isUnranked: kept.map { isUnranked[$0] })
  }
}
