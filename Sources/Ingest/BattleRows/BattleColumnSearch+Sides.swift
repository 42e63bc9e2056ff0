internal import Battles
internal import SafeText

/// The columns that name the sides.
extension BattleColumnSearch {
  /// All pairs of columns whose headings always name sides: one where options name them, or where the header
  /// has one; none where they are not both there.
  func sides() throws(IngestError) -> [SideColumns] {
    if let decided = try namedDecided() { return [decided] }
    var found: [SideColumns] = []
    for pair in BattleHeadings.sides {
      let a = try header.column(for: .a, in: mapping, else: [pair.a])
      let b = try header.column(for: .b, in: mapping, else: [pair.b])
      guard let a, let b, !found.contains(where: { $0.a == a && $0.b == b }) else { continue }
      found.append(SideColumns(a: a, b: b))
      if mapping[.a] != nil || mapping[.b] != nil { break }
    }
    return found
  }

  /// The sides that options name as winner and loser.
  private func namedDecided() throws(IngestError) -> SideColumns? {
    guard mapping[.loser] != nil else { return nil }
    guard mapping[.winner] != nil, mapping[.a] == nil, mapping[.b] == nil else {
      throw .usage(
        what: "--columns names a loser, which stands beside a winner and no other sides",
        remedy: "name both: --columns winner=COLUMN,loser=COLUMN")
    }
    guard let won = try header.column(for: .winner, in: mapping),
      let lost = try header.column(for: .loser, in: mapping)
    else { return nil }
    return SideColumns(a: won, b: lost, areDecided: true)
  }

  /// Pairs of columns that may name sides by words in their headings, where none does at once.
  func likelySides() -> [SideColumns] {
    guard mapping[.a] == nil, mapping[.b] == nil, mapping[.loser] == nil else { return [] }
    let search = SideColumnSearch(header: header)
    let marked = search.marked()
    if !marked.isEmpty { return marked }
    if let opponent = opponent() { return [opponent] }
    if mapping[.winner] == nil {
      let decided = search.decided()
      if !decided.isEmpty { return decided }
    }
    return search.repeating().filter(search.areNamed)
  }

  /// The error for sides that may be meant although nothing shows it; `nil` where there are none.
  var offer: IngestError? {
    let pairs = SideColumnSearch(header: header).repeating()
    return pairs.isEmpty ? nil : several(pairs)
  }

  /// Sees that labels such as `left` and `white` are not about other columns than these.
  ///
  /// - Throws: `IngestError.header` where two further columns are called so.
  func requireOwnLabels(_ sides: SideColumns) throws(IngestError) {
    guard mapping[.a] == nil, mapping[.b] == nil, !sides.areDecided, !header.isWide else { return }
    let own = SideMark(header.names[sides.a])?.pair
    let verdicts = header.names.indices.filter { column in
      column != sides.a && column != sides.b
        && HeadingWords(header.names[column]).words.contains {
          BattleHeadings.verdicts.contains($0)
        }
    }
    func labels(_ kind: SidePair) -> Bool {
      header.sample.contains { row in
        verdicts.contains { column in
          let folded = FoldedLabel.of(row[column])
          let isOfColours =
            kind == .colours
            && ["1-0", "0-1"].contains { $0.utf8.elementsEqual(folded.utf8) }
          return (isOfColours || SideMark(row[column])?.pair == kind)
            && ![sides.a, sides.b].contains { row[$0].utf8.elementsEqual(row[column].utf8) }
        }
      }
    }
    for pair in SideColumnSearch(header: header).marked()
    where pair.a != sides.a && pair.b != sides.b && pair.a != sides.b && pair.b != sides.a {
      guard let kind = SideMark(header.names[pair.a])?.pair, kind != own, labels(kind) else {
        continue
      }
      throw several([sides, pair])
    }
    // One column may say which of the two is white, or stands on the left.
    for column in header.names.indices where column != sides.a && column != sides.b {
      guard let kind = SideMark(header.names[column])?.pair, kind != own,
        ![.letters, .numbers, .xy].contains(kind), !verdicts.contains(column)
      else { continue }
      let named = header.sample.filter { row in
        [sides.a, sides.b].contains { row[$0].utf8.elementsEqual(row[column].utf8) }
      }
      guard !named.isEmpty, 2 * named.count > header.sample.count, labels(kind) else { continue }
      throw .header(
        header.place,
        what:
          "\(Mention.name(header.names[column])) names one of the sides, and the labels are about it",
        remedy: "give two columns in place of it, such as "
          + kind.words.first[0] + " and " + kind.words.second[0])
    }
  }

