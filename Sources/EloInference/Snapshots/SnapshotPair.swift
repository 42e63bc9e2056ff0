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

  /// V_old − V_new for each model, and a twelfth of a square point for each board that is rounded to
  /// whole points; V_old + V_new where votes fell or the variance grew, which more votes cannot do.
  private func nested(_ before: PublishedScores, _ after: PublishedScores) -> (
    SymmetricMatrix, [Int]
  ) {
    let points = new.scale.pointsPerLogOdds
    let rounding =
      [before, after].reduce(0.0) { $0 + ($1.isRounded ? 1.0 / 12 : 0) } / (points * points)
    var covariance = SymmetricMatrix(zeros: common.count)
    var exceptions: [Int] = []
    for (row, model) in common.enumerated() {
      let (v, w) = (old.covariance.variance(model.old), new.covariance.variance(model.new))
      var hasLost = false
      if let votes = before.votes?[model.old], let now = after.votes?[model.new] {
        hasLost = now < votes
      }
      if hasLost || w > v {
        exceptions.append(row)
        covariance[row, row] = v + w
      } else {
        covariance[row, row] = v - w + rounding
      }
    }
    return (covariance, exceptions)
  }
}

extension PublishedScores {
  /// Whether all scores are whole numbers.
  fileprivate var isRounded: Bool { rating.allSatisfy { $0 == $0.rounded() } }
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
