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
  var buffer = buffer
  let file = buffer.file
  var collector = ValueCollector(name: name, value: value)
  var selection = RowSelection(filters)
  var tally = RowTally(.stop)
  let form = try InputForm.recognized(&buffer)
  switch form {
  case .json:
    var reader = JSONReader(buffer)
    try reader.readRecords(
      into: &collector, wanted: [name, value].compactMap { $0 } + filters.map(\.column),
      selection: &selection, tally: &tally)
  case .delimited:
    var reader = DelimitedReader(buffer)
    let header = try reader.readHeader()
    var wanted = WantedColumns(header)
    let columns = try collector.columns(of: header, &wanted)
    try selection.begin(header, columns: &wanted)
    collector.begin(header.place, columns: columns, headings: wanted.names)
    try reader.readRows(
      into: &collector, columns: wanted, selection: &selection, tally: &tally)
  }
  guard tally.rows > 0 else {
    throw .empty(
      file: file,
      what: form == .json ? "it has no records" : "it has a header and no rows below it",
      remedy: "check that the file is complete")
  }
  if tally.leftNothing { throw selection.nothingLeft([file]) }
  return collector.collected()
}