  /// The column of opponents, and that of whose they are.
  private func opponent() -> SideColumns? {
    guard !header.isWide else { return nil }
    let words = header.names.map { HeadingWords($0).words }
    func columns(_ wanted: (String) -> Bool) -> [Int] {
      words.indices.filter { words[$0].count == 1 && wanted(words[$0][0]) }
    }
    let against = columns { BattleHeadings.opponents.contains($0) }
    let own = columns { BattleHeadings.entities.contains($0) }
    guard against.count == 1, own.count == 1 else { return nil }
    return SideColumns(a: own[0], b: against[0])
  }

  /// Whether it takes the values of some rows to choose between columns.
  var needsSample: Bool {
    // Headings that are missing or twice there are told of where columns are chosen.
    let pairs = (try? sides())?.count ?? 0
    guard !header.isWide else { return false }
    guard pairs == 1 else { return true }
    let hasWinner = ((try? header.column(anyOf: BattleHeadings.winners)) ?? nil) != nil
    guard hasWinner || mapping[.winner] != nil, mapping[.count] == nil else { return true }
    if header.names.contains(where: BattleHeadings.isOfTies) { return true }
    // Another column may tell which side is white, or stands on the left.
    let others: [SidePair] = [.letters, .numbers, .xy]
    let marked = header.names.count { name in
      SideMark(name).map { !others.contains($0.pair) } ?? false
    }
    if marked > 0, SideColumnSearch(header: header).marked().count > 1 || marked % 2 == 1 {
      return true
    }
    return BattleHeadings.counts.dropFirst().contains { ((try? header.column($0)) ?? nil) != nil }
  }

  /// The pair whose headings the labels use, else the one whose columns are not all numbers.
  ///
  /// - Throws: `IngestError.header` where neither settles it.
  func chosen(_ pairs: [SideColumns]) throws(IngestError) -> SideColumns {
    guard pairs.count > 1 else { return pairs[0] }
    var labels: Set<String> = []
    if !pairs[0].areDecided,
      let winner = try header.column(for: .winner, in: mapping, else: BattleHeadings.winners)
    {
      labels = Set(header.sample.map { FoldedLabel.of($0[winner]) })
    }
    let named = pairs.filter { pair in
      [pair.a, pair.b].contains { labels.contains(FoldedLabel.of(header.names[$0])) }
    }
    if named.count == 1 { return named[0] }
    let texts = pairs.filter { pair in
      header.sample.contains { row in
        [pair.a, pair.b].contains { Numbers.number(row[$0]) == nil && !trimmed(row[$0]).isEmpty }
      }
    }
    if texts.count == 1 { return texts[0] }
    throw several(pairs)
  }

  /// The error for several pairs of sides.
  func several(_ pairs: [SideColumns]) -> IngestError {
    let shown = pairs.map { pair in
      (Mention.name(header.names[pair.a]), Mention.name(header.names[pair.b]))
    }
    return .header(
      header.place,
      what: (pairs.count == 1
        ? "a pair of \(header.subject.part)s may name the sides: "
        : "several pairs of \(header.subject.part)s could name the sides: ")
        + shown.map { "\($0.0) and \($0.1)" }.joined(separator: "; "),
      remedy: "choose with "
        + pairs.map { pair in
          mapping.command(
            adding: pair.areDecided
              ? [(.winner, header.names[pair.a]), (.loser, header.names[pair.b])]
              : [(.a, header.names[pair.a]), (.b, header.names[pair.b])])
        }.joined(separator: ", or "))
  }
}
