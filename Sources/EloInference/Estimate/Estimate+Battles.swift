public import Battles
public import EloNumerics
package import KernelTypes
import Kernels

extension Estimate {
  /// Fits battles, which are all used but for those of a model against itself.
  ///
  /// - Parameters:
  ///   - cells: the battles.
  ///   - options: how they become an estimate.
  ///   - progress: called with how far the bootstrap has come.
  ///   - cancellation: asks the bootstrap to stop.
  /// - Throws: as `init(_:options:progress:cancellation:)`.
  public init(
    battles cells: Cells, options: EstimateOptions = EstimateOptions(),
    progress: ProgressHandler? = nil, cancellation: Cancellation? = nil
  ) throws(EstimateError) {
    try self.init(
      SelectedBattles(cells), options: options, progress: progress, cancellation: cancellation)
  }

  /// Fits the battles that were selected.
  ///
  /// Battles that came in clusters are resampled by cluster, and have the cluster-robust covariance; the
  /// Wald interval takes them as independent all the same. Battles outside of the chosen group with models
  /// of it tell who else may be the best.
  ///
  /// - Parameters:
  ///   - selected: the battles that enter, with what was left out.
  ///   - options: how they become an estimate.
  ///   - progress: called with how far the bootstrap has come.
  ///   - cancellation: asks the bootstrap to stop.
  /// - Throws: `EstimateError.fit`, `.unknownModel` (an anchor that does not occur), `.provisionalAnchor`
  ///   and `.oneCluster`.
  /// - Complexity: that of `fitBradleyTerry` and `Fit.bootstrap`.
  public init(
    _ selected: SelectedBattles, options: EstimateOptions = EstimateOptions(),
    progress: ProgressHandler? = nil, cancellation: Cancellation? = nil
  ) throws(EstimateError) {
    try self.init(
      selected, options: options, kernels: .baseline, progress: progress,
      cancellation: cancellation)
  }

  /// The same with injected kernels.
  package init(
    battles cells: Cells, options: EstimateOptions, kernels: KernelTable
  ) throws(EstimateError) {
    try self.init(SelectedBattles(cells), options: options, kernels: kernels)
  }

