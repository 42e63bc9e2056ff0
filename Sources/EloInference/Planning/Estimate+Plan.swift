import Battles
import EloNumerics

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
