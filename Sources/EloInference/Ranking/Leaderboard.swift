public import Battles
public import EloNumerics

/// A leaderboard with what can be said of it.
public struct Leaderboard: Sendable {
  /// The models behind the ids.
  public let roster: Roster
  /// The scale of the ratings.
  public let scale: EloScale
  /// How the ratings came about.
  public let source: EstimateSource
  /// How the intervals were made.
  public let interval: IntervalSummary
  /// How the models were compared.
  public let test: TestSummary
  /// The established models from the highest rating down, then the provisional ones likewise.
  public let findings: [RankFinding]
  /// The ids of the models that may be the best: the ranked ones from the highest rating down, then those
  /// without a rank that are judged and not excluded.
  public let tiedForFirst: [Int]
  /// What is known of first place for the models that have no rank, and for models outside of the group
  /// that was fitted, of which `tiedForFirst` has no ids.
  public let unranked: [UnrankedModel]
  /// The models that can be among the best few; `nil` where that was not asked.
  public let best: BestModels?
  /// What the reader must know.
  public let warnings: [EstimateWarning]
}

/// How an estimate came about, for the reader.
public enum EstimateSource: Sendable, Equatable {
  /// Fitted to battles.
  case battles(FitSummary)
  /// Taken from a published board.
  case board(BoardSummary)

  /// The board; `nil` for battles.
  public var board: BoardSummary? { if case .board(let board) = self { board } else { nil } }
}

/// What was fitted to battles and how well it converged.
public struct FitSummary: Sendable, Equatable {
  /// The battles that the fit used.
  public let battles: Int
  /// How ties entered: as half a win each, or not at all.
  public let ties: TieRule
  /// What became of verdicts that both sides are bad.
  public let bothBad: BothBadRule
  /// The battles between these models that the two rules dropped.
  public let dropped: DroppedBattles
  /// Which log-strength is called zero.
  public let gauge: Gauge
  /// The virtual battles of each model against an average opponent; 0 for none.
  public let prior: Double
  /// The log-likelihood with ties as half wins, without constants; with the prior's part.
  public let objective: Double
  /// Newton steps taken.
  public let iterations: Int
  /// The largest entry of the gradient at the end, in battles.
  public let gradientNorm: Double
  /// The clusters that the battles came in; `nil` where they count as independent.
  public let clusters: ClusterSummary?
  /// How far the prior pulls ratings; `nil` without a prior.
  public let priorPull: PriorPull?
  /// What would rank two models or more, where fewer are ranked; each was tried.
  public let waysToRank: [WayOut]

  /// A summary.
  init(
    battles: Int, ties: TieRule, bothBad: BothBadRule, dropped: DroppedBattles = .none,
    gauge: Gauge, prior: Double,
    objective: Double, iterations: Int, gradientNorm: Double, clusters: ClusterSummary? = nil,
    priorPull: PriorPull? = nil, waysToRank: [WayOut] = []
  ) {
    self.battles = battles
    self.ties = ties
    self.bothBad = bothBad
    self.dropped = dropped
    self.gauge = gauge
    self.prior = prior
    self.objective = objective
    self.iterations = iterations
    self.gradientNorm = gradientNorm
    self.clusters = clusters
    self.priorPull = priorPull
    self.waysToRank = waysToRank
  }
}

/// The clusters that battles came in.
public struct ClusterSummary: Sendable, Equatable {
  /// What they are called, such as the column that tells them.
  public let name: String
  /// How many there are.
  public let count: Int
}

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

/// How the intervals were made.
public struct IntervalSummary: Sendable, Equatable {
  /// The method.
  public let method: IntervalMethod
  /// The coverage, such as 0.95.
  public let level: Double
  /// Bootstrap replicates; 0 where there were none.
  public let resamples: Int
  /// The seed of all that is drawn.
  public let seed: UInt64
  /// Replicates in which some models had no finite estimate and were given a prior.
  public let degenerateResamples: Int
  /// Which ratings' intervals hold together.
  public let family: IntervalFamily
  /// How many standard errors intervals that hold together extend at the most, or would if they were
  /// normal; `nil` for single ones.
  public let criticalValue: Double?
  /// The fewest degrees of freedom of a ranked model's Student's t; `nil` for the normal distribution.
  public let degreesOfFreedom: Double?

  /// A summary.
  init(
    method: IntervalMethod, level: Double, resamples: Int, seed: UInt64, degenerateResamples: Int,
    family: IntervalFamily = .single, criticalValue: Double? = nil, degreesOfFreedom: Double? = nil
  ) {
    self.degreesOfFreedom = degreesOfFreedom
    self.method = method
    self.level = level
    self.resamples = resamples
    self.seed = seed
    self.degenerateResamples = degenerateResamples
    self.family = family
    self.criticalValue = criticalValue
  }
}

/// How models were compared.
public struct TestSummary: Sendable, Equatable {
  /// The adjustment for the number of pairs.
  public let adjustment: Adjustment
  /// Why it is Holm's where step-down maxima were asked for; `nil` where it is what was asked for.
  public let replacement: JointReplacement?
  /// The comparisons that hold together.
  public let family: TestFamily
  /// The level, such as 0.95: one minus the error rate that the adjustment controls.
  public let level: Double
  /// How many standard errors a difference must exceed in the first step, for the pair with the fewest
  /// degrees of freedom; `nil` where the adjustment has no single value.
  public let criticalValue: Double?
  /// The number of pairs in the family.
  public let pairs: Int
  /// The degrees of freedom of Student's t, which p-values and intervals are by where battles came in
  /// clusters, of the pair that has the fewest; `nil` for the normal distribution.
  public let degreesOfFreedom: Double?

  /// A summary.
  init(
    adjustment: Adjustment, family: TestFamily, level: Double, criticalValue: Double?, pairs: Int,
    degreesOfFreedom: Double? = nil, replacement: JointReplacement? = nil
  ) {
    self.adjustment = adjustment
    self.replacement = replacement
    self.family = family
    self.level = level
    self.criticalValue = criticalValue
    self.pairs = pairs
    self.degreesOfFreedom = degreesOfFreedom
  }
}

/// Which pairs are tested together.
public enum TestFamily: String, Sendable, Equatable {
  /// All pairs of established models.
  case all
  /// One model against the others, for each model in turn.
  case one
  /// The pairs that were asked for.
  case asked
  /// One model that was asked for against each of the others.
  case against
}
