internal import SafeText

/// Looks for the columns of a board in one header.
struct BoardColumnSearch {
  /// The headings.
  let header: Header
  /// What options say of columns.
  let mapping: ColumnMapping
  /// The columns with what their headings say.
  let boardColumns: [BoardColumn]

  /// A column with what its heading says.
  struct BoardColumn {
    let index: Int
    let heading: BoardHeading
    let part: BoardPart
    let subject: [String]
  }

  /// A search in `header`, in which `mapping` names some columns.
  init(header: Header, mapping: ColumnMapping) {
    self.header = header
    self.mapping = mapping
    boardColumns = header.names.prefix(Self.most).indices.map { Self.column($0, header) }
  }

  /// Of more scores none is chosen by the words of its errors.
  private static let mostScores = 64

  /// Behind so many columns none is looked for but by its name.
  private static let most = 4096

  private static func column(_ index: Int, _ header: Header) -> BoardColumn {
    let heading = BoardHeading(header.names[index])
    let (part, subject) = heading.part
    return BoardColumn(index: index, heading: heading, part: part, subject: subject)
  }

  /// The column at a place, with what its heading says.
  func column(_ index: Int) -> BoardColumn {
    index < boardColumns.count ? boardColumns[index] : Self.column(index, header)
  }

  /// Whether the values of some rows help to tell the columns: those of a board do where the score's own
  /// cells, or texts, hold the uncertainty.
  var needsSample: Bool {
    guard mapping.roles.allSatisfy({ !$0.isOfBattles }), let name = try? name() else {
      return false
    }
    return mapping[.rating] != nil
      || boardColumns.contains { $0.index != name && $0.part != .other }
  }

  /// The column that names the model, or `nil`.
  func name() throws(IngestError) -> Int? {
    if let index = try header.column(for: .model, in: mapping, else: BoardColumns.names) {
      return index
    }
    for name in BoardColumns.names + BoardColumns.moreNames {
      if let column = boardColumns.first(where: { $0.heading.plain.utf8.elementsEqual(name.utf8) })
      {
        return column.index
      }
    }
    guard isFirstUnnamed else { return nil }
    return isSecondName ? 1 : 0
  }

  /// Whether the first two columns have no headings, and the first numbers the rows beside names.
  private var isSecondName: Bool {
    guard boardColumns.count > 2, boardColumns[1].heading.isBlank, !header.sample.isEmpty else {
      return false
    }
    return header.sample.allSatisfy { Numbers.number($0[0]) != nil }
      && header.sample.allSatisfy { Numbers.number($0[1]) == nil }
  }

  /// Whether the first column has no heading, as pandas writes its index.
  var isFirstUnnamed: Bool {
    guard let first = boardColumns.first, header.names.count > 1 else { return false }
    return first.heading.isBlank || first.heading.words == ["unnamed", "0"]
  }

  /// The column that has the votes, or `nil`.
  func votes() throws(IngestError) -> Int? {
    if let index = try header.column(for: .votes, in: mapping, else: BoardColumns.votes) {
      return index
    }
    return boardColumns.first { $0.part == .votes }?.index
  }

  /// The column that tells which scores are preliminary, or `nil`.
  var preliminary: Int? { boardColumns.first { $0.part == .preliminary }?.index }

  /// The score and its uncertainty.
  ///
  /// - Parameter name: the column of the names, where there is one.
  /// - Throws: `IngestError.header` where there are several, or what is there could be several things,
  ///   with the option for each.
  func scoreAndUncertainty(beside name: Int?) throws(IngestError) -> (
    rating: Int?, UncertaintyFamily?
  ) {
    let named = try namedFamily()
    let rated = try header.column(for: .rating, in: mapping)
    let families = families(but: (name.map { [$0] } ?? []) + (rated.map { [$0] } ?? []))
    func errors(_ score: Int) throws(IngestError) -> UncertaintyFamily? {
      if let named { return named }
      return try chosen(for: score, families)
    }
    if let rated { return (rated, try errors(rated)) }
    let scores = scores(but: name)
    guard let first = scores.first else {
      // A column of scores that has their intervals in its heading and in its cells: "Elo (95% CI)".
      let both = boardColumns.first { $0.index != name && isScoreWithInterval($0) }
      return (both?.index, named ?? both.map(inScore))
    }
    guard scores.count > 1 else { return (first, try errors(first)) }
    if let named {
      // Options say which errors; those may be one score's by name.
      let own = scores.filter { fit(named, column($0)) == .own }
      if own.count == 1 { return (own[0], named) }
    }
    guard scores.count <= Self.mostScores else { throw several(scores, families) }
    let own = scores.filter { score in families.contains { fit($0, column(score)) == .own } }
    if own.count == 1, !families.contains(where: { fit($0, column(own[0])) == .general }) {
      return (own[0], try errors(own[0]))
    }
    for score in scores { _ = try header.column(header.names[score]) }
    throw several(scores, families)
  }

