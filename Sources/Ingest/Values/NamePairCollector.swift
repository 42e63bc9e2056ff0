internal import Battles

/// Takes rows of two names: a model's on the board, and what another file calls it.
struct NamePairCollector: RecordConsumer {
  /// Which slots hold the two names.
  struct Columns: Sendable {
    let board: Int
    let other: Int
  }

  /// The headings that the two columns must have: which name is whose must not be guessed.
  static let headings = ["board", "other"]

  private var columns: Columns?
  private var boardNames = NameTable()
  private var otherNames = NameTable()

  var knownNames: [String] { Self.headings }

  var looksAtAllColumns: Bool { false }

  func columns(
    of header: Header, _ wanted: inout WantedColumns
  ) throws(IngestError) -> Columns {
    let board = try column(Self.headings[0], header)
    let other = try column(Self.headings[1], header)
    return Columns(board: wanted.slot(board), other: wanted.slot(other))
  }

  mutating func begin(_ place: Place, columns: Columns, headings: [String]) {
    self.columns = columns
  }

  func textSlots(of columns: Columns) -> [Int] { [columns.board, columns.other] }

  mutating func take(_ window: Span<UInt8>, _ fields: Span<Field>, line: Int) throws(RowProblem) {
    guard let columns else { return }
    try Self.add(columns.board, to: &boardNames, window, fields)
    try Self.add(columns.other, to: &otherNames, window, fields)
  }

  /// The pairs, in the order of the rows.
  func collected() -> [NamePair] {
    zip(boardNames.names, otherNames.names).map { NamePair(board: $0, other: $1) }
  }

  private func column(_ heading: String, _ header: Header) throws(IngestError) -> Int {
    if let index = try header.column(heading) { return index }
    throw .header(
      header.place,
      what: "there is no \(header.subject.part) \(quoted(heading)); \(header.listing)",
      remedy: "name the two columns board and other: each row has a model\u{2019}s name on the "
        + "board and what the other file calls it")
  }

  /// Adds a name that must be new.
  private static func add(
    _ slot: Int, to names: inout NameTable, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) {
    let count = names.count
    let id = Int(try names.model(fields[slot], slot: slot, in: window))
    guard id == count else {
      throw .dataset(
        what: "\(quoted(names.names[id])) is paired twice",
        remedy: "leave one of the two rows out")
    }
  }
}
