/// Battles of a pair with one label, in one cluster.
struct CodedCell: Sendable {
  /// The first-listed side.
  var a: Int32
  /// The second-listed side.
  var b: Int32
  /// The code of the label.
  var code: Int32
  /// How many battles.
  var count: Int
  /// The cluster, 0 where battles count as independent.
  var cluster: Int32 = 0
}

/// Counts of (a, b, label): in a square of counters for names that came early, in a hash table for the
/// others.
///
/// A counter of the square is found without a comparison and takes two bytes, so that the usual
/// few hundred names stay in the processor's second cache where a hash table of their cells does
/// not.
struct CellTable: Sendable {
  private var square = CellSquare()
  private var others = CountTable<CellKey>()
  private var clustered = CountTable<ClusterKey>()
  /// The sum of all counts.
  private(set) var total = 0

  /// Adds `count` battles.
  ///
  /// - Returns: whether the total is still at most 2^53; where it would not be, nothing is added.
  @inline(__always)
  mutating func add(_ a: Int32, _ b: Int32, _ code: Int32, count: Int) -> Bool {
    guard count > 0 else { return true }
    // Both are at most 2^53, so that the sum cannot overflow.
    guard total + count <= Numbers.largestCount else { return false }
    total += count
    let carry = square.add(a, b, code, count: count)
    if carry > 0 { addElsewhere(a, b, code, count: carry) }
    return true
  }

  @inline(never)
  private mutating func addElsewhere(_ a: Int32, _ b: Int32, _ code: Int32, count: Int) {
    square.grow(toHold: max(a, b))
    let carry = square.add(a, b, code, count: count)
    if carry > 0 { others.add(CellKey(a, b, code), count: carry) }
  }

  /// Adds `count` battles of a cluster.
  ///
  /// - Returns: whether the total is still at most 2^53; where it would not be, nothing is added.
  mutating func add(_ a: Int32, _ b: Int32, _ code: Int32, cluster: Int32, count: Int) -> Bool {
    guard count > 0 else { return true }
    guard total + count <= Numbers.largestCount else { return false }
    total += count
    clustered.add(ClusterKey(cell: CellKey(a, b, code), cluster: cluster), count: count)
    return true
  }

  /// Hands out the cells, in the order of `rank` by sides as far as they are in the square; a cell
  /// may come twice.
  ///
  /// - Parameter rank: every id that was added, once.
  func forEachCell(orderedBy rank: [Int32], _ body: (CodedCell) -> Void) {
    square.forEachCell(orderedBy: rank, body)
    others.forEach { key, count in
      body(CodedCell(a: key.a, b: key.b, code: key.code, count: count))
    }
    clustered.forEach { key, count in
      body(
        CodedCell(
          a: key.cell.a, b: key.cell.b, code: key.cell.code, count: count, cluster: key.cluster))
    }
  }
}

/// A counter for each of the first four labels of each ordered pair of the first few hundred ids.
struct CellSquare: Sendable {
  /// A square for more ids than this would not fit a second cache.
  private static let mostNames = 512
  /// By how many ids a square grows.
  private static let step = 64
  private var counts: [UInt16] = []
  private var side = 0

  /// Adds `count` battles.
  ///
  /// - Returns: how many of them are to be counted elsewhere: all where a, b or the label is beyond the
  ///   square or they are too many, those that the counter can hold no longer where it overflows.
  @inline(__always)
  mutating func add(_ a: Int32, _ b: Int32, _ code: Int32, count: Int) -> Int {
    guard Int(a) < side, Int(b) < side, code < 4, count <= Int(UInt16.max) else { return count }
    let index = (Int(a) * side + Int(b)) * 4 + Int(code)
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
  func forEachCell(orderedBy rank: [Int32], _ body: (CodedCell) -> Void) {
    let inside = rank.filter { Int($0) < side }
    for a in inside {
      for b in inside {
        for code in 0..<4 as Range<Int32> {
          let count = counts[(Int(a) * side + Int(b)) * 4 + Int(code)]
          if count > 0 { body(CodedCell(a: a, b: b, code: code, count: Int(count))) }
        }
      }
    }
  }
}
