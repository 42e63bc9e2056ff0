internal import Battles

/// A column for each outcome, with 1 in that of the row's outcome and 0 in the others.
struct FlagColumns: Sendable {
  /// The column of one outcome.
  struct Flag: Sendable {
    let slot: Int
    let outcome: Outcome
  }

  /// The columns.
  let flags: [Flag]

  /// The outcome of a row, or `nil` where no column has a 1: there is no verdict.
  func outcome(_ window: Span<UInt8>, _ fields: Span<Field>) throws(RowProblem) -> Outcome? {
    var found: Outcome?
    for flag in flags where try Self.isSet(flag.slot, window, fields) {
      guard found == nil else {
        throw .row(
          what: "more than one of the columns for outcomes is 1",
          remedy: RowProblem.skipRemedy)
      }
      found = flag.outcome
    }
    return found
  }

  /// Whether a slot says yes: 1 or true, and not 0, false or nothing.
  static func isSet(
    _ slot: Int, _ window: Span<UInt8>, _ fields: Span<Field>
  ) throws(RowProblem) -> Bool {
    let field = fields[slot].trimmed(in: window)
    if field.count == 0 || field.isText("false", in: window) { return false }
    if field.isText("true", in: window) { return true }
    switch Numbers.number(field, in: window) {
    case 0: return false
    case 1: return true
    default:
      throw .value(slot: slot, expected: "1 or 0", remedy: RowProblem.skipRemedy)
    }
  }
}

extension FlagColumns {
  /// The headings by which such columns are recognised.
  static let known = outcomeOfHeading.keys.sorted()

  /// The outcome that a column is about, or `nil` where it is none of these.
  static func outcome(ofHeading name: String) -> Outcome? {
    outcomeOfHeading[asciiLowercased(name)]
  }

  private static let outcomeOfHeading: [String: Outcome] = {
    var endings: [(String, Outcome)] = [
      ("tie", .tie), ("draw", .tie), ("tied", .tie), ("both_equal", .tie), ("equal", .tie),
      ("both_bad", .bothBad), ("bothbad", .bothBad),
      ("tie (bothbad)", .bothBad),
    ]
    for pair in SidePair.allCases {
      for (words, outcome) in [(pair.words.first, Outcome.aWins), (pair.words.second, .bWins)] {
        for word in words {
          endings += ["", "model_", "player_", "team_"].map { ($0 + word, outcome) }
          if pair == .numbers {
            endings += ["model", "player", "team"].map { ($0 + word, outcome) }
          }
        }
      }
    }
    var outcomes: [String: Outcome] = [:]
    for (ending, outcome) in endings {
      for prefix in ["winner_", "winner."] { outcomes[prefix + ending] = outcome }
    }
    return outcomes
  }()
}

extension Field {
  /// Whether the field, blanks around it aside, is `text` without regard to ASCII case.
  func isText(_ text: String, in window: Span<UInt8>) -> Bool {
    let inner = trimmed(in: window)
    let bytes = text.utf8
    guard inner.count == bytes.count else { return false }
    var index = inner.start
    for byte in bytes {
      if ASCII.lowercased(window[index]) != ASCII.lowercased(byte) { return false }
      index += 1
    }
    return true
  }
}
