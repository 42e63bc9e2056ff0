internal import Battles
internal import SafeText

/// Looks for the columns of battles in one header.
struct BattleColumnSearch {
  let header: Header
  let mapping: ColumnMapping

  /// All pairs of columns that name sides: one where options name them, or where the header has one; none
  /// where they are not both there.
  func sides() throws(IngestError) -> [(a: Int, b: Int)] {
    var found: [(a: Int, b: Int)] = []
    for pair in BattleColumns.sides {
      let a = try header.column(for: .a, in: mapping, else: [pair.a])
      let b = try header.column(for: .b, in: mapping, else: [pair.b])
      guard let a, let b, !found.contains(where: { $0.a == a && $0.b == b }) else { continue }
      found.append((a, b))
      if mapping[.a] != nil || mapping[.b] != nil { break }
    }
    return found
  }

  /// Whether it takes the values of some rows to choose between columns.
  var needsSample: Bool {
    // Headings that are missing or twice there are told of where columns are chosen.
    let pairs = (try? sides())?.count ?? 0
    guard pairs == 1, mapping[.count] == nil else { return pairs > 1 }
    return BattleColumns.counts.dropFirst().contains { ((try? header.column($0)) ?? nil) != nil }
  }

  /// The pair whose headings the labels use, else the one whose columns are not all numbers.
  ///
  /// - Throws: `IngestError.header` where neither settles it.
  func chosen(_ pairs: [(a: Int, b: Int)]) throws(IngestError) -> (a: Int, b: Int) {
    guard pairs.count > 1 else { return pairs[0] }
    var labels: Set<String> = []
    if let winner = try header.column(for: .winner, in: mapping, else: BattleColumns.winners) {
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
    let shown = pairs.map { pair in
      (Mention.name(header.names[pair.a]), Mention.name(header.names[pair.b]))
    }
    throw .header(
      header.place,
      what: "several pairs of \(header.subject.part)s could name the sides: "
        + shown.map { "\($0.0) and \($0.1)" }.joined(separator: "; "),
      remedy: "choose with "
        + pairs.map { pair in
          "--columns "
            + ShellWord.assignment("a=\(header.names[pair.a]),b=\(header.names[pair.b])")
        }.joined(separator: ", or "))
  }

  /// The columns that tell what battles came to, in the slots of `columns`, or `nil`.
  ///
  /// - Parameter sides: the columns of the sides, whose headings tell which of two columns is whose.
  func result(
    _ columns: inout WantedColumns, sides: (a: Int, b: Int)
  ) throws(IngestError) -> BattleColumns.Result? {
    let families: [[ColumnMapping.Role]] = [
      [.winner], [.winsA, .winsB, .ties], [.scoreA, .scoreB],
    ]
    let named = families.filter { $0.contains { mapping[$0] != nil } }
    guard named.count <= 1 else {
      throw .usage(
        what: "--columns names "
          + named.compactMap { $0.first { mapping[$0] != nil }?.rawValue }
          .joined(separator: " and ") + ", which tell the same thing",
        remedy: "name a winner, or wins_a and wins_b, or score_a and score_b")
    }
    switch named.first?.first {
    case .winner: return try winner(&columns)
    case .winsA: return try wins(&columns, sides)
    case .scoreA: return try scores(&columns, sides)
    default:
      try refuseWinnerBesideWins()
      if let result = try winner(&columns) { return result }
      if let result = try wins(&columns, sides) { return result }
      if let result = try flags(&columns, sides) { return result }
      return try scores(&columns, sides)
    }
  }

  /// A winner and numbers of wins are two different accounts of a row.
  private func refuseWinnerBesideWins() throws(IngestError) {
    guard let winner = try header.column(anyOf: BattleColumns.winners) else { return }
    // Single letters are often something else beside a winner.
    for names in BattleColumns.wins where names.a.utf8.count > 1 {
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

  private func winner(_ columns: inout WantedColumns) throws(IngestError) -> BattleColumns.Result? {
    guard let winner = try column(.winner, BattleColumns.winners) else { return nil }
    return .winner(columns.slot(winner), count: columns.slot(try count()))
  }

  private func wins(
    _ columns: inout WantedColumns, _ sides: (a: Int, b: Int)
  ) throws(IngestError) -> BattleColumns.Result? {
    var found: (a: Int, b: Int)?
    for names in BattleColumns.wins where found == nil {
      guard let a = try column(.winsA, [names.a]), let b = try column(.winsB, [names.b])
      else { continue }
      try requireOrder(a, b, sides, isNamed: mapping[.winsA] != nil, roles: ("wins_a", "wins_b"))
      let isAgainst = mapping[.winsA] == nil && areAgainst(header.names[a], sides)
      found = isAgainst ? (b, a) : (a, b)
    }
    guard let found else { return nil }
    let ties = try ties()
    guard mapping[.count] == nil else {
      throw .usage(
        what: "--columns names count beside wins_a and wins_b, which are counts themselves",
        remedy: "leave count out")
    }
    return .wins(
      a: columns.slot(found.a), b: columns.slot(found.b), ties: columns.slot(ties))
  }

  /// The column of ties beside those of wins.
  private func ties() throws(IngestError) -> Int? {
    guard mapping[.ties] == nil else { return try column(.ties, []) }
    var found: [Int] = []
    for name in BattleColumns.ties {
      if let column = try header.column(name) { found.append(column) }
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
    _ columns: inout WantedColumns, _ sides: (a: Int, b: Int)
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
    _ columns: inout WantedColumns, _ sides: (a: Int, b: Int)
  ) throws(IngestError) -> BattleColumns.Result? {
    for names in BattleColumns.scores {
      if let a = try column(.scoreA, [names.a]), let b = try column(.scoreB, [names.b]) {
        try requireOrder(
          a, b, sides, isNamed: mapping[.scoreA] != nil, roles: ("score_a", "score_b"))
        let isAgainst = mapping[.scoreA] == nil && areAgainst(header.names[a], sides)
        return .scores(
          a: columns.slot(isAgainst ? b : a), b: columns.slot(isAgainst ? a : b),
          count: columns.slot(try count()))
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
    _ first: Int, _ second: Int, _ sides: (a: Int, b: Int), isNamed: Bool,
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
  private func areAgainst(_ heading: String, _ sides: (a: Int, b: Int)) -> Bool {
    let headings = ColumnHeadings(
      winner: "", sideA: header.names[sides.a], sideB: header.names[sides.b])
    return SideMark(FoldedLabel.of(heading)).flatMap { headings.isTurned($0.pair) } ?? false
  }

  private func count() throws(IngestError) -> Int? {
    guard mapping[.count] == nil else { return try column(.count, []) }
    for name in BattleColumns.counts {
      guard let column = try header.column(name) else { continue }
      if name != BattleColumns.counts[0], isNoCount(column) { continue }
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
