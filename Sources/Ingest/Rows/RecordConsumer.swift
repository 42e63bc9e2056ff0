/// A consumer that finds its columns itself: each record of a JSON file carries its own keys.
protocol RecordConsumer: RowConsumer {
  /// What the consumer needs to know about the columns.
  associatedtype Columns: Sendable

  /// The names by which columns are recognised without options, in lower case.
  var knownNames: [String] { get }
  /// Whether a key that is none of these may be recognised all the same.
  var mayMatter: @Sendable (String) -> Bool { get }
  /// Whether columns beyond those that are recognised matter.
  var looksAtAllColumns: Bool { get }
  /// Finds the columns of `header`.
  ///
  /// - Throws: `IngestError` where what is needed is not there.
  func columns(of header: Header, _ wanted: inout WantedColumns) throws(IngestError) -> Columns
  /// Makes ready for rows with `columns`, whose names by slot are `headings`.
  mutating func begin(_ place: Place, columns: Columns, headings: [String]) throws(IngestError)
  /// The slots in which an object cannot be a sum of numbers.
  func textSlots(of columns: Columns) -> [Int]
  /// Takes what a document of this program has under a key beside its records.
  mutating func note(key: [UInt8], value: Span<UInt8>)
  /// The slots in which names of models stand.
  func nameSlots(of columns: Columns) -> [Int]
}

extension RecordConsumer {
  /// No other key is.
  var mayMatter: @Sendable (String) -> Bool { { _ in false } }

  /// Nothing: most consumers need the records alone.
  mutating func note(key: [UInt8], value: Span<UInt8>) {}

  /// None: no names are looked for.
  func nameSlots(of columns: Columns) -> [Int] { [] }
}
