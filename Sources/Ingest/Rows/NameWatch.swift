/// Looks for names in all rows, those that are set aside too.
struct NameWatch: Sendable {
  /// As many other names are kept as anyone could have misspelled.
  private static let mostOthers = 100_000
  private var names = NameTable()
  private var others = NameTable()
  private var isMet: [Bool] = []
  private var missing = 0
  /// The slots in which names stand.
  var slots: [Int] = []

  /// A watch for `names`, none of which was met.
  init(_ names: [String]) {
    for name in names { self.names.intern(name) }
    isMet = [Bool](repeating: false, count: self.names.count)
    missing = isMet.count
  }

  /// Whether all names were met, so that nothing is left to look for.
  var isDone: Bool { missing == 0 }

  /// The names that were not met, each once.
  var unmet: [String] { isMet.indices.filter { !isMet[$0] }.map { names.names[$0] } }

  /// What stands in rows beside the names, where some were not met and may be misspelled; the first
  /// hundred thousand.
  var otherNames: [String] { isDone ? [] : others.names }

  /// The same watch with nothing met yet.
  var emptied: NameWatch {
    var watch = self
    watch.isMet = [Bool](repeating: false, count: isMet.count)
    watch.missing = isMet.count
    watch.others = NameTable()
    return watch
  }

  /// Adds what was met in other rows.
  mutating func add(_ other: NameWatch) {
    for id in isMet.indices where other.isMet[id] { meet(id) }
    guard !isDone else { return }
    for name in other.others.names where others.count < Self.mostOthers { others.intern(name) }
  }

  /// Looks at a row.
  mutating func look(_ window: Span<UInt8>, _ fields: Span<Field>) {
    for slot in slots {
      let id = names.id(of: fields[slot], in: window)
      if id >= 0 {
        meet(Int(id))
      } else if others.count < Self.mostOthers {
        // What is not UTF-8 is told of where the row is read.
        _ = try? others.intern(fields[slot], in: window)
      }
    }
  }

  private mutating func meet(_ id: Int) {
    guard !isMet[id] else { return }
    isMet[id] = true
    missing -= 1
  }
}
