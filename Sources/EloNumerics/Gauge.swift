/// Which log-strength is called zero: strengths are known only up to a common constant.
///
/// Differences, and so all tests, do not depend on it; ratings and their intervals do.
public enum Gauge: Sendable, Equatable {
  /// The unweighted mean of the established models is 0.
  case meanOfEstablished
  /// The mean of the established models, weighted by their battles, is 0.
  case meanOfBattles
  /// The model with this id has this log-strength, and no uncertainty of its own.
  case anchored(model: Int, logStrength: Double)

  /// The weights w, summing to 1, for which Σ wᵢ·logStrengthᵢ is fixed by the gauge.
  ///
  /// - Parameters:
  ///   - isEstablished: by model id; where none is, all count.
  ///   - battles: the battles of each model.
  public func weights(isEstablished: [Bool], battles: [Int]) -> [Double] {
    let takesPart = isEstablished.contains(true) ? isEstablished : isEstablished.map { _ in true }
    switch self {
    case .meanOfEstablished:
      let number = Double(takesPart.count { $0 })
      return takesPart.map { $0 ? 1 / number : 0 }
    case .meanOfBattles:
      let total = zip(takesPart, battles).reduce(0.0) { $0 + ($1.0 ? Double($1.1) : 0) }
      return zip(takesPart, battles).map { $0 ? Double($1) / total : 0 }
    case .anchored(let model, _):
      return takesPart.indices.map { $0 == model ? 1 : 0 }
    }
  }

  /// The value that the weighted sum of log-strengths is set to.
  public var target: Double {
    if case .anchored(_, let logStrength) = self { logStrength } else { 0 }
  }
}
