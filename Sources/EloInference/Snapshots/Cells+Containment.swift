import Battles

extension Cells {
  /// A cell of which `other` has fewer battles than these, by name; `nil` where all of these battles
  /// may be among `other`.
  ///
  /// - Complexity: O(n + m) for n and m cells, but for the look-up of names.
  func firstCell(missingIn other: Cells) -> (a: String, b: String, cell: Cell, found: Int)? {
    let ids = roster.names.map { other.roster.id(of: $0) }
    var place = 0
    for index in 0..<cellCount {
      let cell = self[index]
      let names = (roster.names[Int(cell.a)], roster.names[Int(cell.b)])
      guard let a = ids[Int(cell.a)], let b = ids[Int(cell.b)] else {
        return (names.0, names.1, cell, 0)
      }
      // Both are sorted alike, since rosters are in one order.
      func key(_ a: Int, _ b: Int, _ outcome: Outcome) -> (Int, Int, UInt8) {
        (a, b, outcome.rawValue)
      }
      let wanted = key(a, b, cell.outcome)
      func current() -> (Int, Int, UInt8) {
        key(Int(other.a[place]), Int(other.b[place]), other.outcome[place])
      }
      while place < other.cellCount, current() < wanted { place += 1 }
      let isThere = place < other.cellCount && current() == wanted
      let found = isThere ? other.count[place] : 0
      if found < cell.count { return (names.0, names.1, cell, found) }
    }
    return nil
  }
}
