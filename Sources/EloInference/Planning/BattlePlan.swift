public import EloNumerics

/// How many battles it takes to find gaps between models.
public struct BattlePlan: Sendable {
  /// How all pairs of the board are compared; `nil` for a plan without data.
  public let test: TestSummary?
  /// The coverage that a pair by itself is tested at.
  public let level: Double
  /// The probability of finding a gap that is real.
  public let power: Double
  /// Where the gaps come from.
  public let gapSource: GapSource
  /// Where the share of ties comes from.
  public let tieRateSource: TieRateSource
  /// The share of ties to reckon with where gaps leave room for it. Where ties are dropped it is that of
  /// the battles that are collected, "both bad" left out where that is dropped.
  public let tieRate: Double
  /// The share of collected battles between two models that is dropped, as ties or as "both bad".
  public let droppedShare: Double
  /// The scale of the gaps.
  public let scale: EloScale
  /// The battles that the data have and that count; `nil` for a board and without data.
  public let presentBattles: Int?
  /// The pairs, in the order asked for or down the board.
  public let findings: [PlanFinding]

  /// The least and the largest share of ties that a pair is reckoned with; `nil` without pairs.
  public var tieRates: ClosedRange<Double>? {
    let rates = findings.map(\.tieRate)
    guard let least = rates.min(), let most = rates.max() else { return nil }
    return least...most
  }

  /// The share of collected battles between two models that counts.
  public var countedShare: Double { 1 - droppedShare }

  /// Whether there are other pairs to judge together with, and a plan for that.
  public var isOfSeveral: Bool {
    (test.map { $0.pairs > 1 } ?? false) && findings.contains { $0.adjusted != nil }
  }

  /// Where the gaps of a plan come from.
  public enum GapSource: String, Sendable {
    /// One was asked for.
    case asked
    /// The ratings' own, which are uncertain.
    case estimated
  }

  /// Where the share of ties of a plan comes from.
  public enum TieRateSource: Sendable {
    /// It was asked for.
    case asked
    /// It is that of the data.
    case data
    /// Nothing tells it, so that none are expected: the plan is on the safe side.
    case none
  }
}

/// What it takes to find the gap between two models. Gaps are on the rating scale.
public struct PlanFinding: Sendable, Equatable {
  /// The models, in the order asked for or down the board; `nil` for a plan without data.
  public let models: Pair?
  /// The gap, not negative.
  public let gap: Double
  /// The share of ties that is reckoned with, no more than the gap leaves room for.
  public let tieRate: Double
  /// Whether a match of the two often ends without a single loss.
  public let isLopsided: Bool
  /// What it takes if this is the only pair that is looked at.
  public let alone: PlanRequirement
  /// What it takes if all pairs of the board are judged together; `nil` without data, for a pair that
  /// takes no part in the board's comparison, and under an adjustment without a critical value.
  public let adjusted: PlanRequirement?

  /// Two models with their ratings.
  public struct Pair: Sendable, Equatable {
    /// The first model's id.
    public let a: Int
    /// The second model's id.
    public let b: Int
    /// The rating of a.
    public let ratingOfA: Double
    /// The rating of b.
    public let ratingOfB: Double
    /// Battles between the two; `nil` for a board.
    public let battlesBetween: Int?
    /// Whether one of the two is provisional.
    public let isProvisional: Bool
  }
}

/// What finding a gap takes at one critical value.
///
/// Where ties or "both bad" are dropped more battles must be collected than count in the end; the numbers of
/// battles are of those to collect, and beside them are those of them that count.
public struct PlanRequirement: Sendable, Equatable {
  /// Battles to collect between the two models and no others; `nil` for no gap, or beyond 2⁵³.
  public let battlesHeadToHead: Int?
  /// Those of them that are not dropped.
  public let countedHeadToHead: Int?
  /// How many times the present data it takes if their mix of pairs stays as it is, whose variance
  /// falls as data grow; `nil` for no gap and without data.
  public let timesPresentData: Double?
  /// The same in collected battles of all models, those that there are included; `nil` for a board too.
  public let battlesAtPresentMix: Int?
  /// Those of them that are not dropped.
  public let countedAtPresentMix: Int?
  /// The gap that the present data find with the power asked for; `nil` without data.
  public let detectableGap: Double?

  /// A requirement; without a number of those that count, all do.
  init(
    battlesHeadToHead: Int?, countedHeadToHead: Int? = nil, timesPresentData: Double?,
    battlesAtPresentMix: Int?, countedAtPresentMix: Int? = nil, detectableGap: Double?
  ) {
    self.battlesHeadToHead = battlesHeadToHead
    self.countedHeadToHead = countedHeadToHead ?? battlesHeadToHead
    self.timesPresentData = timesPresentData
    self.battlesAtPresentMix = battlesAtPresentMix
    self.countedAtPresentMix = countedAtPresentMix ?? battlesAtPresentMix
    self.detectableGap = detectableGap
  }
}

extension BattlePlan {
  /// A plan for one gap, without data.
  ///
  /// - Precondition: `options.gap` is given.
  public init(scale: EloScale, _ options: PlanOptions) {
    guard let gap = options.gap else { preconditionFailure("without data a gap is asked for") }
    let plan = PairPlan(
      gap: gap, points: scale.pointsPerLogOdds, loss: PlanLoss(nil, tieRate: options.tieRate),
      standardError: nil, presentBattles: nil, power: options.power)
    let alone = plan.requirement(Self.singleCriticalValue(options.test.level))
    self.init(
      test: nil, level: options.test.level, power: options.power, gapSource: .asked,
      tieRateSource: options.tieRate == nil ? .none : .asked, tieRate: options.tieRate ?? 0,
      droppedShare: 0,
      scale: scale, presentBattles: nil,
      findings: [
        PlanFinding(
          models: nil, gap: gap, tieRate: plan.tieRate,
          isLopsided: plan.match.isLopsided, alone: alone, adjusted: nil)
      ])
  }

  /// What one pair by itself must exceed, in standard errors, two-sided.
  package static func singleCriticalValue(_ level: Double) -> Double {
    NormalDistribution.quantile(1 - (1 - level) / 2)
  }
}
