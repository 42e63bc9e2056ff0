internal import SafeText

/// What a header turned out to be.
enum Recognition {
  /// Battles, with their columns.
  case battles(BattleColumns)
  /// A board, with its columns.
  case board(BoardColumns)

  /// Recognises the kind of data set by its header.
  ///
  /// Roles that `mapping` names settle the kind; without them battles come first, where the header
  /// has sides and an outcome, and a board second.
  ///
  /// - Throws: `IngestError.header` with what is missing, `.usage` where the mapping contradicts
  ///   itself.
  static func of(
    _ header: Header, _ options: ReadOptions, columns: inout WantedColumns
  ) throws(IngestError) -> Recognition {
    let mapping = options.columns
    let battleRoles = mapping.roles.filter(\.isOfBattles)
    let boardRoles = mapping.roles.filter { !$0.isOfBattles }
    if let battleRole = battleRoles.first, let boardRole = boardRoles.first {
      throw .usage(
        what: "--columns names \(battleRole.rawValue), which belongs to battles, and "
          + "\(boardRole.rawValue), which belongs to a board",
        remedy: "name roles of one kind")
    }
    if boardRoles.isEmpty {
      if battleRoles.isEmpty, let found = try whole(header, options, &columns) {
        return .battles(found)
      }
      let search = BattleColumnSearch(header: header, mapping: mapping)
      var pairs = try search.sides()
      if pairs.isEmpty, try !isBoard(header, mapping) { pairs = search.likelySides() }
      let chosen = pairs.isEmpty ? nil : try search.chosen(pairs)
      if let chosen { try search.requireOwnLabels(chosen) }
      if let chosen, let result = try search.result(&columns, sides: chosen) {
        return .battles(try battles(chosen, result, header, mapping, &columns))
      }
      if !battleRoles.isEmpty || chosen != nil, try !isBoard(header, mapping) {
        throw missingForBattles(header, sides: chosen, mapping)
      }
    }
    do throws(IngestError) {
      return .board(try board(header, mapping, isNamed: !boardRoles.isEmpty, &columns))
    } catch {
      // Sides that nothing shows to be sides are offered where the file is nothing else.
      let search = BattleColumnSearch(header: header, mapping: mapping)
      guard case .header = error, mapping.roles.isEmpty, let offer = search.offer else {
        throw error
      }
      throw offer
    }
  }

  /// The columns of battles between two sides.
  private static func battles(
    _ sides: SideColumns, _ result: BattleColumns.Result, _ header: Header,
    _ mapping: ColumnMapping, _ columns: inout WantedColumns
  ) throws(IngestError) -> BattleColumns {
    let isNamed = mapping[.a] != nil || mapping[.b] != nil
    var found = BattleColumns(a: columns.slot(sides.a), b: columns.slot(sides.b), result: result)
    try requireDifferent(found, columns.names)
    let counts = found.roles.filter { $0.role == "count" }
    found.mayNumberRows =
      mapping[.count] == nil
      && counts.contains { ["n", "games"].contains(asciiLowercased(columns.names[$0.slot])) }
    found.isBehind = header.subject == .header && sides.a > sides.b
    found.isOfOpponents = BattleHeadings.opponents.contains(
      HeadingWords(header.names[sides.b]).joined)
    found.isTurned = header.subject == .header && !isNamed && sides.a > sides.b
    return found
  }

  /// The columns of battles whose sides do not stand in two columns: judgments against a baseline, and
  /// square tables.
  private static func whole(
    _ header: Header, _ options: ReadOptions, _ columns: inout WantedColumns
  ) throws(IngestError) -> BattleColumns? {
    if let found = try JudgmentColumns.found(in: header, baseline: options.baseline, &columns) {
      return BattleColumns(a: found.model, b: found.model, result: .judgments(found.columns))
    }
    guard
      let matrix = try MatrixColumns.found(in: header, coding: options.coding, &columns)
    else { return nil }
    let name = columns.slot(0)
    return BattleColumns(a: name, b: name, result: .matrix(matrix))
  }

  /// Sees that no column has two roles.
  private static func requireDifferent(
    _ found: BattleColumns, _ names: [String]
  ) throws(IngestError) {
    let roles = found.roles
    for (index, role) in roles.enumerated() {
      guard let other = roles[..<index].first(where: { $0.slot == role.slot }) else { continue }
      throw .usage(
        what: "\(Mention.name(names[role.slot])) is read as \(other.role) and as \(role.role)",
        remedy: "name another column for one of them with --columns")
    }
  }

  private static func isBoard(
    _ header: Header, _ mapping: ColumnMapping
  ) throws(IngestError) -> Bool {
    guard mapping.roles.isEmpty else { return false }
    guard try header.column(anyOf: BoardColumns.names) != nil else { return false }
    guard try header.column(anyOf: BoardColumns.ratings) != nil else { return false }
    // Without an uncertainty a name and a score may be of anything.
    let search = BoardColumnSearch(header: header, mapping: mapping)
    do throws(IngestError) {
      return try search.scoreAndUncertainty(beside: try search.name()).1 != nil
    } catch {
      return true
    }
  }

