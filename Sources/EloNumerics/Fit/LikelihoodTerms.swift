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
  func rescueGaps(_ rescue: Rescue, _ theta: [Double]) -> [Double] {
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
  ///
  /// From gaps and not from exp(θ): a chain of models may be thousands of log-odds long, where exp(θ)
  /// overflows. The residual is score·(1 − p) − (battles − score)·p, which is exact to its own size where
  /// score − battles·p would be a small difference of large numbers.
  func derivatives(_ theta: [Double]) -> (gradient: [Double], information: SymmetricMatrix) {
    var gradient = [Double](repeating: 0, count: modelCount)
    var information = SymmetricMatrix(zeros: modelCount)
    for pair in first.indices {
      let (i, j) = (Int(first[pair]), Int(second[pair]))
      let (p, q) = Self.shares(theta[i] - theta[j])
      let residual = score[pair] * q - (battles[pair] - score[pair]) * p
      gradient[i] += residual
      gradient[j] -= residual
      information.addPair(i, j, battles[pair] * (p * q))
    }
    if prior > 0 {
      for model in 0..<modelCount {
        let (p, q) = Self.shares(theta[model])
        gradient[model] += prior * 0.5 * (q - p)
        information[model, model] += prior * (p * q)
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
      let (p, q) = Self.shares(gap)
      let slope = rescue.weight * 0.5 * (q - p)
      let curvature = rescue.weight * (p * q)
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

  /// The shares that two sides with this gap have of their battles, each exact to its own size.
  static func shares(_ gap: Double) -> (first: Double, second: Double) {
    let odds = LibM.exp(-gap.magnitude)
    let (favourite, other) = (1 / (1 + odds), odds / (1 + odds))
    return gap < 0 ? (other, favourite) : (favourite, other)
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
