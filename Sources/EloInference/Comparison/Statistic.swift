import EloNumerics

/// The studentised difference of two models.
struct Statistic: Sendable {
  /// Roster ids.
  let a, b: Int
  /// log-strength of a less that of b.
  let difference: Double
  /// Of the difference, in natural log-odds.
  let standardError: Double
  /// The standard normal value that is as far out as `z`; `z` itself where that is normal.
  let score: Double
  /// What `z` is compared with.
  let reference: ReferenceDistribution

  /// difference / standard error; 0 where neither differs from 0.
  var z: Double { standardError > 0 ? difference / standardError : 0 }

  /// The two-sided p-value of this pair by itself; never 0: beyond 37 standard errors, where it is
  /// too small for a normal `Double`, the smallest one of those.
  var p: Double { max(reference.twoSidedP(z), .leastNormalMagnitude) }

  init(_ estimate: Estimate, _ a: Int, _ b: Int) {
    self.a = a
    self.b = b
    difference = estimate.logStrength[a] - estimate.logStrength[b]
    standardError = estimate.varianceOfDifference(a, b).squareRoot()
    reference = estimate.reference(a, b)
    score = standardError > 0 ? reference.normalEquivalent(difference / standardError) : 0
  }

  /// A statistic whose numbers are known, and that is normal.
  init(a: Int, b: Int, difference: Double, standardError: Double) {
    self.a = a
    self.b = b
    self.difference = difference
    self.standardError = standardError
    reference = .normal
    score = standardError > 0 ? difference / standardError : 0
  }

  /// All pairs of `models`, each with the earlier one first.
  static func allPairs(_ estimate: Estimate, _ models: [Int]) -> [Statistic] {
    models.indices.flatMap { i in
      models[(i + 1)...].map { Statistic(estimate, models[i], $0) }
    }
  }
}

extension [Statistic] {
  /// The fewest degrees of freedom of one of them; `nil` where all are normal.
  var leastDegreesOfFreedom: Double? { compactMap(\.reference.degreesOfFreedom).min() }

  /// A width for each, which depends on what it is compared with alone.
  func widths(_ width: (ReferenceDistribution) -> Double) -> [Double] {
    var known: [Double?: Double] = [:]
    return map { statistic in
      let degrees = statistic.reference.degreesOfFreedom
      if let value = known[degrees] { return value }
      let value = width(statistic.reference)
      known[degrees] = value
      return value
    }
  }
}
