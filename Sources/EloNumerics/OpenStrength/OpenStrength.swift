/// What battles tell of one model whose strength they leave open: one that lost, or won, so few that no
/// normal distribution describes what is known of it.
///
/// Whether it is better than another model is judged by the larger of two one-sided p-values for its being
/// no better:
/// - that of the signed root of the likelihood ratio: how much the objective loses when the two are held
///   equal, all others fitted anew (Barndorff-Nielsen and Cox, Inference and Asymptotics, 1994, section
///   3.4). Of a model that was never scored against the best fit has an infinite strength, and the objective
///   is that of the others' battles alone. Ties as half wins make it conservative, as they vary less;
/// - the exact chance of as many points, were the two equal and the others as strong as estimated. A tie
///   gives half a point, and points are rounded to the side on which p is larger; no distribution of points
///   with these expectations varies more than one without ties.
///
/// The first knows how roughly the others are known, the second how few the points are.
package struct OpenStrength: Sendable {
  /// The model's battles.
  package let row: BattleRow
  private let base: PairedObjective
  /// The others' log-strengths as fitted; in a fit that has this model too, 0 in its place.
  private let others: [Double]
  private let preconditioner: SymmetricMatrix
  private let tolerance: Double
  /// The objective at the best strength of the model, finite or not.
  private let best: Double

  /// What the battles of `fit` tell of `model`, which a prior does not pull here.
  ///
  /// - Throws: `FitError.notConverged`, a fault of this program.
  /// - Complexity: O(K² + pairs).
  package init(_ fit: Fit, model: Int) throws(FitError) {
    let counts = fit.counts
    let without = (0..<counts.pairCount).filter {
      Int(counts.first[$0]) != model && Int(counts.second[$0]) != model
    }
    let inverse = fit.inverseInformation
    // The inverse of the information about the others, had this model's strength been known.
    var known = inverse
    let scale = 1 / inverse[model, model]
    for row in 0..<inverse.order {
      for column in 0..<inverse.order {
        known[row, column] -= inverse[row, model] * inverse[column, model] * scale
      }
    }
    for other in 0..<inverse.order { (known[model, other], known[other, model]) = (0, 0) }
    var others = fit.uncentred
    others[model] = 0
    try self.init(
      row: BattleRow(model, counts),
      base: PairedObjective(
        fit.terms.design.restricted(to: without), fit.terms.outcomes.restricted(to: without),
        penalties: fit.terms.penalties),
      others: others, preconditioner: known, fit: fit,
      best: fit.options.prior == 0 ? fit.objective : nil, near: fit.uncentred[model])
  }

  /// What battles with models of `fit` tell of one that took no part in it.
  ///
  /// - Throws: `FitError.notConverged`, a fault of this program.
  package init(_ fit: Fit, outside row: BattleRow) throws(FitError) {
    try self.init(
      row: row, base: fit.terms,
      others: fit.uncentred, preconditioner: fit.inverseInformation, fit: fit, best: nil, near: 0)
  }

  private init(
    row: BattleRow, base: PairedObjective, others: [Double], preconditioner: SymmetricMatrix,
    fit: Fit, best: Double?, near start: Double
  ) throws(FitError) {
    precondition(!row.opponents.isEmpty, "a model without battles has nothing to be judged by")
    self.row = row
    self.base = base
    self.others = others
    self.preconditioner = preconditioner
    // A gradient of g battles leaves the objective short by g²/information: nothing beside the squares of
    // quantiles that it is compared with.
    let battles = max(fit.counts.battlesByModel.max() ?? 0, Int(row.battles.reduce(0, +)))
    tolerance = max(1e-6, Double(battles) * 0x1p-46)
    if let best {
      self.best = best
    } else {
      self.best = try Self.best(row, base, others, preconditioner, tolerance, near: start)
    }
  }

  private static func best(
    _ row: BattleRow, _ base: PairedObjective, _ others: [Double],
    _ preconditioner: SymmetricMatrix, _ tolerance: Double, near start: Double
  ) throws(FitError) -> Double {
    let uniform = row.weights(count: others.count)
    guard row.points > 0, row.conceded > 0 else {
      let none = BattleRow(opponents: [], battles: [], scores: [])
      return try PinnedMaximum(
        PinnedTerms(base: base, row: none, weights: uniform, offset: 0), start: others,
        preconditioner: preconditioner, tolerance: tolerance
      ).objective
    }
    func maximum(_ offset: Double) throws(FitError) -> PinnedMaximum {
      try PinnedMaximum(
        PinnedTerms(base: base, row: row, weights: uniform, offset: offset), start: others,
        preconditioner: preconditioner, tolerance: tolerance)
    }
    // The excess falls in the offset; where it is 0 the strength is at its best.
    let offset = try root(from: start - dot(uniform, others)) { offset throws(FitError) in
      try maximum(offset).excess
    }
    return try maximum(offset).objective
  }

  /// Whether the model is shown to be better than `other`: of models that are no better, no more than
  /// `errorRate` are.
  package func isShownBetter(than other: Int, errorRate: Double) throws(FitError) -> Bool {
    try isShown(.better, pin(to: other), errorRate)
  }

  /// Whether the model is shown to be worse than `other`.
  package func isShownWorse(than other: Int, errorRate: Double) throws(FitError) -> Bool {
    try isShown(.worse, pin(to: other), errorRate)
  }

  /// The p-value of the model's being no better than `other`.
  package func noBetterP(than other: Int) throws(FitError) -> Double {
    try p(.better, pin(to: other))
  }

  /// The p-value of the model's being no worse than `other`.
  package func noWorseP(than other: Int) throws(FitError) -> Double {
    try p(.worse, pin(to: other))
  }

  /// How far above the mean of `models` the model is at least: the largest distance that it is shown to
  /// exceed.
  ///
  /// - Returns: natural log-odds; `nil` for a model that scored no whole point.
  package func leastLead(over models: [Int], errorRate: Double) throws(FitError) -> Double? {
    guard row.points >= 1 else { return nil }
    var weights = [Double](repeating: 0, count: others.count)
    for model in models { weights[model] = 1 / Double(models.count) }
    let quantile = NormalDistribution.quantile(1 - errorRate)
    let byLikelihood = try root(from: 0) { offset throws(FitError) in
      try signedRoot(Pin(weights: weights, offset: offset)) - quantile
    }
    let byPoints = try root(from: byLikelihood) { offset throws(FitError) in
      let p = pointsP(.better, Pin(weights: weights, offset: offset))
      return LibM.log(errorRate) - LibM.log(max(p, .leastNormalMagnitude))
    }
    return min(byLikelihood, byPoints)
  }

  private enum Side { case better, worse }

  /// What the model is compared with.
  private struct Pin {
    let weights: [Double]
    let offset: Double
  }

  private func pin(to other: Int) -> Pin {
    var weights = [Double](repeating: 0, count: others.count)
    weights[other] = 1
    return Pin(weights: weights, offset: 0)
  }

  private func isShown(_ side: Side, _ pin: Pin, _ errorRate: Double) throws(FitError) -> Bool {
    // The points take no fit, and rule most out.
    guard pointsP(side, pin) <= errorRate else { return false }
    return try p(side, pin) <= errorRate
  }

  private func p(_ side: Side, _ pin: Pin) throws(FitError) -> Double {
    let root = try signedRoot(pin)
    return max(pointsP(side, pin), NormalDistribution.upperTail(side == .better ? root : -root))
  }

  /// The signed root of the likelihood ratio, positive where the model is above what it is held equal to.
  private func signedRoot(_ pin: Pin) throws(FitError) -> Double {
    let equal = try PinnedMaximum(
      PinnedTerms(base: base, row: row, weights: pin.weights, offset: pin.offset), start: others,
      preconditioner: preconditioner, tolerance: tolerance)
    let size = (2 * max(0, best - equal.objective)).squareRoot()
    return equal.excess < 0 ? -size : size
  }

  private func pointsP(_ side: Side, _ pin: Pin) -> Double {
    let chances = row.expectations(dot(pin.weights, others) + pin.offset, others)
    return switch side {
    case .better:
      PointsTail.atLeast(row.points.rounded(.down), battles: row.battles, chances: chances)
    case .worse:
      PointsTail.atMost(row.points.rounded(.up), battles: row.battles, chances: chances)
    }
  }
}

