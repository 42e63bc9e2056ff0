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
    var kept = SymmetricMatrix(zeros: counts.modelCount)
    var added = PairTallies(counts)
    for pair in 0..<old.counts.pairCount {
      let (i, j) = (Int(old.counts.first[pair]), Int(old.counts.second[pair]))
      kept.addPair(
        place[i], place[j],
        PairTallies.Tally(old.counts, pair)
          .squaredResiduals(old.expectedScore(i, j)))
      added.remove(PairTallies.Tally(old.counts, pair), place[i], place[j])
    }
    var new = SymmetricMatrix(zeros: counts.modelCount)
    for pair in 0..<counts.pairCount {
      let (i, j) = (Int(counts.first[pair]), Int(counts.second[pair]))
      new.addPair(i, j, added.tallies[pair].squaredResiduals(expectedScore(i, j)))
    }
    var sum = kept.sandwiched(by: change, kernels: kernels)
    let rest = new.sandwiched(by: bread, kernels: kernels)
    for index in sum.storage.indices { sum.storage[index] += rest.storage[index] }
    return sum
  }

  private var centredInverse: SymmetricMatrix {
    let share = 1 / Double(counts.modelCount)
    return inverseInformation.centred(by: [Double](repeating: share, count: counts.modelCount))
  }

  private func expectedScore(_ i: Int, _ j: Int) -> Double {
    1 / (1 + LibM.exp(logStrength[j] - logStrength[i]))
  }
}

/// The battles of each pair, from which others can be taken away.
private struct PairTallies {
  /// Battles of one pair.
  struct Tally {
    var firstWins, secondWins, ties: Int

    init(_ counts: PairCounts, _ pair: Int) {
      firstWins = counts.firstWins[pair]
      secondWins = counts.secondWins[pair]
      ties = counts.ties[pair]
    }

    /// The sum of (y − p)² where the first model is expected to score p.
    func squaredResiduals(_ p: Double) -> Double {
      Double(firstWins) * (1 - p) * (1 - p) + Double(secondWins) * p * p
        + Double(ties) * (0.5 - p) * (0.5 - p)
    }
  }

  private(set) var tallies: [Tally]
  private let counts: PairCounts

  init(_ counts: PairCounts) {
    self.counts = counts
    tallies = (0..<counts.pairCount).map { Tally(counts, $0) }
  }

  /// Takes the battles of the pair (i, j), in that order, away.
  mutating func remove(_ tally: Tally, _ i: Int, _ j: Int) {
    precondition(i < j, "rosters are in one order")
    var (low, high) = (Int(counts.start[i]), Int(counts.start[i + 1]))
    while low < high {
      let middle = (low + high) / 2
      if Int(counts.second[middle]) < j { low = middle + 1 } else { high = middle }
    }
    precondition(
      low < Int(counts.start[i + 1]) && Int(counts.second[low]) == j, "old battles are in the new")
    tallies[low].firstWins -= tally.firstWins
    tallies[low].secondWins -= tally.secondWins
    tallies[low].ties -= tally.ties
    precondition(
      min(tallies[low].firstWins, tallies[low].secondWins, tallies[low].ties) >= 0,
      "old battles are in the new")
  }
}
