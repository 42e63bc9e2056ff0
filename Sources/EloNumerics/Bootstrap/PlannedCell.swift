import KernelTypes

/// One draw of a resample: some or all of the battles of one pair that came out one way.
struct PlannedCell {
  let pair, count, halfWins: Int
  /// Whether the battles prove a witness pair connected.
  let isWitness: Bool

  /// The order of drawing: those of the witness pairs first, then by count, so that cells of equal
  /// count follow each other and draw from one table.
  static func precedes(_ a: PlannedCell, _ b: PlannedCell) -> Bool {
    (a.isWitness ? 0 : 1, a.count, a.halfWins, a.pair)
      < (b.isWitness ? 0 : 1, b.count, b.halfWins, b.pair)
  }

  /// A Poisson number is the sum of two with smaller means. A large count is therefore drawn as a
  /// part of which few different ones exist and a small rest, so that large tables are shared:
  /// otherwise each different count would need a table of its own.
  func appendParts(to cells: inout [PlannedCell]) {
    var count = count
    var isWitness = isWitness
    while count > Self.largestOwnTable {
      // The four highest bits.
      let step = 1 << (Int.bitWidth - count.leadingZeroBitCount - 4)
      let part = count / step * step
      cells.append(
        PlannedCell(pair: pair, count: part, halfWins: halfWins, isWitness: isWitness))
      count -= part
      isWitness = false
    }
    if count > 0 {
      cells.append(
        PlannedCell(pair: pair, count: count, halfWins: halfWins, isWitness: isWitness))
    }
  }

  /// Counts up to here have tables of their own: 2 MB at most for all of them.
  private static let largestOwnTable = 1024
}
