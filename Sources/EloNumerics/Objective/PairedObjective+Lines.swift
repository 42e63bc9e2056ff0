/// What Newton's method and profiles ask of the objective along a line θ + t·step.
extension PairedObjective {
  /// Each term of half wins is n·ln σ of a gap, for which |f‴| ≤ |f″| times the change of the gap (Bach,
  /// Electronic Journal of Statistics 4 (2010) 384). That of a multinomial logit is bounded by the largest
  /// change of one exponent against another.
  func largestChange(along step: [Double]) -> Double {
    var largest = 0.0
    for row in 0..<design.rowCount {
      let change = predictors(row, step)
      let position = change.position.magnitude
      let ofRow =
        switch link.ties {
        case .halfWin: position
        case .davidson:
          max(position, 0.5 * position + max(change.tie.magnitude, change.bothBad.magnitude))
            + (link.isBothBadApart ? min(change.tie.magnitude, change.bothBad.magnitude) : 0)
        case .raoKupper: max(position + change.tie.magnitude, change.bothBad.magnitude)
        }
      largest = max(largest, ofRow)
    }
    for penalty in penalties {
      largest = max(largest, penalty.largestChange(step, strengths: design.modelCount))
    }
    return largest
  }

  func slope(at parameters: [Double], along step: [Double]) -> Double {
    var sum = 0.0
    for row in 0..<design.rowCount {
      let change = predictors(row, step)
      let terms = link.terms(predictors(row, parameters), outcomes.sums[row])
      sum +=
        terms.slope.x * change.position + terms.slope.y * change.tie
        + terms.slope.z * change.bothBad
    }
    for penalty in penalties {
      sum += penalty.slope(at: parameters, along: step, strengths: design.modelCount)
    }
    return sum
  }

  /// For 10¹² battles the difference of two objectives would be rounding.
  func gain(from start: [Double], to end: [Double]) -> Double {
    var sum = 0.0
    for row in 0..<design.rowCount {
      if link == .halfWin {
        let old = design.predictor(row, start)
        let new = design.predictor(row, end)
        let (battles, score) = (outcomes.weight(row), outcomes.score(row))
        sum +=
          score * LogOdds.change(old, new) + (battles - score) * LogOdds.change(-old, -new)
      } else {
        let (old, new) = (predictors(row, start), predictors(row, end))
        sum +=
          link.terms(new, outcomes.sums[row]).value - link.terms(old, outcomes.sums[row]).value
      }
    }
    for penalty in penalties {
      sum += penalty.gain(from: start, to: end, strengths: design.modelCount)
    }
    return sum
  }

  /// That of the weighted Laplacian which the information of half wins is.
  func stepWithoutFactor(_ derivatives: Derivatives, at parameters: [Double]) -> [Double]? {
    guard link == .halfWin, design.isPlain else { return nil }
    var ground = [Double](repeating: 0, count: design.modelCount)
    for penalty in penalties {
      guard case .phantom(let weight) = penalty else { return nil }
      for model in ground.indices {
        let (p, q) = LogOdds.shares(parameters[model])
        ground[model] += weight * (p * q)
      }
    }
    return derivatives.information.laplacianSolution(ground: ground, derivatives.gradient)
  }
}