extension BattleRow {
  /// Even weights of the opponents, one an id.
  fileprivate func weights(count: Int) -> [Double] {
    var weights = [Double](repeating: 0, count: count)
    for opponent in opponents { weights[opponent] = 1 / Double(opponents.count) }
    return weights
  }
}

/// Where a falling function is 0, to 1e-9, sought from `start` outwards and then between.
private func root(
  from start: Double, _ function: (Double) throws(FitError) -> Double
) throws(FitError) -> Double {
  var step = 1.0
  var (low, high) = (start, start)
  var (atLow, atHigh) = (try function(start), 0.0)
  atHigh = atLow
  // 700 log-odds are beyond what doubles can tell apart from certainty.
  while atLow < 0, low > start - 700 {
    (high, atHigh) = (low, atLow)
    low -= step
    atLow = try function(low)
    step *= 2
  }
  while atHigh > 0, high < start + 700 {
    (low, atLow) = (high, atHigh)
    high += step
    atHigh = try function(high)
    step *= 2
  }
  // The Illinois variant of false position (Dowell and Jarratt, BIT 11 (1971) 168).
  var side = 0
  for _ in 0..<100 where high - low > 1e-9 * (1 + low.magnitude) {
    let share = atLow == atHigh ? 0.5 : atLow / (atLow - atHigh)
    let middle = low + min(0.999, max(0.001, share)) * (high - low)
    let value = try function(middle)
    if value > 0 {
      (low, atLow) = (middle, value)
      if side == 1 { atHigh /= 2 }
      side = 1
    } else if value < 0 {
      (high, atHigh) = (middle, value)
      if side == -1 { atLow /= 2 }
      side = -1
    } else {
      return middle
    }
  }
  return (low + high) / 2
}
