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
  ///   - told: how the data of the two hang together; `nil` where that is not known: they are taken
  ///     as independent, which is on the safe side where they share battles or votes.
  ///   - reason: why the overlap is taken as it is.
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
