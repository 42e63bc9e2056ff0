/// The heading of a board's column in its words, such as `arena elo` of `⭐ Arena Elo`.
///
/// Case, arrows, stars and other signs, and what stands between the words do not matter. A level such as that
/// of `95% CI` and a quantile such as that of `p2.5` are taken out of the words.
struct BoardHeading: Sendable, Equatable {
  /// The words in lower case: letters, or digits with a point; `±` is a word too.
  private(set) var words: [String] = []
  /// The coverage that the heading claims for an interval.
  private(set) var level: Double?
  /// Which quantile the heading names.
  private(set) var quantile: Double?
  /// The share that a number beside words of an interval says, such as 0.05 of `CI 5` and `Lower (5%)`.
  private(set) var number: Double?
  /// The word that is this number, where it is one of the words.
  private(set) var numberWord: String?
  /// Whether there is a percent sign that belongs to no number.
  private(set) var hasPercent = false
  /// `+` or `-` where the heading is nothing else.
  private(set) var sign: String?

  /// The words of `text`.
  init(_ text: String) {
    var numbers: [Double] = []
    var scanner = WordScanner(text)
    while let word = scanner.next() {
      switch word {
      case .letters(let letters): words.append(asciiLowercased(letters))
      case .number(let digits): words.append(digits)
      case .percentage(let value): numbers.append(value)
      case .percent: hasPercent = true
      case .plusMinus: words.append("±")
      }
    }
    words.removeAll { $0 == "th" }
    takeMultiple()
    takeQuantiles(&numbers)
    settleLevel(percentages: numbers)
    let plain = trimmed(text)
    if has(Self.intervalWords), let last = plain.unicodeScalars.last, !words.contains("±") {
      // CI+ and CI- are how far an interval reaches.
      let before = trimmed(String(plain.unicodeScalars.dropLast()))
      let isWord = before.unicodeScalars.last?.properties.isAlphabetic == true
      if isWord, last == "+" { words.append("plus") }
      if isWord, ["-", "\u{2212}", "\u{2013}"].contains(last) { words.append("minus") }
    }
    if words.isEmpty {
      if plain == "+" { sign = "+" }
      if ["-", "\u{2212}", "\u{2013}"].contains(plain) { sign = "-" }
    }
  }

  /// Whether there is no word, sign or number.
  var isBlank: Bool { words.isEmpty && sign == nil && quantile == nil && level == nil }

  /// The words with `_` between them.
  var plain: String { words.joined(separator: "_") }

  /// Whether any of `some` is a word.
  func has(_ some: Set<String>) -> Bool { words.contains { some.contains($0) } }

  /// The words that are none of `some`.
  func words(without some: Set<String>) -> [String] { words.filter { !some.contains($0) } }

  /// Takes out `1σ`, which says no more than a standard error, and makes of `2σ` the level that it is.
  private mutating func takeMultiple() {
    let units: Set<String> = ["σ", "sigma", "sd", "se", "std", "stderr"]
    guard
      let place = words.indices.dropLast().first(where: { index in
        Numbers.number(words[index]) != nil && units.contains(words[index + 1])
      }), let multiple = Numbers.number(words[place])
    else { return }
    if multiple == 1 {
      words.remove(at: place)
    } else if let known = Self.multiples.first(where: { $0.multiple == multiple }) {
      level = known.level
      words.removeSubrange(place...(place + 1))
      if !has(Self.intervalWords) { words.append("±") }
    }
  }

  /// The levels of intervals that reach so many standard errors.
  private static let multiples: [(multiple: Double, level: Double)] = [
    (1.96, 0.95), (2, 0.9545), (3, 0.9973),
  ]

  /// Makes of both quantiles between which an interval reaches, as in `CI (5%-95%)`, the level that it is.
  private mutating func takeQuantiles(_ percentages: inout [Double]) {
    guard has(Self.intervalWords) || words.contains("percentile") else { return }
    let others = words.compactMap { Numbers.number($0) }
    let all = percentages + others
    guard
      let low = all.first(where: { low in
        low > 0 && low < 50 && all.contains { abs($0 + low - 100) < 1e-9 }
      })
    else { return }
    level = ((100 - 2 * low) * 1e4).rounded() / 1e6
    percentages.removeAll { abs($0 - low) < 1e-9 || abs($0 + low - 100) < 1e-9 }
    words.removeAll { word in
      Numbers.number(word).map { abs($0 - low) < 1e-9 || abs($0 + low - 100) < 1e-9 } ?? false
    }
    if !has(Self.intervalWords) { words.append("interval") }
  }

  /// The coverage between two headings that name quantiles as far from both ends, such as `ci_5` and `ci_95`.
  static func level(_ low: BoardHeading, _ high: BoardHeading) -> Double? {
    guard let one = low.number ?? low.quantile, let two = high.number ?? high.quantile, one < two,
      abs(one + two - 1) < 1e-9
    else { return nil }
    // 0.975 - 0.025 is not the double nearest to 0.95.
    return ((1 - 2 * one) * 1e6).rounded() / 1e6
  }

