/// The twin of the reader of games: all bytes at hand, one after the other, nothing clever.
struct SlowPGN {
  /// A game: the line of its first tag, and its tags by name in lower case; `nil` for one with a broken tag.
  struct Game: Equatable {
    var line: Int
    var tags: [String: [UInt8]]?
  }

  /// The games up to the end, or up to a comment that is refused, with the line on which that begins.
  private(set) var games: [Game] = []
  private(set) var refusedLine: Int?

  private let bytes: [UInt8]
  private var index = 0
  private var line = 1
  private var isLineStart = true
  private var hasMoves = false
  private var hasEmptyLine = false

  init(_ text: [UInt8]) {
    bytes = text.starts(with: [0xEF, 0xBB, 0xBF]) ? Array(text.dropFirst(3)) : text
    while index < bytes.count, refusedLine == nil { step() }
  }

  private func byte(_ place: Int) -> UInt8? { place < bytes.count ? bytes[place] : nil }

  private func isEnd(_ place: Int) -> Bool { bytes[place] == 10 || bytes[place] == 13 }

  private mutating func step() {
    switch bytes[index] {
    case 10, 13:
      endLine()
    case 32, 9:
      index += 1
    case UInt8(ascii: ";"): skipLine()
    case UInt8(ascii: "%") where isLineStart: skipLine()
    case UInt8(ascii: "{"): comment()
    case UInt8(ascii: "["): bracket()
    default:
      hasMoves = true
      isLineStart = false
      index += 1
    }
  }

  private mutating func endLine() {
    index += bytes[index] == 13 && byte(index + 1) == 10 ? 2 : 1
    line += 1
    if isLineStart { hasEmptyLine = true }
    isLineStart = true
  }

  private mutating func skipLine() {
    while index < bytes.count, !isEnd(index) { index += 1 }
    isLineStart = false
  }

  private mutating func comment() {
    let first = line
    var hasTags = false
    index += 1
    isLineStart = false
    while let next = byte(index) {
      if isLineStart, next == UInt8(ascii: "["), let letter = byte(index + 1),
        UInt8(ascii: "A")...UInt8(ascii: "Z") ~= letter
      {
        hasTags = true
      }
      if next == UInt8(ascii: "}") {
        index += 1
        isLineStart = false
        return
      }
      if next == UInt8(ascii: "{"), hasTags { break }
      if next == 10 || next == 13 {
        isLineStart = false
        endLine()
      } else {
        isLineStart = false
        index += 1
      }
    }
    refusedLine = first
  }

  private mutating func bracket() {
    var lineEnd = index
    while lineEnd < bytes.count, !isEnd(lineEnd) { lineEnd += 1 }
    let text = Array(bytes[index..<lineEnd])
    let (name, value, length) = Self.parsed(text)
    let isAmongMoves = hasMoves && !isLineStart
    if let name, let value {
      begin(name)
      if games[games.count - 1].tags != nil { games[games.count - 1].tags?[name] = value }
      index += length
    } else if hasMoves && (isAmongMoves || name == nil) {
      index += 1
      isLineStart = false
      return
    } else {
      begin(name)
      games[games.count - 1].tags = nil
      index = lineEnd
    }
    names.insert(name ?? "")
    (hasMoves, hasEmptyLine, isLineStart) = (false, false, false)
  }

  private var names: Set<String> = []

  private mutating func begin(_ name: String?) {
    let isThere = name.map(names.contains) ?? false
    if games.isEmpty || hasMoves || isThere || hasEmptyLine && name == "event" {
      games.append(Game(line: line, tags: [:]))
      names = []
    }
  }

  /// The name in lower case and the value of the tag at the front of a line, and its length; no value where
  /// it is broken, no name where there is none.
  private static func parsed(_ line: [UInt8]) -> (name: String?, value: [UInt8]?, length: Int) {
    func isBlank(_ byte: UInt8) -> Bool { byte == 32 || byte == 9 }
    var place = 1
    while place < line.count, isBlank(line[place]) { place += 1 }
    var name: [UInt8] = []
    while place < line.count, isOfName(line[place]) {
      name.append(line[place])
      place += 1
    }
    while place < line.count, isBlank(line[place]) { place += 1 }
    guard !name.isEmpty, place < line.count, line[place] == 34 else { return (nil, nil, 0) }
    let folded = String(decoding: name, as: UTF8.self).lowercased()
    let start = place + 1
    // To the first quote that is not escaped, if a bracket is behind it.
    var end = start
    while end < line.count, line[end] != 34 {
      let isEscape = line[end] == 92 && end + 1 < line.count && [34, 92].contains(line[end + 1])
      end += isEscape ? 2 : 1
    }
    var bracket = end + 1
    while bracket < line.count, isBlank(line[bracket]) { bracket += 1 }
    if end < line.count, bracket < line.count, line[bracket] == 93 {
      return (folded, unescaped(line[start..<end]), bracket + 1)
    }
    // To the last quote of the line, with a bracket behind it and nothing else.
    var last = line.count - 1
    while last >= start, isBlank(line[last]) { last -= 1 }
    guard last >= start, line[last] == 93 else { return (folded, nil, 0) }
    let close = last
    last -= 1
    while last >= start, isBlank(line[last]) { last -= 1 }
    guard last >= start, line[last] == 34 else { return (folded, nil, 0) }
    let inner = line[start..<last]
    let parts = inner.split(separator: 93, omittingEmptySubsequences: false).dropFirst()
    guard !parts.contains(where: { $0.first { !isBlank($0) } == 91 }) else {
      return (folded, nil, 0)
    }
    return (folded, unescaped(inner), close + 1)
  }

  private static func isOfName(_ byte: UInt8) -> Bool {
    Array("_+#=:-".utf8).contains(byte)
      || Unicode.Scalar(byte).properties.isAlphabetic && byte < 128 || (48...57).contains(byte)
  }

  private static func unescaped(_ value: ArraySlice<UInt8>) -> [UInt8] {
    var text: [UInt8] = []
    var isEscaped = false
    for (index, byte) in zip(value.indices, value) {
      if !isEscaped, byte == 92, index + 1 < value.endIndex, [34, 92].contains(value[index + 1]) {
        isEscaped = true
        continue
      }
      isEscaped = false
      text.append(byte)
    }
    return text
  }
}
