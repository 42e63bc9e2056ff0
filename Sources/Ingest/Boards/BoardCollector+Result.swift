internal import Battles
internal import SafeText

/// What a board comes to when all of its rows are there.
extension BoardCollector {
  /// What was collected, ordered by name.
  ///
  /// - Parameter tally: takes rows that turn out to be bad.
  /// - Throws: where it cannot be told what numbers are, or more than one score is exact.
  mutating func settled(
    _ tally: inout RowTally, files: [String]
  ) throws(IngestError) -> PublishedScores {
    finish()
    try requireNames(files)
    try requireWholeNames(files)
    try requireOneUnit(files)
    try settlePairs(&tally, files)
    try requireReaches(files)
    try requirePoints(files)
    let level = try settledLevel()
    let reference = try settleExact(&tally, files, level)
    let names = modelNames
    let scoreUnit = try unit.unit(
      rows, given: options.unit ?? ownUnit ?? ownPoints, names: names, files: files)
    try requireStandardErrors(scoreUnit, files)
    let roster = Roster(names)
    var order = [Int](repeating: 0, count: roster.count)
    for (index, name) in names.enumerated() {
      if let id = roster.id(of: name) { order[id] = index }
    }
    let intervals = order.map { rows[$0].interval(quantile: level.quantile) }
    let votes = order.compactMap { rows[$0].votes }
    return PublishedScores(
      roster: roster, rating: order.map { rows[$0].rating },
      standardError: intervals.map(\.standardError), lower: intervals.map(\.lower),
      upper: intervals.map(\.upper), votes: votes.count == rows.count ? votes : nil,
      level: ownLevel ?? levelByWidth ?? level.level, unit: scoreUnit,
      reference: reference.flatMap { order.firstIndex(of: $0) },
      isPreliminary: order.map { rows[$0].isPreliminary },
      isUnranked: order.map { rows[$0].isUnranked })
  }

  /// Points, where a table of this program has scores that it prints for no Elo: `--scale 1`.
  private var ownPoints: ScoreUnit? {
    guard isOwnTable, unit.isOfOwnBattles, rows.allSatisfy({ $0.rating.magnitude < 50 }),
      rows.contains(where: { $0.rating != $0.rating.rounded() })
    else { return nil }
    return .points
  }

  /// The level of intervals that stand beside standard errors, as this program's CSV has them, which does not
  /// say it; `nil` where their widths are those of no usual level.
  private var levelByWidth: Double? {
    guard options.level == nil else { return nil }
    var ratios: [Double] = []
    for row in rows {
      guard case .printed(let lower, let upper, let error) = row.spread, error > 0 else { continue }
      ratios.append((upper - lower) / (2 * error))
    }
    guard !ratios.isEmpty else { return nil }
    return BoardLevel.nearest(to: ratios.sorted()[ratios.count / 2])
  }

  /// The rows that lack what rows of a board need.
  var setAside: [SetAside] {
    [(SetAside.Reason.noScore, withoutScore), (.noError, withoutError), (.summary, summaries)]
      .filter { $0.1 > 0 }.map { SetAside($0.0, count: $0.1) }
  }

  /// What the reader should know about the board.
  func warnings(roster: Roster) -> [Warning] {
    var warnings = SimilarNames.warnings(roster.names)
    if let warning = identityWarning { warnings.append(warning) }
    if isOwnTable {
      let names =
        hiddenModels == 0
        ? ""
        : ", and \(hiddenModels) more model\(hiddenModels == 1 ? " is" : "s are") not in it"
      warnings.append(
        Warning(
          .roundedScores,
          "The table was printed for readers: its numbers are rounded\(names). The same ranking as CSV or "
            + "JSON has all digits."))
    } else if rows.allSatisfy({ $0.rating == $0.rating.rounded() }) {
      warnings.append(
        Warning(
          .roundedScores,
          "All scores are whole numbers: differences of a point or two may be rounding."))
    }
    if let votes = unreadableVotes {
      warnings.append(
        Warning(
          .unreadableVotes,
          "Numbers of votes are left out: \(Mention.name(votes.heading)) is \(quoted(votes.value)) on "
            + "\(votes.place), and no whole number."))
    }
    warnings.append(
      Warning(
        .independentScores,
        "Scores are treated as independent: a board does not say how they vary together."))
    return warnings
  }

