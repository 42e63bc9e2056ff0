import EloNumerics

/// How many equal clusters the ratings and the differences of an estimate rest on.
struct ClusterWorth: Sendable {
  private let ratings: [Double]
  private let differences: SymmetricMatrix
  /// Whether the model's own covariance is used for a model, widened as the others' is by clusters.
  private let hasModelError: [Bool]
  /// What the widening rests on: the clusters of the typical model that it is taken from.
  private let typical: Double

  /// - Parameters:
  ///   - weights: those of the gauge, which ratings are against.
  ///   - reasons: why models are not ranked.
  /// - Complexity: that of `EffectiveClusters.ofDifferences`.
  init(_ effective: EffectiveClusters, _ weights: [Double], _ reasons: [ProvisionalReason?]) {
    let ratings = effective.ofRatings(centredBy: weights)
    let ranked = reasons.indices.filter { reasons[$0] == nil }
    self.ratings = ratings
    differences = effective.ofDifferences()
    hasModelError = reasons.map { $0?.hidesError ?? false }
    typical = Self.median((ranked.isEmpty ? Array(reasons.indices) : ranked).map { ratings[$0] })
  }

  /// Those of a model's rating.
  func ofRating(_ model: Int) -> Double { hasModelError[model] ? typical : ratings[model] }

  /// Those of the difference of two models.
  func ofDifference(_ i: Int, _ j: Int) -> Double {
    hasModelError[i] || hasModelError[j] ? typical : differences[i, j]
  }

  /// The upper one of the middle two where there are two.
  static func median(_ values: [Double]) -> Double { values.sorted()[values.count / 2] }
}
