/// Writes amounts whose scale is not ours to readers: about four digits, and M, B and T for millions,
/// billions (10⁹) and trillions (10¹²).
enum AmountFormat {
  /// `value` in digits: 1.99T, 338B, 37,173, 1503, 3.25, 0.125.
  static func text(_ value: Double) -> String {
    let steps: [(Double, String)] = [(1e12, "T"), (1e9, "B"), (1e6, "M")]
    guard value.magnitude < 1e15 else { return value.description }
    for (step, suffix) in steps where value.magnitude >= step {
      return digits(value / step) + suffix
    }
    return value.magnitude >= 1e4 ? CountFormat.text(Int(value.rounded())) : digits(value)
  }

  /// Four digits, or all those before the point, without zeros at the end.
  private static func digits(_ value: Double) -> String {
    var decimals = 3
    var limit = 10.0
    while decimals > 0, value.magnitude >= limit {
      decimals -= 1
      limit *= 10
    }
    var power = 1.0
    while decimals < 8, value.magnitude * power < 1, value != 0 {
      decimals += 1
      power *= 10
    }
    var text = DecimalFormat(decimals: decimals).text(value)
    guard text.utf8.contains(UInt8(ascii: ".")) else { return text }
    while text.utf8.last == UInt8(ascii: "0") { text.removeLast() }
    if text.utf8.last == UInt8(ascii: ".") { text.removeLast() }
    return text
  }
}