  /// The error for a board of which no row has a score that can be used.
  func nothingLeft(_ files: [String]) -> IngestError {
    let heading = columns.map { Mention.quoted(headings[$0.rating]) } ?? "the score"
    guard withoutError == 0 else {
      return .dataset(
        files: files, what: "no row has an error of its score, \(heading)",
        remedy: "name another column, as with --columns standard_error=COLUMN")
    }
    return .dataset(
      files: files,
      what: "no row has a score: \(heading) is empty in \(CountWord.of(withoutScore, "row"))",
      remedy: "name another column with --columns rating=COLUMN")
  }

  /// Sees that a first column without a heading, taken for the names, does not number the rows.
  private func requireNames(_ files: [String]) throws(IngestError) {
    guard let columns, columns.isNameUnnamed, !rows.isEmpty,
      modelNames.allSatisfy({ Numbers.number($0) != nil })
    else { return }
    throw .dataset(
      files: files,
      what:
        "no column is headed as the names of models, and the first, which has no heading, numbers the "
        + "rows",
      remedy: "name the column with --columns model=COLUMN")
  }

  /// Sees that no name lost a part to the width of a terminal.
  private func requireWholeNames(_ files: [String]) throws(IngestError) {
    guard isOwnTable, let place = modelNames.firstIndex(where: { $0.contains("…") }) else { return }
    throw .dataset(
      files: files,
      what:
        "the name \(quoted(modelNames[place])) on line \(rows[place].place.line) lost a part where "
        + "the table was printed",
      remedy: "print the ranking with --width none, or as CSV or JSON")
  }

  /// Settles what pairs of numbers are, of all rows alike.
  private mutating func settlePairs(
    _ tally: inout RowTally, _ files: [String]
  ) throws(IngestError) {
    var open = OpenPairs()
    var places: [Int] = []
    for (index, row) in rows.enumerated() {
      guard case .pair(let first, let second, let plus) = row.spread else { continue }
      open.append(
        OpenPairs.Pair(rating: row.rating, first: first, second: second, plusFirst: plus))
      places.append(index)
    }
    guard !places.isEmpty else { return }
    guard case .settled(let reading) = open.decision() else {
      throw undecided(open.decision() == .both, open, places, files)
    }
    pairReading = reading
    var bad: Set<Int> = []
    for (pair, index) in zip(open.pairs, places) {
      let (lower, upper) =
        reading == .ends
        ? (pair.first, pair.second)
        : (pair.rating - abs(pair.first), pair.rating + pair.second)
      do throws(RowProblem) {
        settle(try Uncertainty.interval(lower, upper, around: pair.rating), of: index)
      } catch {
        let none: [UInt8] = []
        let fields: [Field] = []
        try tally.setAside(
          error.error(at: rows[index].place, none.span, fields.span, columns: headings))
        bad.insert(index)
      }
    }
    remove(bad)
    try requireRows(tally, files)
  }

