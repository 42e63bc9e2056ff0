/// A column of records: its key, and what a row has in it.
struct RecordColumn<Row> {
  /// The key in JSON and the heading in CSV, in snake case.
  let key: String
  /// The value of a row.
  let value: (Row) -> JSONValue

  init(_ key: String, _ value: @escaping (Row) -> JSONValue) {
    self.key = key
    self.value = value
  }
}

/// What a report says of its models, pairs or moves: lines of CSV and objects of JSON, from one list of
/// columns.
package struct RecordTable {
  /// The keys of all rows, in order; also where there is no row.
  let headings: [String]
  /// A field for each of `headings`, row by row.
  let rows: [[Field]]

  /// A row for each of `rows`.
  init<Row>(_ columns: [RecordColumn<Row>], of rows: some Sequence<Row>) {
    headings = columns.map(\.key)
    self.rows = rows.map { row in columns.map { Field($0.key, $0.value(row)) } }
  }

  /// An object for each row.
  var json: JSONValue { .array(rows.map { .object($0) }) }
}