  /// Takes levels and quantiles out of the words.
  private mutating func settleLevel(percentages: [Double]) {
    let isInterval = has(Self.intervalWords)
    for value in percentages {
      if isInterval { number = value / 100 }
      if isInterval || has(Self.errorWords), value >= 50 {
        level = value / 100
      } else if words.isEmpty || words == ["percentile"] {
        quantile = value / 100
      }
    }
    var index = 0
    while index < words.count {
      defer { index += 1 }
      guard let number = Numbers.number(words[index]), let digits = words[index].utf8.first,
        digits != ASCII.dot
      else { continue }
      if index > 0, Self.quantileWords.contains(words[index - 1]) {
        quantile = Self.quantile(words[index])
        words.removeSubrange((index - 1)...index)
        index -= 2
      } else if index + 1 < words.count, words[index + 1] == "percentile" {
        quantile = number / 100
        words.removeSubrange(index...(index + 1))
        index -= 1
      } else if isInterval, (50..<100).contains(number) || (0.5..<1).contains(number), number != 0.5
      {
        level = number < 1 ? number : number / 100
        self.number = level
        words.remove(at: index)
        index -= 1
      } else if index > 0, Self.endWords.contains(words[index - 1]), number > 0, number < 50 {
        self.number = number < 0.5 ? number : number / 100
        numberWord = words[index]
      }
    }
  }

  /// What the digits behind `p` or `q` say: 2.5 and 025 are 0.025, 975 is 0.975, 5 is 0.05.
  private static func quantile(_ digits: String) -> Double? {
    guard let value = Numbers.number(digits) else { return nil }
    if digits.utf8.contains(ASCII.dot) { return value < 1 ? value : value / 100 }
    return digits.utf8.count == 1 ? value / 100 : Numbers.number("0." + digits)
  }

  /// Words behind which a number such as 5 is that of a quantile.
  private static let endWords: Set<String> = ["ci", "cri", "hdi", "lower", "low", "lo", "lb"]
  /// Words of standard errors, beside which a level says that they are none.
  private static let errorWords: Set<String> = ["se", "stderr", "std", "sd", "sem", "err"]
  private static let quantileWords: Set<String> = ["p", "q", "pct", "percentile", "quantile"]
  /// Words beside which a number such as 95 is a level.
  private static let intervalWords: Set<String> = [
    "ci", "cis", "conf", "confidence", "interval", "intervals", "bound", "limit", "credible", "cri",
    "hdi", "pm", "±", "margin", "moe", "error", "lower", "upper", "low", "high", "lo", "hi", "plus",
    "minus",
  ]
}

/// Cuts a heading into words.
private struct WordScanner {
  enum Word {
    case letters(String)
    case number(String)
    /// A number with a percent sign.
    case percentage(Double)
    /// A percent sign by itself.
    case percent
    case plusMinus
  }

  private let scalars: [Unicode.Scalar]
  private var index = 0

  init(_ text: String) { scalars = Array(text.unicodeScalars) }

  mutating func next() -> Word? {
    while index < scalars.count {
      let scalar = scalars[index]
      if Self.isDigit(scalar) { return number() }
      if scalar.properties.isAlphabetic { return letters() }
      index += 1
      switch scalar {
      case "%", "\u{FF05}": return .percent
      case "±": return .plusMinus
      case "+":
        let dashes: Set<Unicode.Scalar> = ["-", "\u{2212}", "\u{2013}"]
        if index < scalars.count, dashes.contains(scalars[index]) {
          index += 1
          return .plusMinus
        }
        if index + 1 < scalars.count, scalars[index] == "/", dashes.contains(scalars[index + 1]) {
          index += 2
          return .plusMinus
        }
      default: break
      }
    }
    return nil
  }

  private mutating func letters() -> Word {
    var word = String.UnicodeScalarView()
    while index < scalars.count, scalars[index].properties.isAlphabetic {
      // A capital behind a small letter begins a word: winRate.
      if let last = word.last, last.properties.isLowercase, scalars[index].properties.isUppercase {
        break
      }
      word.append(scalars[index])
      index += 1
    }
    return .letters(String(word))
  }

  private mutating func number() -> Word {
    var digits = ""
    while index < scalars.count {
      let scalar = scalars[index]
      let isPoint =
        scalar == "." && !digits.contains(".") && index + 1 < scalars.count
        && Self.isDigit(scalars[index + 1])
      guard Self.isDigit(scalar) || isPoint else { break }
      digits.unicodeScalars.append(scalar)
      index += 1
    }
    var behind = index
    while behind < scalars.count, scalars[behind] == " " || scalars[behind] == "\u{A0}" {
      behind += 1
    }
    if behind < scalars.count, scalars[behind] == "%" || scalars[behind] == "\u{FF05}",
      let value = Numbers.number(digits)
    {
      index = behind + 1
      return .percentage(value)
    }
    return .number(digits)
  }

  private static func isDigit(_ scalar: Unicode.Scalar) -> Bool { ("0"..."9").contains(scalar) }
}
