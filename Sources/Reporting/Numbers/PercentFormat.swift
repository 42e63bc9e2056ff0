/// Writes shares as percentages.
enum PercentFormat {
  /// A level with the digits that it needs: 0.95 → 95%, 0.999 → 99.9%.
  ///
  /// Rounded to eight decimals of a percent first, since 0.57 · 100 is 56.99999999999999.
  static func level(_ level: Double) -> String {
    var digits = DecimalFormat(decimals: 8).text(level * 100)
    while digits.utf8.last == UInt8(ascii: "0") { digits.removeLast() }
    if digits.utf8.last == UInt8(ascii: ".") { digits.removeLast() }
    return digits + "%"
  }

  /// A share of all with `decimals` decimals: 0.2751 → 27.5%.
  static func share(_ share: Double, decimals: Int) -> String {
    DecimalFormat(decimals: decimals).text(share * 100) + "%"
  }

  /// An expected score to the whole percent; what is not certain is not called 0% or 100%.
  static func score(_ score: Double) -> String {
    if score > 0.995 { return "over 99%" }
    if score < 0.005 { return "under 1%" }
    return share(score, decimals: 0)
  }
}
