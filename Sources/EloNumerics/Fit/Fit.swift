public import Battles
package import KernelTypes
import Kernels

/// A Bradley–Terry model fitted to battles, ties as half wins. Models are indexed by roster id.
public struct Fit: Sendable {
  /// What was estimated: log-strengths by id first.
  public let parameters: [FitParameter]
  /// The value of each parameter, in natural log-odds; log-strengths are in the gauge.
  public let values: [Double]
  /// What is fixed of the log-strengths; the mean of all models, where nothing else was asked for.
  public let gauge: FitGauge
  /// The log-likelihood without constants, ties as half wins, with the prior's part.
  public let objective: Double
  /// The gradient's largest entry at the end, in battles.
  public let gradientNorm: Double
  /// Newton steps taken.
  public let iterations: Int
  /// The options of the fit.
  public let options: FitOptions
  /// The battles by pair that were fitted.
  package let counts: PairCounts
  /// The same by cluster; `nil` where battles count as independent.
  package let clusters: ClusterCounts?
  /// What was maximised.
  let terms: PairedObjective
  /// The inverse of the information up to a multiple of 11ᵀ; see `Maximum`.
  package let inverseInformation: SymmetricMatrix
  /// The log-strengths before centring: with a prior, its opponent is at 0.
  package let uncentred: [Double]
  /// The inner loops in use.
  package let kernels: KernelTable

  /// Natural log-odds by model, in the gauge.
  public var logStrength: [Double] {
    values.count == counts.modelCount ? values : Array(values.prefix(counts.modelCount))
  }

  /// The same fit in another gauge: differences stay as they are.
  public func gauged(_ gauge: FitGauge) -> Fit {
    let models = counts.modelCount
    let offset = gauge.target - dot(gauge.weights, values)
    return Fit(
      parameters: parameters,
      values: values.indices.map { $0 < models ? values[$0] + offset : values[$0] }, gauge: gauge,
      objective: objective, gradientNorm: gradientNorm, iterations: iterations, options: options,
      counts: counts, clusters: clusters, terms: terms, inverseInformation: inverseInformation,
      uncentred: uncentred, kernels: kernels)
  }
}

/// Fits Bradley–Terry strengths to battles by maximum likelihood, a tie as half a win each way.
///
/// Battles of a model against itself do not enter. With ties this is an estimating equation and not
/// a likelihood: use the sandwich covariance.
///
/// - Throws: `FitError` where there are fewer than two models or too many, nothing but ties, or no
///   finite maximum.
/// - Complexity: O(pairs + K³) a Newton step, about seven of them, O(K²) memory.
public func fitBradleyTerry(_ cells: Cells, options: FitOptions = FitOptions()) throws(FitError)
  -> Fit
{
  try fitBradleyTerry(cells, options: options, kernels: .baseline)
}

/// The same with injected kernels.
package func fitBradleyTerry(_ cells: Cells, options: FitOptions, kernels: KernelTable)
  throws(FitError) -> Fit
{
  let counts = PairCounts(cells)
  let modelCount = counts.modelCount
  guard modelCount >= 2 else { throw .tooFewModels(modelCount) }
  guard modelCount <= FitOptions.modelLimit else {
    throw .tooManyModels(modelCount, limit: FitOptions.modelLimit)
  }
  guard counts.tieRate < 1 else { throw .allTies(battles: counts.battleCount) }
  if options.prior == 0, let separation = Separation(counts) { throw .separated(separation) }
  let largestBattles = counts.battlesByModel.max() ?? 0
  let terms = PairedObjective(counts, prior: options.prior)
  let maximum = try Maximum(
    terms, start: terms.start,
    tolerance: options.reachableTolerance(largestBattles: largestBattles),
    iterationLimit: options.iterationLimit, wantsInverse: true, kernels: kernels)
  guard let inverse = maximum.inverseInformation else {
    throw .notConverged(gradientNorm: maximum.gradientNorm, iterations: maximum.iterations)
  }
  let mean = maximum.parameters.reduce(0, +) / Double(modelCount)
  return Fit(
    parameters: terms.parameters, values: maximum.parameters.map { $0 - mean },
    gauge: .mean(of: modelCount), objective: maximum.value, gradientNorm: maximum.gradientNorm,
    iterations: maximum.iterations, options: options,
    counts: counts, clusters: ClusterCounts(cells, counts), terms: terms,
    inverseInformation: inverse, uncentred: maximum.parameters, kernels: kernels)
}