  /// Finds the one row that is exact: the reference that the others were measured against.
  ///
  /// A single row without an error is one, too. Where several are without, nothing is known of their
  /// errors, and they are set aside.
  private mutating func settleExact(
    _ tally: inout RowTally, _ files: [String], _ level: BoardLevel
  ) throws(IngestError) -> Int? {
    let exact = rows.indices.filter {
      rows[$0].interval(quantile: level.quantile).standardError == 0
    }
    let unknown = exact.filter { rows[$0].isErrorUnknown }
    guard exact.count > 1 || exact.count == rows.count || unknown.isEmpty, !exact.isEmpty else {
      return exact.first
    }
    if !unknown.isEmpty {
      withoutError += unknown.count
      remove(Set(unknown))
      guard !rows.isEmpty else { throw nothingLeft(files) }
      return try settleExact(&tally, files, level)
    }
    guard exact.count > 1 || exact.count == rows.count else { return exact[0] }
    let first = rows[exact[0]]
    if exact.count == 1 {
      try tally.setAside(Self.withoutWidth(first))
    } else {
      let names = exact.prefix(Mention.most).map { quoted(modelNames[$0]) }
      try tally.setAside(
        .rows(
          first.place,
          what: "\(exact.count) scores have intervals of no width: "
            + Mention.list(names, of: exact.count)
            + "; only one, that of a reference, can be exact",
          remedy: "leave the others out with --where, or all of them with --bad-rows skip"))
      tally.setAside(exact.dropFirst().map { Self.withoutWidth(rows[$0]) }, count: exact.count - 1)
    }
    remove(Set(exact))
    try requireRows(tally, files)
    return nil
  }

  private static func withoutWidth(_ row: BoardRow) -> IngestError {
    .rows(
      row.place,
      what: "the interval of the score \(row.rating) has no width; expected a positive one",
      remedy: RowProblem.skipRemedy)
  }

  private func requireRows(_ tally: RowTally, _ files: [String]) throws(IngestError) {
    if rows.isEmpty { throw tally.nothingLeft(files) }
  }

  /// Sees that deviations are standard errors, as those of Elo are.
  private func requireStandardErrors(
    _ unit: ScoreUnit, _ files: [String]
  ) throws(IngestError) {
    guard unit != .elo, let columns else { return }
    let slot: Int
    switch columns.uncertainty {
    case .standardError(let own, true): slot = own
    case .errorInScore(true): slot = columns.rating
    default: return
    }
    let rating: [(ColumnMapping.Role, String)] =
      slot == columns.rating ? [(.rating, headings[slot])] : []
    throw .dataset(
      files: files,
      what:
        "\(Mention.quoted(headings[slot])) may be the standard error of a score, or how far single "
        + "results scatter",
      remedy: "if it is the former, say so with "
        + ColumnMapping.option(rating + [(.standardError, headings[slot])]))
  }

  /// The error for pairs of numbers that can be both ends and half-widths, or neither in all rows.
  private func undecided(
    _ isBoth: Bool, _ open: OpenPairs, _ places: [Int], _ files: [String]
  ) -> IngestError {
    let index = open.pairs.firstIndex { !$0.holdsScore } ?? 0
    let pair = open.pairs[index]
    let row = rows[places[index]]
    let told =
      isBoth
      ? "may be the ends of intervals, or how far these reach: each score lies between them"
      : "are neither the ends of intervals in all rows nor how far these reach: on line "
        + "\(row.place.line) the score is \(row.rating), with \(pair.first) and \(pair.second)"
    switch columns?.uncertainty {
    case .pair(let first, let second):
      let (one, two) = (headings[first], headings[second])
      return .dataset(
        files: files, what: "\(Mention.quoted(one)) and \(Mention.quoted(two)) \(told)",
        remedy: "say which: \(ColumnMapping.option([(.lower, one), (.upper, two)])), or "
          + ColumnMapping.option([(.ciMinus, one), (.ciPlus, two)]))
    case .text(let slot):
      return .dataset(
        files: files, what: "the numbers in \(Mention.quoted(headings[slot])) \(told)",
        remedy: "say which: \(ColumnMapping.option([(.interval, headings[slot])])), or "
          + ColumnMapping.option([(.plusMinus, headings[slot])]))
    default:
      return .dataset(
        files: files, what: "the numbers behind the scores \(told)",
        remedy: "write a dash between ends, or ± before what is on both sides")
    }
  }
}

/// A count with its noun, in words that fit in a sentence.
private enum CountWord {
  static func of(_ count: Int, _ noun: String) -> String {
    count == 1 ? "a \(noun)" : "\(count) \(noun)s"
  }
}
