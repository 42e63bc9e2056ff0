/// Tables that are not written as records, which have to be in memory as a whole: the values of one row
/// lie as far apart as the file is long.
extension JSONReader {
  private static var sampleSize: Int { 200 }

  /// Reads the rows of a table, which lies in the input as `root` says.
  mutating func readTable<Consumer: RecordConsumer>(
    _ root: JSONRoot, into consumer: inout Consumer, selection: inout RowSelection,
    tally: inout RowTally
  ) throws(IngestError) {
    try readAll(root)
    let table = try table(root)
    var header = Header(place: Place(file: file, line: line), names: table.names)
    header.sample = table.sample(buffer.storage.span, most: Self.sampleSize)
    var wanted = WantedColumns(header)
    let columns: Consumer.Columns
    do throws(IngestError) {
      columns = try consumer.columns(of: header, &wanted)
    } catch {
      guard root == .rows, case .header(let place, let what, _) = error else { throw error }
      throw .header(
        place, what: "the first array was taken for the headings: \(what)",
        remedy: "write records instead: df.to_json(FILE, orient=\"records\")")
    }
    try selection.begin(header, columns: &wanted, names: consumer.nameSlots(of: columns))
    try consumer.begin(header.place, columns: columns, headings: wanted.names)
    var columnOfSlot = [Int](repeating: 0, count: wanted.names.count)
    for (column, slot) in wanted.slotOfColumn.enumerated() where slot >= 0 {
      columnOfSlot[slot] = column
    }
    var isText = [Bool](repeating: false, count: wanted.names.count)
    for slot in consumer.textSlots(of: columns) { isText[slot] = true }
    let shape = JSONShape(
      columns: columns, headings: wanted.names, sources: wanted.names.map { _ in .key(0) },
      isText: isText, filterSlots: [])
    try read(
      table.rows(of: columnOfSlot, buffer.storage.span), width: table.names.count, shape,
      into: &consumer, &selection, &tally)
  }

  private func read<Consumer: RecordConsumer>(
    _ rows: JSONTableRows, width: Int, _ shape: JSONShape<Consumer.Columns>,
    into consumer: inout Consumer, _ selection: inout RowSelection, _ tally: inout RowTally
  ) throws(IngestError) {
    let window = buffer.storage.span
    let slots = Array(shape.headings.indices)
    var rows = rows
    var values = JSONValues()
    while let step = try next(&rows) {
      let place = Place(file: file, line: rows.line)
      switch step {
      case .row: break
      case .ragged(let found):
        tally.rows += 1
        try tally.setAside(
          .rows(
            place, what: "the row has \(found) values; expected \(width), one a heading",
            remedy: RowProblem.skipRemedy))
        continue
      case .noRow(let member):
        tally.rows += 1
        let value = Field(start: member.start, end: member.end).bytes(in: window)
        try tally.setAside(
          .rows(
            place, what: "the row is \(quoted(bytes: value)); expected an array of values",
            remedy: RowProblem.skipRemedy))
        continue
      case .shorter(let one, let other):
        throw .rows(
          place,
          what:
            "\(quoted(shape.headings[one])) has fewer values than \(quoted(shape.headings[other]))",
          remedy: "check that the file is complete")
      case .differing(let one, let other):
        throw .rows(
          place,
          what:
            "\(quoted(shape.headings[one])) and \(quoted(shape.headings[other])) do not have the same "
            + "rows in the same order",
          remedy: "write records instead: df.to_json(FILE, orient=\"records\")")
      }
      tally.rows += 1
      if values.fill(rows.members, slots) {
        try consumer.filter(
          window, values.fields.span, at: place, line: rows.line, columns: shape.headings,
          &selection, &tally)
        continue
      }
      do throws(JSONValues.Unusable) {
        try values.compose(window, rows.members, slots, shape, category: [], model: [])
      } catch {
        try tally.setAside(error.error(at: place, shape.headings, window, self.place))
        continue
      }
      try consumer.filter(
        values.text.span, values.fields.span, at: place, line: rows.line, columns: shape.headings,
        &selection, &tally)
    }
  }

  private func next(_ rows: inout JSONTableRows) throws(IngestError) -> JSONTableRows.Step? {
    do throws(JSONStop) {
      return try rows.next(buffer.storage.span)
    } catch {
      throw place.error(error, buffer.storage.span, end: buffer.end)
    }
  }

  private func table(_ root: JSONRoot) throws(IngestError) -> JSONTable {
    do throws(JSONTable.Unfit) {
      return try JSONTable(
        root, buffer.storage.span, from: buffer.start, to: buffer.end, line: line,
        notANumber: notANumber)
    } catch {
      switch error {
      case .stop(let stop): throw place.error(stop, buffer.storage.span, end: buffer.end)
      case .shape(let what, let line):
        throw .rows(
          Place(file: file, line: line), what: what,
          remedy: "write records instead: df.to_json(FILE, orient=\"records\")")
      }
    }
  }

  /// Reads all of the input into the window.
  private mutating func readAll(_ root: JSONRoot) throws(IngestError) {
    let isTooLarge = buffer.parts.map { $0.size > largestTable } ?? false
    buffer.limit = max(buffer.limit, largestTable)
    while !isTooLarge, !buffer.isComplete {
      guard try buffer.refill() else { break }
    }
    guard isTooLarge || !buffer.isComplete else { return }
    let orient =
      switch root {
      case .split: ", orient='split'"
      case .rows: ", orient='values'"
      default: ""
      }
    throw .unsupportedForm(
      file: file,
      form:
        "a JSON table of more than \(largestTable >> 20) MiB that is not written as records",
      remedy: "convert it: python3 -c \"import pandas; "
        + "pandas.read_json('FILE'\(orient)).to_csv('FILE.csv', index=False)\"")
  }
}
