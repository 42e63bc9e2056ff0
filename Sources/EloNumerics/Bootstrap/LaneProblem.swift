import KernelTypes

/// Up to eight replicates' objectives side by side: what Newton's method asks of them.
struct LaneProblem {
  let fit: Fit
  /// The battles of each pair.
  var battles: [CountLanes]
  /// The half wins of each model.
  var halfWins: [CountLanes]
  /// ½ for the models that a prior keeps finite, 0 for the others: the prior's weight.
  var rescueWeight: [Lanes]
  /// One over the number of models in the core for those of the core, 0 for the others.
  var coreShare: [Lanes]

  /// What keeps each lane's replicate finite, where something must.
  private(set) var rescues = [Penalty.Rescue?](repeating: nil, count: 8)

  /// exp(log-strength), where the problem was last evaluated.
  var strength: [Lanes]
  /// The gradient there.
  var gradient: [Lanes]
  /// The curvature of each pair.
  var curvatures: [Lanes]
  /// The curvature of each model's own priors there.
  private var priorCurvature: [Lanes]
  private var rescueCurvature: [Lanes]
  /// The diagonal of the information.
  private var diagonal: [Lanes]
  /// Whether so few pairs met that a product with the full fit's inverse information costs many
  /// times one with the information, so that the information's diagonal preconditions better.
  private let isSparse: Bool
  /// The odds of each pair's gap, where exp(log-strength) would leave what doubles hold; else empty.
  var odds: [Lanes]

  init(_ fit: Fit) {
    self.fit = fit
    let models = [Lanes](repeating: .zero, count: fit.counts.modelCount)
    battles = [CountLanes](repeating: .zero, count: fit.counts.pairCount)
    halfWins = [CountLanes](repeating: .zero, count: fit.counts.modelCount)
    curvatures = [Lanes](repeating: .zero, count: fit.counts.pairCount)
    (rescueWeight, coreShare, strength, gradient) = (models, models, models, models)
    (priorCurvature, rescueCurvature, diagonal) = (models, models, models)
    isSparse = fit.counts.modelCount * fit.counts.modelCount > 8 * fit.counts.pairCount
    odds = [Lanes](repeating: .zero, count: fit.isWide ? fit.counts.pairCount : 0)
  }

  /// Puts one replicate's battles into a lane; `rescue` as in `Penalty`.
  mutating func load(
    _ lane: Int, from source: (battles: [CountLanes], halfWins: [CountLanes]), lane from: Int,
    rescue: Penalty.Rescue?
  ) {
    for pair in battles.indices { battles[pair][lane] = source.battles[pair][from] }
    for model in halfWins.indices {
      halfWins[model][lane] = source.halfWins[model][from]
      rescueWeight[model][lane] = 0
      coreShare[model][lane] = 0
    }
    rescues[lane] = rescue
    guard let rescue else { return }
    for model in rescue.models { rescueWeight[model][lane] = rescue.weight }
    for model in rescue.core { coreShare[model][lane] = 1 / Double(rescue.core.count) }
  }

  /// Evaluates the gradient and the information at `logStrength`; answers each lane's largest
  /// entry of the gradient.
  mutating func evaluate(_ logStrength: [Lanes]) -> Lanes {
    for model in gradient.indices { gradient[model] = .zero }
    if fit.isWide {
      evaluateGaps(logStrength)
    } else {
      Self.exponentiate(fit.kernels, logStrength, &strength)
      _ = Self.addGradient(fit, strength, battles, halfWins, &gradient)
      Self.findCurvatures(fit, strength, battles, &curvatures)
    }
    addPriors(logStrength)
    if isSparse { findDiagonal() }
    var largest = Lanes.zero
    for value in gradient {
      let magnitude = value.replacing(with: -value, where: value .< 0)
      // What is no number takes the lead and keeps it: it must not pass for a small gradient.
      let leads = (magnitude .> largest) .| (magnitude .!= magnitude)
      largest = largest.replacing(with: magnitude, where: leads)
    }
    return largest
  }

