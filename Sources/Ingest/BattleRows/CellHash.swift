internal import Battles

/// Counts of (a, b, outcome), without an order; open addressing with linear probing.
struct CellHash: Sendable {
  private struct Entry: Sendable {
    /// The ids and the outcome in one word, or `vacant`.
    var key = vacant
    var count = 0
  }

  private static let vacant = UInt64.max
  private var entries: [Entry] = []
  private var used = 0

  /// Adds `count` battles.
  mutating func add(_ a: Int32, _ b: Int32, _ outcome: Outcome, count: Int) {
    if used * 2 >= entries.count { grow() }
    let key =
      UInt64(UInt32(bitPattern: a)) << 33 | UInt64(UInt32(bitPattern: b)) << 2
      | UInt64(outcome.rawValue)
    let place = place(of: key)
    if entries[place].key == key {
      entries[place].count += count
    } else {
      entries[place] = Entry(key: key, count: count)
      used += 1
    }
  }

  /// Hands out the cells, in no particular order.
  func forEachCell(_ body: (Cell) -> Void) {
    for entry in entries where entry.key != Self.vacant {
      guard let outcome = Outcome(rawValue: UInt8(entry.key & 3)) else { continue }
      body(
        Cell(
          a: Int32(truncatingIfNeeded: entry.key >> 33),
          b: Int32(truncatingIfNeeded: (entry.key >> 2) & 0x7FFF_FFFF), outcome: outcome,
          count: entry.count))
    }
  }

  /// Where `key` is, or the vacant place where it would go.
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
    entries = [Entry](repeating: Entry(), count: max(1024, old.count * 2))
    for entry in old where entry.key != Self.vacant { entries[place(of: entry.key)] = entry }
  }
}
