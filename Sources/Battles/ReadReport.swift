/// What reading the input came to: nothing is dropped without a line here.
public struct ReadReport: Sendable, Equatable {
  /// The files as they were named; `-` is standard input.
  public var files: [String]
  /// The data rows read, headers not counted.
  public var rows: Int
  /// What was not used, and why, in the order in which it was decided.
  public var setAside: [SetAside]
  /// What the reader should know about the result.
  public var warnings: [Warning]
  /// How the input was read.
  public var reading: Reading
  /// Columns of battles that tell who judged or what was asked, that were not named as clusters and whose
  /// values repeat in the first rows: battles that share one may not be independent.
  public var repeatedColumns: [String] = []

  /// A report on `files`.
  public init(
    files: [String], rows: Int = 0, setAside: [SetAside] = [], warnings: [Warning] = [],
    reading: Reading = Reading()
  ) {
    self.files = files
    self.rows = rows
    self.setAside = setAside
    self.warnings = warnings
    self.reading = reading
  }
}

/// Rows or battles that were read and not used.
public struct SetAside: Sendable, Equatable {
  /// Why something was not used; the raw values are stable.
  public enum Reason: String, Sendable, Equatable {
    /// The row did not match a filter; counted in rows.
    case filtered
    /// The row could not be read and the user asked to go on; counted in rows.
    case badRow = "bad_row"
    /// A row of a board without a score; counted in rows.
    case noScore = "no_score"
    /// A row of a board with a score and without its error; counted in rows.
    case noError = "no_error"
    /// A row of a board that sums up others, such as an average; counted in rows.
    case summary = "summary_row"
    /// No verdict: empty or null, or set aside on request; counted in battles.
    case noVerdict = "no_verdict"
    /// A model against itself; counted in battles.
    case selfBattle = "self_battle"
    /// A tie, dropped on request; counted in battles.
    case tie
    /// Both sides bad, dropped on request; counted in battles.
    case bothBad = "both_bad"
    /// A model that the user excluded; counted in battles (rows of a board).
    case excluded
    /// A model with too few battles; counted in battles.
    case fewBattles = "few_battles"
    /// A model outside the largest connected group; counted in battles.
    case outsideComponent = "outside_component"
  }

  /// Why it was not used.
  public let reason: Reason
  /// How many rows or battles, at least 1.
  public let count: Int

  /// `count` rows or battles set aside for `reason`.
  public init(_ reason: Reason, count: Int) {
    self.reason = reason
    self.count = count
  }
}
