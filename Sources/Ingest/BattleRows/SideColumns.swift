internal import Battles
internal import SafeText

/// Two columns that may name the sides of battles.
struct SideColumns: Sendable, Equatable {
  /// The column of side a.
  let a: Int
  /// The column of side b.
  let b: Int
  /// Whether they are the winner's and the loser's.
  var areDecided = false
}

/// Looks for columns that name the sides of battles by words in their headings.
struct SideColumnSearch {
  let header: Header

  /// Pairs of columns whose headings are the same but for the mark of a side, and otherwise say what is rated;
  /// those of the best kind, names rather than numbers of identity.
  func marked() -> [SideColumns] {
    best(pairs { words in SidePair.allCases.flatMap { Self.places(of: $0, in: words) } })
  }

  /// The same for headings of winners and losers.
  func decided() -> [SideColumns] {
    let found = pairs { words in
      BattleHeadings.decided.enumerated().flatMap { index, pair -> [Mark] in
        words.indices.compactMap { place in
          if words[place].utf8.elementsEqual(pair.won.utf8) {
            return Mark(place: place, isSecond: false, kind: "decided \(index)", isWeak: false)
          }
          return words[place].utf8.elementsEqual(pair.lost.utf8)
            ? Mark(place: place, isSecond: true, kind: "decided \(index)", isWeak: false) : nil
        }
      }
    }
    // Where nothing is said of names the columns may hold the texts that were judged.
    return best(
      found.filter { candidate in
        let mayBeTexts =
          candidate.rest.isEmpty
          && FoldedLabel.of(header.names[candidate.columns.b])
            .utf8.elementsEqual("rejected".utf8)
        return !mayBeTexts || areNames(candidate.columns)
      }
    ).map {
      SideColumns(a: $0.a, b: $0.b, areDecided: true)
    }
  }

  /// Pairs of columns whose headings are the same but for the mark of a side, and say something else, where
  /// the values look like names that meet again and again.
  func repeating() -> [SideColumns] {
    var found: [SideColumns] = []
    for pair in candidates({ words in
      SidePair.allCases.flatMap { Self.places(of: $0, in: words) }
    }) where header.sample.count > 1 && areTexts(pair.columns) && meetAgain(pair.columns) {
      found.append(pair.columns)
    }
    return found
  }

  /// Whether a column of verdicts has the names of these sides: then they are what was judged.
  func areNamed(_ pair: SideColumns) -> Bool {
    header.names.indices.contains { column in
      guard column != pair.a, column != pair.b,
        HeadingWords(header.names[column]).words.contains(where: {
          BattleHeadings.verdicts.contains($0)
        })
      else { return false }
      let told = header.sample.filter { !trimmed($0[column]).isEmpty }
      let named = told.filter { row in
        [pair.a, pair.b].contains { row[$0].utf8.elementsEqual(row[column].utf8) }
      }
      return told.count > 1 && 10 * named.count >= 8 * told.count
    }
  }

  // MARK: Headings

  /// A word that marks a side.
  private struct Mark {
    let place: Int
    let isSecond: Bool
    let kind: String
    /// Whether the mark alone is no heading: a letter or a number.
    let isWeak: Bool
  }

  /// The words of a heading, of which `hometeam` and `blueplayer` are two.
  private static func words(of heading: String) -> [String] {
    HeadingWords(heading).words.flatMap { word -> [String] in
      for beginning in beginnings where word.hasPrefix(beginning) {
        let rest = String(word.dropFirst(beginning.count))
        if BattleHeadings.entities.contains(rest) { return [beginning, rest] }
      }
      return [word]
    }
  }

  private static let beginnings = [
    "left", "right", "white", "black", "red", "blue", "home", "away", "winner", "loser", "winning",
    "losing",
  ]

  private static func places(of pair: SidePair, in words: [String]) -> [Mark] {
    words.indices.compactMap { place in
      pair.isSecond(words[place]).map {
        Mark(
          place: place, isSecond: $0, kind: "\(pair)",
          isWeak: [.letters, .numbers, .xy].contains(pair))
      }
    }
  }

  /// Two columns, and the words of their headings beside the mark.
  private struct Candidate {
    let columns: SideColumns
    let rest: [String]
    let isWeak: Bool
  }

