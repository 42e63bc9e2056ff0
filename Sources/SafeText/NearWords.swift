/// What is taken for a slip of who typed a word that names nothing.
package enum SlipRule: Sendable {
  /// In commands, options and names, letter by letter: a swap of neighbours is one slip, and who typed the
  /// beginning of one candidate alone meant that.
  case words
  /// In headings of columns, byte by byte: a heading that contains what was typed, or is a part of it, is as
  /// near as one slip (`home` and `home_team`).
  case headings
}

/// The candidates that `word` was probably meant to be, at most three, in the candidates' order.
///
/// They are those at the least distance, where that is small enough to be a slip: a third of the letters at
/// most. Letter case does not count as a slip.
///
/// - Complexity: O(`word.count` · total length of the candidates).
package func nearest(
  to word: String, among candidates: [String], by rule: SlipRule = .words
) -> [String] {
  let found: [Nearness?] =
    switch rule {
    case .words:
      wordsMeant(by: word, candidates.map { $0.lowercased() })
    case .headings:
      candidates.map { nearness(ofHeading: lowercasedBytes($0), to: lowercasedBytes(word)) }
    }
  guard let least = found.compactMap({ $0 }).min() else { return [] }
  return found.indices.filter { found[$0] == least }.prefix(Mention.most).map { candidates[$0] }
}

/// How a message asks whether `shown` was meant, which is fit to print.
package func didYouMean(_ shown: String) -> String { "did you mean \(shown)?" }

/// How far a candidate is from what was typed: by slips, and of parts by how much is around them.
private struct Nearness: Comparable {
  let slips: Int
  var surplus = 0

  static func < (a: Nearness, b: Nearness) -> Bool {
    (a.slips, a.surplus) < (b.slips, b.surplus)
  }
}

/// The longest word that is looked at for slips: nobody types a longer one.
private let longestWord = 256

/// How near each candidate, which is in lower case, is to `word`; `nil` where it is not meant.
private func wordsMeant(by word: String, _ candidates: [String]) -> [Nearness?] {
  let typed = word.lowercased()
  // Where one differs by letter case alone, or is the only one with this beginning, it is meant.
  for isMeant in [{ $0 == typed }, { $0.hasPrefix(typed) }] as [(String) -> Bool]
  where candidates.count(where: isMeant) == 1 {
    return candidates.map { isMeant($0) && !typed.isEmpty ? Nearness(slips: 0) : nil }
  }
  let letters = Array(typed)
  guard letters.count <= longestWord else { return candidates.map { _ in nil } }
  let most = letters.count < 2 ? 0 : max(1, letters.count / 3)
  return candidates.map { candidate in
    guard candidate.utf8.count <= 8 * longestWord else { return nil }
    let other = Array(candidate)
    // A slip changes the length by one at most: the others are too far, however long they are.
    guard (other.count - letters.count).magnitude <= most else { return nil }
    let slips = editDistance(letters, other, swaps: .one)
    return slips <= most ? Nearness(slips: slips) : nil
  }
}

/// How near `heading` is to what was typed; `nil` where it is not meant.
private func nearness(ofHeading heading: [UInt8], to typed: [UInt8]) -> Nearness? {
  guard (1...longestWord).contains(heading.count) else { return nil }
  let surplus = abs(heading.count - typed.count)
  // Of two that are parts the one with less around it is meant.
  if isPart(typed, of: heading) || isPart(heading, of: typed) {
    return Nearness(slips: 1, surplus: surplus)
  }
  let most = max(1, typed.count / 3)
  guard surplus <= most else { return nil }
  let slips = editDistance(heading, typed)
  return slips <= most ? Nearness(slips: slips, surplus: slips) : nil
}

/// Whether `part`, of three bytes or more, occurs in `whole`.
private func isPart(_ part: [UInt8], of whole: [UInt8]) -> Bool {
  guard part.count >= 3, part.count <= whole.count else { return false }
  return (0...(whole.count - part.count)).contains { whole[$0...].starts(with: part) }
}

/// The bytes of `text` with the letters of ASCII in lower case.
private func lowercasedBytes(_ text: String) -> [UInt8] {
  text.utf8.map { (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains($0) ? $0 | 0x20 : $0 }
}
