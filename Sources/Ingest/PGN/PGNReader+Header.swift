/// The tags of the first games.
extension PGNReader {
  /// The tags that every game should have.
  private static let usual = ["White", "Black", "Result"]
  /// As many games are a sample.
  private static let mostGames = 200

  /// The tags of the first games in the order in which they are met, then those of `usual` that are not
  /// among them; nothing is used up.
  mutating func header() throws(IngestError) -> Header {
    while !buffer.isComplete, buffer.end - buffer.start < PGNTag.longestLook { try refill() }
    let end = min(buffer.end, buffer.start + PGNTag.longestLook)
    var scanner = PGNScanner(at: buffer.start, line: line)
    var names: [String] = []
    var columns: [String: Int] = [:]
    var games: [[Int: String]] = []
    var firstLine: Int?
    while games.count <= Self.mostGames {
      let step = scanner.next(
        buffer.storage.span, to: end, isComplete: buffer.isComplete && end == buffer.end)
      guard case .tag(let tag, _, let behind) = step else {
        if case .brokenTag = step { continue }
        break
      }
      if firstLine == nil { firstLine = scanner.line }
      let name = tag.name.text(in: buffer.storage.span)
      let folded = asciiLowercased(name)
      let column = columns[folded] ?? names.count
      if column == names.count {
        names.append(name)
        columns[folded] = column
      }
      if behind.moves || games.isEmpty || games[games.count - 1][column] != nil {
        games.append([:])
      }
      games[games.count - 1][column] = tag.value.text(in: buffer.storage.span)
    }
    names += Self.usual.filter { columns[asciiLowercased($0)] == nil }
    var header = Header(
      place: Place(file: buffer.file, line: firstLine ?? line), names: names, of: .game)
    header.sample = games.prefix(Self.mostGames).map { game in
      names.indices.map { game[$0] ?? "" }
    }
    return header
  }
}