  private static func board(
    _ header: Header, _ mapping: ColumnMapping, isNamed: Bool, _ columns: inout WantedColumns
  ) throws(IngestError) -> BoardColumns {
    let search = BoardColumnSearch(header: header, mapping: mapping)
    let name = try search.name()
    let (rating, family) =
      name == nil && !isNamed
      ? (try? search.scoreAndUncertainty(beside: name)) ?? (nil, nil)
      : try search.scoreAndUncertainty(beside: name)
    guard let name, let rating else {
      let isHalf =
        name == nil
        ? family != nil : !search.isFirstUnnamed && header.names.count > 1 && rating == nil
      // A winner says that no board is meant.
      let hasWinner = ((try? header.column(anyOf: BattleHeadings.winners)) ?? nil) != nil
      guard isNamed || isHalf && !hasWinner else { throw neither(header) }
      let missing = name == nil ? "model" : "rating"
      let known = name == nil ? BoardColumns.names : BoardColumns.ratings
      throw .header(
        header.place,
        what: "a board needs a \(missing) (one of \(known.joined(separator: ", "))); "
          + header.listing,
        remedy: "name it with --columns "
          + shown(missing, nearest(to: missing, among: header.names, by: .headings).first))
    }
    guard let family else {
      throw .header(
        header.place,
        what: "the board has scores and no uncertainty; expected rating_lower and rating_upper, "
          + "rating_q025 and rating_q975, lower and upper, ci_minus and ci_plus, ci, variance or "
          + "standard_error; " + header.listing,
        remedy: "name it with --columns lower=COLUMN,upper=COLUMN, plus_minus=COLUMN or "
          + "standard_error=COLUMN")
    }
    let uncertainty = family.uncertainty(&columns)
    let slots = (name: columns.slot(name), rating: columns.slot(rating))
    let votes = columns.slot(try search.votes().flatMap { $0 == rating ? nil : $0 })
    let preliminary = columns.slot(search.preliminary)
    let own = search.ownColumns(family, &columns)
    let roles = columns.names.count
    var others: [Int] = []
    for index in header.names.indices where columns.slot(index) >= roles {
      others.append(columns.slot(index))
    }
    return BoardColumns(
      name: slots.name, rating: slots.rating, uncertainty: uncertainty, votes: votes,
      preliminary: preliminary, own: own, others: others, level: family.level,
      scoreHeading: search.column(rating).heading,
      isNameUnnamed: name == 0 && search.isFirstUnnamed && mapping[.model] == nil)
  }

  private static func missingForBattles(
    _ header: Header, sides: SideColumns?, _ mapping: ColumnMapping
  ) -> IngestError {
    if let sides {
      let column =
        nearest(to: "winner", among: header.names, by: .headings).first
        ?? likelyWinner(header, sides)
      return .header(
        header.place,
        what: "battles need a winner (or outcome, result), or wins_a and wins_b, beside "
          + "\(Mention.name(header.names[sides.a])) and \(Mention.name(header.names[sides.b])); "
          + header.listing,
        remedy: "name it with --columns \(shown("winner", column))")
    }
    return .header(
      header.place,
      what: "battles need two sides, such as model_a and model_b; \(header.listing)",
      remedy: "name them with --columns a=\(shown(mapping[.a])),b=\(shown(mapping[.b]))")
  }

  /// A column that often tells what battles came to, and that nobody takes for that without being told.
  private static func likelyWinner(_ header: Header, _ sides: SideColumns) -> String? {
    let usual = [
      "preference", "choice", "verdict", "vote", "preferred", "label", "judgment", "judgement",
      "score",
      "points",
    ]
    return header.names.first { name in
      let isOfSide = ColumnHeadings(
        winner: name, sideA: header.names[sides.a], sideB: header.names[sides.b]
      ).namedSide
      return isOfSide != nil || usual.contains { $0.utf8.elementsEqual(FoldedLabel.of(name).utf8) }
    }
  }

  /// A column to name, fit for a message, or what stands for one.
  private static func shown(_ column: String?) -> String {
    column.map { Mention.name($0) } ?? "COLUMN"
  }

  /// A role with a column, as a shell takes it.
  private static func shown(_ role: String, _ column: String?) -> String {
    column.map { ShellWord.assignment("\(role)=\($0)") } ?? "\(role)=COLUMN"
  }

  private static func neither(_ header: Header) -> IngestError {
    let wanted = ["model_a", "model_b", "winner", "model", "rating"]
    let names = header.names.filter { !wanted.contains(asciiLowercased($0)) }
    let typo = wanted.filter { !header.names.contains($0) }.lazy.compactMap { name in
      nearest(to: name, among: names, by: .headings).first.map { "\(quoted($0)) for \(name)" }
    }.first
    return .header(
      header.place,
      what:
        "the \(header.subject) is neither that of battles, which need model_a, model_b and winner, nor "
        + "that of a board, which needs model, rating and its uncertainty; \(header.listing)",
      remedy: (typo.map { didYouMean($0) + " else " } ?? "")
        + "name the \(header.subject.part)s with --columns a=COLUMN,b=COLUMN,winner=COLUMN")
  }
}
