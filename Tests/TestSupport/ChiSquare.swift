#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Pearson's χ² of observed frequencies against expected ones.
public struct ChiSquare: Sendable {
  /// Σ (observed − expected)²/expected.
  public let statistic: Double
  /// Bins less one, after pooling.
  public let degrees: Int

  /// Neighbouring bins are pooled until each expects at least 8, as the χ² law asks.
  ///
  /// - Precondition: as many observed as expected; `expected` sums to the sum of `observed`.
  public init(observed: [Int], expected: [Double]) {
    var sum = 0.0
    var bins = 0
    var (openObserved, openExpected) = (0.0, 0.0)
    var rest = expected.reduce(0, +)
    for (o, e) in zip(observed, expected) {
      openObserved += Double(o)
      openExpected += e
      rest -= e
      // The last bin takes what is left, unless enough is left for another one.
      guard openExpected >= 8, rest >= 8 else { continue }
      sum += (openObserved - openExpected) * (openObserved - openExpected) / openExpected
      bins += 1
      (openObserved, openExpected) = (0, 0)
    }
    if openExpected > 0 {
      sum += (openObserved - openExpected) * (openObserved - openExpected) / openExpected
      bins += 1
    }
    statistic = sum
    degrees = max(0, bins - 1)
  }

  /// P(χ² > statistic) by Wilson and Hilferty's cube root, good to a tenth of itself where it
  /// matters: tests ask whether it is above 1e-5.
  public var upperTail: Double {
    guard degrees > 0 else { return 1 }
    let n = Double(degrees)
    let z = (cbrt(statistic / n) - (1 - 2 / (9 * n))) / (2 / (9 * n)).squareRoot()
    return 0.5 * erfc(z / 2.0.squareRoot())
  }
}
