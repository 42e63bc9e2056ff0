public import Battles

/// What is known of the gap between two models. Differences are on the scale of the ratings.
public struct PairFinding: Sendable, Equatable {
  /// The first model's id.
  public let a: Int
  /// The second model's id.
  public let b: Int
  /// The rating of a.
  public let ratingOfA: Double
  /// The rating of b.
  public let ratingOfB: Double
  /// The rating of a less the rating of b.
  public let difference: Double
  /// The lower end of the difference's interval. Intervals hold together at the level of the test, all
  /// of them as wide as its first step asks for: a later step may find a pair different whose interval
  /// still holds 0.
  public let lower: Double
  /// The upper end of the difference's interval.
  public let upper: Double
  /// The standard error of the difference.
  public let standardError: Double
  /// The difference in standard errors.
  public let z: Double
  /// The two-sided p-value of this pair by itself.
  public let p: Double
  /// The p-value adjusted for the family.
  public let adjustedP: Double
  /// What follows at the level of the test.
  public let verdict: Verdict
  /// The share of points that a is expected to score against b; `nil` where ratings are not Elo.
  public let expectedScore: Double?
  /// The smallest gap that these data would find with power 0.8, this pair by itself.
  public let detectableGap: Double
  /// Battles between the two; `nil` for a board.
  public let battlesBetween: Int?
  /// Whether one of the two is provisional.
  public let isProvisional: Bool
  /// Whether the two are equal within a margin; `nil` where that was not asked for.
  public let equivalence: EquivalenceFinding?
  /// Of neighbours down a board, the first model below a that a was shown to be better than; `nil` where
  /// there is none, and of other pairs.
  public internal(set) var firstBeaten: Int?

  /// Whether two models are so close, less than one standard error, that nothing at all speaks for either.
  ///
  /// Other pairs that are not separated are only that: they may differ by more than was shown.
  public var isDeadHeat: Bool {
    verdict == .notSeparated && z.magnitude < 1 && !isProvisional
  }

  /// The largest gap, either way, that the interval does not exclude.
  public var largestGap: Double { max(lower.magnitude, upper.magnitude) }

  /// Whether a was shown to be better, by however little.
  public var isFirstBetter: Bool { verdict.isDifferent && difference > 0 }
}

/// Comparisons that were asked for, with how they were made.
public struct ComparisonReport: Sendable {
  /// The models.
  public let roster: Roster
  /// How the pairs were compared.
  public let test: TestSummary
  /// How equivalence was tested; `nil` where that was not asked for.
  public let equivalence: EquivalenceSummary?
  /// The pairs, in the order asked for or down the board.
  public let findings: [PairFinding]
  /// Whether the pairs are neighbours down the board, each with the first model that its a beats.
  public let isDownTheBoard: Bool

  /// A report.
  init(
    roster: Roster, test: TestSummary, equivalence: EquivalenceSummary?, findings: [PairFinding],
    isDownTheBoard: Bool = false
  ) {
    self.roster = roster
    self.test = test
    self.equivalence = equivalence
    self.findings = findings
    self.isDownTheBoard = isDownTheBoard
  }

  /// The names of a finding's models.
  public func names(_ finding: PairFinding) -> (a: String, b: String) {
    (roster.names[finding.a], roster.names[finding.b])
  }
}
