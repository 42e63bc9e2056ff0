/// The log-strengths of bootstrap replicates.
public struct Replicates: Sendable {
  /// Natural log-odds, replicates × models, row by row; each replicate in its own gauge until
  /// `centred(by:target:)`.
  public let values: [Double]
  /// The number of replicates, B.
  public let count: Int
  /// The number of models, K.
  public let modelCount: Int
  /// The seed that they were drawn with.
  public let seed: UInt64
  /// In how many replicates some model had no finite estimate and was given a prior.
  public let degenerateCount: Int
  /// In how many replicates each model had no finite estimate, by model id.
  public let separations: [Int]
  /// How many replicates the fast iteration left to Newton's method.
  public let refitCount: Int

  /// The replicates of one model, in order.
  public func values(ofModel model: Int) -> [Double] {
    (0..<count).map { values[$0 * modelCount + model] }
  }

  /// The percentile interval of one model's log-strength: quantiles of type 7.
  public func interval(ofModel model: Int, level: Level = 0.95) -> ClosedRange<Double> {
    let ascending = values(ofModel: model).sorted()
    let tail = level.errorRate / 2
    return quantile(ofAscending: ascending, tail)...quantile(ofAscending: ascending, 1 - tail)
  }

  /// Shifts each replicate so that its w-weighted mean is `target`.
  public func centred(by weights: [Double], target: Double) -> Replicates {
    var shifted = values
    for replicate in 0..<count {
      let row = replicate * modelCount
      let mean = (0..<modelCount).reduce(0.0) { $0 + weights[$1] * values[row + $1] }
      for model in 0..<modelCount { shifted[row + model] += target - mean }
    }
    return Replicates(
      values: shifted, count: count, modelCount: modelCount, seed: seed,
      degenerateCount: degenerateCount, separations: separations, refitCount: refitCount)
  }

  /// One model's replicates, spread by a bias of which the size is known and not the sign: that of the
  /// r-th is the bias times a standard normal quantile, so that their variance grows by its square.
  ///
  /// Replicates are independent of their order, so that quantiles in order serve as draws.
  ///
  /// - Parameters:
  ///   - model: the id of the model.
  ///   - bias: in natural log-odds and in the gauge.
  public func values(ofModel model: Int, spreadBy bias: Double) -> [Double] {
    let values = values(ofModel: model)
    guard bias != 0 else { return values }
    return values.enumerated().map { replicate, value in
      value + bias * NormalDistribution.quantile((Double(replicate) + 0.5) / Double(count))
    }
  }

  /// The standard deviation of one model's replicates (n − 1).
  public func standardDeviation(ofModel model: Int) -> Double {
    Self.standardDeviation(values(ofModel: model))
  }

  /// The standard deviation of `values` (n − 1).
  package static func standardDeviation(_ values: [Double]) -> Double {
    let count = values.count
    let mean = values.reduce(0, +) / Double(count)
    let squares = values.reduce(0) { $0 + ($1 - mean) * ($1 - mean) }
    return (squares / Double(count - 1)).squareRoot()
  }
}
