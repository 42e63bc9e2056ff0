import Battles
import SafeText

/// Names that may be meant as one another, to be suggested and never acted on.
///
/// Spelling is compared by letters and digits alone, in lower case: `Kimi K2.6` is near
/// `kimi-k2.6`, and `Opus 4.7` near `claude-opus-4-7`. Digits are versions and sizes: names that are
/// spelled almost alike are near only where their digits are the same, so that nobody is asked
/// whether `opus-4-7` means `opus-4-6`. A word for a variant, such as `mini`, that one name alone has
/// makes it another model.
struct NearNames {
  /// A candidate as it is compared.
  private struct Key {
    let name: String
    let text: [UInt8]
    let digits: [UInt8]
    let variants: Set<String>
  }

  /// A candidate, by its place, and how far it is from a name.
  struct Scored {
    let candidate: Int
    let distance: Int
  }

  private let candidates: [Key]

  /// Looks among `names`.
  init(_ names: [String]) { candidates = names.map(Self.key) }

  /// At most three names near `name`, the nearest first.
  func near(_ name: String) -> [String] {
    scored(name).prefix(Self.mostSuggestions).map { candidates[$0.candidate].name }
  }

  /// All candidates near `name`, the nearest first.
  ///
  /// - Complexity: O(candidates · m²) for names of m letters; most are passed over at once.
  func scored(_ name: String) -> [Scored] {
    let key = Self.key(name)
    guard !key.text.isEmpty else { return [] }
    let scored = candidates.indices.compactMap { place in
      Self.distance(key, candidates[place]).map { Scored(candidate: place, distance: $0) }
    }
    return scored.sorted {
      $0.distance != $1.distance
        ? $0.distance < $1.distance
        : Roster.precedes(candidates[$0.candidate].name, candidates[$1.candidate].name)
    }
  }

  /// How many names are suggested for one at most.
  static let mostSuggestions = 3

  /// How far two names are apart, or `nil` where they are not near.
  private static func distance(_ first: Key, _ second: Key) -> Int? {
    let (short, long) =
      first.text.count <= second.text.count
      ? (first.text, second.text) : (second.text, first.text)
    guard !short.isEmpty, first.variants == second.variants else { return nil }
    if short == long { return 0 }
    // Nobody mistypes a name as long as that, and it would take time to compare.
    guard long.count <= longest else { return nil }
    let surplus = long.count - short.count
    // Shorter texts are part of too much.
    if short.count >= leastPart, contains(long, short) { return surplus }
    let slips = max(1, short.count / 4)
    guard first.digits == second.digits, surplus <= slips, short.count >= leastPart else {
      return nil
    }
    let distance = editDistance(short, long)
    return distance <= slips ? distance : nil
  }

  private static let leastPart = 4
  private static let longest = 512

  private static func key(_ name: String) -> Key {
    let text = name.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    let bytes = Array(String(String.UnicodeScalarView(text)).utf8)
    let digits = bytes.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    let words = name.lowercased().split { !$0.isLetter }.map(String.init)
    return Key(
      name: name, text: bytes, digits: digits, variants: variants.intersection(words))
  }

  /// Words by which makers call models that are not the one without the word.
  private static let variants: Set<String> = [
    "mini", "micro", "nano", "tiny", "lite", "flash", "air", "small", "medium", "large", "max",
    "ultra", "plus", "pro", "turbo",
  ]

  private static func contains(_ long: [UInt8], _ short: [UInt8]) -> Bool {
    (0...long.count - short.count).contains { long[$0...].starts(with: short) }
  }
}

extension NameMatching {
  /// What the unmatched names of the other file may be meant as: ids of the other file, each with
  /// up to three unmatched names of the board.
  ///
  /// A name of the board that is the first suggestion for one name is suggested for no other: of all
  /// names that are near it, the nearest has it.
  ///
  /// - Complexity: O(n·m·log(n·m)) for n and m unmatched names.
  public var suggestions: [(other: Int, board: [String])] {
    let names = onlyOnBoard.map { board.names[$0] }
    let near = NearNames(names)
    let scored = onlyInOther.map { near.scored(other.names[$0]) }
    let pairs = scored.indices.flatMap { place in
      scored[place].map { (place: place, candidate: $0.candidate, distance: $0.distance) }
    }.sorted { ($0.distance, $0.place) < ($1.distance, $1.place) }
    var owner = [Int?](repeating: nil, count: names.count)
    var first = [Int?](repeating: nil, count: scored.count)
    for pair in pairs where owner[pair.candidate] == nil && first[pair.place] == nil {
      owner[pair.candidate] = pair.place
      first[pair.place] = pair.candidate
    }
    return scored.indices.compactMap { place in
      guard let own = first[place] else { return nil }
      let others = scored[place].map(\.candidate).filter { owner[$0] == nil }
      let candidates = ([own] + others).prefix(NearNames.mostSuggestions)
      return (onlyInOther[place], candidates.map { names[$0] })
    }
  }
}
