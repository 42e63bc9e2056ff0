internal import Battles
internal import SafeText

/// Looks for the columns of battles in one header.
struct BattleColumnSearch {
  let header: Header
  let mapping: ColumnMapping

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
    guard !header.isWide else { return nil }
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
    guard !header.isWide else { return nil }
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
    where !header.isWide && BattleHeadings.isOfTies(name) && !found.contains(column) {
      found.append(column)
    }
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

  func column(
    _ role: ColumnMapping.Role, _ names: [String]
  ) throws(IngestError) -> Int? {
    try header.column(for: role, in: mapping, else: names)
  }
}
