/// Numbers in tables and sentences.
enum Decimals {
  /// `value`, which is not negative and below 10¹², with `places` digits after the point.
  static func text(_ value: Double, places: Int) -> String {
    guard value.isFinite else { return "\(value)" }
    let power = (0..<places).reduce(1) { power, _ in power * 10 }
    let units = Int((value * Double(power)).rounded())
    guard places > 0 else { return grouped(units) }
    let fraction = String(units % power)
    let zeros = String(repeating: "0", count: places - fraction.count)
    return "\(grouped(units / power)).\(zeros)\(fraction)"
  }

  /// Seconds as milliseconds: three digits or so.
  static func milliseconds(_ seconds: Double) -> String {
    let value = seconds * 1000
    return text(value, places: value < 10 ? 2 : value < 100 ? 1 : 0)
  }

  /// Commas between groups of three digits.
  static func grouped(_ number: Int) -> String {
    let digits = Array(String(number))
    var text = ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { text.append(",") }
      text.append(digit)
    }
    return text
  }

  /// A rate in units of 10⁹ a second.
  static func billions(_ rate: Double) -> String { text(rate / 1e9, places: 2) }

  /// Bytes in units of 10⁶.
  static func megabytes(_ bytes: Int) -> String { text(Double(bytes) / 1e6, places: 1) }
}
