/// Looks for names in all rows, those that are set aside too.
struct NameWatch: Sendable {
  private var names = NameTable()
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

  /// The same watch with nothing met yet.
  var emptied: NameWatch {
    var watch = self
    watch.isMet = [Bool](repeating: false, count: isMet.count)
    watch.missing = isMet.count
    return watch
  }

  /// Adds what was met in other rows.
  mutating func add(_ other: NameWatch) {
    for id in isMet.indices where other.isMet[id] { meet(id) }
  }

  /// Looks at a row.
  mutating func look(_ window: Span<UInt8>, _ fields: Span<Field>) {
    for slot in slots {
      let id = names.id(of: fields[slot], in: window)
      if id >= 0 { meet(Int(id)) }
    }
  }

  private mutating func meet(_ id: Int) {
    guard !isMet[id] else { return }
    isMet[id] = true
    missing -= 1
  }
}
