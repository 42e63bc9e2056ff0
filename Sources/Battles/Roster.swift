/// The names that take part, each with a dense id: its place in UTF-8 byte order.
///
/// Names are compared as bytes: two spellings that Unicode calls equivalent are two names here.
public struct Roster: Sendable {
  /// The names in ascending UTF-8 byte order, without repetition; a name's id is its index.
  public let names: [String]

  /// Sorts `names` by their UTF-8 bytes and keeps one of each.
  ///
  /// - Complexity: O(n log n) comparisons for n names.
  public init(_ names: some Sequence<String>) {
    var unique: [String] = []
    for name in names.sorted(by: Self.precedes) {
      if let last = unique.last, Self.areSame(last, name) { continue }
      unique.append(name)
    }
    self.names = unique
  }

  /// How many names there are.
  public var count: Int { names.count }

  /// The id of `name`, or `nil` where it is not in the roster.
  ///
  /// - Complexity: O(log n) comparisons.
  public func id(of name: String) -> Int? {
    var low = 0
    var high = names.count
    while low < high {
      let middle = (low + high) / 2
      if Self.precedes(names[middle], name) { low = middle + 1 } else { high = middle }
    }
    return low < names.count && Self.areSame(names[low], name) ? low : nil
  }

  /// The names for which `stays` (indexed by id) holds.
  func keeping(_ stays: [Bool]) -> Roster {
    Roster(names.indices.lazy.filter { stays[$0] }.map { names[$0] })
  }

  /// Whether `first` comes before `second` in UTF-8 byte order.
  public static func precedes(_ first: String, _ second: String) -> Bool {
    first.utf8.lexicographicallyPrecedes(second.utf8)
  }

  /// Whether two names are the same bytes; `==` on strings would ignore the normal form.
  public static func areSame(_ first: String, _ second: String) -> Bool {
    first.utf8.elementsEqual(second.utf8)
  }
}

extension Roster: Equatable {
  /// Whether both rosters hold the same bytes.
  public static func == (first: Roster, second: Roster) -> Bool {
    first.names.elementsEqual(second.names, by: areSame)
  }
}
