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

  /// Whether side b has white, or is at home.
  var isTurned: Bool {
    has(b, Self.firstByColour) && !has(a, Self.firstByColour)
      || has(a, Self.secondByColour) && !has(b, Self.secondByColour)
  }

  /// Whether the headings of the sides tell who is at home.
  private var areGrounds: Bool {
    [a, b].contains { has($0, ["home"]) } && [a, b].contains { has($0, ["away"]) }
      || [a, b].contains { $0.hasPrefix("home") } && [a, b].contains { $0.hasPrefix("away") }
  }

  /// Whether letters are H, D and A.
  var isOfGround: Bool { areGrounds || ["ftr", "htr", "ft_result", "ht_result"].contains(winner) }

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
    let sideA =
      [a] + ["a", "model_a", "white", "home", "left", "1", "model_1", "player_1", "player1"]
    let sideB =
      [b] + ["b", "model_b", "black", "away", "right", "2", "model_2", "player_2", "player2"]
    if rest.isEmpty { return nil }
    if rest == a { return true }
    if rest == b { return false }
    if sideA.contains(rest) { return Self.coloured.contains(rest) ? !isTurned : true }
    if sideB.contains(rest) { return Self.coloured.contains(rest) ? isTurned : false }
    return nil
  }

  /// Whether the column is of a preference between a first side and a second one.
  var isPreferenceOfFirst: Bool {
    Self.words(winner).contains { $0.hasPrefix("prefer") } && ends("1", "2")
  }

  /// Whether the sides are called x and y.
  var areXY: Bool { ends("x", "y") }

  private func ends(_ first: String, _ second: String) -> Bool {
    guard let last = Self.words(a).last, let other = Self.words(b).last else { return false }
    return last.hasSuffix(first) && other.hasSuffix(second)
      && a.utf8.dropLast().elementsEqual(b.utf8.dropLast())
  }

  private static let won: Set<String> = ["won", "win", "wins", "winner", "wins?", "is"]
  private static let firstByColour = ["white", "home"]
  private static let secondByColour = ["black", "away"]
  private static let coloured: Set<String> = ["white", "black", "home", "away"]

  private func has(_ heading: String, _ words: [String]) -> Bool {
    Self.words(heading).contains { part in words.contains { part == $0 || part.hasPrefix($0) } }
  }

  private static func words(_ heading: String) -> [String] {
    heading.split { $0 == "_" || $0 == "." }.map(String.init)
  }

  private static func folded(_ heading: String) -> String { FoldedLabel.of(heading) }
}
