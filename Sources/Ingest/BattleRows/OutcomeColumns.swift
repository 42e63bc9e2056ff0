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
    let candidates = header.names.indices.filter { isVerdict($0) }
    let telling = candidates.filter { tells($0) }
    guard !telling.isEmpty else { return nil }
    let preferred = telling.count == 1 ? candidates.filter { hasWinnerWord($0) } : telling
    // Another account in other words may be the one that is meant.
    let rivals = preferred.count > 1 ? preferred : telling
    guard rivals.count == 1 else {
      let shown = rivals.map { Mention.name(header.names[$0]) }
      throw .header(
        header.place,
        what: "\(Mention.conjunction(shown)) could each tell what battles came to",
        remedy: "choose with "
          + rivals.map { column in
            mapping.command(adding: [(.winner, header.names[column])])
          }.joined(separator: ", or "))
    }
    return rivals[0]
  }

  /// The column of scores such as `4-1`.
  func result() -> Int? {
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
    guard let markA, let markB, markA.pair == markB.pair, markA != markB else { return nil }
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

  private func isVerdict(_ column: Int) -> Bool {
    guard column != sides.a, column != sides.b, header.names[column].utf8.count <= 128 else {
      return false
    }
    let words = HeadingWords(header.names[column]).words
    guard words.contains(where: { BattleHeadings.verdicts.contains($0) }) else { return false }
    // The time or reason of a verdict is none.
    return !words.contains { Self.notes.contains($0) }
  }

  private func hasWinnerWord(_ column: Int) -> Bool {
    HeadingWords(header.names[column]).words.contains {
      $0.utf8.elementsEqual("winner".utf8) || $0.utf8.elementsEqual("verdict".utf8)
    }
  }

  private static let notes: Set<String> = [
    "reason", "rationale", "explanation", "comment", "time", "date", "timestamp", "tstamp",
    "margin",
    "id", "toss", "count", "confidence", "raw", "text", "prob", "probability", "pct", "percent",
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
