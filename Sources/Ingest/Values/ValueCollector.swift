internal import Battles

/// Takes rows of a name and a number.
struct ValueCollector: RecordConsumer {
  /// Which slots hold the parts of a row.
  struct Columns: Sendable {
    let name: Int
    let value: Int
    /// The other columns, which tell rows of one name apart.
    let others: [Int]
    /// The heading of the values.
    let label: String
  }

  private let name: String?
  private let value: String?
  private let form: ValueForm
  private let wording: ValueOptionNames
  /// The unit of the first value, which all have to have, and its place.
  private var unit: (unit: Quantity.Unit, place: Place)?
  private var columns: Columns?
  private var headings: [String] = []
  private var file = ""
  private var label = ""
  private var rows: RowsByName
  private var values: [Double] = []

  /// No row yet; `name` and `value` are columns that options name.
  init(
    name: String?, value: String?, form: ValueForm = .plain,
    wording: ValueOptionNames = ValueOptionNames()
  ) {
    self.name = name
    self.value = value
    self.form = form
    self.wording = wording
    rows = RowsByName(filterOption: wording.filter)
  }

  var knownNames: [String] { BoardColumns.names + BoardColumns.ratings }

  var looksAtAllColumns: Bool { true }

  func columns(
    of header: Header, _ wanted: inout WantedColumns
  ) throws(IngestError) -> Columns {
    let nameColumn = try column(
      name, of: "model", among: BoardColumns.names, option: wording.name, header)
    let valueColumn = try column(
      value, of: "value", among: BoardColumns.ratings, option: wording.value, header)
    let slots = (name: wanted.slot(nameColumn), value: wanted.slot(valueColumn))
    var others: [Int] = []
    for index in header.names.indices where index != nameColumn && index != valueColumn {
      others.append(wanted.slot(index))
    }
    return Columns(
      name: slots.name, value: slots.value, others: others, label: header.names[valueColumn])
  }

  mutating func begin(_ place: Place, columns: Columns, headings: [String]) {
    if self.columns == nil { label = columns.label }
    file = place.file
    self.columns = columns
    self.headings = headings
  }

  func textSlots(of columns: Columns) -> [Int] {
    form == .plain ? [columns.name] : [columns.name, columns.value]
  }

  mutating func take(_ window: Span<UInt8>, _ fields: Span<Field>, line: Int) throws(RowProblem) {
    guard let columns else { return }
    let place = Place(file: file, line: line)
    let value = try number(columns.value, window, fields, at: place)
    try rows.add(
      columns.name, others: columns.others, columns: headings, window, fields,
      at: place)
    values.append(value)
  }

  /// What was collected, ordered by name.
  func collected() -> ValueColumn {
    let roster = Roster(rows.names.names)
    var ordered = [Double](repeating: 0, count: roster.count)
    for (index, name) in rows.names.names.enumerated() {
      if let id = roster.id(of: name) { ordered[id] = values[index] }
    }
    return ValueColumn(roster: roster, label: label, values: ordered)
  }

  private mutating func number(
    _ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>, at place: Place
  ) throws(RowProblem) -> Double {
    let remedy = "correct it, or leave the row out with \(wording.filter)"
    switch form {
    case .plain:
      guard let value = Numbers.number(fields[slot], in: window) else {
        throw .value(slot: slot, expected: "a number", remedy: remedy)
      }
      return value
    case .quantity:
      guard let quantity = Quantity(fields[slot].text(in: window)) else {
        throw .value(slot: slot, expected: Quantity.expectation, remedy: remedy)
      }
      let first = unit ?? (quantity.unit, place)
      guard first.unit == quantity.unit else {
        throw .value(
          slot: slot,
          expected: "the unit of the first value, on \(first.place), which has \(first.unit.words)",
          remedy: "write all values in one unit")
      }
      unit = first
      return quantity.value
    }
  }

  private func column(
    _ name: String?, of role: String, among known: [String], option: String, _ header: Header
  ) throws(IngestError) -> Int {
    if let name { return try header.column(name, namedBy: option) }
    if let index = try header.column(anyOf: known) { return index }
    throw .header(
      header.place,
      what:
        "there is no \(header.subject.part) for the \(role) (one of \(known.joined(separator: ", "))); "
        + header.listing,
      remedy: "name it with \(option)COLUMN")
  }
}
