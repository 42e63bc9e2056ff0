import EloNumerics

/// What clusters do to an estimate: who can be ranked, which covariance provisional models have, what
/// studentised ratings are compared with, and what the reader is warned of.
extension Estimate {
  /// Fewer effective clusters than these leave open how much clusters differ: with two of them an
  /// interval takes eighteen standard errors.
  static let leastEffectiveClusters = 3.0

  /// Marks models whose ratings rest on fewer than `leastEffectiveClusters`, among those that nothing else
  /// speaks against.
  ///
  /// A rating is against the mean of those that are ranked, which a model that hardly any cluster tells of
  /// takes its own share of. So the half of those below that have the fewest go first, and the others are
  /// looked at again without them.
  ///
  /// - Complexity: that of `EffectiveClusters.ofRatings` log₂ K times for K models at the most.
  static func withFewEffectiveClusters(
    _ reasons: [ProvisionalReason?], _ effective: EffectiveClusters?
  ) -> [ProvisionalReason?] {
    guard let effective else { return reasons }
    var reasons = reasons
    while true {
      let isLeft = reasons.map { $0 == nil }
      guard isLeft.contains(true) else { return reasons }
      let numbers = effective.ofRatings(
        centredBy: Gauge.meanOfEstablished.weights(isEstablished: isLeft, battles: []))
      let below = isLeft.indices
        .filter { isLeft[$0] && numbers[$0] < leastEffectiveClusters }
        .sorted { (numbers[$0], $0) < (numbers[$1], $1) }
      guard !below.isEmpty else { return reasons }
      for model in below.prefix((below.count + 1) / 2) { reasons[model] = .fewEffectiveClusters }
    }
  }

  /// The covariance that the model implies, for battles that are independent; `nil` where no provisional
  /// model needs it, as nothing else tells of its error. Where they came in clusters
  /// it is widened by as much as those widen the variance of a ranked model on average, but never narrowed:
  /// of a provisional model's own clusters too little is known.
  static func modelCovariance(
    _ fit: Fit, _ covariance: Covariance, _ reasons: [ProvisionalReason?]
  ) -> Covariance? {
    guard reasons.contains(where: { $0?.hidesError ?? false }) else { return nil }
    let model = fit.covariance(.modelBased)
    guard fit.clusters != nil, case .dense(let matrix) = model else { return model }
    let single = fit.covariance(.sandwichOfBattles)
    let ranked = reasons.indices.filter { reasons[$0] == nil }
    let models = ranked.isEmpty ? Array(reasons.indices) : ranked
    let clustered = models.reduce(0) { $0 + covariance.variance($1) }
    let independent = models.reduce(0) { $0 + single.variance($1) }
    guard independent > 0 else { return model }
    return .dense(matrix.scaled(by: max(1, clustered / independent)))
  }

  /// In how many of `count` clusters a model must have battles. A variance across fewer than ten is not
  /// worth calling one: with ten it is still 10% too small, and known to 47%. Where there are no ten, it
  /// takes all of them.
  static func leastClusters(of count: Int) -> Int { min(10, count) }

  /// The number of clusters below which readers are warned (Cameron and Miller, Journal of Human Resources
  /// 50 (2015) 317, section VI).
  private static let fewClusters = 50

  /// A warning where clusters are few, or so uneven that they are worth few.
  static func few(
    _ clusters: ClusterSummary, _ worth: ClusterWorth?, _ ranked: [Int]
  ) -> [EstimateWarning] {
    let typical =
      worth.flatMap { worth in
        ranked.isEmpty ? nil : ClusterWorth.median(ranked.map { worth.ofRating($0) })
      } ?? Double(clusters.count)
    if clusters.count < fewClusters { return [.fewClusters(clusters, below: fewClusters)] }
    return typical < Double(fewClusters)
      ? [.unevenClusters(clusters, equalOnes: typical, below: fewClusters)] : []
  }
}
