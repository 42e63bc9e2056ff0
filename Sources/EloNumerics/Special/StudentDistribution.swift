/// Student's t distribution: of a mean over its standard error from few independent parts.
///
/// The tail is half an incomplete beta function, by the continued fraction of Didonato and Morris
/// (ACM Transactions on Mathematical Software 18 (1992) 360) in Lentz's form.
public struct StudentDistribution: Sendable, Equatable {
  /// How many independent parts there were, less one, or as many as uneven ones are worth; not whole then.
  public let degreesOfFreedom: Double

  /// The distribution with `degreesOfFreedom`, at least ½.
  public init(degreesOfFreedom: Double) {
    precondition(degreesOfFreedom >= 0.5, "at least half a degree of freedom")
    self.degreesOfFreedom = degreesOfFreedom
  }

  /// P(T > t), to about thirteen digits; to ten at a million degrees of freedom.
  public func upperTail(_ t: Double) -> Double {
    t < 0 ? 1 - 0.5 * twoSidedP(t) : 0.5 * twoSidedP(t)
  }

  /// P(|T| > |t|), the two-sided p-value of a statistic that is t-distributed under the null.
  public func twoSidedP(_ t: Double) -> Double {
    guard t.isFinite else { return t.isNaN ? .nan : 0 }
    let freedom = degreesOfFreedom
    let ratio = t * t / freedom
    // I_x(ν/2, ½) at x = ν/(ν + t²), with x and 1 − x each free of cancellation.
    let a = 0.5 * freedom
    let logX = -LibM.log1p(ratio)
    let rest = ratio / (1 + ratio)
    // Common to both fractions: x^a·(1 − x)^½/B(a, ½).
    let front = LibM.exp(a * logX) * rest.squareRoot() * Self.inverseBeta(a)
    if rest * (a + 2.5) > 1.5 {
      return front / a * Self.fraction(a, 0.5, LibM.exp(logX))
    }
    return 1 - front / 0.5 * Self.fraction(0.5, a, rest)
  }

  /// The value that T stays below with probability `p`, to about twelve digits.
  ///
  /// Newton's method on ln P(T > t) as a function of ln t, which is concave: from beyond the root, where
  /// it is after one step at the latest, it comes back without passing it.
  ///
  /// Edge cases: −∞ for 0, +∞ for 1, NaN outside [0, 1].
  public func quantile(_ p: Double) -> Double {
    let tail = min(p, 1 - p)
    guard tail > 0 else { return NormalDistribution.quantile(p) }
    guard tail < 0.5 else { return 0 }
    var t = -NormalDistribution.quantile(tail)
    for _ in 0..<200 {
      let reached = upperTail(t)
      let step = LibM.log(reached / tail) * reached / (t * density(t))
      t *= LibM.exp(step)
      if step.magnitude < 1e-14 { break }
    }
    return p < 0.5 ? -t : t
  }

  private func density(_ t: Double) -> Double {
    let freedom = degreesOfFreedom
    let logKernel = -0.5 * (freedom + 1) * LibM.log1p(t * t / freedom)
    return LibM.exp(logKernel) * Self.inverseBeta(0.5 * freedom) / freedom.squareRoot()
  }

  /// 1/B(a, ½) = Γ(a + ½)/(Γ(a)·√π), by the asymptotic series of the ratio of gamma functions from a =
  /// 20 on, where its next term is below 1e-14, and down to a by their recurrence.
  private static func inverseBeta(_ a: Double) -> Double {
    var factor = 1.0
    var a = a
    while a < 20 {
      factor *= a / (a + 0.5)
      a += 1
    }
    let x = 1 / a
    let coefficients: [Double] = [
      1, -1 / 8, 1 / 128, 5 / 1024, -21 / 32_768, -399 / 262_144, 869 / 4_194_304,
      39_325 / 33_554_432,
    ]
    let series = coefficients.reversed().reduce(0) { $0 * x + $1 }
    return factor * a.squareRoot() * series / Double.pi.squareRoot()
  }

  /// The continued fraction of I_x(a, b)·a·B(a, b)/(x^a·(1 − x)^b); it converges fast where x is below the
  /// mean of the distribution.
  private static func fraction(_ a: Double, _ b: Double, _ x: Double) -> Double {
    let tiny = 1e-300
    func guarded(_ value: Double) -> Double { value.magnitude < tiny ? tiny : value }
    var c = 1.0
    var d = 1 / guarded(1 - (a + b) * x / (a + 1))
    var result = d
    for step in 1..<100_000 {
      let m = Double(step)
      let even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m))
      d = 1 / guarded(1 + even * d)
      c = guarded(1 + even / c)
      result *= d * c
      let odd = -(a + m) * (a + b + m) * x / ((a + 2 * m) * (a + 2 * m + 1))
      d = 1 / guarded(1 + odd * d)
      c = guarded(1 + odd / c)
      let change = d * c
      result *= change
      if (change - 1).magnitude < 1e-16 { break }
    }
    return result
  }
}
