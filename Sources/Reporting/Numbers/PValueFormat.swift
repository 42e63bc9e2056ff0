internal import EloInference

/// Writes p-values and says in words how often chance would do the like.
///
/// No p-value is printed as 0, and none is rounded across the error rate that decides the verdict:
/// 0.04996 is 0.04996 and not 0.050 at a level of 95%.
struct PValueFormat {
  /// The error rate at which the verdict turns: one minus the level.
  let errorRate: Double

  /// A format for tests at `level`, such as 0.95.
  init(level: Double) {
    errorRate = EloInference.errorRate(level: level)
  }

  /// `p` in digits: 1.00, 0.82, 0.043, 0.0004, < 0.0001.
  func text(_ p: Double) -> String {
    if p < 0.0001 { return "< 0.0001" }
    let shortest = p >= 0.1 ? 2 : p >= 0.001 ? 3 : 4
    let decimals = (shortest...9).first { !crosses(p, decimals: $0) } ?? 9
    return DecimalFormat(decimals: decimals).text(p)
  }

  /// `p` as the sign of a relation and its digits: p = 0.82, p < 0.0001.
  func relation(_ p: Double) -> String {
    let digits = text(p)
    return digits.first == "<" ? "p \(digits)" : "p = \(digits)"
  }

  /// How many of a hundred (thousand, ten thousand) `cases` have what has probability `p`.
  ///
  /// For example "in about 82 of 100 such boards".
  func frequency(_ p: Double, of cases: String) -> String {
    if p < 0.0001 { return "less than once in 10,000 \(cases)" }
    if p >= 0.995 { return "in nearly all \(cases)" }
    let total = p >= 0.00995 ? 100 : p >= 0.000995 ? 1_000 : 10_000
    let number = DecimalFormat(decimals: 0).text(p * Double(total))
    return "in about \(number) of \(CountFormat.text(total)) \(cases)"
  }

  /// Whether rounding `p` to `decimals` would move it to or over the error rate.
  private func crosses(_ p: Double, decimals: Int) -> Bool {
    let power = (0..<decimals).reduce(1.0) { power, _ in power * 10 }
    let rounded = (p * power).rounded() / power
    return (p < errorRate) != (rounded < errorRate)
  }
}
