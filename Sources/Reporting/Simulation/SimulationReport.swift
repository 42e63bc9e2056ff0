import Battles
package import Simulation

/// Simulated battles as a CSV or TSV file of battles, made piece by piece.
package struct SimulationReport: Sendable {
  private let simulation: BattleSimulation
  private let names: [String]
  private let columns: [SimulatedColumn]
  private let separator: FieldSeparator

  /// A report of battles among models with these names, by id.
  package init(
    simulation: BattleSimulation, names: [String], columns: [SimulatedColumn],
    separator: FieldSeparator = .comma
  ) {
    self.separator = separator
    self.simulation = simulation
    self.names = names
    self.columns = columns
  }

  /// The header line.
  package var header: String {
    CSVWriter(
      headings: ["model_a", "model_b", "winner"] + columns.flatMap(\.headings),
      delimiter: separator
    ).text
  }

  /// The lines of the battles in `range`, without a header.
  package func rows(_ range: Range<Int>) -> String {
    var writer = CSVWriter(delimiter: separator)
    for index in range {
      let battle = simulation.battle(index)
      let (a, b) = (Int(battle.a), Int(battle.b))
      var fields: [JSONValue] = [
        .string(names[a]), .string(names[b]), .string(battle.outcome.label),
      ]
      for column in columns {
        fields += column.fields(simulation, index, a, b)
      }
      writer.write(fields)
    }
    return writer.text
  }

  /// The true ratings as CSV or TSV, which `--ratings` reads back.
  package static func truth(
    names: [String], ratings: [Double], separator: FieldSeparator = .comma
  ) -> String {
    var writer = CSVWriter(headings: ["model", "rating"], delimiter: separator)
    for (name, rating) in zip(names, ratings) { writer.write([.string(name), .number(rating)]) }
    return writer.text
  }
}

/// A column beside the sides and the winner.
package enum SimulatedColumn: String, Sendable, CaseIterable {
  /// Who judged.
  case judge
  /// The language of the prompt.
  case language
  /// When, in UTC over the ninety days from 2026-01-01.
  case timestamp
  /// The tokens of the two answers.
  case style

  var headings: [String] {
    switch self {
    case .style: ["tokens_a", "tokens_b"]
    case .judge, .language, .timestamp: [rawValue]
    }
  }

  func fields(_ simulation: BattleSimulation, _ index: Int, _ a: Int, _ b: Int) -> [JSONValue] {
    switch self {
    case .judge: return [.string("judge-\(simulation.judge(index) + 1)")]
    case .language:
      let place = simulation.language(index, shares: Self.languages.map(\.share))
      return [.string(Self.languages[place].name)]
    case .timestamp:
      return [.string(UTCTime.text(secondsInto2026: simulation.time(index) * 90 * 86_400))]
    case .style:
      let tokens = simulation.tokens(index, ofA: a, andB: b)
      return [.integer(tokens.a), .integer(tokens.b)]
    }
  }

  private static let languages: [(name: String, share: Double)] = [
    ("English", 0.57), ("Chinese", 0.14), ("Russian", 0.1), ("German", 0.05),
    ("Japanese", 0.05), ("Spanish", 0.05), ("French", 0.04),
  ]
}

/// A time of day in the first months of 2026, after ISO 8601.
enum UTCTime {
  /// `2026-01-31T23:59:59Z` for a number of seconds from the start of the year.
  static func text(secondsInto2026 seconds: Double) -> String {
    var rest = Int(seconds)
    var day = rest / 86_400
    rest %= 86_400
    var month = 0
    while day >= days[month] {
      day -= days[month]
      month += 1
    }
    let date = "2026-\(twoDigits(month + 1))-\(twoDigits(day + 1))"
    let time = [rest / 3600, rest / 60 % 60, rest % 60].map(twoDigits).joined(separator: ":")
    return "\(date)T\(time)Z"
  }

  private static let days = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]

  private static func twoDigits(_ number: Int) -> String {
    number < 10 ? "0\(number)" : "\(number)"
  }
}
