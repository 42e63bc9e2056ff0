public import Battles
import EloNumerics
package import KernelTypes
import Kernels

/// By how much the clusters of battles widen the errors of ratings beyond those of independent battles.
///
/// The design effect of survey statistics (Kish, Survey Sampling, 1965, section 5.4) of each rating: its
/// variance by clusters over its variance by battles, both as sandwiches of one fit.
public struct DesignEffect: Sendable, Equatable {
  /// The median over the ranked models, the upper one of the middle two.
  public let ratio: Double
  /// The clusters that have battles.
  public let clusters: Int
  /// The ranked models.
  public let models: Int

  /// The effect of the clusters of `cells`; `nil` where they have none, where they have no finite fit or fewer
  /// than two ranked models, and where clusters are so few, or so uneven, that they would leave no model
  /// ranked.
  ///
  /// - Complexity: that of `fitBradleyTerry` with clusters.
  public init?(of cells: Cells, options: EstimateOptions = EstimateOptions()) {
    self.init(of: cells, options: options, kernels: .baseline)
  }

  /// The same with injected kernels.
  package init?(of cells: Cells, options: EstimateOptions, kernels: KernelTable) {
    let cells = cells.withoutSelfBattles
    guard cells.clusters != nil,
      let fit = try? fitBradleyTerry(cells, options: options.fit, kernels: kernels),
      let clusters = fit.clusters, clusters.clusterCount >= Self.leastClusters
    else { return nil }
    var reasons = Estimate.provisional(fit, cells, cells.battlesByModel, options)
    if clusters.clusterCount < Self.manyClusters {
      reasons = Estimate.withFewEffectiveClusters(reasons, EffectiveClusters(fit))
    }
    let ranked = reasons.indices.filter { reasons[$0] == nil }
    guard ranked.count >= 2 else { return nil }
    let weights = Gauge.meanOfEstablished.weights(
      isEstablished: reasons.map { $0 == nil }, battles: [])
    let gauged = fit.gauged(FitGauge(weights: weights))
    let clustered = gauged.covariance(.sandwich)
    let single = gauged.covariance(.sandwichOfBattles)
    let ratios = ranked.compactMap { model -> Double? in
      single.variance(model) > 0 ? clustered.variance(model) / single.variance(model) : nil
    }
    guard !ratios.isEmpty else { return nil }
    ratio = ClusterWorth.median(ratios)
    self.clusters = clusters.clusterCount
    models = ranked.count
  }

  /// Fewer clusters tell hardly anything of how much they differ; see `Estimate.leastClusters`.
  private static let leastClusters = 10
  /// So many clusters are not looked at one by one: they leave models ranked.
  private static let manyClusters = 1000
}
