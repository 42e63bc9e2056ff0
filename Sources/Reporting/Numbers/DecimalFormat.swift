/// Writes numbers with a fixed number of decimals and never with an exponent.
///
/// What is rounded is the exact value of the binary number, ties away from zero, as a reader rounds
/// on paper: 0.5 → 1, 2.5 → 3, and 1.005, which is a little less in binary, → 1.00.
///
/// Edge cases: what rounds to zero has no sign; infinity is ∞ and a NaN is n/a.
struct DecimalFormat {
  /// The sign of negative numbers.
  enum Minus: String {
    /// For programs.
    case ascii = "-"
    /// For readers: as wide as a digit, and not a hyphen.
    case typographic = "−"
  }

  /// The digits after the point, 0 to 15.
  let decimals: Int
  /// The sign of negative numbers.
  let minus: Minus

  /// A format with `decimals` digits after the point, 0 to 15.
  init(decimals: Int, minus: Minus = .typographic) {
    precondition((0...15).contains(decimals), "0 to 15 decimals")
    self.decimals = decimals
    self.minus = minus
  }

  /// `value` in digits.
  func text(_ value: Double) -> String {
    guard !value.isNaN else { return "n/a" }
    let digits = value.isInfinite ? "∞" : digits(ofMagnitude: value.magnitude)
    let isZero = digits.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
    return value < 0 && !isZero ? minus.rawValue + digits : digits
  }

  /// `value` to eight decimals without the zeros at their end, so that the noise of binary
  /// arithmetic, as in 0.57 · 100 = 56.99999999999999, does not show.
  static func shortest(_ value: Double) -> String {
    var digits = DecimalFormat(decimals: 8).text(value)
    guard digits.utf8.contains(UInt8(ascii: ".")) else { return digits }
    while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.utf8.last == UInt8(ascii: ".") { digits.removeLast() }
    return digits
  }

  private func digits(ofMagnitude magnitude: Double) -> String {
    var whole = magnitude.rounded(.down)
    // The power is exact up to 10²², and a difference of neighbouring binades is exact too.
    let power = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    var part = rounded(product: magnitude - whole, by: power)
    if part == power {
      whole += 1
      part = 0
    }
    guard decimals > 0 else { return wholeDigits(whole) }
    let fraction = String(UInt64(part))
    let zeros = String(repeating: "0", count: decimals - fraction.utf8.count)
    return "\(wholeDigits(whole)).\(zeros)\(fraction)"
  }

  /// The exact product, rounded to a whole number with ties up.
  ///
  /// `scaled` is off by at most half a unit in its last place, of which both `scaled` − ⌊`scaled`⌋
  /// and ½ are multiples. So the error can decide only where that remainder is exactly ½; and the
  /// fused product gives the error exactly.
  private func rounded(product fraction: Double, by power: Double) -> Double {
    let scaled = fraction * power
    let error = (-scaled).addingProduct(fraction, power)
    let floor = scaled.rounded(.down)
    let remainder = scaled - floor
    return remainder > 0.5 || (remainder == 0.5 && error >= 0) ? floor + 1 : floor
  }

  private func wholeDigits(_ whole: Double) -> String {
    whole < 0x1p63 ? String(UInt64(whole)) : hugeDigits(whole)
  }

  /// The digits of a whole number of 2⁶³ or more: its 53 bits doubled as often as they are shifted.
  private func hugeDigits(_ whole: Double) -> String {
    let limit: UInt64 = 1_000_000_000
    let bits = whole.significandBitPattern | 1 << 52
    var limbs = [bits % limit, bits / limit]  // in base 10⁹, the lowest first
    for _ in 52..<Int(whole.exponent) {
      var carry: UInt64 = 0
      for index in limbs.indices {
        let doubled = 2 * limbs[index] + carry
        limbs[index] = doubled % limit
        carry = doubled / limit
      }
      if carry > 0 { limbs.append(carry) }
    }
    let lower = limbs.dropLast().reversed().map { limb in
      let digits = String(limb)
      return String(repeating: "0", count: 9 - digits.utf8.count) + digits
    }
    return String(limbs[limbs.count - 1]) + lower.joined()
  }
}
