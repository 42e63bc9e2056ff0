import EloNumerics

/// Why Holm's method, which holds under any dependence, took the place of step-down maxima, which take a
/// joint distribution of all errors.
public enum JointReplacement: String, Sendable, Equatable, CaseIterable {
  /// A model that is not ranked takes part, which no joint distribution covers.
  case unrankedModel = "unranked_model"
  /// Battles came in clusters that are worth too few equal ones for the covariance of so many models to be
  /// known: draws from it would be less spread out than errors are.
  case fewEffectiveClusters = "few_effective_clusters"

  /// How many equal clusters battles must be worth for a joint distribution of `models` models.
  public static func leastEffectiveClusters(of models: Int) -> Int { 2 * models }
}

extension Estimate {
  /// Why `pairs` pairs of `models` cannot be compared by `adjustment`; `nil` where they can.
  func replacement(_ adjustment: Adjustment, pairs: Int, of models: [Int]) -> JointReplacement? {
    guard adjustment == .bootstrapMaxT || adjustment == .maxT && pairs > 1 else { return nil }
    if models.contains(where: { isProvisional[$0] }) { return .unrankedModel }
    return hasJointDistribution(of: models) ? nil : .fewEffectiveClusters
  }

  /// Whether the covariance tells how the errors of `models` hang together: their ratings rest on at least
  /// twice as many effective clusters as there are models.
  ///
  /// Of ten equal models with 10, 12 or 15 equal judges, step-down maxima call some pair different in 9.7,
  /// 7.0 and 6.7% of data sets, where 5% are allowed.
  func hasJointDistribution(of models: [Int]) -> Bool {
    guard let clusterWorth else { return true }
    let least = Double(JointReplacement.leastEffectiveClusters(of: models.count))
    return models.allSatisfy { clusterWorth.ofRating($0) >= least }
  }
}
