/// Finds the wanted fields of records in which nothing is unusual, 64 bytes at a time.
///
/// A record is plain where no quote stands in it, it has as many fields as it should, and it ends
/// with LF or CRLF inside the window. Any other one is left to `RecordScanner`, which defines what
/// records are; of a plain one both find the same.
struct PlainRecordScanner {
  private let delimiter: SIMD16<UInt8>
  private let columns: Int
  /// The slot of each column up to the last wanted one, -1 for those that are not wanted.
  private let slots: [Int]

  /// A scanner that keeps the field of each column at its place in `slotOfColumn`; columns at -1
  /// are only counted.
  init(delimiter: UInt8, slotOfColumn: [Int]) {
    self.delimiter = SIMD16(repeating: delimiter)
    columns = slotOfColumn.count
    slots = Array(slotOfColumn.prefix((slotOfColumn.lastIndex { $0 >= 0 } ?? -1) + 1))
  }

  /// Scans the record that begins at `start`.
  ///
  /// - Parameters:
  ///   - bytes: the window, readable for `Block.count` bytes behind `end`.
  ///   - end: where the input in it ends.
  ///   - fields: one place for each slot, written even where the record is not plain.
  /// - Returns: where the next record begins, or `nil` where this one is not plain.
  @inline(__always)
  func scan(
    _ bytes: Span<UInt8>, from start: Int, to end: Int, into fields: inout MutableSpan<Field>
  ) -> Int? {
    guard start >= 0, end &+ Block.count <= bytes.count else { return nil }
    var place = start
    var fieldStart = start
    var column = 0
    var delimiterCount = 0
    while place < end {
      let block = Block(bytes, at: place)
      var stops = block.possibleRecordStops
      if stops != 0, bytes[place &+ stops.trailingZeroBitCount] != ASCII.lineFeed {
        stops = block.recordStops
      }
      // What is behind a stop belongs to the next record.
      let before = (stops &- 1) & ~stops
      var delimiters = block.places(of: delimiter) & before
      delimiterCount &+= delimiters.nonzeroBitCount
      while column < slots.count, delimiters != 0 {
        let fieldEnd = place &+ delimiters.trailingZeroBitCount
        let slot = slots[column]
        if slot >= 0 { fields[slot] = Field(start: fieldStart, end: fieldEnd) }
        delimiters &= delimiters &- 1
        fieldStart = fieldEnd &+ 1
        column &+= 1
      }
      if stops != 0 {
        let stop = place &+ stops.trailingZeroBitCount
        // A line end at the very beginning is an empty line.
        guard delimiterCount == columns &- 1, stop > start else { return nil }
        if column < slots.count {
          let slot = slots[column]
          if slot >= 0 { fields[slot] = Field(start: fieldStart, end: stop) }
        }
        return next(bytes, after: stop, end)
      }
      place &+= Block.count
    }
    return nil
  }

  /// The beginning of the record behind the line end at `place`, where it is one and whole.
  @inline(__always)
  private func next(_ bytes: Span<UInt8>, after place: Int, _ end: Int) -> Int? {
    guard place < end else { return nil }
    let byte = bytes[place]
    if byte == ASCII.lineFeed { return place &+ 1 }
    guard byte == ASCII.carriageReturn, place &+ 1 < end, bytes[place &+ 1] == ASCII.lineFeed
    else { return nil }
    return place &+ 2
  }
}
