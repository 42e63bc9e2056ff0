public import Battles
public import EloNumerics
package import KernelTypes
import Kernels
import SafeText

extension Estimate {
  /// Fits battles, which are all used but for those of a model against itself.
  ///
  /// - Parameters:
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
  ) -> [Warning] {
    var warnings: [Warning] = []
    if let warning = provisionalWarning(roster, reasons, battles, clusters?.summary, options) {
      warnings.append(warning)
    }
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
  private static func degenerateWarning(_ replicates: Replicates, _ roster: Roster) -> Warning {
    let lost = roster.names.indices.filter { replicates.separations[$0] > 0 }.sorted {
      (replicates.separations[$1], $0) < (replicates.separations[$0], $1)
    }
    let names = lost.prefix(3).map { "\(roster.names[$0]) in \(replicates.separations[$0])" }
    let more = lost.count > 3 ? " and \(lost.count - 3) more" : ""
    let it = lost.count == 1 ? "it was" : "those models alone were"
    return Warning(
      .degenerateReplicates,
      "In \(replicates.degenerateCount) of \(replicates.count) resamples models lost touch with the "
        + "others, having won or lost nothing against them (\(names.joined(separator: ", "))\(more)); "
        + "\(it) given half a virtual battle there.")
  }

  /// Who is not ranked, and why.
  private static func provisionalWarning(
    _ roster: Roster, _ reasons: [ProvisionalReason?], _ battles: [Int],
    _ clusters: ClusterSummary?,
    _ options: EstimateOptions
  ) -> Warning? {
    let parts = ProvisionalReason.allCases.compactMap { reason -> (count: Int, text: String)? in
      let models = reasons.indices.filter { reasons[$0] == reason }
      guard !models.isEmpty else { return nil }
      let names = models.prefix(Mention.most).map {
        let count = "\(battles[$0]) \(battles[$0] == 1 ? "battle" : "battles")"
        return "\(Mention.name(roster.names[$0])) (\(count))"
      }
      let list = Mention.list(names, of: models.count)
      return (models.count, "for \(words(reason, clusters, options)): \(list)")
    }
    let count = parts.reduce(0) { $0 + $1.count }
    guard count > 0 else { return nil }
    return Warning(
      .provisionalModels,
      "\(count) of \(roster.count) models \(count == 1 ? "is" : "are") not ranked, "
        + parts.map(\.text).joined(separator: "; ") + ".")
  }

  private static func words(
    _ reason: ProvisionalReason, _ clusters: ClusterSummary?, _ options: EstimateOptions
  ) -> String {
    let name = clusters?.name ?? "cluster"
    return switch reason {
    case .fewBattles: "fewer than \(options.provisionalBelow) battles"
    case .weakLinks:
      "fewer than \(FirmTies.leastBattles) battles that link them to the others both ways, won and lost"
    case .hardlyDecided: "fewer than \(FirmTies.leastBattles) battles that are no ties"
    case .fewClusters:
      "battles in fewer than \(leastClusters(of: clusters?.count ?? 0)) clusters of \(Mention.quoted(name))"
    case .equalClusters:
      "verdicts that cancel in every cluster of \(Mention.quoted(name)), so that no error shows"
    case .fewEffectiveClusters:
      "fewer than \(Int(leastEffectiveClusters)) effective clusters of \(Mention.quoted(name))"
    case .unrankedOnBoard: "too few votes on the board"
    }
  }
}