  private mutating func addPriors(_ logStrength: [Lanes]) {
    let prior = fit.options.prior
    if prior > 0 {
      for model in strength.indices {
        let share = 1 / (strength[model] + 1)
        priorCurvature[model] = share * (strength[model] * share) * prior
      }
    }
    guard coreShare.contains(where: { $0 != .zero }) else {
      for model in rescueCurvature.indices { rescueCurvature[model] = .zero }
      return
    }
    let mean = Self.dot(coreShare, logStrength)
    var odds = logStrength.map { $0 - mean }
    let gaps = odds.map(Self.held)
    Self.exponentiate(fit.kernels, gaps, &odds)
    var total = Lanes.zero
    for model in odds.indices {
      let share = 1 / (odds[model] + 1)
      let slope = rescueWeight[model] * (0.5 - odds[model] * share)
      rescueCurvature[model] = rescueWeight[model] * (odds[model] * share) * share
      gradient[model] += slope
      total += slope
    }
    for model in odds.indices { gradient[model] -= coreShare[model] * total }
  }

  private mutating func findDiagonal() {
    let counts = fit.counts
    for model in diagonal.indices {
      diagonal[model] = priorCurvature[model] + rescueCurvature[model]
    }
    for pair in curvatures.indices {
      diagonal[Int(counts.first[pair])] += curvatures[pair]
      diagonal[Int(counts.second[pair])] += curvatures[pair]
    }
  }

  /// Sets `result` to about the information's inverse times `vector`.
  func precondition(_ vector: [Lanes], _ result: inout [Lanes]) {
    if isSparse {
      for model in vector.indices {
        // A model without battles has no gradient either.
        let isHeld = diagonal[model] .> 0
        result[model] = Lanes.zero.replacing(with: vector[model] / diagonal[model], where: isHeld)
      }
    } else {
      for model in result.indices { result[model] = .zero }
      Self.addInverseProduct(fit, vector, &result)
    }
  }

  /// The information's product with `vector`.
  func informationProduct(_ vector: [Lanes], _ product: inout [Lanes]) {
    for model in product.indices { product[model] = priorCurvature[model] * vector[model] }
    Self.addInformation(fit, curvatures, vector, &product)
    let mean = Self.dot(coreShare, vector)
    var total = Lanes.zero
    for model in product.indices {
      let term = rescueCurvature[model] * (vector[model] - mean)
      product[model] += term
      total += term
    }
    for model in product.indices { product[model] -= coreShare[model] * total }
  }

  /// Each lane's inner product.
  static func dot(_ x: [Lanes], _ y: [Lanes]) -> Lanes {
    var sum = Lanes.zero
    for index in x.indices { sum += x[index] * y[index] }
    return sum
  }

  // The calls of kernels are static, so that the compiler sees the arrays apart.

  static func exponentiate(_ kernels: KernelTable, _ values: [Lanes], _ results: inout [Lanes]) {
    var span = results.mutableSpan
    kernels.exponentials(values.span, &span)
  }

  static func addGradient(
    _ fit: Fit, _ strength: [Lanes], _ battles: [CountLanes], _ halfWins: [CountLanes],
    _ gradient: inout [Lanes]
  ) -> Lanes {
    var sums = gradient.mutableSpan
    fit.kernels.pairSums(
      fit.counts.start.span, fit.counts.second.span, strength.span, battles.span, &sums)
    return fit.kernels.gradient(halfWins.span, strength.span, fit.options.prior, &sums)
  }

  private static func findCurvatures(
    _ fit: Fit, _ strength: [Lanes], _ battles: [CountLanes], _ curvatures: inout [Lanes]
  ) {
    var span = curvatures.mutableSpan
    fit.kernels.pairCurvatures(
      fit.counts.start.span, fit.counts.second.span, strength.span, battles.span, &span)
  }

  private static func addInformation(
    _ fit: Fit, _ curvatures: [Lanes], _ vector: [Lanes], _ product: inout [Lanes]
  ) {
    var sums = product.mutableSpan
    fit.kernels.informationProduct(
      fit.counts.start.span, fit.counts.second.span, curvatures.span, vector.span, &sums)
  }

  /// Adds the full fit's inverse information times `vector` to `sums`.
  static func addInverseProduct(_ fit: Fit, _ vector: [Lanes], _ sums: inout [Lanes]) {
    let models = fit.inverseInformation.order
    var span = sums.mutableSpan
    fit.kernels.addProduct(
      fit.inverseInformation.storage.span, models, 0..<models, 0..<models, vector.span, &span)
  }
}
