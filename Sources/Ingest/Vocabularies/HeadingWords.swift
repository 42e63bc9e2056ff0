/// A heading as words in lower case: it is split at blanks and signs, before a capital letter inside a word
/// (`RedFighter`), and between letters and digits (`player1`).
struct HeadingWords: Sendable {
  /// The words, in order.
  let words: [String]

  /// The words of `heading`.
  init(_ heading: String) {
    var words: [String] = []
    var word: [UInt8] = []
    var last: UInt8 = 0
    func isDigit(_ byte: UInt8) -> Bool { byte >= ASCII.zero && byte <= ASCII.nine }
    func isLetter(_ byte: UInt8) -> Bool {
      let lower = ASCII.lowercased(byte)
      return lower >= UInt8(ascii: "a") && lower <= UInt8(ascii: "z") || byte >= 0x80
    }
    func isLower(_ byte: UInt8) -> Bool { isLetter(byte) && ASCII.lowercased(byte) == byte }
    func finish() {
      if !word.isEmpty { words.append(String(decoding: word, as: UTF8.self)) }
      word = []
    }
    for byte in heading.utf8.prefix(Self.longest) {
      guard isLetter(byte) || isDigit(byte) else {
        finish()
        last = 0
        continue
      }
      let isHump = isLower(last) && isLetter(byte) && !isLower(byte)
      if isHump || isDigit(last) != isDigit(byte) { finish() }
      word.append(ASCII.lowercased(byte))
      last = byte
    }
    finish()
    // An ordinal, as in "1st column", is one word.
    for index in words.indices.dropLast().reversed()
    where ["st", "nd", "rd", "th"].contains(words[index + 1]) && Int(words[index]) != nil {
      words[index] += words.remove(at: index + 1)
    }
    self.words = words
  }

  /// What is longer is no heading that anybody looks for.
  private static let longest = 256

  /// The words with `_` between them.
  var joined: String { words.joined(separator: "_") }
}
