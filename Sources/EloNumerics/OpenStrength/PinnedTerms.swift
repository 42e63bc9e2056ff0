import KernelTypes

/// A Bradley–Terry objective in which one model's log-strength is pinned to those of the others:
/// x = Σ wⱼ·θⱼ + offset.
struct PinnedTerms {
  /// The terms of the battles among the others. An id that none of them has is left where it starts.
  let base: LikelihoodTerms
  /// The battles of the pinned model.
  let row: BattleRow
  /// The weights w, one an id, summing to 1.
  let weights: [Double]
  /// The offset, in natural log-odds.
  let offset: Double

  /// The pinned model's log-strength.
  func own(_ theta: [Double]) -> Double { dot(weights, theta) + offset }

  func objective(_ theta: [Double]) -> Double {
    base.objective(theta) + row.objective(own(theta), theta)
  }

  /// The gradient in battles, and what the information is made of.
  func slopes(_ theta: [Double]) -> (gradient: [Double], information: PinnedInformation) {
    precondition(base.rescue == nil, "a prior on some models is for resamples")
    var gradient = [Double](repeating: 0, count: theta.count)
    var pairWeights = [Double](repeating: 0, count: base.first.count)
    for pair in base.first.indices {
      let (i, j) = (Int(base.first[pair]), Int(base.second[pair]))
      let gap = theta[i] - theta[j]
      let expected = LogOdds.probability(gap)
      let residual = base.score[pair] - base.battles[pair] * expected
      gradient[i] += residual
      gradient[j] -= residual
      pairWeights[pair] = base.battles[pair] * expected * LogOdds.probability(-gap)
    }
    var priorWeights: [Double] = []
    if base.prior > 0 {
      for model in theta.indices {
        gradient[model] += base.prior * (0.5 - LogOdds.probability(theta[model]))
      }
      priorWeights = theta.map {
        base.prior * LogOdds.probability($0) * LogOdds.probability(-$0)
      }
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
    for pair in base.first.indices {
      let (i, j) = (Int(base.first[pair]), Int(base.second[pair]))
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

/// xᵀy.
func dot(_ x: [Double], _ y: [Double]) -> Double {
  var sum = 0.0
  for index in x.indices { sum += x[index] * y[index] }
  return sum
}
