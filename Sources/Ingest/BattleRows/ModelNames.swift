/// The names of the models, each with a dense id in the order of their first occurrence.
///
/// Blanks around a name belong to it only where the field is quoted: elsewhere they are the file's layout,
/// and are trimmed when a spelling is first met.
struct ModelNames: Sendable {
  /// Names without blanks around them are found by their bytes.
  private var table = NameTable()
  /// Spellings with blanks around them: as layout, and as part of the name.
  private var trimmed: [[UInt8]: Int32] = [:]
  private var literal: [[UInt8]: Int32] = [:]
  /// The names that were trimmed, in the order of their first occurrence, and which they are.
  private var trimmedOrder: [Int32] = []
  private var areTrimmed: Set<Int32> = []

  /// The names, by id.
  var names: [String] { table.names }
  /// Names that were trimmed, in the order of their first occurrence.
  var trimmedNames: [String] { trimmedOrder.map { table.names[Int($0)] } }
  /// How many there are.
  var count: Int { table.count }

  /// The id of the bytes of `field`, or -1 where they are new or have blanks around them.
  @inline(__always)
  func id(of field: Field, in window: Span<UInt8>) -> Int32 { table.id(of: field, in: window) }

  /// The id of the model named by `field`, or -1 where it is new, blanks considered.
  func knownID(of field: Field, in window: Span<UInt8>) -> Int32 {
    let id = table.id(of: field, in: window)
    if id >= 0 || !field.hasBlanksAround(in: window) { return id }
    let bytes = field.bytes(in: window)
    if field.quoting != .plain { return literal[bytes] ?? -1 }
    return trimmed[bytes] ?? table.id(of: field.trimmed(in: window), in: window)
  }

  /// The id of the model named by `field`, which is added where it is new.
  ///
  /// - Throws: where the name is empty, or not UTF-8, or has a NUL byte in it.
  mutating func model(_ field: Field, slot: Int, in window: Span<UInt8>) throws(RowProblem) -> Int32
  {
    guard field.count > 0, field.hasBlanksAround(in: window) else {
      return try table.model(field, slot: slot, in: window)
    }
    let bytes = field.bytes(in: window)
    if field.quoting == .plain {
      if let id = trimmed[bytes] { return id }
      let inner = field.trimmed(in: window)
      if inner.count > 1, window[inner.start] == ASCII.quote, window[inner.end - 1] == ASCII.quote {
        throw .value(
          slot: slot, expected: "no blank between the delimiter and a quote",
          remedy: "take the blank out, or the quotes")
      }
      let id = try table.model(field.trimmed(in: window), slot: slot, in: window)
      trimmed[bytes] = id
      noteTrimmed(id)
      return id
    }
    if let id = literal[bytes] { return id }
    let id = try table.unindexedModel(field, slot: slot, in: window)
    literal[bytes] = id
    return id
  }

  /// The id of the model named `name`, which is added where it is new.
  mutating func intern(_ name: String) -> Int32 { table.intern(name) }

  private mutating func noteTrimmed(_ id: Int32) {
    if areTrimmed.insert(id).inserted { trimmedOrder.append(id) }
  }

  /// Adds the names of `other`, whose rows are behind these.
  ///
  /// - Returns: the id here of each of its ids.
  mutating func add(_ other: ModelNames) -> [Int32] {
    let literalID = Dictionary(other.literal.map { ($1, $0) }) { first, _ in first }
    let ids = other.names.enumerated().map { index, name -> Int32 in
      guard let bytes = literalID[Int32(index)] else { return table.intern(name) }
      if let known = literal[bytes] { return known }
      let id = table.addUnindexed(name)
      literal[bytes] = id
      return id
    }
    for (bytes, id) in other.trimmed { trimmed[bytes] = ids[Int(id)] }
    for id in other.trimmedOrder { noteTrimmed(ids[Int(id)]) }
    return ids
  }
}

extension Field {
  /// Whether the first or the last byte is a blank.
  @inline(__always)
  func hasBlanksAround(in window: Span<UInt8>) -> Bool {
    count > 0 && (ASCII.isBlank(window[start]) || ASCII.isBlank(window[end - 1]))
  }
}
