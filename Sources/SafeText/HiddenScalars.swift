/// Which characters cannot be seen or steer the text around them, and where they are needed all the same.
enum HiddenScalars {
  /// Whether `scalar` shows nothing of its own: controls, line separators, formats such as joiners and
  /// bidirectional controls, spaces other than the usual and the ideographic one, whatever Unicode
  /// has ignored by default (fillers, selectors, tags), and what no font need have a glyph for.
  static func isHidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar.isASCII { return scalar.value < 0x20 || scalar.value == 0x7F }
    if scalar.properties.isDefaultIgnorableCodePoint { return true }
    return switch scalar.properties.generalCategory {
    case .control, .lineSeparator, .paragraphSeparator, .privateUse, .unassigned, .surrogate: true
    case .format: !isPrependedMark(scalar.value)
    case .spaceSeparator: scalar != "\u{3000}"
    // The braille pattern without dots is a blank.
    default: scalar == "\u{2800}"
    }
  }

  /// Whether a format character has a glyph: the signs that Arabic, Syriac and Kaithi set around numbers
  /// (Prepended_Concatenation_Mark, Unicode 16, PropList.txt).
  private static func isPrependedMark(_ value: UInt32) -> Bool {
    switch value {
    case 0x600...0x605, 0x6DD, 0x70F, 0x890...0x891, 0x8E2, 0x110BD, 0x110CD: true
    default: false
    }
  }

  /// The places of hidden characters that change what is seen and belong there: selectors and joiners
  /// within emoji, the tags of the three flags that have them, and joiners between letters of scripts
  /// that are written joined.
  static func needed(_ scalars: [Unicode.Scalar]) -> Set<Int> {
    var needed: Set<Int> = []
    for place in scalars.indices where place > 0 {
      switch scalars[place] {
      case "\u{FE0E}", "\u{FE0F}":
        let next = place + 1 < scalars.count ? scalars[place + 1] : nil
        // Digits are emoji only as keycaps.
        if isEmoji(scalars[place - 1])
          || scalars[place - 1].isASCII && scalars[place - 1].properties.isEmoji
            && next == "\u{20E3}"
        {
          needed.insert(place)
        }
      case "\u{200C}", "\u{200D}":
        if joins(scalars, place) { needed.insert(place) }
      default: break
      }
    }
    for flag in subdivisionFlags {
      for start in scalars.indices where scalars[start...].starts(with: flag) {
        needed.formUnion(start + 1..<start + flag.count)
      }
    }
    return needed
  }

  /// Whether the joiner at `place` stands between two emoji, or between letters that it shapes.
  private static func joins(_ scalars: [Unicode.Scalar], _ place: Int) -> Bool {
    guard place + 1 < scalars.count else { return false }
    let (before, after) = (scalars[place - 1], scalars[place + 1])
    if isJoining(before), isJoining(after) { return true }
    guard scalars[place] == "\u{200D}", isEmoji(after) else { return false }
    return isEmoji(before) || before == "\u{FE0F}" && place > 1 && isEmoji(scalars[place - 2])
  }

  private static func isEmoji(_ scalar: Unicode.Scalar) -> Bool {
    !scalar.isASCII && scalar.properties.isEmoji
  }

  /// Whether a scalar is a letter or mark of the blocks from Arabic to Sinhala, Khmer or Mongolian.
  private static func isJoining(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0x600...0xDFF, 0x1780...0x18AF: scalar.properties.isAlphabetic || isVirama(scalar)
    default: false
    }
  }

  private static func isVirama(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.canonicalCombiningClass == .virama
  }

  /// The flags of England, Scotland and Wales: a black flag and tags that spell `gbeng`, `gbsct` and
  /// `gbwls`. Tags elsewhere can carry any hidden text.
  private static let subdivisionFlags: [[Unicode.Scalar]] = ["gbeng", "gbsct", "gbwls"].map {
    code in
    ["\u{1F3F4}"] + code.unicodeScalars.compactMap { Unicode.Scalar($0.value + 0xE0000) }
      + ["\u{E007F}"]
  }
}