  /// The same of selected battles.
  package init(
    _ selected: SelectedBattles, options: EstimateOptions, kernels: KernelTable,
    progress: ProgressHandler? = nil, cancellation: Cancellation? = nil
  ) throws(EstimateError) {
    precondition(options.interval != .published, "battles have no published interval")
    let cells = selected.cells.withoutSelfBattles
    let roster = cells.roster
    let gauge = try Self.gauge(options.centre, options.scale, roster)
    let clusters = cells.clusters.map {
      ClusterSummary(name: options.clusterName, count: $0.count)
    }
    if clusters?.count == 1 { throw .oneCluster(options.clusterName) }
    let battles = cells.battlesByModel
    let fitted: Fit
    let effective: EffectiveClusters?
    let reasons: [ProvisionalReason?]
    let isProvisional: [Bool]
    var replicates: Replicates?
    do throws(FitError) {
      fitted = try fitBradleyTerry(cells, options: options.fit, kernels: kernels)
      effective = EffectiveClusters(fitted)
      reasons = Self.withFewEffectiveClusters(
        Self.provisional(fitted, cells, battles, options), effective)
      isProvisional = reasons.map { $0 != nil }
      // Resamples speak of ranked models only.
      if isProvisional.contains(false), options.interval.isBootstrap || options.needsReplicates {
        replicates = try fitted.bootstrap(
          options.bootstrap, progress: progress, cancellation: cancellation)
      }
    } catch {
      throw .fit(error, roster)
    }
    if case .anchored(let model, _) = gauge, isProvisional[model], isProvisional.contains(false) {
      throw .provisionalAnchor(roster.names[model], battles: battles[model])
    }
    let weights = gauge.weights(isEstablished: isProvisional.map { !$0 }, battles: battles)
    let fit = fitted.gauged(FitGauge(weights: weights, target: gauge.target))

    self.roster = roster
    logStrength = fit.logStrength
    let method: CovarianceMethod = options.interval == .wald ? .wald : .sandwich
    let covariance = fit.covariance(method)
    self.covariance = covariance
    let pull = PriorPull(fitted, cells, isProvisional, weights, covariance)
    modelCovariance = Self.modelCovariance(fit, covariance, reasons)
    let worth = effective.map { ClusterWorth($0, weights, reasons) }
    clusterWorth = method == .sandwich ? worth : nil
    // Without replicates nothing is ranked, and all intervals come from the model.
    let needsReplicates = options.interval.isBootstrap
    interval = needsReplicates && replicates == nil ? .sandwich : options.interval
    self.replicates = replicates?.centred(by: weights, target: gauge.target)
    self.isProvisional = isProvisional
    provisionalReason = reasons
    scale = options.scale
    let summary = FitSummary(
      battles: cells.battleCount, ties: selected.ties, bothBad: selected.bothBad,
      dropped: selected.dropped, gauge: gauge, prior: options.fit.prior, objective: fit.objective,
      iterations: fit.iterations, gradientNorm: fit.gradientNorm, clusters: clusters,
      priorPull: pull, waysToRank: Self.waysToRank(fitted, cells, reasons, battles, options))
    origin = .battles(BattleRecord(summary: summary, fit: fit, cells: cells))
    openModels = OpenModels(fitted, cells, selected.outside, reasons, battles, options)
    warnings =
      Self.warnings(
        roster, reasons, battles, replicates,
        clusters.map { (summary: $0, worth: worth) }, options)
      + Self.soleWarning(roster, reasons, gauge)
      + (summary.priorPull.flatMap { $0.warning(roster, options) }.map { [$0] } ?? [])
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

  /// Why models are not ranked, those with few battles first: others that too few battles link to the
  /// largest group, and those with hardly any decided battle; likewise those with few clusters.
  ///
  /// The rule looks at the battles alone: neither the interval method, nor the seed, nor a prior
  /// changes who is ranked.
  static func provisional(
    _ fit: Fit, _ cells: Cells, _ battles: [Int], _ options: EstimateOptions
  ) -> [ProvisionalReason?] {
    let core = FirmTies(fit.counts).core
    let decided = cells.decidedBattles
    let clusters = fit.clusters?.clustersByModel(fit.counts)
    let least = leastClusters(of: fit.clusters?.clusterCount ?? 0)
    let isAlike = fit.hasEqualClusters()
    return battles.indices.map {
      if battles[$0] < options.provisionalBelow { return .fewBattles }
      if !core.contains($0) { return .weakLinks }
      if decided[$0] < FirmTies.leastBattles { return .hardlyDecided }
      if (clusters?[$0] ?? .max) < least { return .fewClusters }
      return isAlike?[$0] ?? false ? .equalClusters : nil
    }
  }

  private static func warnings(
    _ roster: Roster, _ reasons: [ProvisionalReason?], _ battles: [Int], _ replicates: Replicates?,
    _ clusters: (summary: ClusterSummary, worth: ClusterWorth?)?, _ options: EstimateOptions
  ) -> [EstimateWarning] {
    var warnings: [EstimateWarning] = []
    let groups = provisionalGroups(roster, reasons, battles, clusters?.summary, options)
    if !groups.isEmpty { warnings.append(.provisionalModels(groups, of: roster.count)) }
    if let clusters {
      warnings += few(
        clusters.summary, clusters.worth, reasons.indices.filter { reasons[$0] == nil })
    }
    if let replicates, replicates.degenerateCount > 0 {
      warnings.append(degenerateWarning(replicates, roster))
    }
    return warnings
  }

  /// Which models lost touch with the others in resamples, those first that did most often.
  private static func degenerateWarning(
    _ replicates: Replicates, _ roster: Roster
  ) -> EstimateWarning {
    let lost = roster.names.indices.filter { replicates.separations[$0] > 0 }.sorted {
      (replicates.separations[$1], $0) < (replicates.separations[$0], $1)
    }
    return .degenerateReplicates(
      count: replicates.degenerateCount, resamples: replicates.count,
      models: lost.map { .init(name: roster.names[$0], replicates: replicates.separations[$0]) })
  }

  /// Who is not ranked, and why.
  private static func provisionalGroups(
    _ roster: Roster, _ reasons: [ProvisionalReason?], _ battles: [Int],
    _ clusters: ClusterSummary?, _ options: EstimateOptions
  ) -> [ProvisionalGroup] {
    ProvisionalReason.allCases.compactMap { reason in
      let models = reasons.indices.filter { reasons[$0] == reason }
      guard !models.isEmpty else { return nil }
      return ProvisionalGroup(
        rule(reason, clusters, options),
        models.map { .init(name: roster.names[$0], battles: battles[$0]) })
    }
  }

  private static func rule(
    _ reason: ProvisionalReason, _ clusters: ClusterSummary?, _ options: EstimateOptions
  ) -> ProvisionalGroup.Rule {
    let name = clusters?.name ?? "cluster"
    return switch reason {
    case .fewBattles: .fewBattles(below: options.provisionalBelow)
    case .weakLinks: .weakLinks(below: FirmTies.leastBattles)
    case .hardlyDecided: .hardlyDecided(below: FirmTies.leastBattles)
    case .fewClusters: .fewClusters(below: leastClusters(of: clusters?.count ?? 0), of: name)
    case .equalClusters: .equalClusters(of: name)
    case .fewEffectiveClusters: .fewEffectiveClusters(below: leastEffectiveClusters, of: name)
    case .unrankedOnBoard: .unrankedOnBoard
    }
  }
}
