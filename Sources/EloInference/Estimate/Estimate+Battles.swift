public import Battles
public import EloNumerics
package import KernelTypes
import Kernels

extension Estimate {
  /// Fits battles, which are all used but for those of a model against itself.
  ///
  /// - Parameter progress: told how far the bootstrap has come.
  /// - Throws: `EstimateError.fit` and `.unknownModel` (an anchor that does not occur).
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
    let fit: Fit
    var replicates: Replicates?
    do throws(FitError) {
      fit = try fitBradleyTerry(cells, options: options.fit, kernels: kernels)
      if options.interval.isBootstrap || options.needsReplicates {
        replicates = try fit.bootstrap(options.bootstrap, progress: progress)
      }
    } catch {
      throw .fit(error, roster)
    }
    let battles = cells.battlesByModel
    let isProvisional = Self.provisional(cells, battles, replicates, options)
    let weights = gauge.weights(isEstablished: isProvisional.map { !$0 }, battles: battles)
    let offset = gauge.target - zip(weights, fit.logStrength).reduce(0) { $0 + $1.0 * $1.1 }

    self.roster = roster
    logStrength = fit.logStrength.map { $0 + offset }
    let method: CovarianceMethod = options.interval == .wald ? .wald : .sandwich
    covariance = fit.covariance(method).centred(by: weights)
    modelCovariance =
      isProvisional.contains(true)
      ? fit.covariance(.modelBased).centred(by: weights) : nil
    interval = options.interval
    self.replicates = replicates?.centred(by: weights, target: gauge.target)
    self.isProvisional = isProvisional
    scale = options.scale
    let summary = FitSummary(
      battles: cells.battleCount, ties: options.ties, bothBad: options.bothBad, gauge: gauge,
      prior: options.fit.prior, objective: fit.objective, iterations: fit.iterations,
      gradientNorm: fit.gradientNorm)
    origin = .battles(BattleRecord(summary: summary, cells: cells))
    warnings = Self.warnings(roster, isProvisional, battles, replicates, options)
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

  /// Models with few battles, and those without a finite estimate in more than 1% of replicates.
  ///
  /// Without replicates the share is what it comes to for a model by itself: a replicate holds none
  /// of n battles with probability e⁻ⁿ, and a model separates where it keeps none of the battles it
  /// scored in, or none of those it conceded something in. A prior leaves no model without an
  /// estimate.
  private static func provisional(
    _ cells: Cells, _ battles: [Int], _ replicates: Replicates?, _ options: EstimateOptions
  ) -> [Bool] {
    let shares: [Double]
    if options.fit.prior > 0 {
      shares = battles.map { _ in 0 }
    } else if let replicates {
      shares = replicates.separations.map { Double($0) / Double(replicates.count) }
    } else {
      let (scored, conceded) = cells.scoredAndConceded
      shares = zip(scored, conceded).map { LibM.exp(-Double($0)) + LibM.exp(-Double($1)) }
    }
    return battles.indices.map {
      battles[$0] < options.provisionalBelow || shares[$0] > EstimateOptions.separationLimit
    }
  }

  private static func warnings(
    _ roster: Roster, _ isProvisional: [Bool], _ battles: [Int], _ replicates: Replicates?,
    _ options: EstimateOptions
  ) -> [Warning] {
    var warnings: [Warning] = []
    let provisional = isProvisional.indices.filter { isProvisional[$0] }
    if !provisional.isEmpty {
      let names = provisional.prefix(3).map { "\(roster.names[$0]) (\(battles[$0]) battles)" }
      let more = provisional.count > 3 ? " and \(provisional.count - 3) more" : ""
      let verb = provisional.count == 1 ? "is" : "are"
      let isFew = provisional.allSatisfy { battles[$0] < options.provisionalBelow }
      let few = "fewer than \(options.provisionalBelow) battles"
      let reason = isFew ? few : "\(few), or no finite estimate in over 1% of resamples"
      warnings.append(
        Warning(
          .provisionalModels,
          "\(provisional.count) of \(roster.count) models \(verb) not ranked, for \(reason): "
            + names.joined(separator: ", ") + more + "."))
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
