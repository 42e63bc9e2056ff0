/// A table of texts in memory: what tables come to that are written for people, or turned on their side.
///
/// Its rows go the way of all rows: columns are recognised by the header, filters choose, and what is wrong
/// with a row is told with its line.
struct TextTable: Sendable {
  /// The names of the columns, with the values of the first rows as a sample.
  private(set) var header: Header
  private var storage: [UInt8] = []
  /// The values, row by row.
  private var fields: [Field] = []
  /// The line of each row.
  private var lines: [Int] = []

  /// Rows that have another number of values than there are columns.
  private(set) var faults: [IngestError] = []
  /// How many rows that sum up others were left out.
  var summaries = 0
  /// How many more models the table says that it does not show.
  var hiddenModels = 0
  /// For each column the values from which footnote marks were taken off.
  var unmarked: [[String]] = []

  /// So many rows are a sample.
  private static let sampleSize = 200

  /// A table of no rows.
  init(_ header: Header) { self.header = header }

  /// How many rows there are.
  var rowCount: Int { lines.count }

  /// Adds a row.
  ///
  /// - Precondition: it has a value for each column.
  mutating func append(_ row: [String], line: Int) {
    precondition(row.count == header.names.count, "one value a column")
    if lines.count < Self.sampleSize { header.sample.append(row) }
    for value in row {
      let start = storage.count
      storage.append(contentsOf: value.utf8)
      fields.append(Field(start: start, end: storage.count, quoting: .quoted))
    }
    lines.append(line)
  }

  /// Adds a row that cannot be used.
  mutating func add(fault: IngestError) { faults.append(fault) }

  /// Hands all rows on.
  ///
  /// - Parameters:
  ///   - consumer: takes the rows that pass the selection.
  ///   - columns: the columns to look at.
  ///   - selection: the filters.
  ///   - tally: counts what becomes of the rows.
  /// - Throws: `IngestError` on a bad row where reading is to stop.
  func readRows<Consumer: RowConsumer>(
    into consumer: inout Consumer, columns: WantedColumns, selection: inout RowSelection,
    tally: inout RowTally
  ) throws(IngestError) {
    for fault in faults {
      tally.rows += 1
      try tally.setAside(fault)
    }
    let width = header.names.count
    var row = [Field](repeating: Field(), count: columns.names.count)
    for index in lines.indices {
      for column in 0..<width where columns.slotOfColumn[column] >= 0 {
        row[columns.slotOfColumn[column]] = fields[index * width + column]
      }
      tally.rows += 1
      try consumer.filter(
        storage.span, row.span, at: Place(file: header.place.file, line: lines[index]),
        line: lines[index], columns: columns.names, &selection, &tally)
    }
  }
}
