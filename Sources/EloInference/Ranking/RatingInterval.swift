import Battles
public import EloNumerics

/// A rating's interval and standard error, on the rating scale.
public struct RatingInterval: Sendable, Equatable {
  /// The lower end.
  public let lower: Double
  /// The upper end.
  public let upper: Double
  /// The standard error: of the replicates for an interval of theirs.
  public let standardError: Double

  /// The interval of `model` by a method; a provisional model's comes from the model's own covariance
  /// whatever the method, and holds by itself.
  ///
  /// - Parameters:
  ///   - joint: of the intervals that hold together; `nil` for one that holds by itself.
  ///   - accelerations: of all models, where they are known already.
  /// - Throws: `EstimateError.noReplicates`, `.intervalNeedsBattles`, `.noAcceleratedInterval`,
  ///   `.tooFewReplicatesCorrected`, and `.fit(.notConverged)` from a profile.
  init(
    _ estimate: Estimate, _ model: Int, by method: IntervalMethod, level: Double,
    joint: SimultaneousRatings? = nil, accelerations: [Double]? = nil
  ) throws(EstimateError) {
    let isProvisional = estimate.isProvisional[model]
    let joint = isProvisional ? nil : joint
    let width =
      joint.map { $0.width(estimate, model) }
      ?? estimate.reference(model, of: method).quantile(1 - (1 - level) / 2)
    let rating = estimate.rating(model)
    let points = estimate.scale.pointsPerLogOdds
    let standardError = estimate.ratingStandardError(model, of: method)
    let normal = (lower: rating - width * standardError, upper: rating + width * standardError)
    switch method {
    case .published:
      guard case .published(let scores) = estimate.origin else {
        preconditionFailure("battles have no published interval")
      }
      (lower, upper) =
        scores.level == level && joint == nil ? (scores.lower[model], scores.upper[model]) : normal
      self.standardError = standardError
    case _ where isProvisional, .sandwich, .wald:
      (lower, upper) = normal
      self.standardError = standardError
    case .profile:
      guard case .battles(let record) = estimate.origin else { throw .intervalNeedsBattles(method) }
      do throws(FitError) {
        let ends = try ProfileIntervals(
          record.fit,
          variance: PriorPull.widened(estimate.covariance, by: record.summary.priorPull)
        ).ends(model, width: width)
        (lower, upper) = (rating + points * ends.lower, rating + points * ends.upper)
      } catch {
        throw .fit(error, estimate.roster)
      }
      self.standardError = standardError
    case .percentile, .basic, .bca:
      guard let replicates = estimate.replicates else { throw .noReplicates(method) }
      let values = replicates.values(ofModel: model, spreadBy: estimate.priorPull(on: model))
      let levels = try Self.quantiles(
        estimate, model, values, by: method, accelerations,
        level: Self.quantileLevel(estimate, width, single: joint == nil ? level : nil))
      let ascending = values.sorted()
      let low = estimate.scale.rating(ofLogStrength: quantile(ofAscending: ascending, levels.0))
      let high = estimate.scale.rating(ofLogStrength: quantile(ofAscending: ascending, levels.1))
      lower = method == .basic ? 2 * rating - high : low
      upper = method == .basic ? 2 * rating - low : high
      self.standardError = points * Replicates.standardDeviation(values)
    }
  }

  /// The coverage of the quantiles that intervals `width` standard errors wide go by.
  ///
  /// Resamples of few clusters vary less than clusters do, and know nothing of how roughly that is known:
  /// quantiles lie farther out, as Student's t with √(G/(G − 1)) for G clusters does (the expanded
  /// percentile interval of Hesterberg, The American Statistician 69 (2015) 371).
  ///
  /// - Parameter single: the level of an interval that holds by itself; where battles are independent, it
  ///   is the coverage.
  private static func quantileLevel(
    _ estimate: Estimate, _ width: Double, single: Double?
  ) -> Double {
    let number = estimate.clusters.map { Double($0.count) }
    if number == nil, let single { return single }
    let expansion = number.map { ($0 / ($0 - 1)).squareRoot() } ?? 1
    return 1 - 2 * NormalDistribution.upperTail(width * expansion)
  }

