/// Writes counts for readers: in groups of three digits, with the noun in its number.
enum CountFormat {
  /// `count` with commas between groups of three digits: 135,624.
  static func text(_ count: Int) -> String {
    let digits = Array(String(count.magnitude))
    var grouped = count < 0 ? "−" : ""
    for (index, digit) in digits.enumerated() {
      if index > 0, (digits.count - index).isMultiple(of: 3) { grouped += "," }
      grouped.append(digit)
    }
    return grouped
  }

  /// `count` and its noun: 1 battle, 2,000 battles.
  static func text(_ count: Int, _ singular: String, _ plural: String) -> String {
    "\(text(count)) \(count == 1 ? singular : plural)"
  }
}
