/// A published board: a score for each model, with its uncertainty, and no battles behind it.
public struct PublishedScores: Sendable, Equatable {
  /// The models; every array here is indexed by its ids.
  public let roster: Roster
  /// The scores on the board's own scale.
  public let rating: [Double]
  /// The standard errors of the scores, positive, on the board's own scale.
  public let standardError: [Double]
  /// The lower ends of the intervals at `level`, as published or from the standard error.
  public let lower: [Double]
  /// The upper ends of the intervals at `level`, as published or from the standard error.
  public let upper: [Double]
  /// The number of votes behind each score, where the board tells all of them.
  public let votes: [Int]?
  /// The coverage that the published intervals claim, such as 0.95.
  public let level: Double

  /// A board whose arrays are indexed by the ids of `roster`.
  ///
  /// - Precondition: all arrays are as long as the roster.
  public init(
    roster: Roster, rating: [Double], standardError: [Double], lower: [Double], upper: [Double],
    votes: [Int]?, level: Double
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
      level: level)
  }
}
