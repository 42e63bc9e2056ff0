/// What is fixed of log-strengths, which are known only up to a common constant: Σ wᵢ·θᵢ = target.
public struct FitGauge: Sendable, Equatable {
  /// The weights w, one a model, which sum to 1.
  public let weights: [Double]
  /// The value of the weighted sum, in natural log-odds.
  public let target: Double

  /// A gauge.
  public init(weights: [Double], target: Double = 0) {
    self.weights = weights
    self.target = target
  }

  /// The mean of `count` models is 0.
  static func mean(of count: Int) -> FitGauge {
    FitGauge(weights: [Double](repeating: 1 / Double(count), count: count))
  }
}
