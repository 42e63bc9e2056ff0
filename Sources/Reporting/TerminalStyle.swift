/// What the terminal, or whatever takes its place, can show.
package struct TerminalStyle: Sendable, Equatable {
  /// The columns that lines may take; 80 is the norm and 40 the least that is honoured.
  package let width: Int
  /// Whether names are shortened where lines would take more.
  package let cutsNames: Bool
  /// The lines that the screen holds; `nil` where there is no screen.
  package let height: Int?
  /// How much stands below a table.
  package let notes: NoteDetail
  /// Whether to write ANSI colours.
  package let isColorful: Bool
  /// Which characters there are for our own words.
  package let characters: CharacterRange
  /// Whether to draw intervals beside the numbers, where the width has room for them.
  package let drawsIntervals: Bool

  /// A style; a width under 40 is taken as 40, and none as no limit.
  package init(
    width: Int? = 80, cutsNames: Bool = true, height: Int? = nil, isColorful: Bool = false,
    characters: CharacterRange = .unicode, drawsIntervals: Bool = false,
    notes: NoteDetail = .full
  ) {
    self.width = max(width ?? Self.unlimited, 40)
    self.cutsNames = cutsNames
    self.height = height
    self.notes = notes
    self.isColorful = isColorful
    self.characters = characters
    self.drawsIntervals = drawsIntervals
  }

  /// More columns than any line takes.
  private static let unlimited = Int.max / 4

  /// The widest that a name may be in running text; what is longer loses its middle.
  var nameWidth: Int { cutsNames ? width / 2 : .max }

  /// The columns that running text takes at most: longer lines are hard to read, unless none is asked to
  /// be broken.
  var proseWidth: Int { width == Self.unlimited ? width : min(width, 100) }

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
