import Battles
public import EloNumerics

extension Estimate {
  /// Tells how many battles it takes to find gaps, and which gaps the data can find as they are.
  ///
  /// Under the board's adjustment the first critical value for all pairs of established models takes
  /// the place of a single pair's. Stepping down only lowers it, so the power is at least the one
  /// asked for.
  ///
  /// - Throws: `EstimateError.unknownModel`, `.sameModel`, `.tooFewEstablished`,
  ///   `.tooFewReplicates`, `.clusteredPlan`, `.planOfScores` and `.fit(.tooManyModels)`.
  /// - Complexity: O(pairs · draws) for the critical value of all pairs.
  public func plan(_ selection: PairSelection, _ options: PlanOptions) throws(EstimateError)
    -> BattlePlan
  {
    // Battles of a match are counted as independent ones.
    guard clusters == nil else { throw .clusteredPlan }
    guard unit == .elo else { throw .planOfScores(unit) }
    let pairs = try comparison(selection, unadjusted(options.test)).findings
    let test = try boardTest(options.test)
    let loss = PlanLoss(origin, tieRate: options.tieRate)
    let battles: Int? =
      if case .battles(let record) = origin { record.summary.battles } else { nil }
    let findings = pairs.map { pair in
      let gap = options.gap ?? pair.difference.magnitude
      let plan = PairPlan(
        gap: gap, points: scale.pointsPerLogOdds, loss: loss,
        standardError: pair.standardError, presentBattles: battles, power: options.power)
      return PlanFinding(
        models: PlanFinding.Pair(
          a: pair.a, b: pair.b, ratingOfA: pair.ratingOfA, ratingOfB: pair.ratingOfB,
          battlesBetween: pair.battlesBetween, isProvisional: pair.isProvisional),
        gap: gap, tieRate: plan.tieRate, isLopsided: plan.match.isLopsided,
        alone: plan.requirement(BattlePlan.singleCriticalValue(options.test.level)),
        adjusted: pair.isProvisional || options.test.adjustment == .none
          ? nil : test.criticalValue.map { plan.requirement($0) })
    }
    return BattlePlan(
      test: test, level: options.test.level, power: options.power,
      gapSource: options.gap == nil ? .estimated : .asked, tieRateSource: loss.source,
      tieRate: loss.tieRate, droppedShare: 1 - loss.keptShare,
      scale: scale, presentBattles: battles, findings: findings)
  }

  /// How all pairs of the board are compared, for the critical value of the first step.
  private func boardTest(_ options: TestOptions) throws(EstimateError) -> TestSummary {
    let models = establishedByRating
    guard models.count > 1 else {
      return TestSummary(
        adjustment: options.adjustment, family: .all, level: options.level, criticalValue: nil,
        pairs: 0)
    }
    return try comparison(.neighbours, options).test
  }

  private func unadjusted(_ options: TestOptions) -> TestOptions {
    var options = options
    options.adjustment = .none
    return options
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

/// The plan of one pair at any critical value.
private struct PairPlan {
  let match: HeadToHead
  private let loss: PlanLoss
  private let gap: Double
  private let standardError: Double?
  private let presentBattles: Int?
  private let power: Double

  /// - Parameters:
  ///   - gap: in rating points.
  ///   - points: rating points for one natural log-odds.
  ///   - standardError: of the present difference, in rating points; `nil` without data.
  init(
    gap: Double, points: Double, loss: PlanLoss, standardError: Double?, presentBattles: Int?,
    power: Double
  ) {
    match = HeadToHead(gap: gap / points, tieRate: loss.countedTieRate)
    self.loss = loss
    self.gap = gap
    self.standardError = standardError
    self.presentBattles = presentBattles
    self.power = power
  }

  /// The share of ties that is reckoned with: a gap leaves room for so many ties that count, and for any
  /// number that are dropped.
  var tieRate: Double { loss.dropsTies ? loss.tieRate : match.tieRate }

  func requirement(_ criticalValue: Double) -> PlanRequirement {
    let reach = criticalValue + NormalDistribution.quantile(power)
    let times = standardError.flatMap { error -> Double? in
      let ratio = reach * error / gap
      return ratio.isFinite ? ratio * ratio : nil
    }
    let counted = times.flatMap { times in presentBattles.map { Double($0) * times } }
    let detectable = standardError.map { reach * $0 }
    let headToHead = match.battles(reach: reach)
    return PlanRequirement(
      battlesHeadToHead: headToHead.flatMap { Self.countedUp(Double($0) / loss.keptShare) },
      countedHeadToHead: headToHead, timesPresentData: times,
      battlesAtPresentMix: counted.flatMap { Self.countedUp($0 * loss.collectedPerCounted) },
      countedAtPresentMix: counted.flatMap(Self.countedUp),
      detectableGap: detectable.flatMap { $0.isFinite ? $0 : nil })
  }

  /// The next whole number, which a quotient that is whole but for its last digits is; `nil` beyond 2⁵³.
  private static func countedUp(_ battles: Double) -> Int? {
    let nearest = battles.rounded()
    let isWhole = (battles - nearest).magnitude <= 4 * nearest.ulp
    let whole = isWhole ? nearest : battles.rounded(.up)
    return whole <= 0x1p53 ? Int(whole) : nil
  }
}
