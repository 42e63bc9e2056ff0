import EloNumerics

/// The ratings that all judges together would give: those whose expected scores are the mean scores
/// over judges with normal tastes, each pair of models being met as often as any other.
struct Crowd {
  /// The standard deviation of a judge's view of one model, in natural log-odds.
  let taste: Double

  /// The log-strengths, with mean 0, for models that are `logStrength` to a judge without tastes.
  ///
  /// Fixed-point steps on the likelihood equations; each divides a model's surplus of points by what
  /// its information is at most, so that none overshoots.
  func logStrength(_ logStrength: [Double]) -> [Double] {
    let models = logStrength.indices
    let score = models.map { i in models.map { meanScore(logStrength[i] - logStrength[$0]) } }
    var fitted = logStrength
    for _ in 0..<10_000 {
      var largest = 0.0
      let steps = models.map { i in
        let surplus = models.reduce(0) {
          $0 + score[i][$1] - 1 / (1 + LibM.exp(fitted[$1] - fitted[i]))
        }
        largest = max(largest, surplus.magnitude)
        return 4 * surplus / Double(models.count)
      }
      for i in models { fitted[i] += steps[i] }
      if largest < 1e-13 { break }
    }
    let mean = fitted.reduce(0, +) / Double(models.count)
    return fitted.map { $0 - mean }
  }

  /// The mean of σ(gap + √2·taste·z) over a normal z, by the trapezoidal rule, whose error is far below
  /// double precision's for so smooth an integrand.
  func meanScore(_ gap: Double) -> Double {
    let step = 1.0 / 16
    var sum = 0.0
    var weights = 0.0
    for index in -128...128 {
      let z = step * Double(index)
      let weight = LibM.exp(-0.5 * z * z)
      weights += weight
      sum += weight / (1 + LibM.exp(-(gap + 2.0.squareRoot() * taste * z)))
    }
    return sum / weights
  }
}
