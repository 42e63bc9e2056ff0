/// How many equal clusters would tell as much of a contrast's variance as those that there are.
///
/// The clustered variance is a sum of squares, one a cluster, that are worth the more the more battles a
/// cluster has: with one judge of a thousand verdicts and a hundred of ten it rests on little more than
/// that one, whatever their number. What is worth how much depends on the contrast: two models that two
/// judges compared are told apart by those two, whoever compared them with the others.
///
/// It is (Σ γ)² / Σ γ², γ the expected squares of the clusters: Satterthwaite's degrees of freedom
/// (Biometrics Bulletin 2 (1946) 110), as Bell and McCaffrey (Survey Methodology 28 (2002) 169) and
/// Carter, Schnepel and Steigerwald (Review of Economics and Statistics 99 (2017) 698) use them. The one
/// that the estimated strengths take is not among them; see `ReferenceDistribution`.
///
/// γ = a + κ·a² for clusters whose battles contribute a = Σ w·(cᵀH⁺x)² as independent ones, c the
/// contrast: what battles of one cluster have in common grows with the square of their number. κ is as
/// large as the contrast's variance by clusters exceeds that of independent battles, and not below 0.
package struct EffectiveClusters: Sendable {
  let fit: Fit
  let clusters: ClusterCounts
  /// What one battle of each pair tells, p(1 − p).
  let information: [Double]
  private let clustered: Covariance
  private let single: Covariance

  /// `nil` for a fit without clusters.
  ///
  /// - Complexity: O(K³ + Σ m²) for K models and m of them in a cluster.
  package init?(_ fit: Fit) {
    guard let clusters = fit.clusters else { return nil }
    self.fit = fit
    self.clusters = clusters
    information = (0..<fit.terms.design.rowCount).map { row in
      let (p, q) = LogOdds.shares(fit.terms.design.predictor(row, fit.uncentred))
      return p * q
    }
    clustered = fit.covarianceUpToGauge(.sandwich)
    single = fit.covarianceUpToGauge(.sandwichOfBattles)
  }

  /// Those of each rating against the mean with these weights, by model.
  ///
  /// A rating that the gauge holds fixed has no error; 1 stands for it.
  ///
  /// - Parameter weights: one a model, summing to 1.
  /// - Complexity: O(K·entries + K²) for K models, entries those of pairs in clusters.
  package func ofRatings(centredBy weights: [Double]) -> [Double] {
    let models = fit.counts.modelCount
    // Row m of what is left of H⁺ is the influence on strength m, less what the mean takes.
    let inverse = fit.inverseInformation.centred(by: weights)
    let (clustered, single) = (clustered.centred(by: weights), single.centred(by: weights))
    var sums = [PowerSums](repeating: PowerSums(), count: models)
    var share = [Double](repeating: 0, count: models)
    for cluster in 0..<clusters.clusterCount {
      for model in 0..<models { share[model] = 0 }
      for entry in clusters.entries(cluster) {
        let pair = Int(clusters.pair[entry])
        let (i, j) = (Int(fit.counts.first[pair]), Int(fit.counts.second[pair]))
        let weight = Double(clusters.battles[entry]) * information[pair]
        for model in 0..<models {
          // The matrix is symmetric: a row is read, and not a column.
          let reach = inverse[i, model] - inverse[j, model]
          share[model] += weight * reach * reach
        }
      }
      for model in 0..<models { sums[model].add(share[model]) }
    }
    return (0..<models).map { model in
      sums[model].effective(
        excess: Self.excess(clustered.variance(model), over: single.variance(model)))
    }
  }

  /// By how much of itself the variance of a difference by clusters exceeds that of independent battles.
  func excessOfDifference(_ i: Int, _ j: Int) -> Double {
    Self.excess(
      clustered.varianceOfDifference(i, j), over: single.varianceOfDifference(i, j))
  }

  private static func excess(_ clustered: Double, over single: Double) -> Double {
    single > 0 ? max(0, clustered / single - 1) : 0
  }
}

/// The sums of the first four powers of some numbers.
struct PowerSums: Sendable {
  var first = 0.0
  var second = 0.0
  var third = 0.0
  var fourth = 0.0

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
