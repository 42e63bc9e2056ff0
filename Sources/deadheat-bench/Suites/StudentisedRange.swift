import EloNumerics

/// The range of independent standard normal numbers.
enum StudentisedRange {
  /// The probability that the range of `models` numbers is below `range`:
  /// k·∫ φ(z)·(Φ(z) − Φ(z − range))^(k − 1) dz, z the largest (Tukey, 1953).
  ///
  /// By the trapezoid rule, which for a smooth function that vanishes at both ends is exact to far
  /// more digits than are asked for.
  static func probability(below range: Double, models: Int) -> Double {
    let step = 1.0 / 64
    var sum = 0.0
    for index in -64 * 9...64 * 9 {
      let z = Double(index) * step
      let inside =
        NormalDistribution.upperTail(z - range) - NormalDistribution.upperTail(z)
      var power = 1.0
      for _ in 1..<models { power *= inside }
      sum += LibM.exp(-z * z / 2) * power
    }
    return Double(models) * sum * step / (2 * Double.pi).squareRoot()
  }
}
