internal import SafeText

/// The axis of a forest plot: a column for each value, and round values to label.
struct ForestAxis {
  /// A round value on the axis.
  struct Tick: Equatable {
    /// The column, from 0.
    let column: Int
    /// The value in digits.
    let label: String
  }

  /// The values at the middle of the first and of the last column.
  let range: ClosedRange<Double>
  /// How many columns there are, at least 2.
  let columns: Int
  /// The round values, from the lowest up; their labels have room beside each other.
  let ticks: [Tick]

  /// An axis over `range` with `columns` columns.
  init(range: ClosedRange<Double>, columns: Int) {
    self.range = range
    self.columns = columns
    ticks = Self.ticks(range, columns: columns)
  }

  /// The column of a value that lies on the axis.
  func column(of value: Double) -> Int { Self.column(of: value, range, columns) }

  private static func column(
    of value: Double, _ range: ClosedRange<Double>, _ columns: Int
  ) -> Int {
    let share = (value - range.lowerBound) / (range.upperBound - range.lowerBound)
    return Int((share * Double(columns - 1)).rounded())
  }

  /// Multiples of the least step of 1, 2 or 5 times a power of ten whose labels keep their distance
  /// even where the outermost are moved inwards to stay above the plot.
  private static func ticks(_ range: ClosedRange<Double>, columns: Int) -> [Tick] {
    let length = range.upperBound - range.lowerBound
    let perColumn = length / Double(columns - 1)
    var power = 1e-6
    var decimals = 6
    while power < 1e9 {
      for factor in [1.0, 2.0, 5.0] {
        // Under 1, dividing by a whole number makes the step as exact as a double can be.
        let step = decimals > 0 ? factor / Self.tens(decimals) : factor * power
        guard step / perColumn >= 8, length / step <= 12 else { continue }
        let first = (range.lowerBound / step).rounded(.up)
        let last = (range.upperBound / step).rounded(.down)
        guard first <= last else { return [] }
        let format = DecimalFormat(decimals: decimals)
        let labels = stride(from: first, through: last, by: 1).map { format.text($0 * step) }
        let widest = labels.map(DisplayWidth.of).max() ?? 0
        guard step / perColumn >= 1.5 * Double(widest) + 2 else { continue }
        return labels.enumerated().map { index, label in
          let value = (first + Double(index)) * step
          return Tick(column: column(of: value, range, columns), label: label)
        }
      }
      power *= 10
      decimals = max(0, decimals - 1)
    }
    return []
  }

  private static func tens(_ exponent: Int) -> Double {
    (0..<exponent).reduce(1.0) { power, _ in power * 10 }
  }
}
