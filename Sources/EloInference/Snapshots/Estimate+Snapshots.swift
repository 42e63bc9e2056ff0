import Battles
import EloNumerics

extension Estimate {
  /// Tells what changed since `old`, and which changes are more than chance.
  ///
  /// Moves are of one model against the others: ratings have no zero of their own, so the mean change
  /// is taken out. They are tested together, one family over all models that are ranked in both; a
  /// model that is shown to move is then left out of the mean, the clearest one first, and all are
  /// tested again, until no other is shown to move or half of the models are left out. Models of nested
  /// snapshots that have no new data are neither tested nor in the mean.
  ///
  /// - Parameters:
  ///   - old: with the same scale, where both are Elo.
  ///   - overlap: how the data of the two hang together; `nil` where that is not known: they are taken
  ///     as independent, which is on the safe side where they share battles or votes.
  ///   - reason: why `overlap` is as it is.
  ///   - options: with an adjustment other than `bootstrapMaxT`, since replicates of two snapshots
  ///     are not joint.
  /// - Throws: `SnapshotError`.
  /// - Complexity: O(K³ + K²·draws) for K models, for each of them that really moved.
  public func changes(
    since old: Estimate, overlap told: Overlap? = nil,
    because reason: SnapshotComparison.OverlapReason = .asked,
    _ options: TestOptions = TestOptions()
  ) throws(SnapshotError) -> SnapshotComparison {
    precondition(options.adjustment != .bootstrapMaxT, "replicates are not joint")
    guard old.unit == unit else { throw .differentUnits(old: old.unit, new: unit) }
    precondition(old.scale == scale, "both are on one scale")
    // Clusters that are in both snapshots vary together, which no covariance here knows of.
    guard clusters == nil, old.clusters == nil else { throw .clustered }
    do throws(EstimateError) {
      try checkSize(establishedByRating)
      try old.checkSize(old.establishedByRating)
    } catch {
      throw .estimate(error)
    }
    let pair = SnapshotPair(old: old, new: self)
    guard pair.common.count >= 2 else { throw .tooFewCommon(pair.common.count) }
    let (overlap, reason) = try pair.overlap(told, reason)
    let known = pair.knowledge(overlap)
    let tested = pair.tested(known, options)
    let tiedForFirst: (old: [String], new: [String])
    do throws(EstimateError) {
      tiedForFirst = (try old.namesTiedForFirst(options), try namesTiedForFirst(options))
    } catch {
      throw .estimate(error)
    }
    return SnapshotComparison(
      overlap: overlap, overlapReason: reason, hasStableReference: tested.isStable,
      notNested: known.notNested.map { roster.names[pair.common[$0].new] },
      withoutNewData: pair.common.indices.filter { !known.hasNewData[$0] }.map {
        roster.names[pair.common[$0].new]
      },
      shift: tested.shift,
      test: MoveTest(
        adjustment: options.adjustment, level: options.level,
        criticalValue: tested.comparison?.criticalValue, models: tested.models.count),
      moves: pair.moves(tested, level: options.level),
      entered: places(notIn: pair.common.map(\.new)),
      left: old.places(notIn: pair.common.map(\.old)),
      tiedForFirstOld: tiedForFirst.old, tiedForFirstNew: tiedForFirst.new, scale: scale,
      oldReference: old.source.board?.reference, newReference: source.board?.reference)
  }

  /// The ranked models that are not among `models`, from the highest rating down.
  private func places(notIn models: [Int]) -> [SnapshotPlace] {
    let models = Set(models)
    return establishedByRating.enumerated().filter { !models.contains($0.element) }.map {
      SnapshotPlace(name: roster.names[$0.element], rating: rating($0.element), rank: $0.offset + 1)
    }
  }

