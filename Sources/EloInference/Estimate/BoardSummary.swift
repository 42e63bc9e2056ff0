public import Battles

/// What a published board is, for the reader.
public struct BoardSummary: Sendable, Equatable {
  /// The coverage that its intervals claim, such as 0.95.
  public let level: Double
  /// What its scores are.
  public let unit: ScoreUnit
  /// The model that the others were measured against, whose score is exact; `nil` where there is none.
  public let reference: String?
  /// The models whose scores the board calls preliminary.
  public let preliminary: Roster
  /// The smallest standard error of a score that has one; `nil` where none has.
  public let leastStandardError: Double?
  /// How many digits after the point hold all scores and interval ends as published; `nil` where more
  /// than nine would be needed, as for ends that were computed from standard errors.
  public let publishedDecimals: Int?

  /// The summary of a board.
  init(_ scores: PublishedScores) {
    let names = scores.roster.names
    self.init(
      level: scores.level, unit: scores.unit, reference: scores.reference.map { names[$0] },
      preliminary: Roster(names.indices.filter { scores.isPreliminary[$0] }.map { names[$0] }),
      leastStandardError: scores.standardError.filter { $0 > 0 }.min(),
      publishedDecimals: scores.decimals)
  }

  /// A summary whose parts are known.
  init(
    level: Double, unit: ScoreUnit = .elo, reference: String? = nil,
    preliminary: Roster = Roster([]), leastStandardError: Double? = nil,
    publishedDecimals: Int? = nil
  ) {
    self.level = level
    self.unit = unit
    self.reference = reference
    self.preliminary = preliminary
    self.leastStandardError = leastStandardError
    self.publishedDecimals = publishedDecimals
  }

  /// Whether the board calls the score of the model of this name preliminary.
  public func isPreliminary(_ name: String) -> Bool { preliminary.id(of: name) != nil }
}

extension PublishedScores {
  /// How many digits after the point hold all scores and ends; `nil` where nine do not.
  fileprivate var decimals: Int? {
    let numbers = rating + lower + upper
    let largest = numbers.reduce(0) { max($0, $1.magnitude) }
    return DecimalUnit.decimals(numbers, error: largest.ulp)
  }
}
