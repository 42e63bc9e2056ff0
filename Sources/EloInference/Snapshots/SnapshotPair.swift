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

  /// The covariance of the common models' changes, in natural log-odds, up to a common constant, and
  /// the places in `common` of models that could not be taken as nested.
  ///
  /// - Throws: `SnapshotError.estimate`.
  func covariance(_ overlap: Overlap) throws(SnapshotError) -> (SymmetricMatrix, [Int]) {
    switch (overlap, old.origin, new.origin) {
    case (.nested, .battles(let before), .battles(let after)):
      return (try joint(before, after), [])
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
      return (sum, [])
    }
  }

  /// The joint sandwich of old battles that are among the new ones.
  private func joint(_ before: BattleRecord, _ after: BattleRecord) throws(SnapshotError)
    -> SymmetricMatrix
  {
    let place = before.cells.roster.names.map { after.cells.roster.id(of: $0) ?? -1 }
    let whole = try refit(after, new).covarianceOfChange(from: refit(before, old), place: place)
    var part = SymmetricMatrix(zeros: common.count)
    for (row, i) in common.enumerated() {
      for (column, j) in common.enumerated() { part[row, column] = whole[i.new, j.new] }
    }
    return part
  }

  /// An estimate keeps no factors of its fit; battles are fitted anew in a few milliseconds.
  private func refit(_ record: BattleRecord, _ estimate: Estimate) throws(SnapshotError) -> Fit {
    do throws(FitError) {
      return try fitBradleyTerry(
        record.cells, options: FitOptions(prior: record.summary.prior),
        kernels: estimate.kernels)
    } catch {
      throw .estimate(.fit(error, estimate.roster))
    }
  }

  /// V_old − V_new for each model, at most what rounding leaves possible; V_old + V_new where votes
  /// fell or the variance did not shrink, which more votes cannot do.
  ///
  /// A board that is rounded to units of u adds u²/12. Rounded margins leave more open: of ± 5 on both
  /// days the variance may have fallen by a third or by nothing. The old one is taken as half a unit
  /// larger and the new one as half a unit smaller than it was printed, so that no move passes for
  /// real because a margin was rounded.
  private func nested(_ before: PublishedScores, _ after: PublishedScores) -> (
    SymmetricMatrix, [Int]
  ) {
    let points = new.scale.pointsPerLogOdds
    var covariance = SymmetricMatrix(zeros: common.count)
    var exceptions: [Int] = []
    let rounding = [before, after].reduce(0.0) { $0 + $1.unitOfScores * $1.unitOfScores / 12 }
    let slack = (old: before.roundingOfStandardError, new: after.roundingOfStandardError)
    for (row, model) in common.enumerated() {
      let (old, new) = (before.standardError[model.old], after.standardError[model.new])
      var hasLost = false
      if let votes = before.votes?[model.old], let now = after.votes?[model.new] {
        hasLost = now < votes
      }
      let most = old + slack.old
      let least = max(0, new - slack.new)
      var variance = most * most - least * least + rounding
      if hasLost || new > old || variance <= 0 {
        exceptions.append(row)
        variance = old * old + new * new
      }
      covariance[row, row] = variance / (points * points)
    }
    return (covariance, exceptions)
  }
}

extension PublishedScores {
  /// The unit that the scores are rounded to; 0 where they have more than three decimals.
  fileprivate var unitOfScores: Double { Self.unit(rating) }

  /// How far rounding may have moved a standard error: half the unit of the margins, or of the standard
  /// errors where those were published.
  fileprivate var roundingOfStandardError: Double {
    let margins = rating.indices.flatMap { [rating[$0] - lower[$0], upper[$0] - rating[$0]] }
    let margin = Self.unit(margins) / NormalDistribution.quantile(1 - (1 - level) / 2)
    return max(margin, Self.unit(standardError)) / 2
  }

  /// 1, 0.1, 0.01 or 0.001, the largest of which all values are multiples; 0 where there is none.
  private static func unit(_ values: [Double]) -> Double {
    for parts in [1.0, 10, 100, 1000] {
      // Decimal fractions are no binary ones: a millionth of a unit is left for that.
      let isWhole = values.allSatisfy {
        ($0 * parts - ($0 * parts).rounded()).magnitude < 1e-6
      }
      if isWhole { return 1 / parts }
    }
    return 0
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
