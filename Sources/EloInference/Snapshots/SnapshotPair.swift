import Battles
import EloNumerics

/// Two estimates of one leaderboard with the models that are ranked in both.
struct SnapshotPair: Sendable {
  let old: Estimate
  let new: Estimate
  /// The old and the new ids of the models ranked in both, from the highest new rating down.
  let common: [(old: Int, new: Int)]

  init(old: Estimate, new: Estimate) {
    self.old = old
    self.new = new
    common = new.establishedByRating.compactMap { model in
      old.roster.id(of: new.roster.names[model]).flatMap { id in
        old.isProvisional[id] ? nil : (id, model)
      }
    }
  }

  /// The changes of the common models' ratings, in points, as they are printed.
  var changes: [Double] { common.map { new.rating($0.new) - old.rating($0.old) } }

  /// The place among the common models of the one whose score is exact on both boards; `nil` without one.
  var exact: Int? {
    guard case .published(let before) = old.origin, case .published(let after) = new.origin else {
      return nil
    }
    return common.firstIndex { $0.old == before.reference && $0.new == after.reference }
  }

  /// How the two hang together.
  ///
  /// Counts of battles show that the old ones are not among the new ones, and never that they are: those
  /// of a busier week hold the counts of another one too. What is not told is taken as independent.
  ///
  /// - Throws: `SnapshotError.notContained` and `.differentKinds`, where nested data were asked for and
  ///   are not; what is told by their rows is independent then, since selections may part them.
  func overlap(_ told: Overlap?, _ reason: SnapshotComparison.OverlapReason) throws(SnapshotError)
    -> (overlap: Overlap, reason: SnapshotComparison.OverlapReason)
  {
    if told == .independent { return (.independent, reason) }
    switch (old.origin, new.origin) {
    case (.battles(let before), .battles(let after)) where before.cells == after.cells:
      return (.nested, reason == .asked && told != nil ? .asked : .same)
    case (.battles(let before), .battles(let after)):
      guard let missing = before.cells.firstCell(missingIn: after.cells) else {
        return told == nil ? (.independent, .possible) : (.nested, reason)
      }
      if told == nil, after.cells.firstCell(missingIn: before.cells) == nil {
        return (.independent, .swapped)
      }
      guard told == nil || reason != .asked else {
        throw .notContained(
          a: missing.a, b: missing.b, outcome: missing.cell.outcome, old: missing.cell.count,
          new: missing.found)
      }
      return (.independent, .notContained)
    case (.published(let before), .published(let after)):
      if told == nil, before == after { return (.independent, .same) }
      return told == nil ? (.independent, .unknown) : (.nested, reason)
    default:
      guard told == nil else { throw .differentKinds }
      return (.independent, .unknown)
    }
  }

  /// What is known of how the common models changed.
  func knowledge(_ overlap: Overlap) -> ChangeKnowledge {
    switch (overlap, old.origin, new.origin) {
    case (.nested, .battles(let before), .battles(let after)):
      return ChangeKnowledge(
        covariance: joint(before, after), notNested: [],
        hasNewData: common.map { after.battles($0.new) > before.battles($0.old) })
    case (.nested, .published(let before), .published(let after)):
      return nested(before, after)
    default:
      var sum = SymmetricMatrix(zeros: common.count)
      for (row, i) in common.enumerated() {
        for (column, j) in common.enumerated() {
          sum[row, column] =
            old.covariance.entry(i.old, j.old) + new.covariance.entry(i.new, j.new)
        }
      }
      return ChangeKnowledge(
        covariance: sum, notNested: [], hasNewData: common.map { _ in true })
    }
  }

  /// The joint sandwich of old battles that are among the new ones.
  private func joint(_ before: BattleRecord, _ after: BattleRecord) -> SymmetricMatrix {
    let place = before.cells.roster.names.map { after.cells.roster.id(of: $0) ?? -1 }
    let whole = after.fit.covarianceOfChange(from: before.fit, place: place)
    var part = SymmetricMatrix(zeros: common.count)
    for (row, i) in common.enumerated() {
      for (column, j) in common.enumerated() { part[row, column] = whole[i.new, j.new] }
    }
    return part
  }

  /// V_old − V_new for each model as `NestedBoards` has it; V_old + V_new where votes fell or the variance
  /// did not shrink, which more votes cannot do.
  private func nested(_ before: PublishedScores, _ after: PublishedScores) -> ChangeKnowledge {
    let points = new.scale.pointsPerLogOdds
    let boards = NestedBoards(old: before, new: after, points: points)
    var covariance = SymmetricMatrix(zeros: common.count)
    var notNested: [Int] = []
    var hasNewData = [Bool](repeating: true, count: common.count)
    for (row, model) in common.enumerated() {
      switch boards.change(old: model.old, new: model.new) {
      case .variance(let variance): covariance[row, row] = variance / (points * points)
      case .notNested:
        notNested.append(row)
        let (old, new) = (before.standardError[model.old], after.standardError[model.new])
        covariance[row, row] = (old * old + new * new) / (points * points)
      case .noNewVotes: hasNewData[row] = false
      }
    }
    // A score that is exact both times has no votes of its own: with no other's it tells of none.
    if let exact, hasNewData.indices.allSatisfy({ !hasNewData[$0] || $0 == exact }) {
      hasNewData[exact] = false
    }
    return ChangeKnowledge(
      covariance: covariance, notNested: notNested, hasNewData: hasNewData)
  }
}

/// What is known of how models that are in two snapshots changed; indices are places among them.
struct ChangeKnowledge {
  /// The covariance of the changes, in natural log-odds, up to a common constant.
  let covariance: SymmetricMatrix
  /// The models that were to be nested and could not be taken so.
  let notNested: [Int]
  /// Whether there are votes or battles of a model in the new snapshot that the old one did not have. A
  /// model without any follows the others at most: nothing of its own can have moved it.
  let hasNewData: [Bool]

  /// The models whose moves are judged: those with new data, as long as there are two to tell apart.
  var judged: [Int] {
    let models = hasNewData.indices.filter { hasNewData[$0] }
    return models.count < 2 ? [] : models
  }

  /// The covariance of some models' changes.
  func covariance(of models: [Int]) -> SymmetricMatrix {
    var part = SymmetricMatrix(zeros: models.count)
    for (row, i) in models.enumerated() {
      for (column, j) in models.enumerated() { part[row, column] = covariance[i, j] }
    }
    return part
  }
}

extension Covariance {
  /// An entry of the matrix.
  fileprivate func entry(_ i: Int, _ j: Int) -> Double {
    switch self {
    case .independent(let variance): i == j ? variance[i] : 0
    case .dense(let matrix): matrix[i, j]
    }
  }
}
