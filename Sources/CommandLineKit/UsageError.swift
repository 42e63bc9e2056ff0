/// A command line that cannot be run as it was typed; the program ends with status 64.
public enum UsageError: Error, Equatable {
  /// No command or help topic has this name.
  case unknownCommand(String, similar: [String])
  /// The command has no option of this spelling, which includes its dashes.
  case unknownOption(String, similar: [String])
  /// The option ends the line or is followed by `found`, which looks like another option.
  case missingValue(option: String, valueName: String, found: String?)
  /// A word that its option or argument cannot read; `expected` completes "expected …".
  case invalidValue(String, option: String, expected: String, similar: [String] = [])
  /// A switch was given a value, as in `--quiet=yes`.
  case unexpectedValue(String, option: String)
  /// A required argument is not there.
  case missingArgument(String)
  /// One word more than the command takes.
  case unexpectedArgument(String)
  /// Options that are fine each and make no sense together, or with this input: a whole sentence
  /// without its full stop.
  case conflict(String)
}

extension UsageError: CustomStringConvertible {
  /// One line that names the culprit, what was expected and the likely correction.
  public var description: String { ArgumentText.visible(words) }

  private var words: String {
    switch self {
    case .unknownCommand(let name, let similar):
      "unknown command '\(name)'" + Self.guess(similar)
    case .unknownOption(let name, let similar):
      "unknown option '\(name)'" + Self.guess(similar)
    case .missingValue(let option, let valueName, nil):
      "\(option) needs a value: \(option) \(valueName)"
    case .missingValue(let option, let valueName, let found?):
      "\(option) needs a value: \(option) \(valueName) "
        + "(if '\(found)' is the value, attach it: \(Self.attached(option, found)))"
    case .invalidValue(let text, let option, let expected, let similar):
      "\(option) is \"\(text)\"; expected \(expected)" + Self.guess(similar)
    case .unexpectedValue(let text, let option):
      "\(option) is a switch and takes no value, but was given \"\(text)\""
    case .missingArgument(let name):
      "\(name) is missing"
    case .unexpectedArgument(let text):
      "unexpected argument '\(text)'"
    case .conflict(let message):
      message
    }
  }

  private static func guess(_ similar: [String]) -> String {
    if similar.isEmpty { return "" }
    return "; did you mean \(listed(similar.map { "'\($0)'" }, joinedBy: "or"))?"
  }

  private static func attached(_ option: String, _ value: String) -> String {
    option.hasPrefix("--") ? "\(option)=\(value)" : "\(option)\(value)"
  }
}

/// "a", "a or b", "a, b or c": items as a sentence lists them.
func listed(_ items: [String], joinedBy conjunction: String) -> String {
  guard let last = items.last, items.count > 1 else { return items.first ?? "" }
  return "\(items.dropLast().joined(separator: ", ")) \(conjunction) \(last)"
}
