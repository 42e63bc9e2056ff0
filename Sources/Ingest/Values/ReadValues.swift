public import Battles

/// Reads one number for each of some names: true ratings to simulate from, prices, weekly tokens.
///
/// - Parameters:
///   - file: a path; `-` is standard input.
///   - name: the column of the names; by default `model`, `model_name`, `name` or `key`.
///   - value: the column of the numbers; by default `rating`, `score`, `elo` or `arena_score`.
///   - filters: rows that do not pass every filter are left out.
///   - dateFormat: how dates that do not begin with their year are read, where filters order by dates.
///   - form: how the numbers may be written.
///   - wording: how messages name the options that choose columns and rows.
/// - Throws: `IngestError` where a name occurs twice, a value is not a finite number, or there is
///   no row.
public func readValues(
  _ file: InputPath, name: String? = nil, value: String? = nil, filters: [RowFilter] = [],
  dateFormat: DateFormat? = nil, form: ValueForm = .plain,
  wording: ValueOptionNames = ValueOptionNames()
) throws(IngestError) -> ValueReadResult {
  let selection = try RowSelection(filters, dateFormat: dateFormat, canSkip: false)
  try InputForm.check(path: file.name)
  return try readValues(
    InputBuffer(ByteSource(opening: file)),
    ValueCollector(name: name, value: value, form: form, wording: wording),
    [name, value], selection)
}

/// Reads a column of values from memory.
package func readValues(
  _ file: InMemoryFile, name: String? = nil, value: String? = nil, filters: [RowFilter] = [],
  dateFormat: DateFormat? = nil, form: ValueForm = .plain,
  wording: ValueOptionNames = ValueOptionNames(), windowSize: Int = 1 << 20
) throws(IngestError) -> ValueReadResult {
  try readValues(
    InputBuffer(ByteSource(bytes: file.bytes, file: file.name), size: windowSize),
    ValueCollector(name: name, value: value, form: form, wording: wording),
    [name, value], RowSelection(filters, dateFormat: dateFormat, canSkip: false))
}

private func readValues(
  _ buffer: consuming InputBuffer, _ collector: ValueCollector, _ named: [String?],
  _ selection: RowSelection
) throws(IngestError) -> ValueReadResult {
  var collector = collector
  let file = buffer.file
  let tally = try readTable(buffer, into: &collector, named: named.compactMap { $0 }, selection)
  return ValueReadResult(
    column: collector.collected(),
    report: ReadReport(files: [file], rows: tally.rows, setAside: tally.setAside))
}

/// A column of values and the account of how it was read.
public struct ValueReadResult: Sendable, Equatable {
  /// What was read.
  public let column: ValueColumn
  /// How many rows there were and what was set aside.
  public let report: ReadReport
}

/// Hands the rows of one small table, in either form, to `collector`.
///
/// - Parameters:
///   - named: the columns that options name.
///   - selection: the filters, which have met no row.
/// - Returns: how many rows there were and what was set aside.
@discardableResult
func readTable(
  _ buffer: consuming InputBuffer, into collector: inout some RecordConsumer, named: [String],
  _ selection: RowSelection = RowSelection()
) throws(IngestError) -> RowTally {
  var buffer = buffer
  let file = buffer.file
  var selection = selection
  var tally = RowTally(.stop)
  let form = try InputForm.recognized(&buffer)
  switch form {
  case .pgn:
    throw .unsupportedForm(
      file: file, form: "a table in PGN",
      remedy: "games have no such values; name a CSV or JSON file")
  case .json:
    var reader = JSONReader(buffer)
    try reader.readRecords(
      into: &collector, wanted: named + selection.columns, selection: &selection,
      tally: &tally)
  case .delimited:
    var reader = DelimitedReader(buffer)
    let header = try reader.readHeader(
      known: collector.knownNames + named + selection.columns)
    var wanted = WantedColumns(header)
    let columns = try collector.columns(of: header, &wanted)
    try selection.begin(header, columns: &wanted, names: [])
    try collector.begin(header.place, columns: columns, headings: wanted.names)
    try reader.readRows(
      into: &collector, columns: wanted, selection: &selection, tally: &tally)
  }
  guard tally.rows > 0 else {
    throw .empty(
      file: file,
      what: form == .json ? "it has no records" : "it has a header and no rows below it",
      remedy: "check that the file is complete")
  }
  if tally.leftNothing { throw selection.nothingLeft([file], tally) }
  return tally
}
