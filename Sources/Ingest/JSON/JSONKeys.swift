/// The keys that were met in the records of one file, with dense ids.
///
/// A key inside an object has the dotted path to it for a name, and another id than a key that is
/// written with the dots: even ids are keys of records, odd ones are paths. A value in an array has its
/// place in brackets, from 0, as in `models[0]`.
struct JSONKeys: Sendable {
  /// More keys than this are refused, so that memory stays small on hostile input.
  static let most = 1 << 16

  private struct Traits: Sendable {
    /// Whether a role or a filter could mean this key.
    let isKnown: Bool
    /// Whether a wanted path leads through this key to one inside.
    let leadsOn: Bool
    /// Whether a path leads through this key to a place in an array.
    let leadsToPlaces: Places
  }

  /// Which paths lead to places in an array.
  enum Places: Sendable {
    case none
    /// Those by which sides and scores are recognised, where an array has two values.
    case ofPairs
    /// Those that options name.
    case wanted
  }

  private let known: Set<[UInt8]>
  private let mayMatter: @Sendable (String) -> Bool
  private let paths: [[UInt8]]
  private let pairs: [[UInt8]]
  /// The largest place in an array that a path has.
  let lastPlace: Int
  private var literal = NameTable()
  private var nested = NameTable()
  private var traits: [[Traits]] = [[], []]

  /// No key yet.
  ///
  /// - Parameters:
  ///   - known: the names that roles are recognised by.
  ///   - wanted: the names that options give, of which some may be dotted paths.
  ///   - mayMatter: whether another key may be one that roles are recognised by.
  init(
    known: [String], wanted: [String],
    mayMatter: @escaping @Sendable (String) -> Bool = { _ in false }
  ) {
    self.mayMatter = mayMatter
    // Paths into objects in arrays lead there for whoever knows them.
    paths =
      wanted.map { Array(asciiLowercased($0).utf8) }
      + known.filter { $0.utf8.contains(ASCII.openBracket) && !$0.hasSuffix("]") }.map {
        Array($0.utf8)
      }
    pairs = known.map { Array($0.utf8) }.filter { $0.last == ASCII.closeBracket }
    self.known = Set(known.map { Array($0.utf8) } + paths)
    lastPlace = (paths + pairs).flatMap(Self.places).max() ?? -1
  }

  /// The places in brackets that a path has; those that no array could have are left out.
  private static func places(_ path: [UInt8]) -> [Int] {
    path.split(separator: ASCII.openBracket).dropFirst().compactMap { part in
      Int(String(decoding: part.prefix { $0 != ASCII.closeBracket }, as: UTF8.self))
    }.filter { (0..<most).contains($0) }
  }

  /// Whether there are more keys than are taken.
  var isFull: Bool { literal.count + nested.count > Self.most }

  /// The name of the key with `id`.
  func name(_ id: Int32) -> String {
    (Self.isLiteral(id) ? literal : nested).names[Int(id >> 1)]
  }

  /// Whether the key with `id` is a record's own and no path.
  static func isLiteral(_ id: Int32) -> Bool { id & 1 == 0 }

  /// Whether a role or a filter could mean the key with `id`.
  func isKnown(_ id: Int32) -> Bool { traits[Int(id & 1)][Int(id >> 1)].isKnown }

  /// Whether a wanted path leads through the key with `id`.
  func leadsOn(_ id: Int32) -> Bool { traits[Int(id & 1)][Int(id >> 1)].leadsOn }

  /// Whether paths lead through the key with `id` to places in an array.
  func leadsToPlaces(_ id: Int32) -> Places { traits[Int(id & 1)][Int(id >> 1)].leadsToPlaces }

  /// The id of the value at a place of the array at key `parent`.
  mutating func id(place: Int, in parent: Int32) -> Int32 {
    let path = "\(name(parent))[\(place)]"
    let id = nested.intern(path)
    if id == traits[1].count { traits[1].append(newTraits(Array(path.utf8))) }
    return id << 1 | 1
  }

  /// The id of the key `text` inside the object at key `parent`, -1 for the record itself.
  ///
  /// - Throws: where `text` is not UTF-8.
  mutating func id(_ text: [UInt8], in parent: Int32) throws(InvalidUTF8) -> Int32 {
    guard parent >= 0 else {
      let id = try literal.intern(Field(start: 0, end: text.count), in: text.span)
      if id == traits[0].count { traits[0].append(newTraits(text)) }
      return id << 1
    }
    let path = Array(name(parent).utf8) + [ASCII.dot] + text
    let id = try nested.intern(Field(start: 0, end: path.count), in: path.span)
    if id == traits[1].count { traits[1].append(newTraits(path)) }
    return id << 1 | 1
  }

  /// Adds the keys of `other`, which looks for the same names.
  mutating func add(_ other: JSONKeys) {
    for name in other.literal.names where literal.intern(name) == traits[0].count {
      traits[0].append(newTraits(Array(name.utf8)))
    }
    for name in other.nested.names where nested.intern(name) == traits[1].count {
      traits[1].append(newTraits(Array(name.utf8)))
    }
  }

  private func newTraits(_ name: [UInt8]) -> Traits {
    let folded = name.map(ASCII.lowercased)
    func leads(_ paths: [[UInt8]], _ next: UInt8) -> Bool {
      paths.contains {
        $0.count > folded.count && $0[folded.count] == next && $0.starts(with: folded)
      }
    }
    return Traits(
      isKnown: known.contains(folded) || mayMatter(String(decoding: name, as: UTF8.self)),
      leadsOn: leads(paths, ASCII.dot) || leads(pairs, ASCII.dot),
      leadsToPlaces: leads(paths, ASCII.openBracket)
        ? .wanted : leads(pairs, ASCII.openBracket) ? .ofPairs : .none)
  }
}
