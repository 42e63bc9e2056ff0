/// What Newton's method asks of an objective beside its derivatives, most of it along a line θ + t·step.
extension LikelihoodTerms {
  /// The largest change that `step` makes to a gap that the objective depends on.
  ///
  /// Along the line the objective's third derivative is at most this times its second: each term is
  /// n·ln σ of a gap, for which |f‴| ≤ |f″| (Bach, Electronic Journal of Statistics 4 (2010) 384).
  func largestGapChange(_ step: [Double]) -> Double {
    var largest = 0.0
    for pair in first.indices {
      largest = max(largest, (step[Int(first[pair])] - step[Int(second[pair])]).magnitude)
    }
    if prior > 0 { largest = step.reduce(largest) { max($0, $1.magnitude) } }
    if let rescue {
      largest = rescueGaps(rescue, step).reduce(largest) { max($0, $1.magnitude) }
    }
    return largest
  }

  /// What the prior on all models adds to the information's diagonal.
  func priorCurvature(_ theta: [Double]) -> [Double] {
    theta.map { value in
      let (p, q) = Self.shares(value)
      return prior * (p * q)
    }
  }

  /// How fast the objective climbs at `theta` in the direction of `step`.
  func slope(at theta: [Double], along step: [Double]) -> Double {
    var sum = 0.0
    for pair in first.indices {
      let (i, j) = (Int(first[pair]), Int(second[pair]))
      let (p, q) = Self.shares(theta[i] - theta[j])
      sum += (score[pair] * q - (battles[pair] - score[pair]) * p) * (step[i] - step[j])
    }
    /// What a prior of `weight` on a gap adds.
    func prior(_ gap: Double, _ change: Double, _ weight: Double) -> Double {
      let (p, q) = Self.shares(gap)
      return weight * 0.5 * (q - p) * change
    }
    if self.prior > 0 {
      for (value, change) in zip(theta, step) { sum += prior(value, change, self.prior) }
    }
    if let rescue {
      for (gap, change) in zip(rescueGaps(rescue, theta), rescueGaps(rescue, step)) {
        sum += prior(gap, change, rescue.weight)
      }
    }
    return sum
  }

  /// What the objective gains from `start` to `theta`, exact to its own size: for 10¹² battles the
  /// difference of two objectives would be rounding.
  func gain(from start: [Double], to theta: [Double]) -> Double {
    func change(_ old: Double, _ new: Double) -> Double { Self.logisticChange(old, new) }
    var sum = 0.0
    for pair in first.indices {
      let (i, j) = (Int(first[pair]), Int(second[pair]))
      let old = start[i] - start[j]
      let new = theta[i] - theta[j]
      sum += score[pair] * change(old, new) + (battles[pair] - score[pair]) * change(-old, -new)
    }
    if prior > 0 {
      for (old, new) in zip(start, theta) {
        sum += 0.5 * prior * (change(old, new) + change(-old, -new))
      }
    }
    if let rescue {
      for (old, new) in zip(rescueGaps(rescue, start), rescueGaps(rescue, theta)) {
        sum += 0.5 * rescue.weight * (change(old, new) + change(-old, -new))
      }
    }
    return sum
  }

  /// ln σ(new) − ln σ(old): −ln(1 + σ(−old)·(e^(old − new) − 1)), where no exponential can overflow.
  private static func logisticChange(_ old: Double, _ new: Double) -> Double {
    guard (new - old).magnitude < 1 else {
      return LogOdds.logProbability(new) - LogOdds.logProbability(old)
    }
    return -LibM.log1p(shares(old).second * LibM.expm1(old - new))
  }
}
