/// The terms of a Bradley–Terry objective with ties as half wins, on log-strengths θ:
/// Σ score·ln σ(θᵢ − θⱼ) + (battles − score)·ln σ(θⱼ − θᵢ), and priors.
struct LikelihoodTerms {
  let modelCount: Int
  let first: [Int32]
  let second: [Int32]
  /// The battles of each pair.
  let battles: [Double]
  /// What the first model of each pair scored.
  let score: [Double]
  /// Virtual battles of every model, half of them won, against a fixed log-strength of 0.
  var prior = 0.0
  /// A prior for some models only, against the mean of the others.
  var rescue: Rescue?

  /// Virtual battles that keep separated models finite without touching the scale of the others:
  /// each of `models` meets the mean log-strength of `core`.
  struct Rescue {
    let models: [Int]
    let core: [Int]
    let weight: Double
  }

  /// What an opponent of the mean log-strength is to each rescued model: θₘ − mean of the core.
  private func rescueGaps(_ rescue: Rescue, _ theta: [Double]) -> [Double] {
    let mean = rescue.core.reduce(0) { $0 + theta[$1] } / Double(rescue.core.count)
    return rescue.models.map { theta[$0] - mean }
  }

  /// The objective.
  func objective(_ theta: [Double]) -> Double {
    var sum = 0.0
    for pair in first.indices {
      let gap = theta[Int(first[pair])] - theta[Int(second[pair])]
      sum += score[pair] * LogOdds.logProbability(gap)
      sum += (battles[pair] - score[pair]) * LogOdds.logProbability(-gap)
    }
    if prior > 0 { sum += theta.reduce(0) { $0 + evenOdds($1) } * prior }
    if let rescue {
      sum += rescueGaps(rescue, theta).reduce(0) { $0 + evenOdds($1) } * rescue.weight
    }
    return sum
  }

  /// The gradient, in battles, and the information (the negative Hessian).
  func derivatives(_ theta: [Double]) -> (gradient: [Double], information: SymmetricMatrix) {
    var gradient = [Double](repeating: 0, count: modelCount)
    var information = SymmetricMatrix(zeros: modelCount)
    let strength = theta.map(LibM.exp)
    for pair in first.indices {
      let (i, j) = (Int(first[pair]), Int(second[pair]))
      let total = strength[i] + strength[j]
      let expected = strength[i] / total
      let residual = score[pair] - battles[pair] * expected
      gradient[i] += residual
      gradient[j] -= residual
      information.addPair(i, j, battles[pair] * expected * (strength[j] / total))
    }
    if prior > 0 {
      for model in 0..<modelCount {
        let expected = strength[model] / (strength[model] + 1)
        gradient[model] += prior * (0.5 - expected)
        information[model, model] += prior * expected * (1 - expected)
      }
    }
    if let rescue { add(rescue, theta, &gradient, &information) }
    return (gradient, information)
  }

  private func add(
    _ rescue: Rescue, _ theta: [Double], _ gradient: inout [Double],
    _ information: inout SymmetricMatrix
  ) {
    let share = 1 / Double(rescue.core.count)
    for (model, gap) in zip(rescue.models, rescueGaps(rescue, theta)) {
      let expected = 1 / (1 + LibM.exp(-gap))
      let slope = rescue.weight * (0.5 - expected)
      let curvature = rescue.weight * expected * (1 - expected)
      gradient[model] += slope
      information[model, model] += curvature
      for i in rescue.core {
        gradient[i] -= slope * share
        information[model, i] -= curvature * share
        information[i, model] -= curvature * share
        for j in rescue.core { information[i, j] += curvature * share * share }
      }
    }
  }

  /// ½·ln σ(x) + ½·ln σ(−x).
  private func evenOdds(_ x: Double) -> Double {
    0.5 * (LogOdds.logProbability(x) + LogOdds.logProbability(-x))
  }
}

extension LikelihoodTerms {
  /// The terms of all battles in `counts`.
  init(_ counts: PairCounts, prior: Double) {
    modelCount = counts.modelCount
    first = counts.first
    second = counts.second
    battles = (0..<counts.pairCount).map { Double(counts.battles($0)) }
    score = (0..<counts.pairCount).map {
      Double(counts.firstWins[$0]) + 0.5 * Double(counts.ties[$0])
    }
    self.prior = prior
  }
}
