import KernelTypes

extension Fit {
  /// The covariance of this fit's log-strengths less those of a fit to a part of its battles.
  ///
  /// Var(new − old) = (H_new⁺ − H_old⁺)·S_old·(H_new⁺ − H_old⁺) + H_new⁺·S_added·H_new⁺: the old
  /// battles are in both fits and cancel in so far as both give them the same weight. Where squared
  /// residuals are what the model expects, S = H, this is V_old − V_new (Hausman, Econometrica 46
  /// (1978) 1251), which need not even be positive where tie rates differ between pairs.
  ///
  /// Residuals of old battles are those of the old fit, of added ones those of this fit.
  ///
  /// - Parameters:
  ///   - old: a fit with the same options.
  ///   - place: the id here of each of its models.
  /// - Returns: up to the gauge: differences between models of `old` are right as they are.
  /// - Precondition: of no pair does `old` have more wins, losses or ties than this fit.
  /// - Complexity: O(pairs + K³).
  package func covarianceOfChange(from old: Fit, place: [Int]) -> SymmetricMatrix {
    let bread = centredInverse
    let oldBread = old.centredInverse
    var change = bread
    for i in place.indices {
      for j in place.indices { change[place[i], place[j]] -= oldBread[i, j] }
    }
    let oldScores = old.terms.scores(old.uncentred).sumOfSquares()
    var kept = SymmetricMatrix(zeros: counts.modelCount)
    for i in place.indices {
      for j in place.indices { kept[place[i], place[j]] = oldScores[i, j] }
    }
    let added = PairedObjective(
      terms.design, terms.outcomes.subtracting(old.terms.outcomes, of: rows(of: old, place)))
    var sum = kept.sandwiched(by: change, kernels: kernels)
    let rest = added.scores(uncentred).sumOfSquares().sandwiched(by: bread, kernels: kernels)
    for index in sum.storage.indices { sum.storage[index] += rest.storage[index] }
    return sum
  }

  /// The row here of each row of an older fit.
  private func rows(of old: Fit, _ place: [Int]) -> [Int] {
    (0..<old.counts.pairCount).map { pair in
      let (i, j) = (place[Int(old.counts.first[pair])], place[Int(old.counts.second[pair])])
      precondition(i < j, "rosters are in one order")
      let row = counts.pair(of: Int32(i), Int32(j))
      precondition(
        row < Int(counts.start[i + 1]) && Int(counts.second[row]) == j, "old battles are in the new"
      )
      return row
    }
  }

  private var centredInverse: SymmetricMatrix {
    let share = 1 / Double(counts.modelCount)
    return inverseInformation.centred(by: [Double](repeating: share, count: counts.modelCount))
  }
}

extension Outcomes {
  /// What is left when the battles of `part`, whose rows are `rows` here, are taken away.
  ///
  /// - Precondition: all of them are here, each of weight 1.
  fileprivate func subtracting(_ part: Outcomes, of rows: [Int]) -> Outcomes {
    precondition(hasUnitWeights && part.hasUnitWeights, "battles are counted")
    var left = sums
    for (row, taken) in zip(rows, part.sums) {
      left[row] -= taken
      precondition(left[row].min() >= 0, "old battles are in the new")
    }
    return Outcomes(left)
  }
}
