/// A line of a table with pipes between its cells: of Markdown, or drawn by a terminal.
struct PipeRow {
  /// The cells as they are written, without blanks around them.
  let cells: [String]
  /// Whether the line is a rule, such as `|---|:-:|` or `+---+---+`.
  let isRule: Bool
  /// Whether the line is a rule that Markdown takes for one below headings.
  let isMarkdownRule: Bool
  /// Whether there is a pipe.
  let hasPipe: Bool

  /// The line `text`.
  ///
  /// - Parameter escapes: whether a backslash before a pipe makes it one of the cell's own.
  init(_ text: String, escapes: Bool = true) {
    let bytes = Self.plain(text)
    var parts: [[UInt8]] = [[]]
    var index = 0
    var pipes = 0
    while index < bytes.count {
      let byte = bytes[index]
      if escapes, byte == ASCII.backslash, index + 1 < bytes.count {
        // A backslash before another character is left to whoever reads the cell.
        if bytes[index + 1] != ASCII.pipe { parts[parts.count - 1].append(byte) }
        parts[parts.count - 1].append(bytes[index + 1])
        index += 2
        continue
      }
      if byte == ASCII.pipe {
        pipes += 1
        parts.append([])
      } else {
        parts[parts.count - 1].append(byte)
      }
      index += 1
    }
    if parts.count > 1, parts[0].allSatisfy(ASCII.isBlank) { parts.removeFirst() }
    if parts.count > 1, parts[parts.count - 1].allSatisfy(ASCII.isBlank) { parts.removeLast() }
    cells = parts.map { trimmed(String(decoding: $0, as: UTF8.self)) }
    hasPipe = pipes > 0
    // A dash by itself may be a value that is missing.
    let isDrawn = zip(bytes, bytes.dropFirst()).contains { first, second in
      let isLine = second == ASCII.minus || second == ASCII.equals
      return isLine && (first == second || first == ASCII.colon)
    }
    isRule =
      isDrawn && bytes.allSatisfy { Self.ruleBytes.contains($0) }
      && (pipes > 0 || bytes.contains(ASCII.plus))
    isMarkdownRule =
      isRule && !bytes.contains(ASCII.plus) && !bytes.contains(ASCII.equals)
      && cells.allSatisfy(Self.isAlignment)
  }

  private static let ruleBytes: Set<UInt8> = [
    ASCII.pipe, ASCII.minus, ASCII.equals, ASCII.plus, ASCII.colon, ASCII.space, ASCII.tab,
  ]

  /// Whether a cell of a rule is `---`, with colons or without.
  private static func isAlignment(_ cell: String) -> Bool {
    var bytes = Array(cell.utf8)[...]
    if bytes.first == ASCII.colon { bytes = bytes.dropFirst() }
    if bytes.last == ASCII.colon { bytes = bytes.dropLast() }
    return !bytes.isEmpty && bytes.allSatisfy { $0 == ASCII.minus }
  }

  /// The line with drawn lines as pipes, dashes and pluses.
  static func plain(_ text: String) -> [UInt8] {
    let bytes = Array(text.utf8)
    // All of them begin with these bytes: U+2500 to U+257F.
    guard bytes.contains(0xE2) else { return bytes }
    var plain: [UInt8] = []
    var index = 0
    while index < bytes.count {
      if index + 2 < bytes.count, bytes[index] == 0xE2,
        bytes[index + 1] == 0x94 || bytes[index + 1] == 0x95
      {
        let place = Int(bytes[index + 1] - 0x94) * 64 + Int(bytes[index + 2] & 0x3F)
        plain.append(Self.sign(0x2500 + place))
        index += 3
      } else {
        plain.append(bytes[index])
        index += 1
      }
    }
    return plain
  }

  private static func sign(_ scalar: Int) -> UInt8 {
    if vertical.contains(scalar) { return ASCII.pipe }
    return horizontal.contains(scalar) ? ASCII.minus : ASCII.plus
  }

  private static let vertical: Set<Int> = [
    0x2502, 0x2503, 0x2506, 0x2507, 0x250A, 0x250B, 0x254E, 0x254F, 0x2551, 0x2575, 0x2577, 0x2579,
    0x257B, 0x257D, 0x257F,
  ]
  private static let horizontal: Set<Int> = [
    0x2500, 0x2501, 0x2504, 0x2505, 0x2508, 0x2509, 0x254C, 0x254D, 0x2550, 0x2574, 0x2576, 0x2578,
    0x257A, 0x257C, 0x257E,
  ]
}
