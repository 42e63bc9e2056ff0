/// The headings by which columns of battles are recognised.
enum BattleHeadings {
  /// The pairs of headings that name the sides, byte by byte but for case.
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
  static let winners = ["winner", "outcome", "result", "ftr", "res"]
  /// The pairs of headings that name the numbers of battles won.
  static let wins = [
    (a: "wins_a", b: "wins_b"), (a: "win1", b: "win2"), (a: "home_wins", b: "away_wins"),
    (a: "home.wins", b: "away.wins"), (a: "w", b: "l"), (a: "wins", b: "losses"),
    (a: "won", b: "lost"),
  ]
  /// The headings that name the number of ties beside numbers of wins.
  static let ties = ["ties", "tie", "draws", "draw", "drawn", "tied", "t", "d"]
  /// The headings that name how many battles a row stands for.
  static let counts = ["count", "n", "num_battles", "games"]
  /// The headings that name all battles beside wins, losses and ties.
  static let totals = [
    "games", "matches", "played", "battles", "total", "n", "count", "num_games", "gp",
  ]
  /// The pairs of headings that name points.
  static let scores = [
    (a: "score_a", b: "score_b"), (a: "home_score", b: "away_score"), (a: "score1", b: "score2"),
    (a: "home_goals", b: "away_goals"), (a: "fthg", b: "ftag"), (a: "hg", b: "ag"),
    (a: "score.ft[0]", b: "score.ft[1]"), (a: "score[0]", b: "score[1]"),
    (a: "scores[0]", b: "scores[1]"),
  ]
  /// The pairs of headings of two verdicts on one pair, which name models and not places.
  static let games = [(a: "g1_winner", b: "g2_winner")]
  /// Whether a heading is of one of several verdicts on one pair.
  static func isOfGame(_ heading: String) -> Bool {
    let words = HeadingWords(heading).words
    return words.count == 3 && words[0].utf8.elementsEqual("g".utf8) && Int(words[1]) != nil
      && words[2].utf8.elementsEqual("winner".utf8)
  }
  /// The headings of columns that say whether a battle is a tie, beside a winner.
  static let draws = ["both_equal", "is_tie", "is_draw", "tie", "draw"]
  /// Whether a heading is of ties alone, as a flag or as a number.
  static func isOfTies(_ heading: String) -> Bool {
    let words = HeadingWords(heading).words
    return words.count { tieWords.contains($0) } == 1
      && words.allSatisfy { tieWords.contains($0) || besideTies.contains($0) }
  }
  /// The headings that name a score such as `4-1` in one value.
  static let results = ["ft", "score", "final_score", "full_time", "fulltime"]
  /// The headings of questions by which two verdicts of one row, and of others, hang together.
  static let questions = ["question_id", "uid", "question", "prompt_id"]
  /// The paths to the verdicts of a judgment with two games.
  static let judgments = (first: "games[0].score", second: "games[1].score")

  /// All headings by which battles are recognised at once.
  static let known =
    sides.flatMap { [$0.a, $0.b] } + winners + counts + wins.flatMap { [$0.a, $0.b] } + ties
    + scores.flatMap { [$0.a, $0.b] } + FlagColumns.known + games.flatMap { [$0.a, $0.b] } + draws
    + results + questions + [judgments.first, judgments.second] + ["games[0]", "games[1]"]

  /// Words for what is rated, which stand beside the mark of a side: `project_a`, `RedFighter`.
  static let entities: Set<String> = [
    "agent", "ai", "algorithm", "assistant", "athlete", "bot", "candidate", "checkpoint", "club",
    "competitor", "contestant", "country", "deck", "engine", "entry", "fighter", "film",
    "generator",
    "heuristic", "horse", "item", "llm", "method", "model", "movie", "nation", "option",
    "participant",
    "player", "policy", "product", "program", "project", "repo", "repository", "side", "song",
    "source",
    "strategy", "system", "team", "tool", "user", "username", "variant", "version", "animal",
    "name", "boxer", "wrestler", "pokemon", "p", "card", "faction", "hero", "character",
  ]
  /// Words beside those that say nothing of their own.
  static let additions: Set<String> = [
    "name", "id", "label", "key", "hidden", "slug", "code", "abbreviation",
    "short",
    "nickname",
  ]

  /// Headings of those whom a side met.
  static let opponents: Set<String> = [
    "opponent", "versus", "vs", "against", "baseline", "reference", "rival", "opp",
  ]

  /// Words for the side that won, and for the other.
  static let decided: [(won: String, lost: String)] = [
    ("winner", "loser"), ("winning", "losing"), ("chosen", "rejected"),
  ]

  /// Words of columns of verdicts.
  static let verdicts: Set<String> = [
    "winner", "winning", "won", "win", "chosen", "choice", "preferred", "preference", "verdict",
    "vote", "voted", "judgment", "judgement", "outcome", "result", "decision", "pick", "picked",
    "selected",
  ]
  /// Words that stand beside those and leave them a verdict: of everything else there may be other verdicts.
  static let beside: Set<String> = [
    "overall", "final", "human", "majority", "consensus", "judge", "user", "annotator", "rater",
    "expert", "by", "of", "the", "is", "flag", "match", "game", "battle", "pairwise", "comparison",
    "llm", "better", "best", "response", "answer", "assistant", "which", "who",
  ]
  /// Words of columns that say whether a battle is a tie, or how many are.
  static let tieWords: Set<String> = ["tie", "ties", "draw", "draws", "drawn", "tied", "equal"]
  /// Words beside those that leave them a flag or a number of ties.
  static let besideTies: Set<String> = [
    "is", "was", "both", "n", "num", "number", "count", "total", "games", "of", "a",
  ]

  /// Words beside the mark of a side that count wins.
  static let winWords: Set<String> = [
    "wins", "win", "won", "victories", "num", "n", "total", "count",
  ]
  /// Words beside the mark of a side that tell points.
  static let scoreWords: Set<String> = [
    "score", "scores", "goals", "goal", "points", "pts", "runs", "sets", "frames", "legs", "final",
    "total",
  ]

  /// Whether a heading has a word that columns of battles are recognised by, so that it may matter.
  static func mayMatter(_ heading: String) -> Bool {
    let words = HeadingWords(heading).words
    return words.contains { word in
      verdicts.contains(word) || entities.contains(word)
        || decided.contains {
          $0.won.utf8.elementsEqual(word.utf8) || $0.lost.utf8.elementsEqual(word.utf8)
        } || SidePair.allCases.contains { $0.isSecond(word) != nil }
    }
  }
}
