/// Whether the values of a column may number the rows: all of them differ, and they lie close together.
///
/// Neither the order of rows nor how they are divided among files or threads matters.
struct RowNumbers: Sendable {
  /// More values than these are not kept; no two of them having been the same tells enough.
  private static let most = 1 << 20
  private var values: Set<Int> = []
  private var areDifferent = true
  private var range: (least: Int, largest: Int)?
  /// How many values there were.
  private(set) var count = 0

  /// Takes the value of one row.
  mutating func take(_ value: Int) {
    count += 1
    range = range.map { (min($0.least, value), max($0.largest, value)) } ?? (value, value)
    guard areDifferent, values.count < Self.most else { return }
    if !values.insert(value).inserted { areTheSame() }
  }

  /// Adds the values of other rows.
  mutating func add(_ other: RowNumbers) {
    count += other.count
    if let added = other.range {
      range = range.map { (min($0.least, added.least), max($0.largest, added.largest)) } ?? added
    }
    if !other.areDifferent || !values.isDisjoint(with: other.values) { areTheSame() }
    guard areDifferent, values.count < Self.most else { return }
    values.formUnion(other.values)
  }

  private mutating func areTheSame() {
    areDifferent = false
    values = []
  }

  /// The least and the largest value where they may number the rows, of which `lost` have no value here.
  func numbering(lost: Int) -> (least: Int, largest: Int)? {
    guard areDifferent, count + lost > 2, let range else { return nil }
    // A few rows may have been taken out of a file that was numbered.
    let rows = count + lost
    return range.largest - range.least < rows + rows / 2 ? range : nil
  }
}
