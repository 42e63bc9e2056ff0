import Battles
import EloNumerics

extension Estimate {
  /// Compares models pair by pair.
  ///
  /// Where no joint distribution is known, as of a provisional model or with few effective clusters, Holm's
  /// method takes the place of step-down maxima for all pairs asked; the report says so.
  ///
  /// - Throws: `EstimateError.unknownModel`, `.sameModel`, `.tooFewEstablished`,
  ///   `.tooFewReplicates` and `.tooManyOnBoard`.
  /// - Complexity: O(pairs · draws).
  public func comparison(_ selection: PairSelection, _ options: TestOptions)
    throws(EstimateError) -> ComparisonReport
  {
    let statistics = try statistics(selection)
    let models = Array(Set(statistics.flatMap { [$0.a, $0.b] })).sorted()
    let replacement = replacement(options.adjustment, pairs: statistics.count, of: models)
    let adjustment = replacement == nil ? options.adjustment : .holm
    if adjustment == .bootstrapMaxT { try checkReplicates(options) }
    let comparison = MultipleComparison(statistics, adjustment, level: options.level) {
      referenceDraws(models: models, options).stepDown(statistics, level: options.level)
    }
    let equivalence = options.equivalenceMargin.map {
      EquivalenceTest(
        statistics, margin: $0, adjustment, level: options.level, points: scale.pointsPerLogOdds)
    }
    let isNeighbour = neighbours()
    var findings: [PairFinding] = []
    var firstBeaten: [Int: Int] = [:]
    for (index, statistic) in statistics.enumerated() {
      if comparison.adjustedP[index] <= 1 - options.level, firstBeaten[statistic.a] == nil {
        firstBeaten[statistic.a] = statistic.b
      }
      guard selection != .neighbours || isNeighbour(statistic) else { continue }
      findings.append(finding(index, statistic, comparison, equivalence, options))
    }
    if selection == .neighbours {
      for index in findings.indices { findings[index].firstBeaten = firstBeaten[findings[index].a] }
    }
    return ComparisonReport(
      roster: roster,
      test: TestSummary(
        adjustment: adjustment, family: selection.family, level: options.level,
        criticalValue: comparison.criticalValue, pairs: statistics.count,
        degreesOfFreedom: statistics.leastDegreesOfFreedom, replacement: replacement),
      equivalence: equivalence?.summary, findings: findings,
      isDownTheBoard: selection == .neighbours)
  }

  private func statistics(_ selection: PairSelection) throws(EstimateError) -> [Statistic] {
    switch selection {
    case .named(let names):
      var models: [Int] = []
      for name in names {
        guard let model = roster.id(of: name) else { throw .unknownModel(name, known: roster) }
        guard !models.contains(model) else { throw .sameModel(name) }
        models.append(model)
      }
      return Statistic.allPairs(self, models)
    case .against(let name):
      guard let model = roster.id(of: name) else { throw .unknownModel(name, known: roster) }
      let others = try comparable(least: isProvisional[model] ? 1 : 2).filter { $0 != model }
      return others.map { Statistic(self, model, $0) }
    case .allPairs, .neighbours:
      return Statistic.allPairs(self, try comparable(least: 2))
    }
  }

  /// The established models down the board.
  private func comparable(least: Int) throws(EstimateError) -> [Int] {
    let models = establishedByRating
    try checkSize(models)
    guard models.count >= least else {
      throw .tooFewEstablished(models.count, provisional: provisionalByRating.count, waysToRank)
    }
    return models
  }

  /// Tells whether two models stand next to each other; all pairs come with the higher one first.
  private func neighbours() -> (Statistic) -> Bool {
    let order = establishedByRating
    let below = Dictionary(uniqueKeysWithValues: zip(order, order.dropFirst()))
    return { below[$0.a] == $0.b }
  }

  private func finding(
    _ index: Int, _ statistic: Statistic, _ comparison: MultipleComparison,
    _ equivalence: EquivalenceTest?, _ options: TestOptions
  ) -> PairFinding {
    let points = scale.pointsPerLogOdds
    let adjustedP = comparison.adjustedP[index]
    let isDifferent = adjustedP <= 1 - options.level
    let reach = comparison.intervalWidth[index] * statistic.standardError
    let battlesBetween: Int? =
      if case .battles(let record) = origin {
        record.battlesBetween(statistic.a, statistic.b)
      } else { nil }
    return PairFinding(
      a: statistic.a, b: statistic.b, ratingOfA: rating(statistic.a),
      ratingOfB: rating(statistic.b), difference: rating(statistic.a) - rating(statistic.b),
      lower: points * (statistic.difference - reach),
      upper: points * (statistic.difference + reach),
      standardError: points * statistic.standardError, z: statistic.z, p: statistic.p,
      adjustedP: adjustedP,
      verdict: Verdict(
        isDifferent: isDifferent, isWithinMargin: equivalence?.isShown(index) ?? false,
        difference: statistic.difference),
      expectedScore: unit == .elo ? 1 / (1 + LibM.exp(-statistic.difference)) : nil,
      detectableGap: points * detectableGap(statistic, options), battlesBetween: battlesBetween,
      isProvisional: isProvisional[statistic.a] || isProvisional[statistic.b],
      equivalence: equivalence?.finding(index, statistic))
  }

  /// The difference in log-odds that a pair's data would find with power 0.8, by itself.
  func detectableGap(_ statistic: Statistic, _ options: TestOptions) -> Double {
    let width =
      statistic.reference.quantile(1 - (1 - options.level) / 2)
      + statistic.reference.quantile(TestOptions.detectionPower)
    return width * statistic.standardError
  }

  /// The draws that an adjustment compares with.
  func referenceDraws(models: [Int], _ options: TestOptions) -> ReferenceDraws {
    if options.adjustment == .bootstrapMaxT, let replicates {
      return ReferenceDraws(
        replicates: replicates, self, models: models, threads: options.threads)
    }
    return ReferenceDraws(
      gaussian: self, models: models, seed: options.seed, threads: options.threads)
  }

  /// Whether all pairs of `models` can be held.
  func checkSize(_ models: [Int]) throws(EstimateError) {
    guard models.count <= FitOptions.modelLimit else {
      // Of battles as many models could not have been fitted.
      throw .tooManyOnBoard(models.count, limit: FitOptions.modelLimit)
    }
  }

  /// Whether there are clusters enough to draw `count` ratings together: with fewer, their covariance has
  /// directions in which nothing seems to vary.
  func checkClusters(_ count: Int) throws(EstimateError) {
    guard let clusters = clusters?.count, clusters < count else { return }
    throw .tooFewClusters(clusters, models: count)
  }

  /// Whether there are replicates enough for the adjustment to find anything at its level.
  func checkReplicates(_ options: TestOptions) throws(EstimateError) {
    guard options.adjustment == .bootstrapMaxT else { return }
    let shares = Double(min(options.bestSize ?? 1, max(1, establishedByRating.count - 1)))
    let needed = Int((shares / (1 - options.level) - 1 - 1e-9).rounded(.up))
    let count = replicates?.count ?? 0
    guard count >= needed else { throw .tooFewReplicates(count, needed: needed) }
  }
}
