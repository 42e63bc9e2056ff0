/// Words by which headings and labels tell one side from the other.
enum SidePair: Sendable, CaseIterable {
  case letters, numbers, leftRight, colours, grounds, xy

  /// The words for the first side and for the second.
  var words: (first: [String], second: [String]) {
    switch self {
    case .letters: (["a"], ["b"])
    case .numbers: (["1", "first"], ["2", "second"])
    case .leftRight: (["left"], ["right"])
    case .colours: (["white"], ["black"])
    case .grounds: (["home"], ["away"])
    case .xy: (["x"], ["y"])
    }
  }
}

/// Which side a heading names, and by which words.
struct SideMark: Sendable, Equatable {
  let pair: SidePair
  /// Whether it names the second side.
  let isSecond: Bool

  /// The mark of `heading`, which is folded, or `nil` where it names no side.
  ///
  /// A mark is a word of its own (`model_a`, `left.model`), or stands at the end of a word with a number
  /// (`player1`), or at the beginning of one with a word (`hometeam`).
  init?(_ heading: String) {
    let parts = heading.split { $0 == "_" || $0 == "." || $0 == " " }.map(String.init)
    for part in parts.reversed() {
      for pair in SidePair.allCases {
        for (words, isSecond) in [(pair.words.first, false), (pair.words.second, true)] {
          let isMarked = words.contains { word in
            if part.utf8.elementsEqual(word.utf8) { return true }
            switch pair {
            case .numbers:
              return word.utf8.count == 1 && part.hasSuffix(word)
                && !part.dropLast().allSatisfy(\.isNumber)
            case .leftRight, .colours, .grounds: return part.hasPrefix(word)
            case .letters, .xy: return false
            }
          }
          if isMarked {
            (self.pair, self.isSecond) = (pair, isSecond)
            return
          }
        }
      }
    }
    return nil
  }
}
