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
  /// The other columns, which tell rows of one model apart.
  let others: [Int]

  /// The headings that name the model.
  static let names = ["model", "model_name", "name", "key"]
  /// The headings that name the score.
  static let ratings = ["rating", "score", "elo", "arena_score"]
  /// The headings that name the number of votes.
  static let votes = ["votes", "vote_count", "num_battles"]
  /// The pairs of headings that name the ends of an interval.
  static let ends = [
    ("rating_lower", "rating_upper"), ("rating_q025", "rating_q975"), ("lower", "upper"),
  ]
  /// All headings by which a board is recognised.
  static let known =
    names + ratings + votes + ends.flatMap { [$0.0, $0.1] }
    + ["ci_minus", "ci_plus", "ci", "variance", "standard_error"]

  /// The slots with what they are for, as options name it.
  var roles: [(slot: Int, role: String)] {
    let ends: [(Int, String)] =
      switch uncertainty {
      case .ends(let lower, let upper): [(lower, "lower"), (upper, "upper")]
      case .reaches(let down, let up): [(down, "ci_minus"), (up, "ci_plus")]
      case .text(let slot): [(slot, "plus_minus")]
      case .variance(let slot): [(slot, "variance")]
      case .standardError(let slot): [(slot, "standard_error")]
      case .printed(let lower, let upper, let error):
        [(lower, "lower"), (upper, "upper"), (error, "standard_error")]
      }
    let roles =
      [(name, "model"), (rating, "rating")] + ends + (votes.map { [($0, "votes")] } ?? [])
    return roles.map { (slot: $0.0, role: $0.1) }
  }

  /// The slots of names and of intervals that are texts.
  var textSlots: [Int] {
    if case .text(let slot) = uncertainty { return [name, slot] }
    return [name]
  }
}

/// Looks for the columns of a board in one header.
struct BoardColumnSearch {
  let header: Header
  let mapping: ColumnMapping

  /// The column that names the model, or `nil`.
  func name() throws(IngestError) -> Int? {
    try header.column(for: .model, in: mapping, else: BoardColumns.names)
  }

  /// The column that has the score, or `nil`.
  func rating() throws(IngestError) -> Int? {
    try header.column(for: .rating, in: mapping, else: BoardColumns.ratings)
  }

  /// The column that has the votes, or `nil`.
  func votes() throws(IngestError) -> Int? {
    try header.column(for: .votes, in: mapping, else: BoardColumns.votes)
  }

  /// The columns that have the uncertainty, in the slots of `columns`, or `nil`: what the mapping
  /// names, else the first form that is there.
  func uncertainty(_ columns: inout WantedColumns) throws(IngestError) -> Uncertainty? {
    let families: [[ColumnMapping.Role]] = [
      [.lower, .upper], [.ciMinus, .ciPlus], [.plusMinus], [.variance], [.standardError],
    ]
    let named = families.filter { $0.contains { mapping[$0] != nil } }
    guard named.count <= 1 else {
      throw .usage(
        what: "--columns names the uncertainty twice, as "
          + named.compactMap { $0.first { mapping[$0] != nil }?.rawValue }
          .joined(separator: " and "),
        remedy: "name one form of it")
    }
    if let family = named.first {
      for role in family where mapping[role] == nil {
        throw .usage(
          what: "--columns names one of "
            + family.map(\.rawValue).joined(separator: " and "),
          remedy: "name \(role.rawValue) too")
      }
      return try uncertainty(named: family, &columns)
    }
    for (lower, upper) in BoardColumns.ends {
      if let lower = try header.column(lower), let upper = try header.column(upper) {
        if try isOwn, let error = try header.column("standard_error") {
          return .printed(
            lower: columns.slot(lower), upper: columns.slot(upper),
            standardError: columns.slot(error))
        }
        return .ends(lower: columns.slot(lower), upper: columns.slot(upper))
      }
    }
    if let down = try header.column("ci_minus"), let up = try header.column("ci_plus") {
      return .reaches(down: columns.slot(down), up: columns.slot(up))
    }
    if let text = try header.column("ci") { return .text(columns.slot(text)) }
    if let variance = try header.column("variance") { return .variance(columns.slot(variance)) }
    return try header.column("standard_error").map { .standardError(columns.slot($0)) }
  }

  /// Whether the columns are those of this program's own rankings, in CSV and JSON.
  private var isOwn: Bool {
    get throws(IngestError) {
      for name in ["rank_lower", "arena_rank", "quasi_standard_error", "provisional"]
      where try header.column(name) == nil { return false }
      return true
    }
  }

  private func uncertainty(
    named family: [ColumnMapping.Role], _ columns: inout WantedColumns
  ) throws(IngestError) -> Uncertainty? {
    var slots: [Int] = []
    for role in family {
      if let index = try header.column(for: role, in: mapping) {
        slots.append(columns.slot(index))
      }
    }
    switch family[0] {
    case .lower: return .ends(lower: slots[0], upper: slots[1])
    case .ciMinus: return .reaches(down: slots[0], up: slots[1])
    case .plusMinus: return .text(slots[0])
    case .variance: return .variance(slots[0])
    default: return .standardError(slots[0])
    }
  }
}
