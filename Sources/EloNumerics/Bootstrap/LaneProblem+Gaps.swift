import KernelTypes

extension Fit {
  /// Whether log-strengths lie so far apart that the kernels, which take exp(θ) and products of two, could
  /// leave what doubles hold: e⁶⁰⁰ is safe, e⁷⁰⁹ is the end, and replicates stray from the fit.
  var isWide: Bool { uncentred.contains { $0.magnitude > 300 } }
}

/// The gradient and the curvatures from gaps, for fits that are too wide for exp(θ): slower, by an
/// exponential a pair.
extension LaneProblem {
  /// Sets the gradient, with the prior on all models, and the pairs' curvatures.
  mutating func evaluateGaps(_ logStrength: [Lanes]) {
    let counts = fit.counts
    let gaps = counts.first.indices.map { pair in
      Self.held(logStrength[Int(counts.first[pair])] - logStrength[Int(counts.second[pair])])
    }
    Self.exponentiate(fit.kernels, gaps, &odds)
    for model in halfWins.indices { gradient[model] = 0.5 * Lanes(halfWins[model]) }
    for pair in gaps.indices {
      let number = Lanes(battles[pair])
      let second = 1 / (odds[pair] + 1)
      let first = odds[pair] * second
      gradient[Int(counts.first[pair])] -= number * first
      gradient[Int(counts.second[pair])] -= number * second
      curvatures[pair] = number * (first * second)
    }
    Self.exponentiate(fit.kernels, logStrength.map(Self.held), &strength)
    guard fit.options.prior > 0 else { return }
    for model in strength.indices {
      gradient[model] += (0.5 - strength[model] / (strength[model] + 1)) * fit.options.prior
    }
  }

  /// Log-odds within what the kernels' exponential takes. Beyond ±690 odds are 0 to 1 as far as a double
  /// tells.
  static func held(_ logOdds: Lanes) -> Lanes {
    let end = Lanes(repeating: 690)
    return logOdds.replacing(with: end, where: logOdds .> end)
      .replacing(with: -end, where: logOdds .< -end)
  }

  /// The largest change that a direction makes to a gap that some lane's objective depends on.
  func largestGapChange(_ direction: [Lanes]) -> Lanes {
    var largest = Lanes.zero
    func take(_ change: Lanes) {
      let magnitude = change.replacing(with: -change, where: change .< 0)
      largest = largest.replacing(with: magnitude, where: magnitude .> largest)
    }
    for pair in battles.indices {
      take(direction[Int(fit.counts.first[pair])] - direction[Int(fit.counts.second[pair])])
    }
    if fit.options.prior > 0 { direction.forEach(take) }
    if coreShare.contains(where: { $0 != .zero }) {
      let mean = Self.dot(coreShare, direction)
      for model in direction.indices {
        let isRescued = rescueWeight[model] .> 0
        take(Lanes.zero.replacing(with: direction[model] - mean, where: isRescued))
      }
    }
    return largest
  }
}
