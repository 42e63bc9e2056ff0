internal import Battles

/// Counts of (a, b, outcome, cluster), without an order; open addressing with linear probing.
///
/// With clusters most battles are cells of their own: memory grows with how many different ones there are.
struct ClusterTable: Sendable {
  private struct Entry: Sendable {
    /// The ids of the sides, and the outcome, in one word, or `vacant`.
    var key = vacant
    var cluster: Int32 = 0
    var count = 0
  }

  private static let vacant = UInt64.max
  private var entries: [Entry] = []
  private var used = 0
  /// The sum of all counts.
  private(set) var total = 0

  /// Adds `count` battles.
  ///
  /// - Returns: whether the total is still at most 2^53; where it would not be, nothing is added.
  mutating func add(_ a: Int32, _ b: Int32, _ outcome: Outcome, cluster: Int32, count: Int) -> Bool
  {
    guard count > 0 else { return true }
    // Both are at most 2^53, so that the sum cannot overflow.
    guard total + count <= Numbers.largestCount else { return false }
    total += count
    if used * 2 >= entries.count { grow() }
    let key =
      UInt64(UInt32(bitPattern: a)) << 33 | UInt64(UInt32(bitPattern: b)) << 2
      | UInt64(outcome.rawValue)
    let place = place(of: key, cluster)
    if entries[place].key == key {
      entries[place].count += count
    } else {
      entries[place] = Entry(key: key, cluster: cluster, count: count)
      used += 1
    }
    return true
  }

  /// Hands out the cells, in no particular order.
  func forEachCell(_ body: (Cell) -> Void) {
    for entry in entries where entry.key != Self.vacant {
      guard let outcome = Outcome(rawValue: UInt8(entry.key & 3)) else { continue }
      body(
        Cell(
          a: Int32(truncatingIfNeeded: entry.key >> 33),
          b: Int32(truncatingIfNeeded: (entry.key >> 2) & 0x7FFF_FFFF), outcome: outcome,
          count: entry.count, cluster: entry.cluster))
    }
  }

  /// Where the cell is, or the vacant place where it would go.
  private func place(of key: UInt64, _ cluster: Int32) -> Int {
    let mask = entries.count - 1
    let word = key ^ UInt64(UInt32(bitPattern: cluster)) &* 0xD1B5_4A32_D192_ED03
    var place = Int(truncatingIfNeeded: (word &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while entries[place].key != Self.vacant,
      entries[place].key != key || entries[place].cluster != cluster
    {
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: max(1024, old.count * 2))
    for entry in old where entry.key != Self.vacant {
      entries[place(of: entry.key, entry.cluster)] = entry
    }
  }
}
