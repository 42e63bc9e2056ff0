/// Writes shares as percentages.
enum PercentFormat {
  /// A level with the digits that it needs: 0.95 → 95%, 0.999 → 99.9%.
  static func level(_ level: Double) -> String { DecimalFormat.shortest(level * 100) + "%" }

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

  /// A share of draws to the whole percent, for a narrow cell; what never happened is left out.
  static func cell(_ share: Double) -> String {
    if share == 0 { return "" }
    return share == 1 ? "100%" : probability(share)
  }

  /// A probability to the whole percent, for a narrow cell; nothing is certain.
  static func probability(_ probability: Double) -> String {
    if probability > 0.995 { return ">99%" }
    if probability < 0.005 { return "<1%" }
    return share(probability, decimals: 0)
  }
}
