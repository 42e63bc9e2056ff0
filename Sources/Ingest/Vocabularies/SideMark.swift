/// Words by which headings and labels tell one side from the other.
enum SidePair: Sendable, CaseIterable {
  case letters, numbers, leftRight, colours, corners, grounds, debate, favourites, attack, xy

  /// The words for the first side and for the second.
  var words: (first: [String], second: [String]) {
    switch self {
    case .letters: (["a"], ["b"])
    case .numbers: (["1", "first"], ["2", "second"])
    case .leftRight: (["left"], ["right"])
    case .colours: (["white"], ["black"])
    case .corners: (["red"], ["blue"])
    case .grounds: (["home"], ["away"])
    case .debate: (["aff", "affirmative"], ["neg", "negative"])
    case .favourites: (["favorite", "favourite"], ["underdog"])
    case .attack: (["attacker"], ["defender"])
    case .xy: (["x"], ["y"])
    }
  }

  /// Whether `word` is that of the second side; `nil` where it is none of these.
  func isSecond(_ word: String) -> Bool? {
    if words.first.contains(where: { $0.utf8.elementsEqual(word.utf8) }) { return false }
    return words.second.contains { $0.utf8.elementsEqual(word.utf8) } ? true : nil
  }

  /// Whether the words stand at the beginning of a word of their own kind, too, as in `hometeam`.
  fileprivate var beginsWords: Bool {
    switch self {
    case .leftRight, .colours, .grounds: true
    default: false
    }
  }
}

/// Which side a heading names, and by which words.
struct SideMark: Sendable, Equatable {
  let pair: SidePair
  /// Whether it names the second side.
  let isSecond: Bool

  /// The mark of `heading`, or `nil` where it names no side.
  ///
  /// A mark is a word of its own (`model_a`, `left.model`, `RedFighter`, `player1`), or stands at the
  /// beginning of one with a word (`hometeam`).
  init?(_ heading: String) {
    for word in HeadingWords(heading).words.reversed() {
      for pair in SidePair.allCases {
        if let isSecond = pair.isSecond(word) {
          (self.pair, self.isSecond) = (pair, isSecond)
          return
        }
        guard pair.beginsWords else { continue }
        for (words, isSecond) in [(pair.words.first, false), (pair.words.second, true)]
        where words.contains(where: { word.hasPrefix($0) }) {
          (self.pair, self.isSecond) = (pair, isSecond)
          return
        }
      }
    }
    return nil
  }
}
