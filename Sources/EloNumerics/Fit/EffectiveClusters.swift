/// How many equal clusters would tell as much of a model's variance as those that there are.
///
/// The clustered variance is a sum of squares, one a cluster, that are worth the more the more battles a
/// cluster has: with one judge of a thousand verdicts and a hundred of ten it rests on little more than
/// that one, whatever their number.
extension Fit {
  /// (Σ γ)² / Σ γ² by model, γ the expected squares of its clusters: Satterthwaite's degrees of freedom
  /// (Biometrics Bulletin 2 (1946) 110), as Bell and McCaffrey (Survey Methodology 28 (2002) 169) and
  /// Carter, Schnepel and Steigerwald (Review of Economics and Statistics 99 (2017) 698) use them.
  ///
  /// γ = a + κ·a² for clusters whose battles contribute a = Σ w·(cᵀH⁺x)² as independent ones, c the
  /// model against the mean of all: what battles of one cluster have in common grows with the square of
  /// their number. κ is as large as the variance by clusters exceeds that of independent battles, and
  /// not below 0. `nil` without clusters.
  ///
  /// - Complexity: O(K·entries + K³), entries those of pairs in clusters.
  package func effectiveClusters() -> [Double]? {
    guard let clusters else { return nil }
    let models = counts.modelCount
    let inverse = inverseInformation.centred(
      by: [Double](repeating: 1 / Double(models), count: models))
    let weight = (0..<counts.pairCount).map { pair in
      let gap = logStrength[Int(counts.first[pair])] - logStrength[Int(counts.second[pair])]
      let p = 1 / (1 + LibM.exp(-gap))
      return p * (1 - p)
    }
    var sums = [PowerSums](repeating: PowerSums(), count: models)
    var share = [Double](repeating: 0, count: models)
    for cluster in 0..<clusters.clusterCount {
      for model in 0..<models { share[model] = 0 }
      for entry in clusters.entries(cluster) {
        let pair = Int(clusters.pair[entry])
        let (i, j) = (Int(counts.first[pair]), Int(counts.second[pair]))
        let information = Double(clusters.battles[entry]) * weight[pair]
        for model in 0..<models {
          // The matrix is symmetric: a row is read, and not a column.
          let reach = inverse[i, model] - inverse[j, model]
          share[model] += information * reach * reach
        }
      }
      for model in 0..<models { sums[model].add(share[model]) }
    }
    let clustered = covariance(.sandwich)
    let single = covariance(.sandwichOfBattles)
    return (0..<models).map { model in
      let ratio =
        single.variance(model) > 0 ? clustered.variance(model) / single.variance(model) : 1
      return sums[model].effective(excess: max(0, ratio - 1))
    }
  }
}

extension Fit {
  /// Whether each model's own score all but vanishes in every cluster, as that of judges who give each side
  /// one win: its variance across clusters is 0, or rounding's, and says nothing. `nil` without clusters.
  ///
  /// - Complexity: O(K² + entries).
  package func hasEqualClusters() -> [Bool]? {
    guard let clusters else { return nil }
    let squares = ScoreParts(self).squaresOfClusters(clusters).diagonal
    var information = [Double](repeating: 0, count: counts.modelCount)
    for pair in 0..<counts.pairCount {
      let (i, j) = (Int(counts.first[pair]), Int(counts.second[pair]))
      let p = 1 / (1 + LibM.exp(logStrength[j] - logStrength[i]))
      let weight = Double(counts.battles(pair)) * p * (1 - p)
      information[i] += weight
      information[j] += weight
    }
    return zip(squares, information).map { $0 <= 1e-9 * $1 }
  }
}

/// The sums of the first four powers of some numbers.
private struct PowerSums {
  private var first = 0.0
  private var second = 0.0
  private var third = 0.0
  private var fourth = 0.0

  mutating func add(_ value: Double) {
    let square = value * value
    first += value
    second += square
    third += square * value
    fourth += square * square
  }

  /// (Σ γ)² / Σ γ² of γ = a + κ·a², κ such that Σ κ·a² is `excess` times Σ a.
  func effective(excess: Double) -> Double {
    guard second > 0 else { return 1 }
    let kappa = excess * first / second
    let sum = first + kappa * second
    return sum * sum / (second + 2 * kappa * third + kappa * kappa * fourth)
  }
}