  private func candidates(_ marks: ([String]) -> [Mark]) -> [Candidate] {
    struct Half {
      var first: [Int] = []
      var second: [Int] = []
      var rest: [String] = []
      var isWeak = false
    }
    guard !header.isWide else { return [] }
    var halves: [String: Half] = [:]
    var order: [String] = []
    for (index, name) in header.names.enumerated() where name.utf8.count <= 128 {
      let words = Self.words(of: name)
      for mark in marks(words) {
        var rest = words
        rest[mark.place] = "*"
        let key = mark.kind + " " + rest.joined(separator: " ")
        if halves[key] == nil { order.append(key) }
        var half = halves[key] ?? Half()
        if mark.isSecond { half.second.append(index) } else { half.first.append(index) }
        rest.remove(at: mark.place)
        (half.rest, half.isWeak) = (rest, mark.isWeak)
        halves[key] = half
      }
    }
    return order.compactMap { key in
      guard let half = halves[key], half.first.count == 1, half.second.count == 1 else {
        return nil
      }
      let (first, second) = (half.first[0], half.second[0])
      // Of these none is usually told first: the one that stands first is side a.
      let isOpen = Self.open.contains { key.hasPrefix("\($0) ") }
      return Candidate(
        columns: isOpen
          ? SideColumns(a: min(first, second), b: max(first, second))
          : SideColumns(a: first, b: second), rest: half.rest, isWeak: half.isWeak)
    }
  }

  private static let open: [SidePair] = [.corners, .debate, .favourites, .attack]

  private func pairs(_ marks: ([String]) -> [Mark]) -> [Candidate] {
    candidates(marks).filter { candidate in
      let entities = candidate.rest.filter { BattleHeadings.entities.contains($0) }
      guard
        candidate.rest.allSatisfy({
          BattleHeadings.entities.contains($0) || BattleHeadings.additions.contains($0)
        })
      else { return false }
      // A letter or a number alone names nothing, and what is hidden is what was shown.
      if entities.isEmpty, candidate.isWeak { return candidate.rest.contains("hidden") }
      return areTexts(candidate.columns) || candidate.rest.contains("id") || !entities.isEmpty
        || !candidate.isWeak
    }
  }

  private func best(_ candidates: [Candidate]) -> [SideColumns] {
    func rank(_ candidate: Candidate) -> Int {
      // Numbers name sides where no texts do.
      let base = areTexts(candidate.columns) ? 0 : 5
      if candidate.rest.contains("id") { return base + 4 }
      if candidate.rest.contains("key") || candidate.rest.contains("label") { return base + 3 }
      if candidate.rest.isEmpty { return base + 2 }
      return base + (candidate.rest.contains("name") ? 0 : 1)
    }
    guard let least = candidates.map(rank).min() else { return [] }
    return candidates.filter { rank($0) == least }.map(\.columns)
  }

  // MARK: Values

  /// Whether not all values of the sample are numbers, or results such as `4-1`.
  private func areTexts(_ columns: SideColumns) -> Bool {
    header.sample.isEmpty
      || header.sample.contains { row in
        [columns.a, columns.b].contains { !Self.isNumber(row[$0]) }
      }
  }

  private static func isNumber(_ value: String) -> Bool {
    value.utf8.count <= 64
      && (trimmed(value).isEmpty || Numbers.number(value) != nil
        || ResultText(folded: FoldedLabel.of(value)) != nil)
  }

  /// Whether values are short enough for names, and some are there again where there are many.
  private func areNames(_ columns: SideColumns) -> Bool {
    let values = Set(
      header.sample.flatMap { [Array($0[columns.a].utf8), Array($0[columns.b].utf8)] })
    return areShort(columns) && (header.sample.count < 20 || values.count <= header.sample.count)
  }

  private func areShort(_ columns: SideColumns) -> Bool {
    header.sample.allSatisfy { row in
      [columns.a, columns.b].allSatisfy {
        row[$0].utf8.count <= 200 && !row[$0].utf8.contains(ASCII.lineFeed)
      }
    }
  }

  /// Whether there are at most as many values as rows, and some stand in both columns, or twice in one.
  private func meetAgain(_ columns: SideColumns) -> Bool {
    guard areShort(columns) else { return false }
    let rows = header.sample
    let values = Set(rows.flatMap { [Array($0[columns.a].utf8), Array($0[columns.b].utf8)] })
    let apart = rows.count { !$0[columns.a].utf8.elementsEqual($0[columns.b].utf8) }
    // Two prompts of a row are mostly the same one, and names are fewer than rows where there are many.
    let most = rows.count < 20 ? max(2, rows.count) : rows.count / 2
    return values.count <= most && 2 * apart > rows.count
  }
}
