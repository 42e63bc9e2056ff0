/// The lines of a text for people.
struct TextLines: Sendable {
  /// A line with its number.
  struct Line: Sendable {
    /// The text without its line end and the blanks at its end.
    let text: String
    /// The number, from 1.
    let number: Int

    /// Whether there is nothing in it.
    var isBlank: Bool { text.utf8.allSatisfy { ASCII.isBlank($0) } }
  }

  /// The lines in order.
  let lines: [Line]

  /// The lines of `text`, which is UTF-8.
  init(_ text: [UInt8]) {
    var lines: [Line] = []
    var start = text.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
    var number = 1
    while start < text.count {
      var end = start
      while end < text.count, !ASCII.isLineEnd(text[end]) { end += 1 }
      var inner = end
      while inner > start, text[inner - 1] == ASCII.space { inner -= 1 }
      lines.append(
        Line(
          text: String(decoding: Self.unprompted(text[start..<inner]), as: UTF8.self),
          number: number))
      if end + 1 < text.count, text[end] == ASCII.carriageReturn, text[end + 1] == ASCII.lineFeed {
        end += 1
      }
      start = end + 1
      number += 1
    }
    self.lines = lines
  }

  /// The lines without those that are blank, where one follows each line: as texts have them whose line ends
  /// were doubled on the way.
  var withoutSpacing: [Line] {
    let texts = lines.indices.filter { !lines[$0].isBlank }
    let isSpaced =
      texts.count > 2
      && zip(texts, texts.dropFirst()).allSatisfy { $1 > $0 + 1 }
    return isSpaced ? texts.map { lines[$0] } : lines
  }

  /// The line without the mark of a quotation, and without the prompt that BayesElo leaves before the first
  /// line of what it prints.
  private static func unprompted(_ line: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var line = line
    if line.first == ASCII.greater, let next = line.dropFirst().first, next == ASCII.space {
      line = line.dropFirst(2)
    }
    while line.starts(with: "ResultSet".utf8),
      let end = line.prefix(32).firstIndex(of: ASCII.greater)
    {
      line = line[(end + 1)...]
    }
    return line
  }
}
