internal import Battles

/// Counts of (a, b, outcome), without an order; open addressing with linear probing.
struct CellTable: Sendable {
  private static let vacant = UInt64.max
  private var keys: [UInt64]
  private var counts: [Int]
  private var used = 0
  /// The sum of all counts.
  private(set) var total = 0

  /// No battle.
  init() {
    keys = [UInt64](repeating: Self.vacant, count: 1024)
    counts = [Int](repeating: 0, count: 1024)
  }

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
      UInt64(UInt32(bitPattern: a)) &<< 33 | UInt64(UInt32(bitPattern: b)) &<< 2
      | UInt64(outcome.rawValue)
    let place = Self.place(of: key, in: keys)
    if keys[place] == key {
      counts[place] += count
      return true
    }
    keys[place] = key
    counts[place] = count
    used += 1
    if used * 2 > keys.count { grow() }
    return true
  }

  /// The cells, in no particular order.
  var cells: [Cell] {
    keys.indices.filter { keys[$0] != Self.vacant }.map { place in
      let key = keys[place]
      return Cell(
        a: Int32(truncatingIfNeeded: key >> 33),
        b: Int32(truncatingIfNeeded: (key >> 2) & 0x7FFF_FFFF),
        outcome: Outcome(rawValue: UInt8(key & 3)) ?? .tie, count: counts[place])
    }
  }

  /// Where `key` is, or the vacant place where it would go.
  @inline(__always)
  private static func place(of key: UInt64, in keys: [UInt64]) -> Int {
    let mask = keys.count - 1
    var place = Int(truncatingIfNeeded: (key &* 0x9E37_79B9_7F4A_7C15) &>> 32) & mask
    while keys[place] != key, keys[place] != vacant { place = (place + 1) & mask }
    return place
  }

  private mutating func grow() {
    let old = (keys: keys, counts: counts)
    keys = [UInt64](repeating: Self.vacant, count: old.keys.count * 2)
    counts = [Int](repeating: 0, count: old.keys.count * 2)
    for (key, count) in zip(old.keys, old.counts) where key != Self.vacant {
      let place = Self.place(of: key, in: keys)
      keys[place] = key
      counts[place] = count
    }
  }
}
