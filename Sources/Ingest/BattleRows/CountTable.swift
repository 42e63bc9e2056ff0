/// What a count is kept for, in a table of counts.
protocol CountKey: Equatable, Sendable {
  /// A key that nothing is counted for.
  static var vacant: Self { get }
  /// A hash of which the lower bits tell keys apart.
  var hash: UInt64 { get }
}

/// Counts by key, without an order; open addressing with linear probing.
struct CountTable<Key: CountKey>: Sendable {
  private struct Entry: Sendable {
    var key = Key.vacant
    var count = 0
  }

  private var entries: [Entry] = []
  private var used = 0

  /// Adds `count` to what `key` has.
  @inline(__always)
  mutating func add(_ key: Key, count: Int) {
    if used * 2 >= entries.count { grow() }
    let place = place(of: key)
    if entries[place].key == key {
      entries[place].count += count
    } else {
      entries[place] = Entry(key: key, count: count)
      used += 1
    }
  }

  /// Hands out the counts, in no particular order.
  func forEach(_ body: (Key, Int) -> Void) {
    for entry in entries where entry.key != .vacant { body(entry.key, entry.count) }
  }

  /// Where `key` is, or the vacant place where it would go.
  @inline(__always)
  private func place(of key: Key) -> Int {
    let mask = entries.count - 1
    var place = Int(truncatingIfNeeded: key.hash) & mask
    while entries[place].key != key, entries[place].key != .vacant {
      place = (place + 1) & mask
    }
    return place
  }

  @inline(never)
  private mutating func grow() {
    let old = entries
    entries = [Entry](repeating: Entry(), count: max(1024, old.count * 2))
    for entry in old where entry.key != .vacant { entries[place(of: entry.key)] = entry }
  }
}

/// The two sides and the code of a label, in one word.
struct CellKey: CountKey {
  private let word: UInt64

  /// The key of ids below 2^29 and a code below 64.
  @inline(__always)
  init(_ a: Int32, _ b: Int32, _ code: Int32) {
    word =
      UInt64(UInt32(bitPattern: a)) << 35 | UInt64(UInt32(bitPattern: b)) << 6
      | UInt64(UInt32(bitPattern: code))
  }

  private init(word: UInt64) { self.word = word }

  static let vacant = CellKey(word: .max)

  var hash: UInt64 { (word &* 0x9E37_79B9_7F4A_7C15) >> 32 }

  /// The first-listed side.
  var a: Int32 { Int32(truncatingIfNeeded: word >> 35) }
  /// The second-listed side.
  var b: Int32 { Int32(truncatingIfNeeded: (word >> 6) & 0x1FFF_FFFF) }
  /// The code of the label.
  var code: Int32 { Int32(truncatingIfNeeded: word & 63) }
  /// The bits, for hashes of more than them.
  fileprivate var bits: UInt64 { word }
}

/// The two sides, the code of a label and a cluster.
///
/// With clusters most battles are cells of their own: memory grows with how many different ones there are.
struct ClusterKey: CountKey {
  /// The sides and the label.
  let cell: CellKey
  /// The cluster.
  let cluster: Int32

  static let vacant = ClusterKey(cell: .vacant, cluster: 0)

  var hash: UInt64 {
    let word = cell.bits ^ UInt64(UInt32(bitPattern: cluster)) &* 0xD1B5_4A32_D192_ED03
    return (word &* 0x9E37_79B9_7F4A_7C15) >> 32
  }
}
