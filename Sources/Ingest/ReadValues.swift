public import Battles

/// Reads one number for each of some names: true ratings to simulate from, prices, weekly tokens.
///
/// - Parameters:
///   - file: a path; `-` is standard input.
///   - name: the column of the names; by default `model`, `model_name`, `name` or `key`.
///   - value: the column of the numbers; by default `rating`, `score`, `elo` or `arena_score`.
///   - filters: rows that do not pass every filter are left out.
/// - Throws: `IngestError` where a name occurs twice, a value is not a finite number, or there is
///   no row.
public func readValues(
  _ file: String, name: String? = nil, value: String? = nil, filters: [RowFilter] = []
) throws(IngestError) -> ValueColumn {
  try InputForm.check(path: file)
  return try readValues(
    InputBuffer(ByteSource(opening: file)), name: name, value: value, filters: filters)
}

/// Reads a column of values from memory.
package func readValues(
  _ file: InMemoryFile, name: String? = nil, value: String? = nil, filters: [RowFilter] = [],
  windowSize: Int = 1 << 20
) throws(IngestError) -> ValueColumn {
  try readValues(
    InputBuffer(ByteSource(bytes: file.bytes, file: file.name), size: windowSize), name: name,
    value: value, filters: filters)
}

private func readValues(
  _ buffer: consuming InputBuffer, name: String?, value: String?, filters: [RowFilter]
) throws(IngestError) -> ValueColumn {
  let file = buffer.file
  var reader = DelimitedReader(buffer)
  let header = try reader.readHeader()
  var columns = WantedColumns(header)
  let nameColumn = try column(
    name, of: "model", among: BoardColumns.names, option: "--columns model=", header)
  let valueColumn = try column(
    value, of: "value", among: BoardColumns.ratings, option: "--value ", header)
  let slots = (name: columns.slot(nameColumn), value: columns.slot(valueColumn))
  let others = header.names.indices.filter { $0 != nameColumn && $0 != valueColumn }.map {
    columns.slot($0)
  }
  var selection = RowSelection(filters)
  try selection.begin(header, columns: &columns)
  var collector = ValueCollector(
    file: file, slots: slots, others: others, headings: columns.names)
  var tally = RowTally(.stop)
  try reader.readRows(
    into: &collector, columns: columns, selection: &selection, tally: &tally)
  guard tally.rows > 0 else {
    throw .empty(
      file: file, what: "it has a header and no rows below it",
      remedy: "check that the file is complete")
  }
  if tally.leftNothing { throw selection.nothingLeft([file]) }
  return collector.collected(label: header.names[valueColumn])
}

private func column(
  _ name: String?, of role: String, among known: [String], option: String, _ header: Header
) throws(IngestError) -> Int {
  if let name { return try header.column(name, namedBy: option) }
  if let index = try header.column(anyOf: known) { return index }
  throw .header(
    header.place,
    what: "there is no column for the \(role) (one of \(known.joined(separator: ", "))); "
      + header.listing,
    remedy: "name it with \(option)COLUMN")
}

/// Takes rows of a name and a number.
private struct ValueCollector: RowConsumer {
  let file: String
  let slots: (name: Int, value: Int)
  let others: [Int]
  let headings: [String]
  var rows = RowsByName()
  var values: [Double] = []

  init(file: String, slots: (name: Int, value: Int), others: [Int], headings: [String]) {
    self.file = file
    self.slots = slots
    self.others = others
    self.headings = headings
  }

  mutating func take(_ window: Span<UInt8>, _ fields: Span<Field>, line: Int) throws(RowProblem) {
    guard let value = Numbers.number(fields[slots.value], in: window) else {
      throw .value(
        slot: slots.value, expected: "a number",
        remedy: "correct it, or leave the row out with --where")
    }
    try rows.add(
      slots.name, others: others, columns: headings, window, fields,
      at: Place(file: file, line: line))
    values.append(value)
  }

  func collected(label: String) -> ValueColumn {
    let roster = Roster(rows.names.names)
    var ordered = [Double](repeating: 0, count: roster.count)
    for (index, name) in rows.names.names.enumerated() {
      if let id = roster.id(of: name) { ordered[id] = values[index] }
    }
    return ValueColumn(roster: roster, label: label, values: ordered)
  }
}
