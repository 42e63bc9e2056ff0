import Battles
import EloNumerics
import Threads

extension Estimate {
  /// Ranks the models and says which of them are really apart.
  ///
  /// Where clusters are worth too few for a joint distribution, Holm's method takes the place of step-down
  /// maxima; the summary of the test says so.
  ///
  /// - Throws: `EstimateError.tooFewReplicates`, `.tooFewReplicatesTogether`,
  ///   `.noAcceleratedInterval`, `.fit(.notConverged)` from a profile, and
  ///   `.tooManyOnBoard` for a board of more models than all pairs can be compared of.
  /// - Complexity: O(pairs · draws) for the comparison of all pairs.
  public func leaderboard(_ options: TestOptions = TestOptions()) throws(EstimateError)
    -> Leaderboard
  {
    let order = establishedByRating
    try checkSize(order)
    let replacement = replacement(
      options.adjustment, pairs: order.count * (order.count - 1) / 2, of: order)
    var options = options
    if replacement != nil { options.adjustment = .holm }
    if order.count > 1 { try checkReplicates(options) }
    let first = try AmongBest(1, self, order, options)
    var best: AmongBest?
    if let size = options.bestSize { best = try AmongBest(size, self, order, options) }
    let families = families(order, options)
    let isDrawn = families.contains {
      MultipleComparison.needsDraws($0.count, options.adjustment)
    }
    let joint =
      options.intervals == .simultaneous && order.count > 1
      ? try SimultaneousRatings(self, options) : nil
    let questions = DrawQuestions(
      families: isDrawn ? families : [], leads: first.leads + (best?.leads ?? []),
      level: options.level)
    // In the order of ids, as a comparison of all pairs draws them: both give the same p-values.
    let answers =
      questions.isEmpty
      ? .none : referenceDraws(models: order.sorted(), options).answers(questions)
    let (separation, test) = separation(
      families, order.count, options, answers.stepDowns, replacement)
    let letters = LetterDisplay(separation).letters
    let unranked = try unrankedModels(order, first: first, best: best, level: options.level)
    var tied = first.members(answers.isWithinChance.prefix(first.leads.count))
    // By resamples, too, of two models one is alone in first place where the two are separated.
    if order.count == 2, !separation[0, 1], first.judged.better == [0, 0] { tied = order }
    tied += unranked.filter(\.isTiedForFirst).compactMap(\.id)
    let bestModels = best.map {
      $0.members(answers.isWithinChance.dropFirst(first.leads.count))
        + unranked.filter { $0.isAmongBest ?? false }.compactMap(\.id)
    }
    let everyone = order + provisionalByRating
    let intervals = try ratingIntervals(everyone, options, joint)
    let quasi = quasiVariances(covariance, models: order)
    let findings = everyone.indices.map { place in
      let isRanked = place < order.count
      return finding(
        everyone[place], place, intervals, order,
        range: isRanked ? separation.rankRange(place) : 1...max(1, order.count),
        quasiVariance: isRanked ? quasi?[place] : nil,
        isTied: tied.contains(everyone[place]),
        isAmongBest: isRanked || unranked.first { $0.id == everyone[place] }?.isAmongBest != nil
          ? bestModels?.contains(everyone[place]) : nil,
        letters: isRanked ? letters[place] : [], options)
    }
    return Leaderboard(
      roster: roster, scale: scale, source: source,
      interval: IntervalSummary(
        method: interval, level: options.level,
        resamples: interval.isBootstrap ? replicates?.count ?? 0 : 0, seed: options.seed,
        degenerateResamples: replicates?.degenerateCount ?? 0, family: options.intervals,
        criticalValue: joint.map { $0.width(self, order) },
        degreesOfFreedom: leastDegreesOfFreedom(order)),
      test: test, findings: findings, tiedForFirst: tied, unranked: unranked,
      best: options.bestSize.flatMap { size in
        bestModels.map { BestModels(size: size, models: $0) }
      }, warnings: warnings)
  }

