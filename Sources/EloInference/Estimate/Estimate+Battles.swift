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
    if case .anchored(let model, _) = gauge, isProvisional[model], isProvisional.contains(false) {
      throw .provisionalAnchor(roster.names[model], battles: battles[model])
    }
    let effective = fit.effectiveClusters()
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
    degreesOfFreedom =
      method == .sandwich
      ? Self.degreesOfFreedom(effective, isProvisional, clusters?.count ?? 0) : nil
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
    warnings = Self.warnings(
      roster, isProvisional, battles, replicates,
      clusters.map { (summary: $0, effective: effective ?? []) }, options)
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
    let least = leastClusters(of: fit.clusters?.clusterCount ?? 0)
    let isAlike = fit.clusters.map { _ in modelsOfEqualClusters(fit) }
    return battles.indices.map {
      battles[$0] < options.provisionalBelow || !core.contains($0)
        || decided[$0] < FirmTies.leastBattles
        || (clusters?[$0] ?? .max) < least || isAlike?[$0] ?? false
    }
  }

  private static func warnings(
    _ roster: Roster, _ isProvisional: [Bool], _ battles: [Int], _ replicates: Replicates?,
    _ clusters: (summary: ClusterSummary, effective: [Double])?, _ options: EstimateOptions
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
        ", or battles in fewer than \(leastClusters(of: $0.summary.count)) clusters of "
          + "'\($0.summary.name)' or alike in all of them"
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
    if let clusters { warnings += few(clusters.summary, clusters.effective, isProvisional) }
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
