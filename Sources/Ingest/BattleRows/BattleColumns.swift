internal import Battles

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
    /// A column for each outcome, of which one is 1 and the others are 0.
    case flags(FlagColumns, count: Int?)
  }

  /// The name of side a.
  let a: Int
  /// The name of side b.
  let b: Int
  /// What the battles came to.
  let result: Result
  /// The cluster that the battles belong to.
  var cluster: Int?
  /// When the battles were, where that is asked for.
  var time: Int?
  /// Whether there is more to a battle than its sides and what it came to.
  var hasMore: Bool { cluster != nil || time != nil }
  /// Whether the column of counts has a heading that row numbers have, too.
  var mayNumberRows = false
  /// Whether side b stands before side a, as nobody has asked for.
  var isTurned = false
  /// Columns that are not used, although they look as if they mattered.
  var unused: [Reading.UnusedColumn] = []

  /// The pairs of headings that name the sides.
  static let sides = [
    (a: "model_a", b: "model_b"), (a: "left", b: "right"), (a: "player_a", b: "player_b"),
    (a: "white", b: "black"), (a: "player1", b: "player2"), (a: "player_1", b: "player_2"),
    (a: "home_team", b: "away_team"), (a: "home.team", b: "away.team"),
    (a: "hometeam", b: "awayteam"), (a: "team_a", b: "team_b"), (a: "team1", b: "team2"),
    (a: "home", b: "away"), (a: "model_1", b: "model_2"), (a: "model1", b: "model2"),
    (a: "model_x", b: "model_y"), (a: "a", b: "b"),
    // Arrays of two in records of JSON.
    (a: "models[0]", b: "models[1]"), (a: "model_pair[0]", b: "model_pair[1]"),
    (a: "sides[0]", b: "sides[1]"), (a: "players[0]", b: "players[1]"),
    (a: "teams[0]", b: "teams[1]"),
  ]
  /// The headings that name the outcome.
  static let winners = ["winner", "outcome", "result", "ftr"]
  /// The pairs of headings that name the numbers of battles won.
  static let wins = [
    (a: "wins_a", b: "wins_b"), (a: "win1", b: "win2"), (a: "home_wins", b: "away_wins"),
    (a: "home.wins", b: "away.wins"), (a: "w", b: "l"),
  ]
  /// The headings that name the number of ties beside numbers of wins.
  static let ties = ["ties", "tie", "draws", "draw", "t", "d"]
  /// The headings that name how many battles a row stands for.
  static let counts = ["count", "n", "num_battles", "games"]
  /// The pairs of headings that name points.
  static let scores = [
    (a: "score_a", b: "score_b"), (a: "home_score", b: "away_score"), (a: "score1", b: "score2"),
    (a: "home_goals", b: "away_goals"), (a: "score.ft[0]", b: "score.ft[1]"),
    (a: "score[0]", b: "score[1]"), (a: "scores[0]", b: "scores[1]"),
  ]
  /// All headings by which battles are recognised.
  static let known =
    sides.flatMap { [$0.a, $0.b] } + winners + counts + wins.flatMap { [$0.a, $0.b] } + ties
    + scores.flatMap { [$0.a, $0.b] } + FlagColumns.known

  /// The slots of names and labels.
  var textSlots: [Int] {
    let sides = [a, b] + [cluster, time].compactMap { $0 }
    if case .winner(let slot, _) = result { return sides + [slot] }
    return sides
  }

  /// The slot of the count.
  var countSlot: Int? {
    switch result {
    case .winner(_, let count), .scores(_, _, let count), .flags(_, let count): count
    case .wins: nil
    }
  }

  /// The slots with what they are for, as options name it.
  var roles: [(slot: Int, role: String)] {
    let sides = [(a, "a"), (b, "b")]
    let more = [(cluster, "cluster"), (time, "time")].compactMap { slot, role in
      slot.map { ($0, role) }
    }
    func some(_ slot: Int?, _ role: String) -> [(Int, String)] { slot.map { [($0, role)] } ?? [] }
    let told: [(Int, String)] =
      switch result {
      case .winner(let slot, let count): [(slot, "winner")] + some(count, "count")
      case .wins(let a, let b, let ties): [(a, "wins_a"), (b, "wins_b")] + some(ties, "ties")
      case .scores(let a, let b, let count):
        [(a, "score_a"), (b, "score_b")] + some(count, "count")
      case .flags(let columns, let count):
        columns.flags.map { ($0.slot, "winner=\($0.outcome.label)") } + some(count, "count")
      }
    return (sides + told + more).map { (slot: $0.0, role: $0.1) }
  }
}
