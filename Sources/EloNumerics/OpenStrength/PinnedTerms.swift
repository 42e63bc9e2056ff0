import KernelTypes

/// A Bradley–Terry objective in which one model's log-strength is pinned to those of the others:
/// x = Σ wⱼ·θⱼ + offset.
struct PinnedTerms {
  /// The terms of the battles among the others. An id that none of them has is left where it starts.
  let base: PairedObjective
  /// The battles of the pinned model.
  let row: BattleRow
  /// The weight of the base's phantom prior; 0 for none.
  let prior: Double
  /// The weights w, one an id, summing to 1.
  let weights: [Double]
  /// The offset, in natural log-odds.
  let offset: Double

  /// Pins a model of the battles in `row`.
  init(base: PairedObjective, row: BattleRow, weights: [Double], offset: Double) {
    self.base = base
    self.row = row
    self.weights = weights
    self.offset = offset
    prior = base.penalties.reduce(0) { sum, penalty in
      guard case .phantom(let weight) = penalty else {
        preconditionFailure("no other prior than that on all models")
      }
      return sum + weight
    }
  }

  /// The pinned model's log-strength.
  func own(_ theta: [Double]) -> Double { dot(weights, theta) + offset }

  func objective(_ theta: [Double]) -> Double {
    base.value(theta) + row.objective(own(theta), theta)
  }

  /// The gradient in battles, and what the information is made of.
  func slopes(_ theta: [Double]) -> (gradient: [Double], information: PinnedInformation) {
    var gradient = [Double](repeating: 0, count: theta.count)
    let (slopes, pairWeights) = base.positions(theta)
    base.design.addTransposed(slopes, to: &gradient)
    var priorWeights: [Double] = []
    if prior > 0 {
      let shares = theta.map { LogOdds.shares($0) }
      for (model, share) in shares.enumerated() {
        gradient[model] += prior * 0.5 * (share.second - share.first)
      }
      priorWeights = shares.map { prior * ($0.first * $0.second) }
    }
    let expected = row.expectations(own(theta), theta)
    var excess = 0.0
    var rowWeights = expected
    for (place, opponent) in row.opponents.enumerated() {
      let residual = row.scores[place] - row.battles[place] * expected[place]
      gradient[opponent] -= residual
      excess += residual
      rowWeights[place] *= row.battles[place] * (1 - expected[place])
    }
    for model in gradient.indices { gradient[model] += excess * weights[model] }
    return (
      gradient,
      PinnedInformation(
        terms: self, pairWeights: pairWeights, priorWeights: priorWeights, rowWeights: rowWeights)
    )
  }

  /// How many points more than expected the pinned model scored: the slope of the maximum in the offset.
  func excess(_ theta: [Double]) -> Double {
    let expected = row.expectations(own(theta), theta)
    return row.points - zip(row.battles, expected).reduce(0) { $0 + $1.0 * $1.1 }
  }
}

/// The information of pinned terms at some strengths, as a product with vectors.
struct PinnedInformation {
  let terms: PinnedTerms
  /// Battles times p(1 − p), by pair of the base.
  let pairWeights: [Double]
  /// The prior's part by model; empty without one.
  let priorWeights: [Double]
  /// Battles times p(1 − p), by opponent of the pinned model.
  let rowWeights: [Double]

  /// The information times `vector`.
  ///
  /// - Complexity: O(pairs).
  func times(_ vector: [Double]) -> [Double] {
    var product = [Double](repeating: 0, count: vector.count)
    let base = terms.base
    for pair in pairWeights.indices {
      let (i, j) = (Int(base.design.first[pair]), Int(base.design.second[pair]))
      let flow = pairWeights[pair] * (vector[i] - vector[j])
      product[i] += flow
      product[j] -= flow
    }
    for (model, weight) in priorWeights.enumerated() { product[model] += weight * vector[model] }
    let own = dot(terms.weights, vector)
    var total = 0.0
    for (place, opponent) in terms.row.opponents.enumerated() {
      let flow = rowWeights[place] * (own - vector[opponent])
      product[opponent] -= flow
      total += flow
    }
    for model in product.indices { product[model] += total * terms.weights[model] }
    return product
  }
}
