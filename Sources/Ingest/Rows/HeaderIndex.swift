/// Finds the columns of a header by their names, without regard to ASCII case: a file may have millions of
/// them, and a hundred names are asked for.
///
/// Chains of equal hashes, each from the first column to the last; nothing is kept of the names themselves.
struct HeaderIndex: Sendable {
  /// The first column of each hash, -1 for none.
  private var first: [Int32]
  /// The next column of the same hash as each column, -1 for none.
  private var next: [Int32]

  /// The columns named `names`.
  ///
  /// - Complexity: O(bytes).
  init(_ names: [String]) {
    var size = 16
    while size < 2 * names.count { size *= 2 }
    first = [Int32](repeating: -1, count: size)
    next = [Int32](repeating: -1, count: names.count)
    for column in names.indices.reversed() {
      let place = Self.hash(names[column]) & (size - 1)
      next[column] = first[place]
      first[place] = Int32(column)
    }
  }

  /// The columns of `names`, those that the index was made of, with the name `name` in any case, in order.
  ///
  /// - Complexity: O(columns of the same hash).
  func columns(named name: String, in names: [String]) -> [Int] {
    var found: [Int] = []
    var column = first[Self.hash(name) & (first.count - 1)]
    while column >= 0 {
      let own = names[Int(column)].utf8
      if own.count == name.utf8.count,
        zip(own, name.utf8).allSatisfy({ ASCII.lowercased($0) == ASCII.lowercased($1) })
      {
        found.append(Int(column))
      }
      column = next[Int(column)]
    }
    return found
  }

  /// FNV-1a of the bytes in lower case, mixed once more.
  private static func hash(_ name: String) -> Int {
    var hash: UInt64 = 0xCBF2_9CE4_8422_2325
    for byte in name.utf8 { hash = (hash ^ UInt64(ASCII.lowercased(byte))) &* 0x100_0000_01B3 }
    return Int(truncatingIfNeeded: (hash ^ (hash &>> 32)) &>> 1)
  }
}
