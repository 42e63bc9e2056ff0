/// Results of which there are many spellings for one meaning: `4-1` and `3:0`, `B+R` and `B+2.5`.
enum ResultText: String, Sendable, Equatable, CaseIterable {
  /// The first number is the larger one.
  case firstMore = "n>m"
  /// The second number is the larger one.
  case secondMore = "n<m"
  /// Both numbers are the same.
  case same = "n=n"
  /// Black won, by so much or in such a way.
  case blackWon = "b+"
  /// White won.
  case whiteWon = "w+"

  /// The result that `text` tells, which has lost its blanks and is in lower case; `nil` for other texts, and
  /// for `1-0` and `0-1`, which are words of their own.
  init?(_ text: String) {
    let bytes = Array(text.utf8)
    guard bytes.count >= 2, bytes.count <= 16 else { return nil }
    if bytes[1] == ASCII.plus {
      guard let result = Self.ofGo(bytes) else { return nil }
      self = result
      return
    }
    let parts = bytes.split(
      maxSplits: 2, omittingEmptySubsequences: false,
      whereSeparator: { $0 == ASCII.minus || $0 == ASCII.colon })
    guard parts.count == 2, let first = Self.points(parts[0]), let second = Self.points(parts[1])
    else { return nil }
    if first + second == 1, first != second { return nil }
    self = first > second ? .firstMore : first < second ? .secondMore : .same
  }

  /// The result that a folded label is.
  init?(folded: String) { self.init(rawValue: folded) }

  /// A number of at most three digits, perhaps with a half.
  private static func points(_ bytes: ArraySlice<UInt8>) -> Double? {
    let digits = bytes.prefix { $0 >= ASCII.zero && $0 <= ASCII.nine }
    // Years, months and times of day are no scores.
    guard !digits.isEmpty, digits.count <= 3, digits.count == 1 || digits.first != ASCII.zero else {
      return nil
    }
    let whole = digits.reduce(0) { $0 * 10 + Double($1 - ASCII.zero) }
    let rest = bytes.dropFirst(digits.count)
    if rest.isEmpty { return whole }
    return rest.elementsEqual(".5".utf8) || rest.elementsEqual("½".utf8) ? whole + 0.5 : nil
  }

  /// `B+R`, `W+2.5`: the letter of the winner, and how.
  private static func ofGo(_ bytes: [UInt8]) -> ResultText? {
    let how = String(decoding: bytes[2...], as: UTF8.self)
    let isKnown = ["", "r", "res", "resign", "t", "time", "f", "forfeit"].contains {
      $0.utf8.elementsEqual(how.utf8)
    }
    guard isKnown || Numbers.number(how) != nil else { return nil }
    switch bytes[0] {
    case UInt8(ascii: "b"): return .blackWon
    case UInt8(ascii: "w"): return .whiteWon
    default: return nil
    }
  }
}
