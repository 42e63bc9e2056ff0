/// Which slots hold the parts of a battle.
struct BattleColumns: Sendable {
  /// How a file tells what battles came to.
  enum Result: Sendable {
    /// An outcome label, for as many battles as the count says, else for one.
    case winner(Int, count: Int?)
    /// The numbers of battles that each side won, and of ties.
    case wins(a: Int, b: Int, ties: Int?)
    /// Points: the side with more of them won.
    case scores(a: Int, b: Int, count: Int?)
  }

  /// The name of side a.
  let a: Int
  /// The name of side b.
  let b: Int
  /// What the battles came to.
  let result: Result
  /// The cluster that the battles belong to.
  var cluster: Int?

  /// The pairs of headings that name the sides.
  static let sides = [
    (a: "model_a", b: "model_b"), (a: "left", b: "right"), (a: "player_a", b: "player_b"),
    (a: "white", b: "black"), (a: "player1", b: "player2"), (a: "home_team", b: "away_team"),
    (a: "home.team", b: "away.team"), (a: "team_a", b: "team_b"), (a: "team1", b: "team2"),
    (a: "home", b: "away"), (a: "a", b: "b"),
  ]
  /// The headings that name the outcome.
  static let winners = ["winner", "outcome", "result"]
  /// The pairs of headings that name the numbers of battles won, with that of ties.
  static let wins = [
    (a: "wins_a", b: "wins_b", ties: "ties"), (a: "win1", b: "win2", ties: "ties"),
    (a: "home_wins", b: "away_wins", ties: "ties"), (a: "home.wins", b: "away.wins", ties: "ties"),
    (a: "w", b: "l", ties: "t"),
  ]
  /// The pairs of headings that name points.
  static let scores = [
    (a: "score_a", b: "score_b"), (a: "home_score", b: "away_score"), (a: "score1", b: "score2"),
    (a: "home_goals", b: "away_goals"),
  ]
  /// All headings by which battles are recognised.
  static let known =
    sides.flatMap { [$0.a, $0.b] } + winners + ["count"] + wins.flatMap { [$0.a, $0.b, $0.ties] }
    + scores.flatMap { [$0.a, $0.b] }

  /// The slots of names and labels.
  var textSlots: [Int] {
    let sides = [a, b] + (cluster.map { [$0] } ?? [])
    if case .winner(let slot, _) = result { return sides + [slot] }
    return sides
  }
}

/// Looks for the columns of battles in one header.
struct BattleColumnSearch {
  let header: Header
  let mapping: ColumnMapping

  /// The columns that name the sides, or `nil` where they are not both there.
  func sides() throws(IngestError) -> (a: Int, b: Int)? {
    for pair in BattleColumns.sides {
      let a = try header.column(for: .a, in: mapping, else: [pair.a])
      let b = try header.column(for: .b, in: mapping, else: [pair.b])
      if let a, let b { return (a, b) }
    }
    return nil
  }

  /// The columns that tell what battles came to, in the slots of `columns`, or `nil`.
  func result(_ columns: inout WantedColumns) throws(IngestError) -> BattleColumns.Result? {
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
    case .winsA: return try wins(&columns)
    case .scoreA: return try scores(&columns)
    default:
      if let result = try winner(&columns) { return result }
      if let result = try wins(&columns) { return result }
      return try scores(&columns)
    }
  }

  private func winner(_ columns: inout WantedColumns) throws(IngestError) -> BattleColumns.Result? {
    guard let winner = try column(.winner, BattleColumns.winners) else { return nil }
    return .winner(columns.slot(winner), count: columns.slot(try count()))
  }

  private func wins(_ columns: inout WantedColumns) throws(IngestError) -> BattleColumns.Result? {
    var found: (a: Int, b: Int, ties: Int?)?
    for names in BattleColumns.wins where found == nil {
      guard let a = try column(.winsA, [names.a]), let b = try column(.winsB, [names.b])
      else { continue }
      found = (a, b, try column(.ties, [names.ties]))
    }
    guard let found else { return nil }
    guard mapping[.count] == nil else {
      throw .usage(
        what: "--columns names count beside wins_a and wins_b, which are counts themselves",
        remedy: "leave count out")
    }
    return .wins(
      a: columns.slot(found.a), b: columns.slot(found.b), ties: columns.slot(found.ties))
  }

  private func scores(_ columns: inout WantedColumns) throws(IngestError) -> BattleColumns.Result? {
    for names in BattleColumns.scores {
      if let a = try column(.scoreA, [names.a]), let b = try column(.scoreB, [names.b]) {
        return .scores(a: columns.slot(a), b: columns.slot(b), count: columns.slot(try count()))
      }
    }
    guard mapping[.scoreA] == nil, mapping[.scoreB] == nil else {
      throw .usage(
        what: "--columns names one of score_a and score_b", remedy: "name both of them")
    }
    return nil
  }

  private func count() throws(IngestError) -> Int? { try column(.count, ["count"]) }

  private func column(
    _ role: ColumnMapping.Role, _ names: [String]
  ) throws(IngestError) -> Int? {
    try header.column(for: role, in: mapping, else: names)
  }
}
