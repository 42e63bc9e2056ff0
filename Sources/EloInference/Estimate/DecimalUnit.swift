/// What published numbers were rounded to, as far as their digits tell.
enum DecimalUnit {
  /// The fewest digits after the point, at most nine, that hold all of `values`; `nil` where nine do not.
  ///
  /// - Parameter error: how far values may be off, as differences of larger numbers are.
  static func decimals(_ values: [Double], error: Double) -> Int? {
    var parts = 1.0
    for decimals in 0...9 {
      // Decimal fractions are no binary ones: a millionth of a unit is left for that.
      let isWhole = values.allSatisfy {
        ($0 * parts - ($0 * parts).rounded()).magnitude < max(1e-6, 4 * error * parts)
      }
      if isWhole { return decimals }
      parts *= 10
    }
    return nil
  }

  /// 1, 0.1, … or 10⁻⁹, the largest of which all values are multiples; 0 where there is none.
  static func unit(_ values: [Double], error: Double) -> Double {
    guard let decimals = decimals(values, error: error) else { return 0 }
    return 1 / (0..<decimals).reduce(1.0) { parts, _ in parts * 10 }
  }
}
