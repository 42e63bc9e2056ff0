internal import SafeText

/// Which column plays which role, where the header alone does not say it.
public struct ColumnMapping: Sendable, Equatable {
  /// What a column can be for; the raw values are what `--columns` takes.
  public enum Role: String, Sendable, Equatable, CaseIterable {
    /// The name of the first-listed side of a battle.
    case a
    /// The name of the second-listed side of a battle.
    case b
    /// The outcome of a battle; beside a loser, the name of the side that won.
    case winner
    /// The name of the side that lost a battle.
    case loser
    /// Whether a battle is a tie, beside a winner.
    case draw
    /// The points of side a; the side with more points won.
    case scoreA = "score_a"
    /// The points of side b.
    case scoreB = "score_b"
    /// How many battles a row stands for.
    case count
    /// How many battles side a won.
    case winsA = "wins_a"
    /// How many battles side b won.
    case winsB = "wins_b"
    /// How many battles were ties.
    case ties
    /// The name of a model on a board.
    case model
    /// The score of a model on a board.
    case rating
    /// The lower end of a score's interval.
    case lower
    /// The upper end of a score's interval.
    case upper
    /// How far a score's interval reaches, as one text: `7`, `±7`, `+7/-6`, `(-6, 7)`.
    case plusMinus = "plus_minus"
    /// The ends of a score's interval as one text: `1497–1508`, `[1497, 1508]`.
    case interval
    /// How far a score's interval reaches down.
    case ciMinus = "ci_minus"
    /// How far a score's interval reaches up.
    case ciPlus = "ci_plus"
    /// The squared standard error of a score.
    case variance
    /// The standard error of a score.
    case standardError = "standard_error"
    /// The number of votes behind a score.
    case votes

    /// Whether the role belongs to battles; the others belong to boards.
    var isOfBattles: Bool {
      switch self {
      case .a, .b, .winner, .loser, .draw, .scoreA, .scoreB, .count, .winsA, .winsB, .ties: true
      default: false
      }
    }
  }

  private var names: [Role: String] = [:]

  /// No column is named: the header speaks for itself.
  public init() {}

  /// The column that plays `role`, or `nil` where the header is to say it.
  public subscript(role: Role) -> String? {
    get { names[role] }
    set { names[role] = newValue }
  }

  /// A mapping as the command line gives it, such as `a=home_team,b=away_team,winner=result`.
  ///
  /// A column whose name has a comma in it is written in double quotes.
  ///
  /// - Throws: `IngestError.usage` where a role is unknown or given twice or has no column.
  public init(parsing argument: String) throws(IngestError) {
    for part in Self.parts(of: Array(argument.utf8)) {
      guard let split = part.firstIndex(of: ASCII.equals) else {
        throw .usage(
          what: "\(quoted(String(decoding: part, as: UTF8.self))) names no column; expected "
            + "ROLE=COLUMN",
          remedy: "write for example --columns a=home_team,b=away_team,winner=result")
      }
      let name = trimmed(String(decoding: part[..<split], as: UTF8.self))
      guard let role = Role(rawValue: asciiLowercased(name)) else {
        throw .usage(
          what: "\(quoted(name)) is not a role of a column",
          remedy: "the roles are " + Role.allCases.map(\.rawValue).joined(separator: ", "))
      }
      var column = Array(trimmed(String(decoding: part[(split + 1)...], as: UTF8.self)).utf8)
      if column.count >= 2, column.first == ASCII.quote, column.last == ASCII.quote {
        column = Array(column[1..<(column.count - 1)])
      }
      guard !column.isEmpty else {
        throw .usage(
          what: "role \(role.rawValue) has no column", remedy: "write \(role.rawValue)=COLUMN")
      }
      guard names[role] == nil else {
        throw .usage(
          what: "role \(role.rawValue) is given twice", remedy: "name one column for each role")
      }
      names[role] = String(decoding: column, as: UTF8.self)
    }
  }

  /// The roles for which a column is named, in the order of their declaration.
  var roles: [Role] { Role.allCases.filter { names[$0] != nil } }

  /// The option that names these columns and `columns`, as a shell takes it.
  func command(adding columns: [(role: Role, name: String)]) -> String {
    let given = roles.filter { role in !columns.contains { $0.role == role } }
    let all = given.map { ($0, names[$0] ?? "") } + columns.map { ($0.role, $0.name) }
    let parts = all.map { role, name in
      "\(role.rawValue)=" + (name.utf8.contains(ASCII.comma) ? "\"\(name)\"" : name)
    }
    return "--columns " + ShellWord.assignment(parts.joined(separator: ","))
  }

  /// The pieces between the commas that stand outside double quotes.
  private static func parts(of bytes: [UInt8]) -> [[UInt8]] {
    var parts: [[UInt8]] = [[]]
    var isQuoted = false
    for byte in bytes {
      if byte == ASCII.quote { isQuoted.toggle() }
      if byte == ASCII.comma, !isQuoted {
        parts.append([])
      } else {
        parts[parts.count - 1].append(byte)
      }
    }
    return parts
  }

  /// `--columns` with these roles, as a shell takes it.
  static func option(_ roles: [(role: Role, column: String)]) -> String {
    let words = roles.map { role, column in
      "\(role.rawValue)=" + (column.utf8.contains(ASCII.comma) ? "\"\(column)\"" : column)
    }
    return "--columns " + ShellWord.assignment(words.joined(separator: ","))
  }
}
