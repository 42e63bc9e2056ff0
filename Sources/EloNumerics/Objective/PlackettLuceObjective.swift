/// The log-likelihood of rankings of several: each place goes to one of those that are left with a
/// probability in proportion to e^θ (Plackett, Applied Statistics 24 (1975) 193; Luce, Individual Choice
/// Behavior, 1959).
///
/// A ranking of two is a battle of Bradley and Terry. The maximum is finite where, in every division of the
/// models in two, some of one part was ranked ahead of some of the other (Hunter, Annals of Statistics 32
/// (2004) 384).
struct PlackettLuceObjective: ConcaveObjective, Equatable {
  /// The number of models.
  let parameterCount: Int
  /// Where each ranking's models start; one more than there are rankings.
  let start: [Int32]
  /// The models of each ranking, the first one first. Those that are left out lost to none.
  let ranked: [Int32]
  /// How often each ranking occurs, or its weight.
  let weights: [Double]

  /// Rankings, each of different models, the best one first.
  init(modelCount: Int, rankings: [[Int32]], weights: [Double]? = nil) {
    parameterCount = modelCount
    start = rankings.reduce(into: [0]) { $0.append(($0.last ?? 0) + Int32($1.count)) }
    ranked = rankings.flatMap { $0 }
    self.weights = weights ?? rankings.map { _ in 1 }
  }

  var flatDirection: [Double]? { [Double](repeating: 1, count: parameterCount) }

  /// Who was ranked ahead of whom, by rankings' neighbours: the finite maximum needs one component.
  var connectivity: Connectivity {
    var (first, second) = ([Int32](), [Int32]())
    for ranking in weights.indices {
      let models = ranked[Int(start[ranking])..<Int(start[ranking + 1])]
      first += models.dropLast()
      second += models.dropFirst()
    }
    return Connectivity(
      modelCount: parameterCount, first: first, second: second, firstScored: { _ in true },
      secondScored: { _ in false })
  }

  func value(_ parameters: [Double]) -> Double {
    var sum = 0.0
    for ranking in weights.indices {
      forEachStage(ranking, parameters) { chosen, logTotal, _ in
        sum += weights[ranking] * (parameters[chosen] - logTotal)
      }
    }
    return sum
  }

  /// - Complexity: O(Σ m³) for rankings of m models.
  func derivatives(_ parameters: [Double]) -> Derivatives {
    var derivatives = Derivatives(parameterCount: parameterCount)
    for ranking in weights.indices {
      let weight = weights[ranking]
      forEachStage(ranking, parameters) { chosen, logTotal, left in
        derivatives.gradient[chosen] += weight
        let shares = left.map { LibM.exp(parameters[Int($0)] - logTotal) }
        for (i, own) in zip(left, shares) {
          derivatives.gradient[Int(i)] -= weight * own
          derivatives.information[Int(i), Int(i)] += weight * own
          for (j, other) in zip(left, shares) {
            derivatives.information[Int(i), Int(j)] -= weight * own * other
          }
        }
      }
    }
    return derivatives
  }

  /// A stage is a multinomial logit: see `PairedObjective`.
  func largestChange(along step: [Double]) -> Double {
    var largest = 0.0
    for ranking in weights.indices {
      let changes = ranked[Int(start[ranking])..<Int(start[ranking + 1])].map { step[Int($0)] }
      largest = max(largest, (changes.max() ?? 0) - (changes.min() ?? 0))
    }
    return largest
  }

  /// Each ranking is one part, or as many as it occurs.
  func scores(_ parameters: [Double]) -> ScoreMatrix {
    var scores = ScoreMatrix(columnCount: parameterCount)
    var sum = [Double](repeating: 0, count: parameterCount)
    for ranking in weights.indices {
      let models = ranked[Int(start[ranking])..<Int(start[ranking + 1])]
      forEachStage(ranking, parameters) { chosen, logTotal, left in
        sum[chosen] += 1
        for model in left { sum[Int(model)] -= LibM.exp(parameters[Int(model)] - logTotal) }
      }
      for model in models {
        scores.append(sum[Int(model)], in: Int(model))
        sum[Int(model)] = 0
      }
      scores.endRow(squares: weights[ranking], cubes: weights[ranking])
    }
    return scores
  }

  /// Calls `body` with the model that each place but the last went to, ln Σ e^θ of those that were left, and
  /// these themselves.
  private func forEachStage(
    _ ranking: Int, _ parameters: [Double],
    _ body: (_ chosen: Int, _ logTotal: Double, _ left: ArraySlice<Int32>) -> Void
  ) {
    let end = Int(start[ranking + 1])
    for place in Int(start[ranking])..<max(Int(start[ranking]), end - 1) {
      let left = ranked[place..<end]
      let largest = left.reduce(-.infinity) { max($0, parameters[Int($1)]) }
      let total = left.reduce(0) { $0 + LibM.exp(parameters[Int($1)] - largest) }
      body(Int(ranked[place]), largest + LibM.log(total), left)
    }
  }
}
