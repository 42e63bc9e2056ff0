/// Which slots hold the parts of a board's row.
struct BoardColumns: Sendable {
  /// The name of the model.
  let name: Int
  /// The score.
  let rating: Int
  /// The uncertainty of the score.
  let uncertainty: Uncertainty
  /// The number of votes, where the board has it.
  let votes: Int?
  /// Whether a score is preliminary, where the board has it.
  let preliminary: Int?
  /// What this program's own rankings have beside these.
  let own: OwnColumns?
  /// The other columns, which tell rows of one model apart.
  let others: [Int]
  /// The coverage that the headings claim for the intervals.
  let level: Double?
  /// The heading of the score.
  let scoreHeading: BoardHeading
  /// Whether the names stand in a first column without a heading.
  let isNameUnnamed: Bool

  /// The headings that name the model.
  static let names = ["model", "model_name", "name", "key"]
  /// Further headings that name what is rated.
  static let moreNames = [
    "models", "llm", "llms", "language_model", "player", "engine", "system", "agent", "method",
    "bot",
    "chatbot", "team", "program", "competitor", "participant",
  ]
  /// The headings that name the score.
  static let ratings = ["rating", "score", "elo", "arena_score"]
  /// The headings that name the number of votes.
  static let votes = ["votes", "vote_count", "num_battles"]
  /// The pairs of headings that name the ends of an interval.
  static let ends = [
    ("rating_lower", "rating_upper"), ("rating_q025", "rating_q975"), ("lower", "upper"),
  ]
  /// Headings by which a board is recognised.
  static let known =
    names + ratings + votes + ends.flatMap { [$0.0, $0.1] }
    + ["ci_minus", "ci_plus", "ci_low", "ci_high", "ci", "variance", "standard_error"]

  /// The slots with what they are for, as options name it.
  var roles: [(slot: Int, role: String)] {
    let parts: [(Int, String)] =
      switch uncertainty {
      case .ends(let lower, let upper): [(lower, "lower"), (upper, "upper")]
      case .pair(let first, let second): [(first, "lower"), (second, "upper")]
      case .reaches(let down, let up): [(down, "ci_minus"), (up, "ci_plus")]
      case .reachText(let slot): [(slot, "plus_minus")]
      case .text(let slot), .endText(let slot): [(slot, "interval")]
      case .variance(let slot): [(slot, "variance")]
      case .standardError(let slot, _): [(slot, "standard_error")]
      case .printed(let lower, let upper, let error):
        [(lower, "lower"), (upper, "upper"), (error, "standard_error")]
      case .inScore: [(rating, "interval")]
      case .errorInScore: [(rating, "standard_error")]
      }
    let optional =
      (votes.map { [($0, "votes")] } ?? [])
      + (preliminary.map { [($0, "preliminary")] } ?? [])
    return ([(name, "model"), (rating, "rating")] + parts + optional).map {
      (slot: $0.0, role: $0.1)
    }
  }

  /// The slots of names and of intervals that are texts.
  var textSlots: [Int] {
    switch uncertainty {
    case .reachText(let slot), .text(let slot), .endText(let slot): [name, slot]
    default: [name]
    }
  }
}

/// The slots of columns that this program's own rankings have.
struct OwnColumns: Sendable {
  /// Whether a model has no rank, in CSV and JSON.
  var provisional: Int?
  /// The rank, in tables for readers.
  var rank: Int?
  /// Battles won, which boards do not tell.
  var wins: Int?
  /// Whether the numbers are of battles.
  var isOfBattles: Bool
}
