internal import Battles
internal import SafeText

/// Looks for columns that tell what battles came to by words in their headings and by their values, where no
/// heading is one of those that are always meant so.
struct OutcomeColumnSearch {
  let header: Header
  let mapping: ColumnMapping
  let sides: SideColumns

  /// The column of verdicts.
  ///
  /// - Throws: `IngestError.header` where several columns could be it.
  func verdict() throws(IngestError) -> Int? {
    guard !header.isWide else { return nil }
    let telling = header.names.indices.filter { mayBeVerdict($0) && tells($0) }
    guard !telling.isEmpty else { return nil }
    let clear = telling.filter { isClear($0) }
    // Another account in other words may be the one that is meant.
    let rivals = header.names.indices.filter {
      telling.contains($0) || mayBeVerdict($0) && hasWinnerWord($0)
    }
    // Nothing but a word for a verdict goes before headings that say more.
    let bare = clear.filter { column in
      HeadingWords(header.names[column]).words.allSatisfy { BattleHeadings.verdicts.contains($0) }
    }
    if bare.count == 1, clear.count == 1 { return bare[0] }
    guard rivals.count == 1, clear.count == 1 else {
      let shown = rivals.map { Mention.name(header.names[$0]) }
      let what =
        rivals.count == 1
        ? "\(shown[0]) may tell what battles came to, or something else"
        : "\(Mention.conjunction(shown)) could each tell what battles came to"
      throw .header(
        header.place, what: what,
        remedy: (rivals.count == 1 ? "say so with " : "choose with ")
          + rivals.map { mapping.command(adding: [(.winner, header.names[$0])]) }
          .joined(separator: ", or "))
    }
    return clear[0]
  }

  /// The column of points of the first side: 1, 0 and 0.5.
  func points() -> Int? {
    let found = header.names.indices.filter { column in
      ["score", "points"].contains(FoldedLabel.of(header.names[column]))
    }
    guard found.count == 1 else { return nil }
    let values = header.sample.map { $0[found[0]] }.filter { !trimmed($0).isEmpty }
    let arePoints = values.allSatisfy { value in
      Numbers.number(value).map { [0, 0.5, 1].contains($0) } ?? false
    }
    return !values.isEmpty && arePoints ? found[0] : nil
  }

  /// The column of scores such as `4-1`.
  func result() -> Int? {
    guard !header.isWide else { return nil }
    for name in BattleHeadings.results {
      let found = header.names.indices.filter {
        FoldedLabel.of(header.names[$0]).utf8.elementsEqual(name.utf8)
      }
      guard found.count == 1 else { continue }
      let values = header.sample.map { $0[found[0]] }.filter { !trimmed($0).isEmpty }
      let isResult =
        !values.isEmpty
        && values.allSatisfy { value in
          let folded = FoldedLabel.of(value)
          return ResultText(folded: folded) != nil
            || ["1-0", "0-1"].contains { $0.utf8.elementsEqual(folded.utf8) }
        }
      if isResult { return found[0] }
    }
    return nil
  }

