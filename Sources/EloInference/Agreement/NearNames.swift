import Battles

/// Names that may be meant as one another, to be suggested and never acted on.
///
/// Spelling is compared by letters and digits alone, in lower case: `Kimi K2.6` is near
/// `kimi-k2.6`, and `Opus 4.7` near `claude-opus-4-7`. Digits are versions and sizes: names that are
/// spelled almost alike are near only where their digits are the same, so that nobody is asked
/// whether `opus-4-7` means `opus-4-6`.
struct NearNames {
  /// A candidate as it is compared.
  private struct Key {
    let name: String
    let text: [UInt8]
    let digits: [UInt8]
  }

  private let candidates: [Key]

  /// Looks among `names`.
  init(_ names: [String]) { candidates = names.map(Self.key) }

  /// At most three names near `name`, the nearest first.
  ///
  /// - Complexity: O(candidates · m²) for names of m letters; most are passed over at once.
  func near(_ name: String) -> [String] {
    let key = Self.key(name)
    guard !key.text.isEmpty else { return [] }
    let scored = candidates.compactMap { candidate in
      Self.distance(key, candidate).map { (name: candidate.name, distance: $0) }
    }
    let sorted = scored.sorted {
      $0.distance != $1.distance
        ? $0.distance < $1.distance : Roster.precedes($0.name, $1.name)
    }
    return sorted.prefix(3).map(\.name)
  }

  /// How far two names are apart, or `nil` where they are not near.
  private static func distance(_ first: Key, _ second: Key) -> Int? {
    let (short, long) =
      first.text.count <= second.text.count
      ? (first.text, second.text) : (second.text, first.text)
    guard !short.isEmpty else { return nil }
    if short == long { return 0 }
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

  private static func key(_ name: String) -> Key {
    let text = name.lowercased().unicodeScalars.filter {
      $0.properties.isAlphabetic || $0.properties.numericType != nil
    }
    let bytes = Array(String(String.UnicodeScalarView(text)).utf8)
    let digits = bytes.filter { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }
    return Key(name: name, text: bytes, digits: digits)
  }

  private static func contains(_ long: [UInt8], _ short: [UInt8]) -> Bool {
    (0...long.count - short.count).contains { long[$0...].starts(with: short) }
  }

  /// Insertions, deletions and replacements (Levenshtein 1966).
  private static func editDistance(_ source: [UInt8], _ target: [UInt8]) -> Int {
    var row = Array(0...target.count)
    for (index, byte) in source.enumerated() {
      var diagonal = row[0]
      row[0] = index + 1
      for column in target.indices {
        let replaced = diagonal + (byte == target[column] ? 0 : 1)
        diagonal = row[column + 1]
        row[column + 1] = min(replaced, diagonal + 1, row[column] + 1)
      }
    }
    return row[target.count]
  }
}

extension NameMatching {
  /// What the unmatched names of the other file may be meant as: ids of the other file, each with
  /// up to three unmatched names of the board.
  ///
  /// - Complexity: O(n·m) for n and m unmatched names.
  public var suggestions: [(other: Int, board: [String])] {
    let near = NearNames(onlyOnBoard.map { board.names[$0] })
    return onlyInOther.compactMap { id in
      let names = near.near(other.names[id])
      return names.isEmpty ? nil : (id, names)
    }
  }
}