  /// The names of the models that may be the best, as the leaderboard has them.
  private func namesTiedForFirst(_ options: TestOptions) throws(EstimateError) -> [String] {
    let order = establishedByRating
    let first = try AmongBest(1, self, order, options)
    let questions = DrawQuestions(leads: first.leads, level: options.level)
    let answers =
      questions.isEmpty
      ? .none : referenceDraws(models: order.sorted(), options).answers(questions)
    let judged = try unrankedModels(order, first: first, best: nil, level: options.level)
    return first.members(answers.isWithinChance[...]).map { roster.names[$0] }
      + judged.filter(\.isTiedForFirst).map(\.name)
  }
}

/// Changes less their common shift, and what testing them together came to.
struct TestedChanges {
  /// The models that were tested, by their places among the common ones.
  let models: [Int]
  /// What was taken out.
  let shift: Double
  /// What is left of the models tested, against no change.
  let statistics: [Statistic]
  /// How they were tested; `nil` where none was.
  let comparison: MultipleComparison?
  /// Whether none of the models that the shift is the mean of is shown to have moved.
  var isStable = true
}

extension SnapshotPair {
  /// Tests the changes of the models that can be judged.
  ///
  /// Where as many as half of the models would have to be left out of the mean, the changes against the
  /// mean of all are told, and are those of an unstable reference. A score that is exact on both boards is
  /// what all changes are against, whoever moved.
  fileprivate func tested(_ known: ChangeKnowledge, _ options: TestOptions) -> TestedChanges {
    let all = changes
    let models = known.judged
    guard !models.isEmpty else {
      return TestedChanges(
        models: [], shift: exact.map { all[$0] } ?? all.reduce(0, +) / Double(all.count),
        statistics: [], comparison: nil)
    }
    let changes = models.map { all[$0] }
    let covariance = known.covariance(of: models)
    var isLeftOut = [Bool](repeating: false, count: changes.count)
    var first: TestedChanges?
    while true {
      let shift = CommonShift(covariance, isIndependent: isOfBoards, without: isLeftOut)
      let comparison = comparison(changes, shift, options)
      let tested = TestedChanges(
        models: models, shift: shift.mean(changes), statistics: comparison.statistics,
        comparison: comparison.result)
      let moved = changes.indices.filter {
        !isLeftOut[$0] && comparison.result.adjustedP[$0] <= 1 - options.level
      }
      let clearest = moved.max {
        comparison.statistics[$0].z.magnitude < comparison.statistics[$1].z.magnitude
      }
      guard let clearest, exact == nil else { return tested }
      var unstable = first ?? tested
      unstable.isStable = false
      let leavesHalf = 2 * (isLeftOut.count { $0 } + 1) < changes.count
      guard leavesHalf else { return unstable }
      first = first ?? tested
      isLeftOut[clearest] = true
    }
  }

  /// What is left of the changes without their shift, and how it was tested.
  private func comparison(_ changes: [Double], _ shift: CommonShift, _ options: TestOptions)
    -> (statistics: [Statistic], result: MultipleComparison)
  {
    let mean = shift.mean(changes)
    let points = new.scale.pointsPerLogOdds
    let statistics = changes.indices.map { index in
      Statistic(
        a: index, b: changes.count, difference: (changes[index] - mean) / points,
        standardError: max(0, shift.covariance[index, index]).squareRoot())
    }
    let comparison = MultipleComparison(
      statistics, options.adjustment, level: options.level
    ) {
      ReferenceDraws(
        covariance: shift.covariance.withZero, kernels: new.kernels, seed: options.seed,
        threads: options.threads
      ).stepDown(statistics, level: options.level)
    }
    return (statistics, comparison)
  }

  /// Whether both are boards, whose errors are independent.
  private var isOfBoards: Bool {
    if case .published = old.origin, case .published = new.origin { true } else { false }
  }
}

extension SymmetricMatrix {
  /// The covariance with one more value, which is always 0: draws tell differences only, and a
  /// change is its difference from no change.
  fileprivate var withZero: Covariance {
    var result = SymmetricMatrix(zeros: order + 1)
    for i in 0..<order {
      for j in 0..<order { result[i, j] = self[i, j] }
    }
    return .dense(result)
  }
}
