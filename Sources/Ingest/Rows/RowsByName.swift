/// The names of a table in which each may occur once, with what tells two rows of one name apart.
struct RowsByName: Sendable {
  private struct Row {
    let place: Place
    let others: [String]
  }

  /// The names, by order of occurrence.
  private(set) var names = NameTable()
  private var rows: [Row] = []
  /// The option that chooses rows, as the message about a repeated name tells it.
  private let filterOption: String

  /// No row yet.
  init(filterOption: String = "--where") { self.filterOption = filterOption }

  /// Takes the name of a row.
  ///
  /// - Parameters:
  ///   - slot: the slot of the name.
  ///   - others: the slots of the columns by which rows of one name could be told apart.
  ///   - columns: the names of the columns, by slot.
  /// - Throws: `RowProblem.dataset` where the name was there before.
  mutating func add(
    _ slot: Int, others: [Int], columns: [String], _ window: Span<UInt8>, _ fields: Span<Field>,
    at place: Place
  ) throws(RowProblem) {
    let id = Int(try names.model(fields[slot], slot: slot, in: window))
    var values: [String] = []
    for other in others { values.append(fields[other].text(in: window)) }
    guard id < rows.count else {
      rows.append(Row(place: place, others: values))
      return
    }
    let name = quoted(names.names[id])
    let first = rows[id]
    let headings = others.map { columns[$0] }
    guard
      let column = Self.distinction(
        first.others, values, headings: headings,
        sameFile: first.others.count == values.count)
    else {
      throw .dataset(
        what:
          "\(name) was there before, on \(first.place), and no other column tells the rows apart",
        remedy: "leave one of the two rows out")
    }
    // Of two categories either will do; of two dates the later one is the likely wish.
    let (one, two) = (first.others[column], values[column])
    let choice = one.utf8.lexicographicallyPrecedes(two.utf8) ? two : one
    let heading = String(quoted(headings[column]).dropFirst().dropLast())
    throw .dataset(
      what: "\(name) was there before, on \(first.place); column '\(heading)' differs: "
        + "\(single(one)), \(single(two))",
      remedy: "choose one with \(filterOption) \(heading)=\(single(choice, isBare: true))")
  }

  /// The place of the column in which two rows differ: one that names boards or dates them before others, a
  /// text or a date rather than a number, which is more likely a measure than a name; and no array or
  /// object, by which no filter chooses.
  private static func distinction(
    _ first: [String], _ second: [String], headings: [String], sameFile: Bool
  ) -> Int? {
    guard sameFile else { return nil }
    let differing = first.indices.filter { place in
      !first[place].utf8.elementsEqual(second[place].utf8)
        && ![first[place], second[place]].contains { text in
          text.utf8.first == ASCII.openBracket || text.utf8.first == ASCII.openBrace
        }
    }
    if let board = differing.first(where: { BoardIdentity.identifies(headings[$0]) }) {
      return board
    }
    return differing.first {
      Numbers.number(first[$0]) == nil && Numbers.number(second[$0]) == nil
    } ?? differing.first
  }

  private func single(_ text: String, isBare: Bool = false) -> String {
    let inner = quoted(text).dropFirst().dropLast()
    return isBare ? String(inner) : "'\(inner)'"
  }
}
