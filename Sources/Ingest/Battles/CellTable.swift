internal import Battles

/// Counts of (a, b, outcome), without an order; open addressing with linear probing.
struct CellTable: Sendable {
  private struct Entry: Sendable {
    /// The ids and the outcome in one word, or `vacant`.
    var key = vacant
    var count = 0
  }

  private static let vacant = UInt64.max
  private var entries = [Entry](repeating: Entry(), count: 1024)
  private var used = 0
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
    let key =
      UInt64(UInt32(bitPattern: a)) << 33 | UInt64(UInt32(bitPattern: b)) << 2
      | UInt64(outcome.rawValue)
    let place = place(of: key)
    if entries[place].key == key {
      entries[place].count += count
      return true
    }
    entries[place] = Entry(key: key, count: count)
    used += 1
    if used * 2 > entries.count { grow() }
    return true
  }

  /// The cells, in no particular order.
  var cells: [Cell] {
    entries.compactMap { entry in
      guard entry.key != Self.vacant, let outcome = Outcome(rawValue: UInt8(entry.key & 3)) else {
        return nil
      }
      return Cell(
        a: Int32(truncatingIfNeeded: entry.key >> 33),
        b: Int32(truncatingIfNeeded: (entry.key >> 2) & 0x7FFF_FFFF), outcome: outcome,
        count: entry.count)
    }
  }

  /// Where `key` is, or the vacant place where it would go.
  @inline(__always)
  private func place(of key: UInt64) -> Int {
    let mask = entries.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) >> 32) & mask
    while entries[place].key != key, entries[place].key != Self.vacant {
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: old.count * 2)
    for entry in old where entry.key != Self.vacant { entries[place(of: entry.key)] = entry }
  }
}
