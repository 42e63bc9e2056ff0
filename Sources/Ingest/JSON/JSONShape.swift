/// What was found out about all records that have the same keys.
struct JSONShape<Columns: Sendable>: Sendable {
  /// Where a slot's value comes from.
  enum Source: Sendable, Equatable {
    /// The value of the key with this id.
    case key(Int32)
    /// The key under which the record's own object stands.
    case category
    /// The key under which the record stands.
    case model
  }

  /// The columns, as the consumer found them.
  let columns: Columns
  /// The names of the columns, by slot.
  let headings: [String]
  /// The sources of the values, by slot.
  let sources: [Source]
  /// Whether a slot's value must be a text or number of its own.
  let isText: [Bool]
  /// The slots of the filters.
  let filterSlots: [Int]
}

/// The names that the keys around a record have as columns.
enum JSONPseudoColumn {
  static let category = "category"
  static let model = "model"
}

extension JSONRecord {
  /// The values that sources have in the record, as far as they can be shown; texts without their quotes.
  ///
  /// - Complexity: O(members + sources).
  func texts<Columns>(
    of sources: [JSONShape<Columns>.Source], in window: Span<UInt8>
  ) -> [String] {
    var places: [Int32: Int] = [:]
    for (place, member) in members.enumerated() where places[member.key] == nil {
      places[member.key] = place
    }
    return sources.map { source in
      guard case .key(let id) = source, let place = places[id] else { return "" }
      return text(members[place], in: window)
    }
  }

  private func text(_ member: Member, in window: Span<UInt8>) -> String {
    var value = Field(start: member.start, end: member.end)
    switch member.kind {
    case .null: return ""
    case .text:
      value.start += 1
      value.end -= 1
    case .escapedText:
      var text: [UInt8] = []
      // Half a surrogate pair is told of where the value is read.
      try? JSONText.decode(window, from: value.start + 1, to: value.end - 1, into: &text)
      return String(decoding: text, as: UTF8.self)
    case .number, .boolean, .object, .array: break
    }
    return value.text(in: window)
  }

  /// The names of the keys as a header, with the source of each column; the keys around the record
  /// come first, where the record has no such key itself.
  func header<Columns>(
    at place: Place, around: [JSONShape<Columns>.Source]
  ) -> (header: Header, sources: [JSONShape<Columns>.Source]) {
    var sources: [JSONShape<Columns>.Source] = []
    var names: [String] = []
    var seen: Set<Int32> = []
    let literal = Set(
      members.filter { JSONKeys.isLiteral($0.key) }.map { Array(keys.name($0.key).utf8) })
    for source in around {
      let name = source == .category ? JSONPseudoColumn.category : JSONPseudoColumn.model
      if !literal.contains(Array(name.utf8)) {
        names.append(name)
        sources.append(source)
      }
    }
    for member in members where seen.insert(member.key).inserted {
      let name = keys.name(member.key)
      // A key that is written with the dots comes before the path.
      if !JSONKeys.isLiteral(member.key), literal.contains(Array(name.utf8)) { continue }
      names.append(name)
      sources.append(.key(member.key))
    }
    return (Header(place: place, names: names, of: .record), sources)
  }
}
