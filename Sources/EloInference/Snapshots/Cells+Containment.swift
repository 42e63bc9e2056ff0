import Battles

extension Cells {
  /// A pair and outcome of which `other` has fewer battles than these, by name; `nil` where all of
  /// these battles may be among `other`.
  ///
  /// Cells that differ only by further columns, such as who judged, count together.
  ///
  /// - Complexity: O(n + m) for n and m cells, but for the look-up of names.
  func firstCell(missingIn other: Cells) -> (a: String, b: String, cell: Cell, found: Int)? {
    let ids = roster.names.map { other.roster.id(of: $0) }
    var index = 0
    // Both are sorted alike, since rosters are in one order.
    var place = 0
    while index < cellCount {
      var cell = self[index]
      cell.count = 0
      while index < cellCount, self[index].isSameBattle(as: cell) {
        cell.count += count[index]
        index += 1
      }
      let (a, b) = (Int(cell.a), Int(cell.b))
      var found = 0
      if let otherA = ids[a], let otherB = ids[b] {
        let wanted = Cell(a: Int32(otherA), b: Int32(otherB), outcome: cell.outcome, count: 0)
        while place < other.cellCount, other[place].precedes(wanted) { place += 1 }
        while place < other.cellCount, other[place].isSameBattle(as: wanted) {
          found += other.count[place]
          place += 1
        }
      }
      if found < cell.count { return (roster.names[a], roster.names[b], cell, found) }
    }
    return nil
  }
}

extension Cell {
  /// Whether sides and outcome are the same.
  fileprivate func isSameBattle(as other: Cell) -> Bool {
    a == other.a && b == other.b && outcome == other.outcome
  }

  /// Whether this comes before `other` by sides and outcome.
  fileprivate func precedes(_ other: Cell) -> Bool {
    (a, b, outcome.rawValue) < (other.a, other.b, other.outcome.rawValue)
  }
}
