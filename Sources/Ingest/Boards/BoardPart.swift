/// What a column of a board is by its heading.
enum BoardPart: Sendable, Equatable {
  /// How sure it is that a heading means the score, the surest first.
  enum ScoreRank: Int, Sendable, Comparable {
    /// Elo or a rating.
    case rating
    /// A score, or a rate such as that of wins.
    case score
    /// The middle of a distribution, such as a median.
    case middle

    static func < (first: ScoreRank, second: ScoreRank) -> Bool { first.rawValue < second.rawValue }
  }

  /// A score.
  case score(ScoreRank)
  /// An end of an interval; where it is not sure, it may be how far the interval reaches.
  case end(isLower: Bool, isSure: Bool)
  /// How far an interval reaches down or up.
  case reach(isDown: Bool)
  /// A quantile of the score's distribution.
  case quantile(Double)
  /// An interval as one text; where it says `±`, how far it reaches.
  case text(isReach: Bool)
  /// The squared standard error.
  case variance
  /// The standard error.
  case standardError
  /// A standard deviation: of the score, which is its standard error, or of single results.
  case deviation
  /// An error of which nothing more is said.
  case error
  /// The number of votes.
  case votes
  /// Whether a score is preliminary.
  case preliminary
  /// Anything else.
  case other
}

extension BoardHeading {
  /// What the column is, and the words that say of what: `rating` of `rating_lower`.
  var part: (part: BoardPart, subject: [String]) {
    if words == ["preliminary"] || words == ["is", "preliminary"] { return (.preliminary, []) }
    if has(Self.foreignWords) { return (.other, []) }
    if let quantile {
      return quantile == 0.5
        ? (.score(.middle), words) : (.quantile(quantile), words(without: ["percentile"]))
    }
    if let sign { return (.reach(isDown: sign == "-"), []) }
    return uncertainty ?? (score.map { .score($0) } ?? (isVotes ? .votes : .other), [])
  }

  /// The words of a score that tell it from other scores: `length controlled` of
  /// `length_controlled_winrate`.
  var qualifier: [String] { words(without: Self.scoreWords) }

  /// The words that could say a score among those of `subject`.
  static func qualifier(of subject: [String]) -> [String] {
    subject.filter { !scoreWords.contains($0) }
  }

  /// Whether the heading says that scores are Elo.
  var saysElo: Bool {
    words.contains { $0 == "elo" || $0 == "bayeselo" }
      || words.contains("arena") && has(["rating", "ratings"])
  }

  /// Whether the heading says that scores are shares, or percentages.
  var saysShare: Bool {
    hasPercent
      || has(["rate", "winrate", "rates", "winrates", "share", "accuracy", "acc", "percent", "pct"])
      || has(["percentage"])
  }

  /// Whether an interval holds together with those of the other models, and is wider for that.
  var isJoint: Bool { has(["joint", "simultaneous"]) }

  private var uncertainty: (BoardPart, [String])? {
    if let side { return side }
    if has(["plus", "minus", "up", "down", "pos", "neg"]) {
      let rest = words(without: ["plus", "minus", "up", "down", "pos", "neg"])
      if words.contains("plus"), words.contains("minus") { return (.text(isReach: true), rest) }
      if has(["ci", "conf", "err", "error", "interval"]) {
        let isDown = has(["minus", "down", "neg"])
        return (.reach(isDown: isDown), rest.filter { !Self.ciWords.contains($0) })
      }
    }
    let half: Set<String> = ["±", "pm", "moe", "halfwidth"]
    if let error = Self.errors.first(where: { isIn($0.0) }),
      ![.error, .variance].contains(error.1), has(half) || level != nil
    {
      // What stands behind the sign is a standard error, or is none where there is a level.
      return (
        level == nil ? error.1 : .error,
        words.filter { !half.union(Self.ciWords).union(error.0).contains($0) }
      )
    }
    if has(half) || isIn(["half", "width"]) || isIn(["margin"]) {
      return (
        .text(isReach: true),
        words.filter { !half.union(Self.ciWords).union(["half", "width", "of"]).contains($0) }
      )
    }
    for (parts, part) in Self.errors where isIn(parts) {
      // A rate of errors is a score of its own.
      if part == .error, saysShare { return nil }
      return (part, words(without: Set(parts)))
    }
    if has(["ci", "cis", "interval", "intervals"]) || level != nil && has(["confidence"]) {
      return (.text(isReach: false), words(without: Self.ciWords.union(["joint", "simultaneous"])))
    }
    return nil
  }

