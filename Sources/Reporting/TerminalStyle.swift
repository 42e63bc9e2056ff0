/// What the terminal, or whatever takes its place, can show.
package struct TerminalStyle: Sendable, Equatable {
  /// The columns that lines may take; 80 is the norm and 40 the least that is honoured.
  package let width: Int
  /// Whether to write ANSI colours.
  package let isColorful: Bool
  /// Which characters there are for our own words.
  package let characters: CharacterRange
  /// Whether to draw intervals beside the numbers, where the width has room for them.
  package let drawsIntervals: Bool

  /// A style; a width under 40 is taken as 40.
  package init(
    width: Int = 80, isColorful: Bool = false, characters: CharacterRange = .unicode,
    drawsIntervals: Bool = false
  ) {
    self.width = max(width, 40)
    self.isColorful = isColorful
    self.characters = characters
    self.drawsIntervals = drawsIntervals
  }

  /// The widest that a name may be in running text; what is longer loses its middle.
  var nameWidth: Int { width / 2 }

  /// The columns that running text takes at most: longer lines are hard to read.
  var proseWidth: Int { min(width, 100) }

  /// The columns that a table with drawn intervals takes at most; `nil` where none are drawn: under
  /// 100 columns there is no room for them.
  var plotWidth: Int? { drawsIntervals && width >= 100 ? min(width, 200) : nil }

  /// `line` in `ink`, or as it is where there is no colour, no ink or nothing to paint.
  func painted(_ line: String, _ ink: Ink) -> String {
    guard isColorful, ink != .plain, !line.isEmpty else { return line }
    return "\u{1B}[\(ink.rawValue)m\(line)\u{1B}[0m"
  }
}

/// How a line stands out; the raw values are ANSI's parameters.
enum Ink: String {
  /// Not at all.
  case plain = ""
  /// Headings and headlines.
  case bold = "1"
  /// Footnotes and what is not ranked.
  case dim = "2"
  /// The models that may be the best.
  case winner = "1;32"
}