  /// The levels of the replicates' quantiles that are the ends.
  private static func quantiles(
    _ estimate: Estimate, _ model: Int, _ replicates: [Double], by method: IntervalMethod,
    _ accelerations: [Double]?, level: Double
  ) throws(EstimateError) -> (Double, Double) {
    let levels = try corrected(
      estimate, model, replicates, by: method, accelerations, level: level)
    // Beyond the outermost replicate there is nothing to interpolate to.
    let tail = min(levels.0, 1 - levels.1)
    guard tail * Double(replicates.count + 1) >= 1 || estimate.holdsFixed(model) else {
      throw .tooFewReplicatesCorrected(
        estimate.roster.names[model], replicates.count,
        needed: tail > 1e-12 ? Int((1 / tail).rounded(.up)) : nil)
    }
    return levels
  }

  /// The same before it is asked whether there are replicates enough.
  private static func corrected(
    _ estimate: Estimate, _ model: Int, _ replicates: [Double], by method: IntervalMethod,
    _ accelerations: [Double]?, level: Double
  ) throws(EstimateError) -> (Double, Double) {
    let plain = ((1 - level) / 2, 1 - (1 - level) / 2)
    guard method == .bca, case .battles(let record) = estimate.origin else { return plain }
    // The replicates of a model that the gauge holds fixed are its rating, up to rounding.
    if estimate.holdsFixed(model) { return plain }
    guard
      let levels = BCaLevels(
        replicates: replicates, estimate: estimate.logStrength[model],
        acceleration: accelerations?[model] ?? record.fit.acceleration(of: model), level: level)
    else { throw .noAcceleratedInterval(estimate.roster.names[model]) }
    return (levels.lower, levels.upper)
  }
}

extension Estimate {
  /// The interval of one model's rating, which holds by itself.
  ///
  /// An estimate keeps its fit and its resamples: another level, or another method, takes no new ones.
  ///
  /// - Parameters:
  ///   - model: the id of the model.
  ///   - method: the estimate's own where it is `nil`.
  ///   - level: the coverage.
  /// - Throws: `EstimateError.noReplicates` where resamples are asked for and there are none,
  ///   `.intervalNeedsBattles` where a board is asked for what follows from battles,
  ///   `.noAcceleratedInterval`, `.tooFewReplicatesCorrected`, and `.fit(.notConverged)` from a profile.
  public func interval(of model: Int, method: IntervalMethod? = nil, level: Level = 0.95)
    throws(EstimateError) -> RatingInterval
  {
    let method = method ?? interval
    if case .published = origin, method != .published {
      throw method.isBootstrap ? .noReplicates(method) : .intervalNeedsBattles(method)
    }
    if case .battles = origin, method == .published { throw .noPublishedInterval }
    return try RatingInterval(self, model, by: method, level: level.value)
  }

  /// What the studentised rating of a model is compared with, its error being that of `method`.
  fileprivate func reference(_ model: Int, of method: IntervalMethod) -> ReferenceDistribution {
    // The information takes all battles as independent.
    method == .wald ? .normal : reference(model)
  }

  /// The standard error of a rating by the covariance that a method goes by.
  fileprivate func ratingStandardError(_ model: Int, of method: IntervalMethod) -> Double {
    guard method == .wald, interval != .wald, case .battles(let record) = origin else {
      return ratingStandardError(model)
    }
    let pull = priorPull(on: model)
    let variance = record.fit.covariance(.wald).variance(model)
    return scale.pointsPerLogOdds * (variance + pull * pull).squareRoot()
  }

  /// Whether the gauge is that this model has a fixed rating.
  fileprivate func holdsFixed(_ model: Int) -> Bool {
    guard case .battles(let record) = origin, case .anchored(let anchor, _) = record.summary.gauge
    else { return false }
    return anchor == model
  }
}