  /// The places of the scores that are most surely meant.
  private func scores(but name: Int?) -> [Int] {
    var best: BoardPart.ScoreRank?
    var places: [Int] = []
    for column in boardColumns where column.index != name {
      guard case .score(let rank) = column.part, best.map({ rank <= $0 }) ?? true else { continue }
      if best != rank { places = [] }
      best = rank
      places.append(column.index)
    }
    return places
  }

  private func isScoreWithInterval(_ column: BoardColumn) -> Bool {
    switch column.part {
    case .text, .standardError, .deviation, .error: break
    default: return false
    }
    let isScore = column.subject.contains { ["elo", "rating", "score", "winrate"].contains($0) }
    return isScore && hasIntervals(in: column.index)
  }

  /// What the cells of such a column hold behind the scores.
  private func inScore(_ column: BoardColumn) -> UncertaintyFamily {
    switch column.part {
    case .standardError: UncertaintyFamily(.errorInScore(isDeviation: false))
    case .deviation, .error: UncertaintyFamily(.errorInScore(isDeviation: true))
    default: UncertaintyFamily(.inScore, level: column.heading.level)
    }
  }

  /// Whether the cells of a column hold scores with their intervals, as far as rows are known.
  func hasIntervals(in column: Int) -> Bool {
    let cells = header.sample.map { $0[column] }.filter { !CellText.isBlank($0) }
    return !cells.isEmpty
      && cells.count { CellText($0).score()?.interval != nil } * 2 >= cells.count
  }
}

extension BoardColumnSearch {
  /// How well errors go with a score.
  enum Fit: Comparable {
    /// Not at all.
    case none
    /// They are no score's by name.
    case general
    /// They are this score's by name.
    case own
  }

  /// How well `family` goes with the score in `column`.
  func fit(_ family: UncertaintyFamily, _ column: BoardColumn) -> Fit {
    let wanted = column.heading.qualifier
    let subject = family.subject
    let own = BoardHeading.qualifier(of: subject)
    if own == wanted {
      return !wanted.isEmpty || !subject.isEmpty && subject == column.heading.words
        ? .own : .general
    }
    if own.isEmpty { return .general }
    let initials = String(wanted.compactMap(\.first))
    return own.count == 1 && initials.count > 1 && own[0] == initials ? .own : .none
  }

  /// The errors of a score.
  ///
  /// - Throws: where there are several, or it is not known what they are.
  private func chosen(
    for score: Int, _ families: [UncertaintyFamily]
  ) throws(IngestError) -> UncertaintyFamily? {
    let fitting = families.filter { fit($0, column(score)) != .none }
    func precedes(_ first: UncertaintyFamily, _ second: UncertaintyFamily) -> Bool {
      let (one, two) = (fit(first, column(score)), fit(second, column(score)))
      if first.isSure != second.isSure { return first.isSure }
      return one != two ? one > two : first.order < second.order
    }
    let sorted = fitting.enumerated().sorted { one, two in
      precedes(one.element, two.element)
        || !precedes(two.element, one.element) && one.offset < two.offset
    }.map(\.element)
    guard let best = sorted.first else {
      return hasIntervals(in: score) ? UncertaintyFamily(.inScore) : signed(behind: score)
    }
    let equals = sorted.filter { !precedes(best, $0) }
    if equals.count > 1 {
      if let behind = directlyBehind(score, equals) { return behind }
      if let usual = equals.first(where: { $0.isQuantiles && $0.level == 0.95 }) { return usual }
      for role in equals.flatMap(\.roles) { _ = try header.column(header.names[role.column]) }
      throw severalErrors(of: score, equals)
    }
    if best.isJoint { throw jointIntervals(best) }
    if let other = nearerScore(best, than: score) { throw errorsOfAnother(best, score, other) }
    if case .error(let column) = best.form {
      guard isOrdo else { throw unsaidError(column) }
      return UncertaintyFamily(.reachText(column), level: best.level, subject: best.subject)
    }
    return best
  }

  /// Two columns without headings behind the score, below whose heading they stand, with how far its interval
  /// reaches up and down in all rows, as lists of chess engines have them.
  private func signed(behind score: Int) -> UncertaintyFamily? {
    let (one, two) = (score + 1, score + 2)
    guard two < header.names.count, !header.sample.isEmpty,
      [one, two].allSatisfy({ column($0).heading.isBlank })
    else { return nil }
    func holds(_ column: Int, _ sign: (CellText.Number) -> Bool) -> Bool {
      header.sample.allSatisfy { row in
        CellText.isBlank(row[column])
          || CellText(row[column]).score().map { sign($0.number) } ?? false
      }
    }
    if holds(one, \.hasPlus), holds(two, \.hasMinus) {
      return UncertaintyFamily(.reaches(two, one))
    }
    if holds(one, \.hasMinus), holds(two, \.hasPlus) {
      return UncertaintyFamily(.reaches(one, two))
    }
    return nil
  }

  /// Whether the headings are those of Ordo, whose errors are half-widths, by default at 95%.
  private var isOrdo: Bool {
    let words = boardColumns.map(\.heading.plain)
    return ["player", "rating", "error", "points", "played"].allSatisfy { words.contains($0) }
  }
}
