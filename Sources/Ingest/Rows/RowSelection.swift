internal import Battles

/// The filters, at work on rows, with an account of why nothing passed.
struct RowSelection: Sendable {
  /// A filter, made ready to be compared with.
  private struct Condition {
    let filter: RowFilter
    let bytes: [UInt8]
    let number: Double?
    var slot = -1
    /// Whether any row that reached the filter passed it.
    var hasPassed = false
    /// The values that did not pass, kept until one passes.
    var seen: Set<[UInt8]> = []
    var hasManyValues = false
    /// How many values were compared as texts for which came first, although the filter's is a
    /// number, and the first of them.
    var textCount = 0
    var firstText: [UInt8] = []
  }

  /// A column with more values than this is not listed.
  private static let mostValues = 1000
  private var conditions: [Condition]

  /// The selection of the rows that pass all `filters`.
  init(_ filters: [RowFilter]) {
    conditions = filters.map {
      Condition(filter: $0, bytes: Array($0.value.utf8), number: Numbers.number($0.value))
    }
  }

  /// Makes ready for a file.
  ///
  /// - Throws: `IngestError.header` where a filter's column is not there.
  mutating func begin(_ header: Header, columns: inout WantedColumns) throws(IngestError) {
    for index in conditions.indices {
      let name = conditions[index].filter.column
      conditions[index].slot = columns.slot(
        try header.column(
          name, namedBy: conditions[index].filter.option + " "))
    }
  }

  /// The slot of each filter's column; for a change between files or records of known columns.
  var slots: [Int] {
    get { conditions.map(\.slot) }
    set { for index in conditions.indices { conditions[index].slot = newValue[index] } }
  }

  /// The same filters in the same columns, with nothing seen yet.
  var emptied: RowSelection {
    var selection = RowSelection(conditions.map(\.filter))
    selection.slots = slots
    return selection
  }

  /// Adds the account of rows behind these.
  mutating func add(_ other: RowSelection) {
    for (index, added) in other.conditions.enumerated() {
      if added.textCount > 0, conditions[index].textCount == 0 {
        conditions[index].firstText = added.firstText
      }
      conditions[index].textCount += added.textCount
      if added.hasPassed { conditions[index].hasPassed = true }
      if conditions[index].hasPassed || conditions[index].hasManyValues { continue }
      conditions[index].seen.formUnion(added.seen)
      conditions[index].hasManyValues =
        added.hasManyValues || conditions[index].seen.count > Self.mostValues
    }
  }

  /// Whether a row passes every filter.
  @inline(__always)
  mutating func accepts(_ window: Span<UInt8>, _ fields: Span<Field>) -> Bool {
    conditions.isEmpty || passesAll(window, fields)
  }

  private mutating func passesAll(_ window: Span<UInt8>, _ fields: Span<Field>) -> Bool {
    for index in conditions.indices {
      let field = fields[conditions[index].slot]
      if Self.passes(field, &conditions[index], in: window) {
        conditions[index].hasPassed = true
        continue
      }
      if !conditions[index].hasPassed, !conditions[index].hasManyValues {
        // Texts that nobody could choose by are not kept either, so that memory stays small.
        if field.count <= 256 { conditions[index].seen.insert(field.bytes(in: window)) }
        conditions[index].hasManyValues =
          field.count > 256 || conditions[index].seen.count > Self.mostValues
      }
      return false
    }
    return true
  }

  private static func passes(
    _ field: Field, _ condition: inout Condition, in window: Span<UInt8>
  ) -> Bool {
    let order: Int
    if let number = condition.number, let value = Numbers.number(field, in: window) {
      order = value < number ? -1 : value > number ? 1 : 0
    } else {
      order = byteOrder(field, condition.bytes, in: window)
      if condition.number != nil, condition.filter.comparison.isOfOrder {
        noteText(field, &condition, in: window)
      }
    }
    switch condition.filter.comparison {
    case .equal: return order == 0
    case .notEqual: return order != 0
    case .less: return order < 0
    case .lessOrEqual: return order <= 0
    case .greater: return order > 0
    case .greaterOrEqual: return order >= 0
    }
  }

  @inline(never)
  private static func noteText(
    _ field: Field, _ condition: inout Condition, in window: Span<UInt8>
  ) {
    if condition.textCount == 0 {
      // A message shows no more of it.
      let shown = Field(start: field.start, end: min(field.end, field.start + 512))
      condition.firstText = shown.bytes(in: window)
    }
    condition.textCount += 1
  }

  /// A warning for each filter that asks for smaller or larger numbers and met other values.
  var warnings: [Warning] {
    conditions.filter { $0.textCount > 0 }.map { condition in
      let isOne = condition.textCount == 1
      let values =
        isOne
        ? "1 value that is no number and compared it"
        : "\(condition.textCount) values that are no numbers and compared them"
      return Warning(
        .textComparison,
        "\(condition.filter.option) '\(plain(condition.filter.description))' met \(values) as text; the first is "
          + "\(quoted(bytes: condition.firstText)).")
    }
  }

  /// -1, 0 or 1 as the field's bytes come before, equal or come after `bytes`.
  private static func byteOrder(_ field: Field, _ bytes: [UInt8], in window: Span<UInt8>) -> Int {
    let common = min(field.count, bytes.count)
    for index in 0..<common {
      let first = window[field.start + index]
      if first != bytes[index] { return first < bytes[index] ? -1 : 1 }
    }
    return (field.count - bytes.count).signum()
  }

  /// The error for a data set of which the filters left nothing.
  func nothingLeft(_ files: [String]) -> IngestError {
    guard let blocked = conditions.first(where: { !$0.hasPassed }) else {
      return .dataset(
        files: files, what: "no row passes all filters together",
        remedy: "loosen one of the conditions of \(options)")
    }
    let remedy: String
    if blocked.seen.isEmpty {
      remedy = "loosen the other conditions of \(options)"
    } else if blocked.hasManyValues {
      remedy = "write another condition; its values are too many or too long to list"
    } else {
      remedy = "values there: " + listing(blocked)
    }
    return .dataset(
      files: files, what: "no row has \(plain(blocked.filter.description))", remedy: remedy)
  }

  /// Up to five values, the nearest to the filter's first; in byte order on a tie.
  private func listing(_ blocked: Condition) -> String {
    let wanted = blocked.filter.value
    let values = blocked.seen.sorted { $0.lexicographicallyPrecedes($1) }.map {
      String(decoding: $0, as: UTF8.self)
    }
    let ranked = values.map { (name: $0, distance: editDistance($0, wanted)) }.enumerated()
      .sorted { ($0.element.distance, $0.offset) < ($1.element.distance, $1.offset) }
    let shown = ranked.prefix(5).map { quoted($0.element.name) }.joined(separator: ", ")
    return shown + (values.count > 5 ? ", … (\(values.count) values)" : "")
  }

  /// The options that gave the conditions, each once.
  private var options: String {
    var names: [String] = []
    for condition in conditions where !names.contains(condition.filter.option) {
      names.append(condition.filter.option)
    }
    return names.joined(separator: " and ")
  }

  private func plain(_ text: String) -> String { String(quoted(text).dropFirst().dropLast()) }
}
