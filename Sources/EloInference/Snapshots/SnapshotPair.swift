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
  /// - Throws: `SnapshotError.notContained` and `.differentKinds`, where `asked` is not so.
  func overlap(_ asked: Overlap?) throws(SnapshotError)
    -> (overlap: Overlap, reason: SnapshotComparison.OverlapReason)
  {
    if asked == .independent { return (.independent, .asked) }
    switch (old.origin, new.origin) {
    case (.battles(let before), .battles(let after)):
      guard let missing = before.cells.firstCell(missingIn: after.cells) else {
        return (.nested, asked == nil ? .contained : .asked)
      }
      guard asked == nil else {
        throw .notContained(
          a: missing.a, b: missing.b, outcome: missing.cell.outcome, old: missing.cell.count,
          new: missing.found)
      }
      return (.independent, .notContained)
    case (.published, .published):
      return asked == nil ? (.independent, .unknown) : (.nested, .asked)
    default:
      guard asked == nil else { throw .differentKinds }
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
  /// fell or the variance grew, which more votes cannot do.
  ///
  /// A board that is rounded to whole points adds a twelfth of a square point. Margins rounded to whole
  /// points leave more open: of ± 5 on both days the variance may have fallen by a third or by
  /// nothing. The old one is taken as half a point larger and the new one as half a point smaller than
  /// it was printed, so that no move passes for real because a margin was rounded.
  private func nested(_ before: PublishedScores, _ after: PublishedScores) -> (
    SymmetricMatrix, [Int]
  ) {
    let points = new.scale.pointsPerLogOdds
    var covariance = SymmetricMatrix(zeros: common.count)
    var exceptions: [Int] = []
    let rounding = [before, after].reduce(0.0) { $0 + ($1.hasWholeScores ? 1.0 / 12 : 0) }
    for (row, model) in common.enumerated() {
      let (old, new) = (before.standardError[model.old], after.standardError[model.new])
      var hasLost = false
      if let votes = before.votes?[model.old], let now = after.votes?[model.new] {
        hasLost = now < votes
      }
      let variance: Double
      if hasLost || new > old {
        exceptions.append(row)
        variance = old * old + new * new
      } else {
        let most = old + before.roundingOfStandardError
        let least = max(0, new - after.roundingOfStandardError)
        variance = most * most - least * least + rounding
      }
      covariance[row, row] = variance / (points * points)
    }
    return (covariance, exceptions)
  }
}

extension PublishedScores {
  /// Whether all scores are whole numbers.
  fileprivate var hasWholeScores: Bool { rating.allSatisfy { $0 == $0.rounded() } }

  /// How far rounding may have moved a standard error: half a point of a margin where all scores and
  /// ends of intervals are whole numbers.
  fileprivate var roundingOfStandardError: Double {
    let isRounded = hasWholeScores && (lower + upper).allSatisfy { $0 == $0.rounded() }
    return isRounded ? 0.5 / NormalDistribution.quantile(1 - (1 - level) / 2) : 0
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