  /// An end of an interval.
  private var side: (BoardPart, [String])? {
    let lower: Set<String> = ["lower", "low", "lo", "lb"]
    let upper: Set<String> = ["upper", "high", "hi", "ub"]
    guard has(lower) != has(upper) else { return nil }
    let rest = words(without: lower.union(upper))
    let isSure = has(["lower", "upper", "lb", "ub"]) && !has(["ci", "conf", "confidence"])
    return (
      .end(isLower: has(lower), isSure: isSure),
      rest.filter { !Self.ciWords.union(["limit", "end"]).contains($0) }
    )
  }

  private var score: BoardPart.ScoreRank? {
    if has(["elo", "bayeselo", "elos", "rating", "ratings"]) { return .rating }
    if has(["score", "scores"]) {
      guard words.allSatisfy({ Self.plainWords.contains($0) }) else { return nil }
      return words.contains("arena") ? .rating : .score
    }
    if has(["winrate", "winrates", "accuracy", "acc"]) { return .score }
    if words.contains("win"), hasPercent || has(Self.shareWords) { return .score }
    if let last = words.last, last == "rate" || last == "share",
      !has(["tie", "draw", "loss", "lose", "error", "fail", "failure", "refusal", "hallucination"])
    {
      return .score
    }
    if [["median"], ["mean"], ["estimate"], ["point", "estimate"], ["mu"]].contains(words) {
      return .middle
    }
    return nil
  }

  private var isVotes: Bool { Self.votes.contains(plain) }

  /// Whether all of `some` are words.
  private func isIn(_ some: [String]) -> Bool { some.allSatisfy { words.contains($0) } }

  /// Words of columns that are no part of a score, whatever else they say.
  private static let foreignWords: Set<String> = [
    "rank", "ranks", "ranking", "place", "position", "change", "diff", "difference", "delta",
    "gain",
    "previous", "prev", "old", "max", "min", "peak", "wins", "losses", "ties", "draws",
    "provisional",
    "price", "cost", "tokens", "latency", "gap", "quasi",
  ]

  private static let ciWords: Set<String> = [
    "ci", "cis", "conf", "confidence", "interval", "intervals", "bound", "bounds", "credible",
    "cri",
    "hdi", "bootstrap", "error", "err", "margin",
  ]

  /// Words that say that something is a score, and not which.
  private static let scoreWords: Set<String> = [
    "elo", "bayeselo", "elos", "rating", "ratings", "score", "scores", "arena", "win", "winrate",
    "winrates", "rate", "rates", "share", "accuracy", "acc", "model", "overall", "average", "avg",
    "mean", "median", "value", "percent", "percentage", "pct", "bt", "estimate", "mu",
  ]

  private static let plainWords: Set<String> = [
    "score", "scores", "overall", "average", "avg", "mean", "total", "final", "model", "arena",
    "main",
  ]

  private static let shareWords: Set<String> = [
    "rate", "rates", "share", "percent", "percentage", "pct", "prob", "probability",
  ]

  /// The words of errors, the longer ones first.
  private static let errors: [([String], BoardPart)] = [
    (["standard", "error"], .standardError), (["std", "error"], .standardError),
    (["std", "err"], .standardError), (["stderr"], .standardError), (["se"], .standardError),
    (["sem"], .standardError), (["s", "e"], .standardError), (["variance"], .variance),
    (["var"], .variance), (["standard", "deviation"], .deviation), (["std", "dev"], .deviation),
    (["stddev"], .deviation), (["stdev"], .deviation), (["std"], .deviation), (["sd"], .deviation),
    (["sigma"], .deviation), (["σ"], .deviation),
    (["error"], .error), (["err"], .error), (["errors"], .error),
    (["uncertainty"], .error),
  ]

  private static let votes: Set<String> = [
    "votes", "vote", "vote_count", "votes_count", "num_votes", "n_votes", "number_of_votes",
    "battles",
    "num_battles", "n_battles", "number_of_battles", "battle_count", "games", "num_games",
    "n_games",
    "number_of_games", "games_played", "matches", "num_matches", "n_matches", "played",
    "comparisons",
    "num_comparisons",
  ]
}
