import Battles
public import EloNumerics

/// How far two models are apart: a test is a value, and p-value and intervals follow from it.
///
/// It is about the pair by itself; `Estimate.comparison` tests several pairs together.
public struct Difference: Sendable {
  /// The id of the first model.
  public let a: Int
  /// The id of the second model.
  public let b: Int
  /// The rating of a less that of b, on the scale of the ratings.
  public let value: Double
  /// The standard error of the difference, on the same scale.
  public let standardError: Double
  /// What the difference in standard errors is compared with.
  public let reference: ReferenceDistribution
  /// The share of points that a is expected to score against b; `nil` where ratings are not Elo.
  public let expectedScore: Double?

  /// The difference in standard errors; 0 where neither differs from 0.
  public var z: Double { standardError > 0 ? value / standardError : 0 }

  /// The two-sided p-value of there being no difference; never 0.
  public var pValue: Double { max(reference.twoSidedP(z), .leastNormalMagnitude) }

  /// The p-value of a's being no better than b.
  public var noBetterP: Double { value > 0 ? pValue / 2 : 1 - pValue / 2 }

  /// The two-sided interval of the difference.
  public func interval(level: Level = 0.95) -> ClosedRange<Double> {
    let reach = reference.quantile(1 - level.errorRate / 2) * standardError
    return value - reach...value + reach
  }

  /// The smallest difference that these data would find with a probability of `power`, in a test of this
  /// pair by itself.
  public func detectableGap(level: Level = 0.95, power: Double = TestOptions.detectionPower)
    -> Double
  {
    (reference.quantile(1 - level.errorRate / 2) + reference.quantile(power)) * standardError
  }
}

extension Estimate {
  /// The difference of two models, by id.
  ///
  /// - Precondition: the ids are two.
  public func difference(_ a: Int, _ b: Int) -> Difference {
    precondition(a != b, "two models")
    let statistic = Statistic(self, a, b)
    let points = scale.pointsPerLogOdds
    return Difference(
      a: a, b: b, value: rating(a) - rating(b), standardError: points * statistic.standardError,
      reference: statistic.reference,
      expectedScore: unit == .elo ? 1 / (1 + LibM.exp(-statistic.difference)) : nil)
  }
}
