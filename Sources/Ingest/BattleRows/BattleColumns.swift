internal import Battles

/// Which slots hold the parts of a battle.
struct BattleColumns: Sendable {
  /// How a file tells what battles came to.
  enum Result: Sendable {
    /// An outcome label, for as many battles as the count says, else for one.
    case winner(Int, count: Int?)
    /// One label or several, each of a battle of its own, perhaps beside a column that tells ties.
    case verdicts(VerdictColumns)
    /// Side a won, unless a column says that the battle was drawn.
    case decided(draw: Int?, count: Int?)
    /// The numbers of battles that each side won, and of ties.
    case wins(WinColumns)
    /// Points: the side with more of them won.
    case scores(a: Int, b: Int, count: Int?)
    /// A column for each outcome, of which one is 1 and the others are 0.
    case flags(FlagColumns, count: Int?)
    /// A column for each model, with the battles that the row's model won against it, or lost.
    case matrix(MatrixColumns)
    /// Two verdicts on the row's model and a baseline, which changed sides in between.
    case judgments(JudgmentColumns)
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
  /// Whether side b stands before side a in rows whose columns have an order, whoever asked for it.
  var isBehind = false
  /// Whether the sides are a team, or the like, and its opponent.
  var isOfOpponents = false
  /// Columns that are not used, although they look as if they mattered.
  var unused: [Reading.UnusedColumn] = []

  /// The slots of names and labels.
  var textSlots: [Int] {
    let sides = [a, b] + [cluster, time].compactMap { $0 }
    return sides + labelSlots
  }

  /// The slot of the label where a battle is two names and a label and no more, else -1.
  var usualLabel: Int {
    if case .winner(let slot, nil) = result, !hasMore { return slot }
    return -1
  }

  /// The slots of labels.
  var labelSlots: [Int] {
    switch result {
    case .winner(let slot, _): [slot]
    case .verdicts(let columns): columns.labels
    case .judgments(let columns):
      [columns.first, columns.second] + (columns.category.map { [$0] } ?? [])
    case .decided, .wins, .scores, .flags, .matrix: []
    }
  }

  /// The slots of verdicts, whose labels are read in one way.
  var verdictSlots: [Int] {
    switch result {
    case .winner(let slot, _): [slot]
    case .verdicts(let columns): columns.labels
    case .judgments(let columns): [columns.first, columns.second]
    case .decided, .wins, .scores, .flags, .matrix: []
    }
  }

  /// The headings by which labels are read; `nil` where there are none.
  func labelHeadings(_ headings: [String]) -> LabelGroup.Headings? {
    let verdicts = verdictSlots
    guard !verdicts.isEmpty else { return nil }
    let winner = verdicts.map { headings[$0] }.joined(separator: ", ")
    if case .judgments = result {
      // Where a game is null its path ends there.
      let (first, second) = BattleHeadings.judgments
      return LabelGroup.Headings(winner: "\(first), \(second)", sideA: "A", sideB: "B")
    }
    return LabelGroup.Headings(winner: winner, sideA: headings[a], sideB: headings[b])
  }

  /// The slot of the count.
  var countSlot: Int? {
    switch result {
    case .winner(_, let count), .scores(_, _, let count), .flags(_, let count),
      .decided(_, let count):
      count
    case .verdicts(let columns): columns.count
    case .wins, .matrix, .judgments: nil
    }
  }

  /// The slots with what they are for, as options name it.
  var roles: [(slot: Int, role: String)] {
    var sides = [(a, "a"), (b, "b")]
    let more = [(cluster, "cluster"), (time, "time")].compactMap { slot, role in
      slot.map { ($0, role) }
    }
    func some(_ slot: Int?, _ role: String) -> [(Int, String)] { slot.map { [($0, role)] } ?? [] }
    let told: [(Int, String)]
    switch result {
    case .winner(let slot, let count): told = [(slot, "winner")] + some(count, "count")
    case .verdicts(let columns):
      told =
        columns.labels.map { ($0, "winner") } + some(columns.draw, "draw")
        + some(columns.count, "count")
    case .decided(let draw, let count):
      sides = [(a, "winner"), (b, "loser")]
      told = some(draw, "draw") + some(count, "count")
    case .wins(let columns):
      told = [(columns.a, "wins_a"), (columns.b, "wins_b")] + some(columns.ties, "ties")
    case .scores(let a, let b, let count):
      told = [(a, "score_a"), (b, "score_b")] + some(count, "count")
    case .flags(let columns, let count):
      told = columns.flags.map { ($0.slot, "winner=\($0.outcome.label)") } + some(count, "count")
    case .matrix(let matrix):
      let coding: LabelCoding = matrix.areOfColumns ? .columnWins : .rowWins
      (sides, told) = ([(a, coding.rawValue)], [])
    case .judgments(let columns):
      sides = [(b, "model")]
      told =
        [(columns.first, "winner"), (columns.second, "winner")]
        + some(columns.category, "category")
    }
    return (sides + told + more).map { (slot: $0.0, role: $0.1) }
  }
}

/// Labels of battles between the same two sides, one column a battle.
struct VerdictColumns: Sendable {
  /// The slots of the labels.
  let labels: [Int]
  /// The slot that says whether the battle is a tie, whatever the label is.
  var draw: Int?
  /// The slot of the number of battles.
  var count: Int?
}

/// Numbers of battles won.
struct WinColumns: Sendable {
  /// Battles that side a won.
  let a: Int
  /// Battles that side b won.
  let b: Int
  /// Ties.
  let ties: Int?
  /// All battles, where a column tells them beside ties: the others must add up to it.
  let all: Int?
}
