public import Battles
public import EloNumerics
package import KernelTypes
import Kernels

extension Estimate {
  /// Fits battles, which are all used but for those of a model against itself.
  ///
  /// Battles that came in clusters are resampled by cluster, and have the cluster-robust covariance; the
  /// Wald interval takes them as independent all the same.
  ///
  /// - Parameter progress: told how far the bootstrap has come.
  /// - Throws: `EstimateError.fit`, `.unknownModel` (an anchor that does not occur) and `.oneCluster`.
  /// - Complexity: that of `fitBradleyTerry` and `Fit.bootstrap`.
  public init(
    battles cells: Cells, options: EstimateOptions = EstimateOptions(),
    progress: ProgressHandler? = nil
  ) throws(EstimateError) {
    try self.init(battles: cells, options: options, kernels: .baseline, progress: progress)
  }

  /// The same with injected kernels.
  package init(
    battles cells: Cells, options: EstimateOptions, kernels: KernelTable,
    progress: ProgressHandler? = nil
  ) throws(EstimateError) {
    precondition(options.interval != .published, "battles have no published interval")
    let cells = cells.withoutSelfBattles
    let roster = cells.roster
    let gauge = try Self.gauge(options.centre, options.scale, roster)
    let clusters = cells.clusters.map {
      ClusterSummary(name: options.clusterName, count: $0.count)
    }
    if clusters?.count == 1 { throw .oneCluster(options.clusterName) }
    let battles = cells.battlesByModel
    let fit: Fit
    let isProvisional: [Bool]
    var replicates: Replicates?
    do throws(FitError) {
      fit = try fitBradleyTerry(cells, options: options.fit, kernels: kernels)
      isProvisional = Self.provisional(fit, cells, battles, options)
      // Resamples speak of ranked models only.
      if isProvisional.contains(false), options.interval.isBootstrap || options.needsReplicates {
        replicates = try fit.bootstrap(options.bootstrap, progress: progress)
      }
    } catch {
      throw .fit(error, roster)
    }
    let weights = gauge.weights(isEstablished: isProvisional.map { !$0 }, battles: battles)
    let offset = gauge.target - zip(weights, fit.logStrength).reduce(0) { $0 + $1.0 * $1.1 }

    self.roster = roster
    logStrength = fit.logStrength.map { $0 + offset }
    let method: CovarianceMethod = options.interval == .wald ? .wald : .sandwich
    let covariance = fit.covariance(method).centred(by: weights)
    self.covariance = covariance
    modelCovariance =
      isProvisional.contains(true)
      ? Self.modelCovariance(fit, covariance, isProvisional, weights) : nil
    reference =
      clusters.map { .student(degreesOfFreedom: $0.count - 1) }.flatMap {
        method == .sandwich ? $0 : nil
      } ?? .normal
    correction =
      switch options.interval {
      case .bca where replicates != nil: .accelerations(fit.accelerations(centredBy: weights))
      case .profile: .profile(ProfileIntervals(fit, centredBy: weights, covariance: covariance))
      default: .none
      }
    // Without replicates nothing is ranked, and all intervals come from the model.
    let needsReplicates = options.interval.isBootstrap
    interval = needsReplicates && replicates == nil ? .sandwich : options.interval
    self.replicates = replicates?.centred(by: weights, target: gauge.target)
    self.isProvisional = isProvisional
    scale = options.scale
    let summary = FitSummary(
      battles: cells.battleCount, ties: options.ties, bothBad: options.bothBad, gauge: gauge,
      prior: options.fit.prior, objective: fit.objective, iterations: fit.iterations,
      gradientNorm: fit.gradientNorm, clusters: clusters)
    origin = .battles(BattleRecord(summary: summary, cells: cells))
    warnings = Self.warnings(roster, isProvisional, battles, replicates, clusters, options)
    self.kernels = kernels
  }

