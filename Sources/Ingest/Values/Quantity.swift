/// An amount as people write it: `1.99T`, `338B`, `$3.00`, `+303%`, `€1.5K`.
///
/// A sign, a currency (`$`, `€`, `£` or `¥`), a plain number, then one of K (or k), M, B and T for a
/// thousand, million, billion (10⁹) and trillion (10¹²), or a percent sign for a hundredth. Nothing
/// else is guessed: a comma may divide thousands or decimals, and `m` may be a million or a
/// thousandth, so both are refused.
struct Quantity: Equatable {
  /// What an amount is counted in; amounts in different units cannot be ordered.
  enum Unit: Equatable {
    /// Things, or nothing that was said.
    case none
    /// Hundredths.
    case percent
    /// Money, by its sign.
    case currency(Character)

    /// The unit in a message.
    var words: String {
      switch self {
      case .none: "no unit"
      case .percent: "%"
      case .currency(let sign): String(sign)
      }
    }
  }

  /// The amount, with its multiplier.
  let value: Double
  /// What it is counted in.
  let unit: Unit

  /// The amount that `text` is, spaces around it aside, or `nil`.
  init?(_ text: String) {
    var rest = Substring(trimmed(text))
    var sign = ""
    if let first = rest.first, first == "-" || first == "+" {
      sign = String(first)
      rest.removeFirst()
    }
    var unit = Unit.none
    if let first = rest.first, "$€£¥".contains(first) {
      unit = .currency(first)
      rest.removeFirst()
    }
    var exponent = ""
    if let last = rest.last {
      switch last {
      case "K", "k": exponent = "e3"
      case "M": exponent = "e6"
      case "B": exponent = "e9"
      case "T": exponent = "e12"
      case "%" where unit == .none: unit = .percent
      default: break
      }
      if !exponent.isEmpty || unit == .percent { rest.removeLast() }
    }
    // "$-3" and "+-3" are no numbers, nor is what ends in a space before its multiplier.
    guard let first = rest.utf8.first, first == ASCII.dot || (ASCII.zero...ASCII.nine ~= first),
      let last = rest.utf8.last, !ASCII.isBlank(last),
      exponent.isEmpty || !rest.contains(where: { $0 == "e" || $0 == "E" }),
      // One number is read, 1.005e3 for 1.005K: a product could miss the double nearest to 1005.
      let magnitude = Numbers.number(sign + rest + exponent)
    else { return nil }
    // A hundredth is divided off, as 12.5/100 is the double nearest to 0.125 and 12.5·0.01 may not.
    let value = unit == .percent ? magnitude / 100 : magnitude
    guard value.isFinite else { return nil }
    self.value = value
    self.unit = unit
  }

  /// What is read, for a message.
  static let expectation = "a number, such as 12.5, 1.99T, 338B, $3.00 or 12.5%"
}
