internal import Battles
internal import SafeText

/// Looks for the columns of battles in one header.
struct BattleColumnSearch {
  let header: Header
  let mapping: ColumnMapping

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
    guard mapping[.a] == nil, mapping[.b] == nil, !sides.areDecided else { return }
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
  private func several(_ pairs: [SideColumns]) -> IngestError {
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

  /// The columns that tell what battles came to, in the slots of `columns`, or `nil`.
  ///
  /// - Parameter sides: the columns of the sides, whose headings tell which of two columns is whose.
  func result(
    _ columns: inout WantedColumns, sides: SideColumns
  ) throws(IngestError) -> BattleColumns.Result? {
    let families: [[ColumnMapping.Role]] = [
      [.winner, .draw], [.winsA, .winsB, .ties], [.scoreA, .scoreB],
    ]
    let named = families.filter { $0.contains { mapping[$0] != nil } }
    guard named.count <= 1 else {
      throw .usage(
        what: "--columns names "
          + named.compactMap { $0.first { mapping[$0] != nil }?.rawValue }
          .joined(separator: " and ") + ", which tell the same thing",
        remedy: "name a winner, or wins_a and wins_b, or score_a and score_b")
    }
    if sides.areDecided {
      return .decided(
        draw: columns.slot(try draw(sides) ?? result(beside: sides)),
        count: columns.slot(try plainCount()))
    }
    switch named.first?.first {
    case .winner:
      if let result = try winner(&columns, sides) { return result }
      return try likely(&columns, sides)
    case .winsA: return try wins(&columns, sides)
    case .scoreA: return try scores(&columns, sides)
    default:
      try refuseWinnerBesideWins()
      try refuseScoresBesideWins()
      if let result = try winner(&columns, sides) { return result }
      if let result = try games(&columns) { return result }
      if let result = try wins(&columns, sides) { return result }
      if let result = try flags(&columns, sides) { return result }
      if let result = try scores(&columns, sides) { return result }
      return try likely(&columns, sides)
    }
  }

  /// What the words of headings, and values, tell.
  private func likely(
    _ columns: inout WantedColumns, _ sides: SideColumns
  ) throws(IngestError) -> BattleColumns.Result? {
    let search = OutcomeColumnSearch(header: header, mapping: mapping, sides: sides)
    if let verdict = try search.verdict() { return try labelled(verdict, &columns, sides) }
    guard mapping[.draw] == nil else { return nil }
    if let result = search.result() {
      return .winner(columns.slot(result), count: columns.slot(try plainCount()))
    }
    if let points = search.points() { return try labelled(points, &columns, sides) }
    if let found = try search.numbers(BattleHeadings.winWords, roles: (.winsA, .winsB)) {
      return try wins(&columns, a: found.a, b: found.b)
    }
    if let found = try search.numbers(BattleHeadings.scoreWords, roles: (.scoreA, .scoreB)) {
      return .scores(
        a: columns.slot(found.a), b: columns.slot(found.b), count: columns.slot(try plainCount()))
    }
    return nil
  }

  /// Two verdicts on one pair.
  private func games(_ columns: inout WantedColumns) throws(IngestError) -> BattleColumns.Result? {
    let found = header.names.indices.filter { BattleHeadings.isOfGame(header.names[$0]) }
    guard found.count > 1 else { return nil }
    return .verdicts(VerdictColumns(labels: found.map { columns.slot($0) }))
  }

  /// The column that tells of ties beside a winner and a loser, among other results.
  private func result(beside sides: SideColumns) -> Int? {
    for name in ["result", "outcome"] {
      guard let column = (try? header.column(name)) ?? nil, column != sides.a, column != sides.b
      else { continue }
      return column
    }
    return nil
  }

  /// The column that says whether a battle is a tie.
  private func draw(_ sides: SideColumns) throws(IngestError) -> Int? {
    if mapping[.draw] != nil { return try column(.draw, []) }
    let found = header.names.indices.filter { column in
      column != sides.a && column != sides.b && BattleHeadings.isOfTies(header.names[column])
        // A number of ties, or a label, is something else.
        && header.sample.allSatisfy { DrawFlag($0[column]) != nil }
    }
    guard found.count <= 1 else {
      let shown = found.map { Mention.name(header.names[$0]) }
      throw .header(
        header.place,
        what: "\(Mention.conjunction(shown)) could each say whether a battle is a tie",
        remedy: "choose with " + mapping.command(adding: [(.draw, header.names[found[0]])]))
    }
    return found.first
  }

  /// A column of labels, with what stands beside it.
  private func labelled(
    _ label: Int, _ columns: inout WantedColumns, _ sides: SideColumns
  ) throws(IngestError) -> BattleColumns.Result {
    let draw = try draw(sides).flatMap { $0 == label ? nil : $0 }
    let count = columns.slot(try count())
    guard let draw else { return .winner(columns.slot(label), count: count) }
    return .verdicts(
      VerdictColumns(labels: [columns.slot(label)], draw: columns.slot(draw), count: count))
  }

  /// A winner and numbers of wins are two different accounts of a row.
  private func refuseWinnerBesideWins() throws(IngestError) {
    guard let winner = try header.column(anyOf: BattleHeadings.winners) else { return }
    // Single letters are often something else beside a winner.
    for names in BattleHeadings.wins where names.a.utf8.count > 1 {
      guard let a = try header.column(names.a), let b = try header.column(names.b) else { continue }
      let names = [winner, a, b].map { header.names[$0] }
      let shown = names.map { Mention.name($0) }
      throw .header(
        header.place,
        what: "both \(shown[0]) and \(shown[1]), \(shown[2]) tell what battles came to",
        remedy:
          "choose with --columns \(ShellWord.assignment("winner=\(names[0])")), or --columns "
          + ShellWord.assignment("wins_a=\(names[1]),wins_b=\(names[2])")
      )
    }
  }

  /// Points and numbers of wins, which may be those of a season, are two different accounts of a row.
  private func refuseScoresBesideWins() throws(IngestError) {
    for wins in BattleHeadings.wins where wins.a.utf8.count > 1 {
      guard let a = (try? header.column(wins.a)) ?? nil, let b = (try? header.column(wins.b)) ?? nil
      else { continue }
      for scores in BattleHeadings.scores {
        guard let one = (try? header.column(scores.a)) ?? nil,
          let two = (try? header.column(scores.b)) ?? nil
        else { continue }
        let names = [a, b, one, two].map { header.names[$0] }
        throw .header(
          header.place,
          what:
            "both \(Mention.name(names[0])), \(Mention.name(names[1])) and \(Mention.name(names[2])), "
            + "\(Mention.name(names[3])) tell what battles came to",
          remedy: "choose with "
            + mapping.command(adding: [(.winsA, names[0]), (.winsB, names[1])]) + ", or "
            + mapping.command(adding: [(.scoreA, names[2]), (.scoreB, names[3])]))
      }
    }
  }

  private func winner(
    _ columns: inout WantedColumns, _ sides: SideColumns
  ) throws(IngestError) -> BattleColumns.Result? {
    guard let winner = try column(.winner, BattleHeadings.winners) else { return nil }
    return try labelled(winner, &columns, sides)
  }

  private func wins(
    _ columns: inout WantedColumns, _ sides: SideColumns
  ) throws(IngestError) -> BattleColumns.Result? {
    for names in BattleHeadings.wins {
      guard let a = try column(.winsA, [names.a]), let b = try column(.winsB, [names.b])
      else { continue }
      try requireOrder(a, b, sides, isNamed: mapping[.winsA] != nil, roles: ("wins_a", "wins_b"))
      let isAgainst = mapping[.winsA] == nil && areAgainst(header.names[a], sides)
      return try wins(&columns, a: isAgainst ? b : a, b: isAgainst ? a : b)
    }
    return nil
  }

  private func wins(
    _ columns: inout WantedColumns, a: Int, b: Int
  ) throws(IngestError) -> BattleColumns.Result {
    let ties = try ties()
    guard mapping[.count] == nil else {
      throw .usage(
        what: "--columns names count beside wins_a and wins_b, which are counts themselves",
        remedy: "leave count out")
    }
    // Where options name the numbers, what else there is does not matter.
    let all = mapping[.winsA] != nil ? nil : try header.column(anyOf: BattleHeadings.totals)
    return .wins(
      WinColumns(
        a: columns.slot(a), b: columns.slot(b), ties: columns.slot(ties), all: columns.slot(all)))
  }

  /// The column of ties beside those of wins.
  private func ties() throws(IngestError) -> Int? {
    guard mapping[.ties] == nil else { return try column(.ties, []) }
    var found: [Int] = []
    for name in BattleHeadings.ties {
      if let column = try header.column(name) { found.append(column) }
    }
    for (column, name) in header.names.enumerated()
    where BattleHeadings.isOfTies(name) && !found.contains(column) { found.append(column) }
    guard found.count <= 1 else {
      let shown = found.map { Mention.name(header.names[$0]) }
      throw .header(
        header.place, what: "\(Mention.conjunction(shown)) could each be the number of ties",
        remedy: "choose with --columns " + ShellWord.assignment("ties=\(header.names[found[0]])"))
    }
    return found.first
  }

  /// A column for each outcome: `winner_model_a`, `winner_model_b`, `winner_tie`.
  private func flags(
    _ columns: inout WantedColumns, _ sides: SideColumns
  ) throws(IngestError) -> BattleColumns.Result? {
    var flags: [(column: Int, outcome: Outcome)] = []
    for (index, name) in header.names.enumerated() {
      guard let outcome = FlagColumns.outcome(ofHeading: name) else { continue }
      flags.append((index, areAgainst(name, sides) ? outcome.mirrored : outcome))
    }
    let outcomes = flags.map(\.outcome)
    guard outcomes.contains(.aWins), outcomes.contains(.bWins) else { return nil }
    guard Set(outcomes).count == outcomes.count else {
      let shown = flags.map { Mention.name(header.names[$0.column]) }
      throw .header(
        header.place, what: "several of \(Mention.conjunction(shown)) stand for one outcome",
        remedy: "rename or remove all but one of them")
    }
    return .flags(
      FlagColumns(
        flags: flags.map { FlagColumns.Flag(slot: columns.slot($0.column), outcome: $0.outcome) }),
      count: columns.slot(try count()))
  }

  private func scores(
    _ columns: inout WantedColumns, _ sides: SideColumns
  ) throws(IngestError) -> BattleColumns.Result? {
    for names in BattleHeadings.scores {
      if let a = try column(.scoreA, [names.a]), let b = try column(.scoreB, [names.b]) {
        try requireOrder(
          a, b, sides, isNamed: mapping[.scoreA] != nil, roles: ("score_a", "score_b"))
        let isAgainst = mapping[.scoreA] == nil && areAgainst(header.names[a], sides)
        return .scores(
          a: columns.slot(isAgainst ? b : a), b: columns.slot(isAgainst ? a : b),
          count: columns.slot(try plainCount()))
      }
    }
    guard mapping[.scoreA] == nil, mapping[.scoreB] == nil else {
      throw .usage(
        what: "--columns names one of score_a and score_b", remedy: "name both of them")
    }
    return nil
  }

  /// Sees that it can be told whose numbers are whose where the sides stand in the file the other way round
  /// than they are usually told.
  private func requireOrder(
    _ first: Int, _ second: Int, _ sides: SideColumns, isNamed: Bool,
    roles: (a: String, b: String)
  ) throws(IngestError) {
    let areSidesNamed = mapping[.a] != nil || mapping[.b] != nil
    guard !isNamed, !areSidesNamed, header.subject == .header, sides.a > sides.b else { return }
    let headings = ColumnHeadings(
      winner: "", sideA: header.names[sides.a], sideB: header.names[sides.b])
    let mark = SideMark(FoldedLabel.of(header.names[first]))
    guard mark.flatMap({ headings.isTurned($0.pair) }) == nil else { return }
    let (one, two) = (header.names[first], header.names[second])
    throw .header(
      header.place,
      what:
        "\(Mention.name(header.names[sides.b])) stands before \(Mention.name(header.names[sides.a])), and "
        + "nothing tells which of them \(Mention.name(one)) is of",
      remedy:
        "say it: --columns \(ShellWord.assignment("\(roles.a)=\(one),\(roles.b)=\(two)")) where it is of "
        + "\(Mention.name(header.names[sides.a])), --columns "
        + ShellWord.assignment("\(roles.a)=\(two),\(roles.b)=\(one)") + " otherwise")
  }

  /// Whether the headings of the sides call the side of `heading`, which is the first of two, the second.
  private func areAgainst(_ heading: String, _ sides: SideColumns) -> Bool {
    let headings = ColumnHeadings(
      winner: "", sideA: header.names[sides.a], sideB: header.names[sides.b])
    // What is told beside an opponent is told of the other one.
    if BattleHeadings.opponents.contains(HeadingWords(header.names[sides.a]).joined) { return true }
    return SideMark(FoldedLabel.of(heading)).flatMap { headings.isTurned($0.pair) } ?? false
  }

  /// The number of battles beside points or a winner and a loser, where games may be those of one match.
  private func plainCount() throws(IngestError) -> Int? {
    mapping[.count] == nil ? try header.column(BattleHeadings.counts[0]) : try column(.count, [])
  }

  private func count() throws(IngestError) -> Int? {
    guard mapping[.count] == nil else { return try column(.count, []) }
    for name in BattleHeadings.counts {
      guard let column = try header.column(name) else { continue }
      if name != BattleHeadings.counts[0], isNoCount(column) { continue }
      return column
    }
    return nil
  }

  /// Whether the first values of a column are no counts.
  private func isNoCount(_ column: Int) -> Bool {
    header.sample.contains { row in
      let bytes = Array(row[column].utf8)
      return Numbers.count(Field(start: 0, end: bytes.count), in: bytes.span) == nil
    }
  }

  private func column(
    _ role: ColumnMapping.Role, _ names: [String]
  ) throws(IngestError) -> Int? {
    try header.column(for: role, in: mapping, else: names)
  }
}
