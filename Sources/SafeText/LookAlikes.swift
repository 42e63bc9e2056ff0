/// Folds names that a reader takes for one another to the same key.
package enum LookAlikes {
  /// `name` without case, spaces and hidden characters, as a key: names with the same key differ in
  /// nothing that is seen, but for case and normal form (`==` of strings sees past the latter).
  package static func visibleKey(_ name: String) -> String {
    key(name.unicodeScalars) { $0 }
  }

  /// The same with letters that look like Latin ones taken for those, such as the Cyrillic `а` and the
  /// fullwidth `Ｇ`, and all dashes for a hyphen.
  ///
  /// The table holds the letters that look the same in common fonts (a choice of ours, by eye, out of
  /// those that Unicode's confusables.txt lists). Digits and letters of ASCII are never folded into one
  /// another: `o1` and `ol` are two names.
  package static func lookKey(_ name: String) -> String {
    // Letters with accents are letters that may look alike and accents.
    key(decomposed(name)) { twins[$0] ?? shifted($0) ?? $0 }
  }

  /// Both names, visible, with what tells them apart beyond ASCII written out: `gpt` beside
  /// `g\u{440}t`.
  package static func toldApart(_ first: String, _ second: String) -> (String, String) {
    let (one, two) = (Array(first.unicodeScalars), Array(second.unicodeScalars))
    let start = zip(one, two).prefix { $0 == $1 }.count
    let most = min(one.count, two.count) - start
    let end = min(most, zip(one.reversed(), two.reversed()).prefix { $0 == $1 }.count)
    return (
      toldApart(one, start..<one.count - end), toldApart(two, start..<two.count - end)
    )
  }

  private static func toldApart(_ scalars: [Unicode.Scalar], _ part: Range<Int>) -> String {
    let middle = scalars[part].map { $0.isASCII ? text($0) : VisibleText.escape($0) }.joined()
    return VisibleText.of(text(scalars[..<part.lowerBound])) + VisibleText.of(middle)
      + VisibleText.of(text(scalars[part.upperBound...]))
  }

  private static func text(_ scalar: Unicode.Scalar) -> String { String(Character(scalar)) }

  private static func text(_ scalars: ArraySlice<Unicode.Scalar>) -> String {
    scalars.reduce(into: "") { $0.unicodeScalars.append($1) }
  }

  private static func key(
    _ scalars: some Sequence<Unicode.Scalar>, _ folded: (Unicode.Scalar) -> Unicode.Scalar
  ) -> String {
    var key = String.UnicodeScalarView()
    for scalar in scalars
    where !scalar.properties.isWhitespace && !HiddenScalars.isHidden(scalar) {
      key.append(folded(scalar))
    }
    return String(key).lowercased()
  }

  /// The scalars of `name`, those with a letter in the table below an accent apart from it.
  private static func decomposed(_ name: String) -> [Unicode.Scalar] {
    name.unicodeScalars.flatMap { accented[$0] ?? [$0] }
  }

  /// Cyrillic and Greek letters with an accent whose Latin twins have one too: what remains is compared
  /// by canonical equivalence.
  private static let accented: [Unicode.Scalar: [Unicode.Scalar]] = [
    "Ѐ": ["E", "\u{300}"], "ѐ": ["e", "\u{300}"], "Ё": ["E", "\u{308}"], "ё": ["e", "\u{308}"],
    "Ї": ["I", "\u{308}"], "ї": ["i", "\u{308}"], "Ά": ["A", "\u{301}"], "Έ": ["E", "\u{301}"],
    "Ή": ["H", "\u{301}"], "Ί": ["I", "\u{301}"], "Ό": ["O", "\u{301}"], "Ύ": ["Y", "\u{301}"],
    "ά": ["a", "\u{301}"], "ό": ["o", "\u{301}"], "ύ": ["u", "\u{301}"],
  ]

  /// Letters that are a fixed distance from their twins: fullwidth forms, and the alphabets and digits
  /// of mathematics.
  private static func shifted(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
    let value = scalar.value
    switch value {
    case 0xFF01...0xFF5E: return Unicode.Scalar(value - 0xFF01 + 0x21)
    case 0x1D400...0x1D6A3:
      let letter = (value - 0x1D400) % 52
      return Unicode.Scalar(letter < 26 ? 0x41 + letter : 0x61 + letter - 26)
    case 0x1D7CE...0x1D7FF: return Unicode.Scalar(0x30 + (value - 0x1D7CE) % 10)
    default: return nil
    }
  }

  /// What a letter or sign beyond ASCII looks like.
  static let twins: [Unicode.Scalar: Unicode.Scalar] = {
    let rows: [(Unicode.Scalar, String)] = [
      ("A", "АΑᎪꓮ"), ("B", "ВΒᏴꓐℬ"), ("C", "СϹᏟⅭꓚℂℭ"), ("D", "ᎠⅮꓓ"), ("E", "ЕΕᎬꓰℰ"), ("F", "Ϝꓝℱ"),
      ("G", "ԌᏀꓖ"), ("H", "НΗᎻꓧℋℌℍ"), ("I", "ІΙӀⅠℐℑ"), ("J", "ЈͿᎫꓙ"), ("K", "КΚᏦꓗ"),
      ("L", "ᏞⅬꓡℒ"), ("M", "МΜᎷⅯꓟℳ"), ("N", "Νꓠℕ"), ("O", "ОΟՕꓳ"), ("P", "РΡᏢꓑℙ"), ("Q", "ԚℚꝖ"),
      ("R", "Ꭱꓣℛℜℝ"), ("S", "ЅՏᏚꓢ"), ("T", "ТΤᎢꓔ"), ("U", "Սꓴ"), ("V", "ѴᏙⅤꓦ"), ("W", "ԜᎳꓪ"),
      ("X", "ХΧⅩꓫ"), ("Y", "УҮΥꓬ"), ("Z", "ΖᏃꓜℤℨ"),
      ("a", "аαɑ"), ("b", "Ьᖯ"), ("c", "сϲⅽᴄ"), ("d", "ԁⅾ"), ("e", "еҽℯ"), ("g", "ɡℊ"),
      ("h", "һհℎ"),
      ("i", "іιıⅰ"), ("j", "јϳ"), ("k", "кκ"), ("l", "ӏⅼℓ"), ("m", "ⅿ"), ("n", "ո"), ("o", "оοօσℴ"),
      ("p", "рρ"), ("q", "ԛզ"), ("r", "г"), ("s", "ѕꜱ"), ("u", "υս"), ("v", "ѵνⅴᴠ"), ("w", "ԝᴡ"),
      ("x", "хχⅹ"), ("y", "уγү"), ("z", "ᴢ"), ("3", "ЗзӠ"), ("-", "‐‑‒–—―−﹘﹣－⁃"), ("'", "’‘ʼʹ′"),
      ("\"", "“”″"), ("/", "∕⁄"), (":", "ː꞉∶"), (".", "․"), ("_", "＿"),
    ]
    var twins: [Unicode.Scalar: Unicode.Scalar] = [:]
    for (letter, others) in rows {
      for other in others.unicodeScalars { twins[other] = letter }
    }
    return twins
  }()
}
