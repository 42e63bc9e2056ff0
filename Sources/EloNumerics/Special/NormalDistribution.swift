/// The standard normal distribution to full double precision.
public enum NormalDistribution {
  /// P(Z > z).
  ///
  /// The relative error is a few units in the last place plus z²·2⁻⁵², because the tail magnifies
  /// the rounding of z/√2: 1e-14 at z = 7, 3e-13 at z = 37. P(Z > 38) is still positive.
  public static func upperTail(_ z: Double) -> Double {
    0.5 * LibM.erfc(z * 0.5.squareRoot())
  }

  /// P(|Z| > |z|), the two-sided p-value of a statistic that is normal under the null.
  public static func twoSidedP(_ z: Double) -> Double {
    LibM.erfc(z.magnitude * 0.5.squareRoot())
  }

  /// The value that Z stays below with probability `p`.
  ///
  /// Wichura's rational approximations (Applied Statistics 37 (1988) 477, algorithm AS 241,
  /// PPND16), good to about 1 part in 10¹⁶, in their three regions.
  ///
  /// Edge cases: −∞ for 0, +∞ for 1, NaN outside [0, 1].
  public static func quantile(_ p: Double) -> Double {
    let centred = p - 0.5
    if centred.magnitude <= 0.425 {
      let r = 0.180625 - centred * centred
      return centred * ratio(centralNumerator, centralDenominator, at: r)
    }
    let tail = min(p, 1 - p)
    guard tail > 0 else {
      return tail == 0 ? (p == 0 ? -Double.infinity : Double.infinity) : .nan
    }
    let r = (-LibM.log(tail)).squareRoot()
    let magnitude =
      r <= 5
      ? ratio(middleNumerator, middleDenominator, at: r - 1.6)
      : ratio(farNumerator, farDenominator, at: r - 5)
    return centred < 0 ? -magnitude : magnitude
  }

  private static func ratio(_ numerator: [Double], _ denominator: [Double], at r: Double) -> Double
  {
    polynomial(numerator, at: r) / polynomial(denominator, at: r)
  }

  /// Horner's rule; the coefficients start with the constant.
  private static func polynomial(_ coefficients: [Double], at r: Double) -> Double {
    coefficients.reversed().reduce(0) { $0 * r + $1 }
  }

  private static let centralNumerator = [
    3.387132872796366608, 1.3314166789178437745e2, 1.9715909503065514427e3,
    1.3731693765509461125e4, 4.5921953931549871457e4, 6.7265770927008700853e4,
    3.3430575583588128105e4, 2.5090809287301226727e3,
  ]
  private static let centralDenominator = [
    1, 4.2313330701600911252e1, 6.871870074920579083e2, 5.3941960214247511077e3,
    2.1213794301586595867e4, 3.930789580009271061e4, 2.8729085735721942674e4,
    5.226495278852854561e3,
  ]
  private static let middleNumerator = [
    1.42343711074968357734, 4.6303378461565452959, 5.7694972214606914055,
    3.64784832476320460504, 1.27045825245236838258, 2.4178072517745061177e-1,
    2.27238449892691845833e-2, 7.7454501427834140764e-4,
  ]
  private static let middleDenominator = [
    1, 2.05319162663775882187, 1.6763848301838038494, 6.8976733498510000455e-1,
    1.4810397642748007459e-1, 1.51986665636164571966e-2, 5.475938084995344946e-4,
    1.05075007164441684324e-9,
  ]
  private static let farNumerator = [
    6.6579046435011037772, 5.4637849111641143699, 1.7848265399172913358,
    2.9656057182850489123e-1, 2.6532189526576123093e-2, 1.2426609473880784386e-3,
    2.71155556874348757815e-5, 2.01033439929228813265e-7,
  ]
  private static let farDenominator = [
    1, 5.9983220655588793769e-1, 1.3692988092273580531e-1, 1.48753612908506148525e-2,
    7.868691311456132591e-4, 1.8463183175100546818e-5, 1.4215117583164458887e-7,
    2.04426310338993978564e-15,
  ]
}
