import EloNumerics

/// How probable it is, for each pair of models, that the first comes out above the second: Φ(z) of
/// their gap in standard errors.
///
/// It is how often that would happen if ratings were drawn again about these estimates, and the
/// probability that the first is truly better for a Bayesian who knew nothing of either before (a
/// flat prior). One minus it is the p-value of a one-sided test of the pair by itself; nothing is
/// adjusted for the number of pairs.
public struct SuperiorityMatrix: Sendable, Equatable {
  /// The established models' ids, from the highest rating down.
  public let models: [Int]
  private let probabilities: [Double]

  /// - Complexity: O(K²) for K models.
  init(_ estimate: Estimate) {
    let order = estimate.establishedByRating
    models = order
    probabilities = order.flatMap { a in
      order.map { b in
        a == b ? 0.5 : NormalDistribution.upperTail(-Statistic(estimate, a, b).score)
      }
    }
  }

  /// The probability that the model at place `i`, from 0 down the board, is above the one at `j`;
  /// `nil` for a model and itself.
  public subscript(i: Int, j: Int) -> Double? {
    i == j ? nil : probabilities[i * models.count + j]
  }
}

extension Estimate {
  /// The likelihood of superiority for all pairs of established models.
  ///
  /// - Throws: `EstimateError.fit(.tooManyModels)`.
  /// - Complexity: O(K²) for K models.
  public func superiority() throws(EstimateError) -> SuperiorityMatrix {
    try checkSize(establishedByRating)
    return SuperiorityMatrix(self)
  }
}
