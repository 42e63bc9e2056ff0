/// The logistic function σ(x) = 1/(1 + e⁻ˣ), which turns natural log-odds into a probability.
enum LogOdds {
  /// σ(x); 0 and 1 where `x` is infinite.
  static func probability(_ x: Double) -> Double {
    guard x < 0 else { return 1 / (1 + LibM.exp(-x)) }
    // 1 − σ(−x) would lose the digits of a small probability.
    let odds = LibM.exp(x)
    return odds / (1 + odds)
  }

  /// ln σ(x), without overflow.
  static func logProbability(_ x: Double) -> Double {
    x < 0 ? x - LibM.log1p(LibM.exp(x)) : -LibM.log1p(LibM.exp(-x))
  }

  /// The shares that two sides with this gap have of their battles, each exact to its own size.
  static func shares(_ gap: Double) -> (first: Double, second: Double) {
    let odds = LibM.exp(-gap.magnitude)
    let (favourite, other) = (1 / (1 + odds), odds / (1 + odds))
    return gap < 0 ? (other, favourite) : (favourite, other)
  }

  /// ln σ(new) − ln σ(old): −ln(1 + σ(−old)·(e^(old − new) − 1)), where no exponential can overflow.
  static func change(_ old: Double, _ new: Double) -> Double {
    guard (new - old).magnitude < 1 else { return logProbability(new) - logProbability(old) }
    return -LibM.log1p(shares(old).second * LibM.expm1(old - new))
  }
}
