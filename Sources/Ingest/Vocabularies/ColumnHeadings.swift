/// What the headings of a winner column and of the sides tell of how it is to be read.
struct ColumnHeadings: Sendable {
  private let winner: String
  private let a: String
  private let b: String

  /// The headings as they stand in the file.
  init(winner: String, sideA: String, sideB: String) {
    self.winner = Self.folded(winner)
    a = Self.folded(sideA)
    b = Self.folded(sideB)
  }

  /// The side's own headings as labels, where they differ.
  var sides: Vocabulary? {
    guard !a.utf8.elementsEqual(b.utf8), !a.isEmpty, !b.isEmpty else { return nil }
    return Vocabulary("the headings of the sides", a: [a], b: [b])
  }

  /// Whether the headings of the sides call side a the second one of a pair, and side b the first; `nil`
  /// where they do not use such words.
  func isTurned(_ pair: SidePair) -> Bool? {
    let (markA, markB) = (SideMark(a), SideMark(b))
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
    let words = Self.words(winner)
    guard words.contains(where: { Self.won.contains($0) }) else { return nil }
    let rest = words.filter { !Self.won.contains($0) }.joined(separator: "_")
    if rest.isEmpty { return nil }
    if rest.utf8.elementsEqual(a.utf8) { return true }
    if rest.utf8.elementsEqual(b.utf8) { return false }
    guard let mark = SideMark(rest) else { return nil }
    return mark.isSecond == (isTurned(mark.pair) ?? false)
  }

  /// Whether the column is of a preference between a first side and a second one.
  var isPreferenceOfFirst: Bool {
    Self.words(winner).contains { $0.hasPrefix("prefer") } && isTurned(.numbers) != nil
  }

  /// Whether the sides are called x and y.
  var areXY: Bool { isTurned(.xy) != nil }

  private static let won: Set<String> = ["won", "win", "wins", "winner", "is", "flag"]

  private static func words(_ heading: String) -> [String] {
    heading.split { $0 == "_" || $0 == "." }.map(String.init)
  }

  private static func folded(_ heading: String) -> String { FoldedLabel.of(heading) }
}
