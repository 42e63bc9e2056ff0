/// Counts the columns that text takes on a terminal.
package enum DisplayWidth {
  /// The columns of `text`: the sum over its grapheme clusters.
  package static func of(_ text: String) -> Int {
    if text.utf8.allSatisfy({ (0x20..<0x7F).contains($0) }) { return text.utf8.count }
    return text.reduce(0) { $0 + of($1) }
  }

  /// The columns of one grapheme cluster, 0 to 2.
  ///
  /// The widest scalar decides: marks sit on their base, and an emoji joined from several takes the
  /// place of one. A variation selector 16 asks for the emoji form of a base, two columns wide.
  package static func of(_ cluster: Character) -> Int {
    var width = 0
    for scalar in cluster.unicodeScalars {
      if scalar == "\u{FE0F}", width > 0 { return 2 }
      width = max(width, of(scalar))
    }
    return width
  }

  private static func of(_ scalar: Unicode.Scalar) -> Int {
    switch scalar.properties.generalCategory {
    case .control, .format, .nonspacingMark, .enclosingMark, .lineSeparator, .paragraphSeparator:
      return 0
    default:
      // The vowels and finals of conjoining Hangul stand within the block of their initial.
      if (0x1160...0x11FF).contains(scalar.value) { return 0 }
      return scalar.properties.isEmojiPresentation || isEastAsianWide(scalar.value) ? 2 : 1
    }
  }

  private static func isEastAsianWide(_ value: UInt32) -> Bool {
    guard value >= 0x1100 else { return false }
    return eastAsianWide.contains { $0.contains(value) }
  }

  /// Scalars whose East_Asian_Width (Unicode 16, EastAsianWidth.txt) is W or F, without those with
  /// emoji presentation, which the standard library knows.
  private static let eastAsianWide: [ClosedRange<UInt32>] = [
    0x1100...0x115F, 0x2329...0x232A, 0x2630...0x2637, 0x268A...0x268F, 0x2E80...0x303E,
    0x3041...0x3247, 0x3250...0xA4CF, 0xA960...0xA97C, 0xAC00...0xD7A3, 0xF900...0xFAFF,
    0xFE10...0xFE19,
    0xFE30...0xFE6B, 0xFF01...0xFF60, 0xFFE0...0xFFE6, 0x16FE0...0x18DFF, 0x1AFF0...0x1B2FF,
    0x1D300...0x1D376, 0x1F200...0x1F265, 0x1F300...0x1F320, 0x1F947...0x1F9FF,
    0x20000...0x2FFFD, 0x30000...0x3FFFD,
  ]
}
