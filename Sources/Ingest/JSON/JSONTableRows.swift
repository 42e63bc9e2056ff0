/// The way along the rows of a table in JSON.
struct JSONTableRows {
  /// What was come to.
  enum Step {
    /// A row, whose values are in `members`.
    case row
    /// A row that has another number of values than there are headings.
    case ragged(found: Int)
    /// A value that is no row.
    case noRow(JSONRecord.Member)
    /// Two columns, by their order among those that are looked at, of which the first has fewer values.
    case shorter(Int, than: Int)
    /// Two such columns whose values are under different names of rows.
    case differing(Int, Int)
  }

  private enum Layout {
    case columns([JSONCursor])
    case rows(JSONCursor, width: Int, columns: [Int])
  }

  private var layout: Layout
  private var row: [JSONRecord.Member] = []
  /// The values of the columns that are looked at.
  private(set) var members: [JSONRecord.Member] = []
  /// The line of the row.
  private(set) var line = 0

  /// The rows of columns.
  init(columns: [JSONCursor]) { layout = .columns(columns) }

  /// The rows in an array, each of `width` values, of which some are looked at.
  init(rows: JSONCursor, width: Int, columns: [Int]) {
    layout = .rows(rows, width: width, columns: columns)
  }

  /// Goes on to the next row; `nil` where there is none.
  mutating func next(_ bytes: Span<UInt8>) throws(JSONStop) -> Step? {
    members.removeAll(keepingCapacity: true)
    switch layout {
    case .columns(var cursors):
      // The array is not shared while it is changed.
      layout = .columns([])
      defer { layout = .columns(cursors) }
      return try next(&cursors, bytes)
    case .rows(var cursor, let width, let columns):
      let found = try cursor.nextArray(bytes)
      layout = .rows(cursor, width: width, columns: columns)
      guard let found else { return nil }
      line = found.cursor?.line ?? cursor.line
      guard var values = found.cursor else { return .noRow(found.value) }
      row.removeAll(keepingCapacity: true)
      while let member = try values.next(bytes) { row.append(member) }
      guard row.count == width else { return .ragged(found: row.count) }
      for column in columns { members.append(row[column]) }
      return .row
    }
  }

  private mutating func next(
    _ cursors: inout [JSONCursor], _ bytes: Span<UInt8>
  ) throws(JSONStop) -> Step? {
    var ended: Int?
    for index in cursors.indices {
      guard let member = try cursors[index].next(bytes) else {
        if index > 0, ended == nil { return .shorter(index, than: 0) }
        ended = index
        continue
      }
      if index == 0 { line = cursors[0].line }
      if let ended { return .shorter(ended, than: index) }
      if index > 0, !areSame(cursors[index].key, cursors[0].key, bytes) {
        return .differing(0, index)
      }
      members.append(member)
    }
    return ended == nil && !cursors.isEmpty ? .row : nil
  }

  private func areSame(_ one: Range<Int>, _ two: Range<Int>, _ bytes: Span<UInt8>) -> Bool {
    guard one.count == two.count else { return false }
    for offset in 0..<one.count
    where bytes[one.lowerBound + offset] != bytes[two.lowerBound + offset] { return false }
    return true
  }
}
