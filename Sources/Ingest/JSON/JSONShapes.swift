/// The shapes of the records met so far, and the one that is at work.
struct JSONShapes<Consumer: RecordConsumer>: Sendable {
  typealias Shape = JSONShape<Consumer.Columns>

  /// More shapes than this are not remembered, so that memory stays small on hostile input.
  private static var most: Int { 1024 }

  /// The keys around each record that are columns too.
  let around: [Shape.Source]
  /// The shape at work, which the last record that could be read had.
  private(set) var shape: Shape?
  /// The place among the members of each slot's value; -1 for the keys around the record.
  private(set) var memberOfSlot: [Int] = []
  private var current: [Int32]?
  private var shapes: [[Int32]: Shape] = [:]

  /// No shape yet.
  init(around: [Shape.Source]) { self.around = around }

  /// Makes ready for `record`, whose keys are not those of the record before.
  ///
  /// - Returns: whether its keys are those of a row; the record is set aside where they are not.
  /// - Throws: where reading is to stop.
  mutating func settle(
    _ record: borrowing JSONRecord, _ window: Span<UInt8>, at place: Place,
    _ consumer: inout Consumer,
    _ selection: inout RowSelection, _ tally: inout RowTally
  ) throws(IngestError) -> Bool {
    let all = consumer.looksAtAllColumns
    var ids: [Int32] = []
    for member in record.members where all || record.keys.isKnown(member.key) {
      ids.append(member.key)
    }
    ids.sort()
    shape = nil
    let found: Shape
    if let known = shapes[ids] {
      found = known
    } else {
      current = nil
      do throws(IngestError) {
        found = try newShape(record, window, at: place, consumer, &selection)
      } catch {
        if case .usage = error { throw error }
        try tally.setAside(error)
        return false
      }
    }
    if ids != current {
      try consumer.begin(place, columns: found.columns, headings: found.headings)
      selection.slots = found.filterSlots
    }
    memberOfSlot = found.sources.map { source in
      guard case .key(let id) = source else { return -1 }
      return record.members.firstIndex { $0.key == id } ?? -1
    }
    if shapes.count >= Self.most { shapes = [:] }
    shapes[ids] = found
    current = ids
    shape = found
    return true
  }

  private func newShape(
    _ record: borrowing JSONRecord, _ window: Span<UInt8>, at place: Place, _ consumer: Consumer,
    _ selection: inout RowSelection
  ) throws(IngestError) -> Shape {
    var (header, sources): (Header, [Shape.Source]) = record.header(at: place, around: around)
    header.sample = [record.texts(of: sources, in: window)]
    var wanted = WantedColumns(header)
    let columns = try consumer.columns(of: header, &wanted)
    try selection.begin(header, columns: &wanted, names: consumer.nameSlots(of: columns))
    var sourceOfSlot = [Shape.Source](repeating: .model, count: wanted.names.count)
    for (column, slot) in wanted.slotOfColumn.enumerated() where slot >= 0 {
      sourceOfSlot[slot] = sources[column]
      guard case .key(let id) = sources[column] else { continue }
      let count = record.members.count { $0.key == id }
      guard count == 1 else {
        throw .rows(
          place, what: "the key \(quoted(header.names[column])) is there \(count) times",
          remedy: "write each key of a record once; \(RowProblem.skipRemedy)")
      }
    }
    var isText = [Bool](repeating: false, count: wanted.names.count)
    for slot in consumer.textSlots(of: columns) { isText[slot] = true }
    return Shape(
      columns: columns, headings: wanted.names, sources: sourceOfSlot, isText: isText,
      filterSlots: selection.slots)
  }
}