  /// The intervals of `models`, several at a time: a profile takes a while.
  private func ratingIntervals(
    _ models: [Int], _ options: TestOptions, _ joint: SimultaneousRatings?
  ) throws(EstimateError) -> [RatingInterval] {
    let accelerations: [Double]? =
      if interval == .bca, case .battles(let record) = origin {
        record.fit.accelerations()
      } else { nil }
    let workers = max(1, min(options.threads, models.count))
    let parts = inParallel(over: workers, threads: workers) { worker in
      let share = models.count * worker / workers..<models.count * (worker + 1) / workers
      return Result { () throws(EstimateError) in
        var intervals: [RatingInterval] = []
        for place in share {
          intervals.append(
            try RatingInterval(
              self, models[place], by: interval, level: options.level, joint: joint,
              accelerations: accelerations))
        }
        return intervals
      }
    }
    var intervals: [RatingInterval] = []
    for part in parts { intervals += try part.get() }
    return intervals
  }

  /// The statistics that are tested together: all pairs in one family, or each model against the
  /// others in one of its own.
  private func families(_ order: [Int], _ options: TestOptions) -> [[Statistic]] {
    switch options.rankFamily {
    case .all: [Statistic.allPairs(self, order)]
    case .one:
      order.map { model in order.filter { $0 != model }.map { Statistic(self, model, $0) } }
    }
  }

  private func separation(
    _ families: [[Statistic]], _ count: Int, _ options: TestOptions, _ stepDowns: [StepDown],
    _ replacement: JointReplacement?
  ) -> (SeparationMatrix, TestSummary) {
    var matrix = SeparationMatrix(count: count)
    let limit = 1 - options.level
    let comparisons = families.indices.map { index in
      MultipleComparison(families[index], options.adjustment, level: options.level) {
        stepDowns[index]
      }
    }
    switch options.rankFamily {
    case .all:
      var next = 0
      for i in 0..<count {
        for j in i + 1..<max(count, i + 1) {
          if comparisons[0].adjustedP[next] <= limit { matrix.separate(i, j) }
          next += 1
        }
      }
    case .one:
      for i in 0..<count {
        let others = (0..<count).filter { $0 != i }
        for (other, p) in zip(others, comparisons[i].adjustedP) where p <= limit {
          matrix[i, other] = true
        }
      }
    }
    let isOneFamily = options.rankFamily == .all
    return (
      matrix,
      TestSummary(
        adjustment: options.adjustment, family: isOneFamily ? .all : .one, level: options.level,
        criticalValue: isOneFamily ? comparisons[0].criticalValue : nil,
        pairs: count * (count - 1) / 2,
        degreesOfFreedom: families.compactMap(\.leastDegreesOfFreedom).min(),
        replacement: replacement)
    )
  }

  private func finding(
    _ model: Int, _ place: Int, _ intervals: [RatingInterval], _ order: [Int],
    range: ClosedRange<Int>, quasiVariance: Double?, isTied: Bool, isAmongBest: Bool?,
    letters: [Int], _ options: TestOptions
  ) -> RankFinding {
    let isRanked = place < order.count
    let own = intervals[place]
    let others = intervals.indices.prefix(order.count).filter { $0 != place }
    let record: BattleRecord? = if case .battles(let record) = origin { record } else { nil }
    let votes: Int? = if case .published(let scores) = origin { scores.votes?[model] } else { nil }
    let neighbours = [place - 1, place + 1].filter { isRanked && order.indices.contains($0) }
    let gaps = neighbours.map { detectableGap(Statistic(self, model, order[$0]), options) }
    return RankFinding(
      model: model, rank: isRanked ? place + 1 : nil, rankRange: range,
      arenaRank: 1 + others.count { intervals[$0].lower > own.upper },
      arenaRankUpper: 1 + others.count { intervals[$0].upper > own.lower },
      rating: rating(model), lower: own.lower, upper: own.upper,
      standardError: own.standardError,
      quasiStandardError: quasiVariance.flatMap {
        $0 >= 0 ? scale.pointsPerLogOdds * $0.squareRoot() : nil
      },
      battles: record?.battles(model) ?? votes, wins: record?.wins[model],
      losses: record?.losses[model], ties: record?.ties[model], isTiedForFirst: isTied,
      isAmongBest: isAmongBest, isProvisional: !isRanked,
      provisionalReason: provisionalReason[model], letters: letters,
      detectableGap: gaps.max().map { $0 * scale.pointsPerLogOdds })
  }
}