  /// A pair of columns of numbers whose headings are those of the sides but for words such as `words`.
  ///
  /// - Throws: `IngestError.header` where several pairs are.
  func numbers(_ words: Set<String>, roles: (a: ColumnMapping.Role, b: ColumnMapping.Role))
    throws(IngestError) -> (a: Int, b: Int)?
  {
    var halves: [String: (first: [Int], second: [Int])] = [:]
    var order: [String] = []
    let (markA, markB) = (
      SideMark(header.names[sides.a]), SideMark(header.names[sides.b])
    )
    guard !header.isWide else { return nil }
    guard let markA, let markB, markA.pair == markB.pair, markA != markB else { return nil }
    // Beside colours and the like, numbers of wins are often those of a career.
    let isOfWins = roles.a == .winsA
    guard !isOfWins || [.letters, .numbers, .xy, .leftRight].contains(markA.pair) else {
      return nil
    }
    for (index, name) in header.names.enumerated() where name.utf8.count <= 128 {
      var rest = HeadingWords(name).words
      let places = rest.indices.filter { markA.pair.isSecond(rest[$0]) != nil }
      guard places.count == 1, let isSecond = markA.pair.isSecond(rest[places[0]]) else { continue }
      rest.remove(at: places[0])
      let isTold = rest.contains { words.contains($0) }
      let areAllKnown = rest.allSatisfy {
        words.contains($0) || BattleHeadings.entities.contains($0)
      }
      guard isTold, areAllKnown, areNumbers(index) else {
        continue
      }
      let key = rest.joined(separator: " ")
      if halves[key] == nil { order.append(key) }
      if isSecond == markA.isSecond {
        halves[key, default: ([], [])].first.append(index)
      } else {
        halves[key, default: ([], [])].second.append(index)
      }
    }
    let found = order.compactMap { key -> (a: Int, b: Int)? in
      guard let half = halves[key], half.first.count == 1, half.second.count == 1 else {
        return nil
      }
      return (half.first[0], half.second[0])
    }
    guard found.count <= 1 else {
      let shown = found.map { pair in
        "\(Mention.name(header.names[pair.a])) and \(Mention.name(header.names[pair.b]))"
      }
      throw .header(
        header.place,
        what: "several pairs of columns could tell what battles came to: "
          + shown.joined(separator: "; "),
        remedy: "choose with "
          + found.map { pair in
            mapping.command(
              adding: [(roles.a, header.names[pair.a]), (roles.b, header.names[pair.b])])
          }.joined(separator: ", or "))
    }
    return found.first
  }

  // MARK: Verdicts

  /// Whether the heading has a word for a verdict, and none that makes it something else.
  private func mayBeVerdict(_ column: Int) -> Bool {
    guard column != sides.a, column != sides.b, header.names[column].utf8.count <= 128 else {
      return false
    }
    let words = HeadingWords(header.names[column]).words
    return words.contains { BattleHeadings.verdicts.contains($0) }
      && !words.contains { Self.notes.contains($0) }
  }

  /// Whether nothing but the verdict, and whose it is, stands in the heading.
  private func isClear(_ column: Int) -> Bool {
    let name = header.names[column]
    let words = HeadingWords(name).words.filter {
      !BattleHeadings.verdicts.contains($0) && !BattleHeadings.beside.contains($0)
        && !BattleHeadings.entities.contains($0) && !BattleHeadings.additions.contains($0)
    }
    if words.isEmpty { return true }
    let headings = ColumnHeadings(
      winner: name, sideA: header.names[sides.a], sideB: header.names[sides.b])
    return words.count == 1 && headings.namedSide != nil
  }

  private func hasWinnerWord(_ column: Int) -> Bool {
    HeadingWords(header.names[column]).words.contains {
      $0.utf8.elementsEqual("winner".utf8) || $0.utf8.elementsEqual("verdict".utf8)
    }
  }

  private static let notes: Set<String> = [
    "reason", "rationale", "explanation", "comment", "time", "date", "timestamp", "tstamp",
    "margin",
    "id", "toss", "count", "least", "worst", "not", "non", "less", "dispreferred", "confidence",
    "raw", "text", "prob", "probability", "pct", "percent",
  ]

  /// Whether most values are words for outcomes, or names or headings of the sides.
  private func tells(_ column: Int) -> Bool {
    let headings = [sides.a, sides.b].map { FoldedLabel.of(header.names[$0]) }
    // How much one side is preferred is told of where labels are read.
    let isPreference = HeadingWords(header.names[column]).words.contains { $0.hasPrefix("prefer") }
    var told = 0
    var all = 0
    for row in header.sample {
      let value = row[column]
      if trimmed(value).isEmpty { continue }
      all += 1
      guard value.utf8.count <= 256 else { continue }
      let folded = FoldedLabel.of(value)
      let isKnown =
        Vocabulary.known.contains(folded)
        || headings.contains { $0.utf8.elementsEqual(folded.utf8) }
        || [sides.a, sides.b].contains { row[$0].utf8.elementsEqual(value.utf8) }
        || isPreference && Numbers.number(value) != nil
      if isKnown { told += 1 }
    }
    return 2 * told > all
  }

  private func areNumbers(_ column: Int) -> Bool {
    header.sample.allSatisfy { row in
      trimmed(row[column]).isEmpty || Numbers.number(row[column]) != nil
    }
  }
}
