internal import Battles

/// Columns of battles that nobody uses, although they look as if they mattered.
enum UnusedColumns {
  /// The columns of `header` that are at none of the places in `used` and look like something.
  static func of(_ header: Header, used: [Int]) -> [Reading.UnusedColumn] {
    header.names.enumerated().compactMap { index, name in
      guard !used.contains(index), let look = look(name) else { return nil }
      return Reading.UnusedColumn(heading: name, looksLike: look)
    }
  }

  /// What a heading looks like, or `nil` where it looks like nothing that matters.
  static func look(_ heading: String) -> Reading.Look? {
    let name = FoldedLabel.of(heading)
    if let look = looks[name] { return look }
    return covariates.contains { name.hasPrefix($0) || name.hasSuffix($0) } ? .covariate : nil
  }

  private static let looks: [String: Reading.Look] = {
    let lists: [(Reading.Look, [String])] = [
      (.ties, ["ties", "tie", "draws", "draw", "is_tie", "is_draw"]),
      (.count, BattleHeadings.counts + ["num_votes", "votes", "matches", "battles"]),
      (.weight, ["weight", "weights", "sample_weight", "w"]),
      (.time, times),
      (
        .judge,
        RepeatedColumns.headings.filter { !["prompt", "prompt_id", "question_id"].contains($0) }
      ),
      (
        .outcome,
        BattleHeadings.winners + ["label", "preference", "choice", "verdict", "vote", "pick"]
          + BattleHeadings.wins.flatMap { [$0.a, $0.b] }.filter { $0.utf8.count > 1 }
          + BattleHeadings.scores.flatMap { [$0.a, $0.b] } + FlagColumns.known
      ),
      (
        .swap,
        [
          "swapped", "is_swapped", "flipped", "is_flipped", "position_swap", "position_swapped",
          "reversed",
        ]
      ),
      (.covariate, ["language", "category", "turn", "turns", "topic", "domain", "difficulty"]),
    ]
    var looks: [String: Reading.Look] = [:]
    for (look, names) in lists {
      for name in names where looks[FoldedLabel.of(name)] == nil {
        looks[FoldedLabel.of(name)] = look
      }
    }
    return looks
  }()

  /// Headings of times, the most usual first.
  static let times = [
    "tstamp", "timestamp", "created_at", "datetime", "date", "utcdate", "time", "start_time",
    "day",
  ]

  private static let covariates = ["length", "num_tokens", "token_count", "token_len", "style_"]
}