  private static func gauge(_ centre: Centre, _ scale: EloScale, _ roster: Roster)
    throws(EstimateError) -> Gauge
  {
    switch centre {
    case .models: return .meanOfEstablished
    case .battles: return .meanOfBattles
    case .anchor(let name, let rating):
      guard let model = roster.id(of: name) else { throw .unknownModel(name, known: roster) }
      return .anchored(model: model, logStrength: scale.logStrength(ofRating: rating))
    }
  }

  /// The covariance that the model implies, for battles that are independent. Where they came in clusters
  /// it is widened by as much as those widen the variance of a ranked model on average, but never narrowed:
  /// of a provisional model's own clusters too little is known.
  private static func modelCovariance(
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

  /// Models with few battles, those that too few battles tie to the largest group, and those with
  /// hardly any decided battle, whose squared residuals say nothing of the error; likewise those with few
  /// clusters, whose scores sum to nothing where there is one.
  ///
  /// The rule looks at the battles alone: neither the interval method, nor the seed, nor a prior
  /// changes who is ranked.
  private static func provisional(
    _ fit: Fit, _ cells: Cells, _ battles: [Int], _ options: EstimateOptions
  ) -> [Bool] {
    let core = FirmTies(fit.counts).core
    let decided = cells.decidedBattles
    let clusters = fit.clusters?.clustersByModel(fit.counts)
    return battles.indices.map {
      battles[$0] < options.provisionalBelow || !core.contains($0)
        || decided[$0] < FirmTies.leastBattles
        || (clusters?[$0] ?? .max) < leastClusters
    }
  }

  /// A variance across fewer clusters is not worth calling one: with ten it is still 10% too small, and
  /// known to 47%.
  private static let leastClusters = 10

  /// The number of clusters below which readers are warned (Cameron and Miller, Journal of Human Resources
  /// 50 (2015) 317, section VI).
  private static let fewClusters = 50

  private static func warnings(
    _ roster: Roster, _ isProvisional: [Bool], _ battles: [Int], _ replicates: Replicates?,
    _ clusters: ClusterSummary?, _ options: EstimateOptions
  ) -> [Warning] {
    var warnings: [Warning] = []
    let provisional = isProvisional.indices.filter { isProvisional[$0] }
    if !provisional.isEmpty {
      let names = provisional.prefix(3).map {
        "\(roster.names[$0]) (\(battles[$0]) \(battles[$0] == 1 ? "battle" : "battles"))"
      }
      let more = provisional.count > 3 ? " and \(provisional.count - 3) more" : ""
      let verb = provisional.count == 1 ? "is" : "are"
      let few = "fewer than \(options.provisionalBelow) battles"
      let isClustered = clusters.map {
        ", or battles in fewer than \(leastClusters) clusters of '\($0.name)'"
      }
      let weak =
        "fewer than \(FirmTies.leastBattles) that tie them to the others or are decided"
        + (isClustered ?? "")
      let tooFew = provisional.count { battles[$0] < options.provisionalBelow }
      let reason =
        tooFew == provisional.count ? few : tooFew == 0 ? weak : "\(few), or \(weak)"
      warnings.append(
        Warning(
          .provisionalModels,
          "\(provisional.count) of \(roster.count) models \(verb) not ranked, for \(reason): "
            + names.joined(separator: ", ") + more + "."))
    }
    if let clusters, clusters.count < fewClusters {
      warnings.append(
        Warning(
          .fewClusters,
          "There are only \(clusters.count) clusters of '\(clusters.name)', and how much they differ is "
            + "known only roughly from fewer than \(fewClusters): intervals may be too narrow, those by "
            + "resampling most of all. --ci sandwich allows for some of it."))
    }
    if let replicates, replicates.degenerateCount > 0 {
      warnings.append(
        Warning(
          .degenerateReplicates,
          "In \(replicates.degenerateCount) of \(replicates.count) resamples some models lost "
            + "touch with the others; those models alone were given half a virtual battle there."))
    }
    return warnings
  }
}
