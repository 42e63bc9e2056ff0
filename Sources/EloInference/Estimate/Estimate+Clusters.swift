import Battles
import EloNumerics
import SafeText

/// What clusters do to an estimate: who can be ranked, which covariance provisional models have, what
/// studentised ratings are compared with, and what the reader is warned of.
extension Estimate {
  /// A provisional model's error does not come from its clusters.
  static func degreesOfFreedom(
    _ effective: [Double]?, _ isProvisional: [Bool], _ count: Int
  ) -> [Double]? {
    effective.map { effective in
      zip(effective, isProvisional).map { number, isProvisional in
        isProvisional ? Double(count - 1) : max(1, min(number, Double(count - 1)))
      }
    }
  }

  /// The covariance that the model implies, for battles that are independent. Where they came in clusters
  /// it is widened by as much as those widen the variance of a ranked model on average, but never narrowed:
  /// of a provisional model's own clusters too little is known.
  static func modelCovariance(
    _ fit: Fit, _ covariance: Covariance, _ isProvisional: [Bool], _ weights: [Double]
  ) -> Covariance {
    let model = fit.covariance(.modelBased).centred(by: weights)
    guard fit.clusters != nil, case .dense(let matrix) = model else { return model }
    let single = fit.covariance(.sandwichOfBattles).centred(by: weights)
    let ranked = isProvisional.indices.filter { !isProvisional[$0] }
    let models = ranked.isEmpty ? Array(isProvisional.indices) : ranked
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
    _ clusters: ClusterSummary, _ effective: [Double], _ isProvisional: [Bool]
  ) -> [Warning] {
    let ranked = zip(effective, isProvisional).filter { !$0.1 }.map(\.0).sorted()
    let typical = ranked.isEmpty ? Double(clusters.count) : ranked[ranked.count / 2]
    let head: String
    if clusters.count < fewClusters {
      head = "There are only \(clusters.count) clusters of \(Mention.quoted(clusters.name))"
    } else if typical < Double(fewClusters) {
      let worth = typical < 2 ? "one alone" : "\(Int(typical)) equal ones"
      head =
        "The \(clusters.count) clusters of \(Mention.quoted(clusters.name)) tell no more of the typical model than about "
        + "\(worth) would"
    } else {
      return []
    }
    return [
      Warning(
        .fewClusters,
        "\(head), and how much clusters differ is known only roughly from fewer than \(fewClusters). "
          + "Intervals and p-values allow for that by Student's t, and may be too narrow all the same."
      )
    ]
  }
}
