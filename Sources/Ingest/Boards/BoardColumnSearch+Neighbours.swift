internal import SafeText

/// What the places of columns tell: errors without a word on their score are those of the score before them.
extension BoardColumnSearch {
  /// The column of another score that stands between a score and errors which are no score's by name, and
  /// nearer to them; `nil` where there is none.
  func nearerScore(_ family: UncertaintyFamily, than score: Int) -> Int? {
    guard fit(family, column(score)) == .general, let first = family.roles.map(\.column).min(),
      first > score
    else { return nil }
    var index = first - 1
    while index > score {
      let other = column(index)
      switch other.part {
      case .score: return isPlausible(family, beside: index) ? index : nil
      case .other:
        if isAnotherScore(other) { return isPlausible(family, beside: index) ? index : nil }
        // A text, such as a vendor, ends what stands together.
        guard isNumeric(index) else { return nil }
      default: break
      }
      index -= 1
    }
    return nil
  }

  /// The error for errors that stand behind another score.
  func errorsOfAnother(_ family: UncertaintyFamily, _ score: Int, _ other: Int) -> IngestError {
    let names = family.roles.map { Mention.quoted(header.names[$0.column]) }
    let verb = names.count == 1 ? "stands" : "stand"
    let commands = [score, other].map { rating in
      ColumnMapping.option(
        [(.rating, header.names[rating])]
          + family.roles.map {
            (likelyRole($0.role, $0.column, rating), header.names[$0.column])
          })
    }
    return .header(
      header.place,
      what:
        "\(Mention.conjunction(names)) \(verb) behind \(Mention.quoted(header.names[other])), and "
        + "may be of that or of \(Mention.quoted(header.names[score]))",
      remedy: "say which: \(commands[0]), or \(commands[1])")
  }

  /// Whether a column of numbers that is no part of a board by its heading may be a score of its own.
  private func isAnotherScore(_ column: BoardColumn) -> Bool {
    !column.heading.isBlank && !column.heading.has(Self.countWords) && isNumeric(column.index)
  }

  /// Whether all values of a column are numbers with something to tell apart, as far as rows are known.
  private func isNumeric(_ column: Int) -> Bool {
    let cells = header.sample.map { $0[column] }.filter { !CellText.isBlank($0) }
    return !cells.isEmpty && cells.allSatisfy { CellText($0).score() != nil }
  }

  /// Whether errors may be those of the numbers in a column: not where these are smaller in all rows, or where
  /// the errors are ends around something else.
  private func isPlausible(_ family: UncertaintyFamily, beside score: Int) -> Bool {
    switch family.form {
    case .ends, .printed, .pair, .inScore, .errorInScore: return false
    default: break
    }
    guard let slot = family.roles.first?.column else { return false }
    var known = 0
    var larger = 0
    for row in header.sample {
      guard let value = CellText(row[score]).score()?.number.value else { continue }
      let cell = CellText(row[slot])
      switch cell.interval() {
      case .ends: return false
      case .reaches(let down, let up):
        known += 1
        if max(down, up) > abs(value) { larger += 1 }
      case .pair, nil:
        guard let error = cell.score()?.number.value else { continue }
        known += 1
        if abs(error) > abs(value) { larger += 1 }
      }
    }
    return known == 0 || larger < known
  }

  /// Words of numbers that are no scores with errors of their own.
  private static let countWords: Set<String> = [
    "rank", "ranks", "place", "position", "pos", "no", "nr", "id", "n", "count", "counts", "votes",
    "battles", "games", "matches", "wins", "losses", "draws", "ties", "played", "points", "year",
    "date", "cutoff", "released", "release", "size", "params", "parameters", "context", "length",
    "tokens", "token", "price", "cost", "latency", "age", "speed", "memory", "seconds", "samples",
    "questions", "opponents", "oppo", "avgop", "avop", "window",
  ]

  /// The errors among `families` that are those of a score because they stand directly behind it, where
  /// others have the same headings.
  func directlyBehind(_ score: Int, _ families: [UncertaintyFamily]) -> UncertaintyFamily? {
    let behind = families.filter { family in
      family.roles.map(\.column).min() == score + 1
        && family.roles.allSatisfy { header.columns(named: header.names[$0.column]).count > 1 }
    }
    // The others stand behind other scores in the same way.
    let taken = Set(families.flatMap(\.roles).map(\.column))
    let areOthers = families.allSatisfy { family in
      guard let first = family.roles.map(\.column).min(), first > 0 else { return false }
      return first == score + 1 || !taken.contains(first - 1) && isNumeric(first - 1)
    }
    return behind.count == 1 && areOthers ? behind[0] : nil
  }
}
