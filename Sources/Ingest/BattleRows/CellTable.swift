internal import Battles

/// Counts of (a, b, outcome): in a square of counters for names that came early, in a hash table
/// for the others.
///
/// A counter of the square is found without a comparison and takes two bytes, so that the usual
/// few hundred names stay in the processor's second cache where a hash table of their cells does
/// not.
struct CellTable: Sendable {
  private var square = CellSquare()
  private var others = CellHash()
  /// The sum of all counts.
  private(set) var total = 0

  /// Adds `count` battles.
  ///
  /// - Returns: whether the total is still at most 2^53; where it would not be, nothing is added.
  @inline(__always)
  mutating func add(_ a: Int32, _ b: Int32, _ outcome: Outcome, count: Int) -> Bool {
    guard count > 0 else { return true }
    // Both are at most 2^53, so that the sum cannot overflow.
    guard total + count <= Numbers.largestCount else { return false }
    total += count
    let carry = square.add(a, b, outcome, count: count)
    if carry > 0 { addElsewhere(a, b, outcome, count: carry) }
    return true
  }

  @inline(never)
  private mutating func addElsewhere(_ a: Int32, _ b: Int32, _ outcome: Outcome, count: Int) {
    square.grow(toHold: max(a, b))
    let carry = square.add(a, b, outcome, count: count)
    if carry > 0 { others.add(a, b, outcome, count: carry) }
  }

  /// Hands out the cells, in the order of `rank` by sides as far as they are in the square; a cell
  /// may come twice.
  ///
  /// - Parameter rank: every id that was added, once.
  func forEachCell(orderedBy rank: [Int32], _ body: (Cell) -> Void) {
    square.forEachCell(orderedBy: rank, body)
    others.forEachCell(body)
  }
}

/// A counter for each outcome of each ordered pair of the first few hundred ids.
struct CellSquare: Sendable {
  /// A square for more ids than this would not fit a second cache.
  private static let mostNames = 512
  /// By how many ids a square grows.
  private static let step = 64
  private var counts: [UInt16] = []
  private var side = 0

  /// Adds `count` battles.
  ///
  /// - Returns: how many of them are to be counted elsewhere: all where a or b is beyond the square
  ///   or they are too many, those that the counter can hold no longer where it overflows.
  @inline(__always)
  mutating func add(_ a: Int32, _ b: Int32, _ outcome: Outcome, count: Int) -> Int {
    guard Int(a) < side, Int(b) < side, count <= Int(UInt16.max) else { return count }
    let index = (Int(a) &* side &+ Int(b)) &* 4 &+ Int(outcome.rawValue)
    let (sum, hasCarry) = counts[index].addingReportingOverflow(UInt16(truncatingIfNeeded: count))
    counts[index] = sum
    return hasCarry ? Int(UInt16.max) + 1 : 0
  }

  /// Makes room for `id` where there may be room for it.
  mutating func grow(toHold id: Int32) {
    guard Int(id) >= side, Int(id) < Self.mostNames else { return }
    let newSide = (Int(id) / Self.step + 1) * Self.step
    var grown = [UInt16](repeating: 0, count: newSide * newSide * 4)
    for a in 0..<side {
      for index in 0..<(side * 4) { grown[a * newSide * 4 + index] = counts[a * side * 4 + index] }
    }
    counts = grown
    side = newSide
  }

  /// Hands out the cells, in the order of `rank` by sides.
  func forEachCell(orderedBy rank: [Int32], _ body: (Cell) -> Void) {
    let inside = rank.filter { Int($0) < side }
    for a in inside {
      for b in inside {
        for outcome in Outcome.allCases {
          let count = counts[(Int(a) * side + Int(b)) * 4 + Int(outcome.rawValue)]
          if count > 0 { body(Cell(a: a, b: b, outcome: outcome, count: Int(count))) }
        }
      }
    }
  }
}
