/// What the headings of a winner column and of the sides tell of how it is to be read.
struct ColumnHeadings: Sendable {
  private let winner: String
  private let a: String
  private let b: String
  private let words: (winner: [String], a: String, b: String)
  private let marks: (a: SideMark?, b: SideMark?)

  /// The headings as they stand in the file.
  init(winner: String, sideA: String, sideB: String) {
    self.winner = Self.folded(winner)
    a = Self.folded(sideA)
    b = Self.folded(sideB)
    words = (
      HeadingWords(winner).words, HeadingWords(sideA).joined, HeadingWords(sideB).joined
    )
    marks = (SideMark(sideA), SideMark(sideB))
  }

  /// The side's own headings as labels, where they differ.
  var sides: Vocabulary? {
    guard !a.utf8.elementsEqual(b.utf8), !a.isEmpty, !b.isEmpty else { return nil }
    return Vocabulary("the headings of the sides", a: [a], b: [b])
  }

  /// Whether the headings of the sides call side a the second one of a pair, and side b the first; `nil`
  /// where they do not use such words.
  func isTurned(_ pair: SidePair) -> Bool? {
    let (markA, markB) = marks
    if let markA, markA.pair == pair, markB.map({ $0 != markA }) ?? true { return markA.isSecond }
    if let markB, markB.pair == pair, markA == nil { return !markB.isSecond }
    return nil
  }

  /// Whether letters are H, D and A.
  var isOfGround: Bool {
    isTurned(.grounds) != nil || ["ftr", "htr", "ft_result", "ht_result"].contains(winner)
  }

  /// Whether numbers are the points of side a; `false` where they are those of side b; `nil` where the
  /// heading does not tell.
  var pointsOfA: Bool? {
    if ["score", "result", "outcome", "points"].contains(winner) { return true }
    return namedSide
  }

  /// Whether the column tells that side a won, or that side b did.
  var namedSide: Bool? {
    guard words.winner.contains(where: { Self.won.contains($0) }) else { return nil }
    let rest = words.winner.filter { !Self.won.contains($0) }.joined(separator: "_")
    // What is told beside an opponent is told of the other one.
    if rest.isEmpty { return isOpponent(words.a) ? false : isOpponent(words.b) ? true : nil }
    if rest.utf8.elementsEqual(words.a.utf8) { return true }
    if rest.utf8.elementsEqual(words.b.utf8) { return false }
    // A number or letter of something else, such as a round, names no side.
    let others = words.winner.filter { word in
      !Self.won.contains(word) && !BattleHeadings.entities.contains(word)
        && !BattleHeadings.additions.contains(word)
    }
    guard others.count == 1, let mark = SideMark(others[0]) else { return nil }
    return mark.isSecond == (isTurned(mark.pair) ?? false)
  }

  /// Whether the column is of a preference between a first side and a second one.
  var isPreferenceOfFirst: Bool {
    words.winner.contains { $0.hasPrefix("prefer") } && isTurned(.numbers) != nil
  }

  private func isOpponent(_ heading: String) -> Bool {
    BattleHeadings.opponents.contains(heading)
  }

  /// The words of the sides by which letters such as W and B are meant, where they are no letters or numbers
  /// themselves: those of side a and of side b.
  var initials: (a: String, b: String)? {
    guard let a = marks.a, let b = marks.b, a.pair == b.pair, a.isSecond != b.isSecond,
      // H, D and A are told of grounds.
      ![.letters, .numbers, .xy, .grounds].contains(a.pair),
      let one = a.pair.words.first[0].first, let two = a.pair.words.second[0].first, one != two
    else { return nil }
    let (first, second) = (String(one), String(two))
    return a.isSecond ? (second, first) : (first, second)
  }

  /// Whether the sides are called x and y.
  var areXY: Bool { isTurned(.xy) != nil }

  /// Whether the sides are called by their colours.
  var areColoured: Bool { isTurned(.colours) != nil }

  /// Whether the column is of winners, of which a result such as `win` tells nothing.
  var isOfWinners: Bool { words.winner.contains { $0.utf8.elementsEqual("winner".utf8) } }

  /// Words of headings of columns that tell whether a side won.
  private static let won: Set<String> = [
    "won", "win", "wins", "winner", "is", "flag", "outcome", "result",
  ]

  private static func folded(_ heading: String) -> String { FoldedLabel.of(heading) }
}
