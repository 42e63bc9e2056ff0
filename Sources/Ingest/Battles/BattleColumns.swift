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

  /// The pairs of headings that name the sides.
  static let sides = [
    (a: "model_a", b: "model_b"), (a: "left", b: "right"), (a: "player_a", b: "player_b"),
    (a: "white", b: "black"),
  ]
  /// The headings that name the outcome.
  static let winners = ["winner", "outcome", "result"]
  /// All headings by which battles are recognised.
  static let known =
    sides.flatMap { [$0.a, $0.b] } + winners + ["count", "wins_a", "wins_b", "ties"]

  /// The slots of names and labels.
  var textSlots: [Int] {
    if case .winner(let slot, _) = result { return [a, b, slot] }
    return [a, b]
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
      return try wins(&columns)
    }
  }

  private func winner(_ columns: inout WantedColumns) throws(IngestError) -> BattleColumns.Result? {
    guard let winner = try column(.winner, BattleColumns.winners) else { return nil }
    return .winner(columns.slot(winner), count: columns.slot(try count()))
  }

  private func wins(_ columns: inout WantedColumns) throws(IngestError) -> BattleColumns.Result? {
    guard let a = try column(.winsA, ["wins_a"]), let b = try column(.winsB, ["wins_b"])
    else { return nil }
    guard mapping[.count] == nil else {
      throw .usage(
        what: "--columns names count beside wins_a and wins_b, which are counts themselves",
        remedy: "leave count out")
    }
    let ties = try column(.ties, ["ties"])
    return .wins(a: columns.slot(a), b: columns.slot(b), ties: columns.slot(ties))
  }

  private func scores(_ columns: inout WantedColumns) throws(IngestError) -> BattleColumns.Result? {
    guard let a = try column(.scoreA, []), let b = try column(.scoreB, []) else {
      throw .usage(
        what: "--columns names one of score_a and score_b", remedy: "name both of them")
    }
    return .scores(a: columns.slot(a), b: columns.slot(b), count: columns.slot(try count()))
  }

  private func count() throws(IngestError) -> Int? { try column(.count, ["count"]) }

  private func column(
    _ role: ColumnMapping.Role, _ names: [String]
  ) throws(IngestError) -> Int? {
    try header.column(for: role, in: mapping, else: names)
  }
}
