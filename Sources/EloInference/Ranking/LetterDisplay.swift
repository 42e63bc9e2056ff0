/// The compact letter display: letters such that two models share one exactly if they are not
/// separated (Piepho, Journal of Computational and Graphical Statistics 13 (2004) 456, the
/// insert-and-absorb algorithm).
struct LetterDisplay: Sendable {
  /// The letters of the model at each place, ascending from 0, the best model's first; none for any
  /// model where more than `mostLetters` would be needed.
  let letters: [[Int]]

  /// Where few pairs are separated, and not the best from the worst, letters double with each pair:
  /// what nobody could read is not computed.
  static let mostLetters = 256

  /// - Complexity: O(models² · letters / 64) where few columns hold the same models.
  init(_ separation: SeparationMatrix) {
    let count = separation.count
    guard count > 0 else {
      letters = []
      return
    }
    var columns = [PlaceSet(all: count)]
    for i in 0..<count {
      var separated = PlaceSet(none: count)
      for j in i + 1..<max(count, i + 1) where separation[i, j] || separation[j, i] {
        separated.insert(j)
      }
      columns = Self.split(columns, i, from: separated)
      guard columns.count <= Self.mostLetters else {
        letters = [[Int]](repeating: [], count: count)
        return
      }
    }
    let ordered = columns.sorted { $0.precedes($1) }
    var letters = [[Int]](repeating: [], count: count)
    for (letter, column) in ordered.enumerated() {
      for place in 0..<count where column.contains(place) { letters[place].append(letter) }
    }
    self.letters = letters
  }

  /// Replaces each column that holds i and places separated from it by one without i and one
  /// without those places, and drops those that another column holds already.
  ///
  /// All of i's pairs at once: one at a time each split would cut one place off the column with i,
  /// and leave a column without i that the first such one holds already.
  private static func split(_ columns: [PlaceSet], _ i: Int, from separated: PlaceSet)
    -> [PlaceSet]
  {
    var kept: [PlaceSet] = []
    var parts: [PlaceSet] = []
    for column in columns {
      if column.contains(i), column.intersects(separated) {
        parts.append(column.removing(i))
        parts.append(column.removing(separated))
      } else {
        kept.append(column)
      }
    }
    for (index, part) in parts.enumerated() {
      let isAbsorbed =
        kept.contains { part.isSubset(of: $0) }
        || parts.enumerated().contains { other, set in
          other != index && part.isSubset(of: set) && (other < index || part != set)
        }
      if !isAbsorbed { kept.append(part) }
    }
    return kept
  }
}

/// A set of places, one bit each.
private struct PlaceSet: Equatable {
  private var words: [UInt64]

  init(none count: Int) {
    words = [UInt64](repeating: 0, count: (count + 63) / 64)
  }

  init(all count: Int) {
    self.init(none: count)
    for place in 0..<count { insert(place) }
  }

  mutating func insert(_ place: Int) { words[place / 64] |= 1 << UInt64(place % 64) }

  func contains(_ place: Int) -> Bool { words[place / 64] & (1 << UInt64(place % 64)) != 0 }

  func removing(_ place: Int) -> PlaceSet {
    var result = self
    result.words[place / 64] &= ~(1 << UInt64(place % 64))
    return result
  }

  func removing(_ places: PlaceSet) -> PlaceSet {
    var result = self
    for index in words.indices { result.words[index] &= ~places.words[index] }
    return result
  }

  func intersects(_ other: PlaceSet) -> Bool {
    words.indices.contains { words[$0] & other.words[$0] != 0 }
  }

  func isSubset(of other: PlaceSet) -> Bool {
    words.indices.allSatisfy { words[$0] & ~other.words[$0] == 0 }
  }

  /// Whether this set's first differing place comes earlier.
  func precedes(_ other: PlaceSet) -> Bool {
    for (own, others) in zip(words, other.words) where own != others {
      let lowest = (own ^ others).trailingZeroBitCount
      return own & (1 << UInt64(lowest)) != 0
    }
    return false
  }
}
