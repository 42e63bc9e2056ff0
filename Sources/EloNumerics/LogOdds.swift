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
}
