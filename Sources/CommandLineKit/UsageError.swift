internal import SafeText

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
  /// An option that takes one value was given several times.
  case repeatedOption(String)
  /// A required argument is not there, such as a file.
  case missingArgument(String, isFile: Bool = false)
  /// A file stands where a command is expected; `command` is the line with the one that reads it.
  case missingCommand(file: String, command: String)
  /// One word more than the command takes.
  case unexpectedArgument(String)
  /// Options that are fine each and make no sense together, or with this input: a whole sentence
  /// without its full stop.
  case conflict(String)
}

extension UsageError: CustomStringConvertible {
  /// One line that names the culprit, what was expected and the likely correction. What was typed is
  /// visible and short in it; a conflict is as its author wrote it.
  public var description: String {
    switch self {
    case .unknownCommand(let name, let similar):
      "unknown command \(Self.quoted(name))" + Self.guess(similar)
    case .unknownOption(let name, let similar):
      "unknown option \(Self.quoted(name))" + Self.guess(similar)
    case .missingValue(let option, let valueName, nil):
      "\(option) needs a value: \(option) \(valueName)"
    case .missingValue(let option, let valueName, let found?):
      "\(option) needs a value: \(option) \(valueName) "
        + "(if \(Self.quoted(found)) is the value, attach it: \(Self.attached(option, found)))"
    case .invalidValue(let text, let option, let expected, let similar):
      "\(option) is \"\(Self.named(text))\"; expected \(expected)" + Self.guess(similar)
    case .unexpectedValue(let text, let option):
      "\(option) is a switch and takes no value, but was given \"\(Self.named(text))\""
    case .repeatedOption(let option):
      "\(option) was given twice, and only one value can count; leave one out"
    case .missingArgument(let name, let isFile):
      "\(name) is missing" + (isFile ? "; name a file, or - for standard input" : "")
    case .missingCommand(let file, let command):
      "\(Self.quoted(file)) is no command; did you mean: \(Mention.path(ArgumentText.visible(command)))"
    case .unexpectedArgument(let text):
      "unexpected argument \(Self.quoted(text)); leave it out, or put words that belong together in "
        + "quotes"
    case .conflict(let message):
      message
    }
  }

  private static func guess(_ similar: [String]) -> String {
    if similar.isEmpty { return "" }
    return "; " + didYouMean(Mention.alternatives(similar.map(quoted)))
  }

  /// A word of the command line as messages show it: bytes that are no UTF-8 as `\xFF`.
  private static func named(_ word: String) -> String { Mention.name(ArgumentText.visible(word)) }

  private static func quoted(_ word: String) -> String { "'\(named(word))'" }

  private static func attached(_ option: String, _ value: String) -> String {
    let value = named(value)
    return option.hasPrefix("--") ? "\(option)=\(value)" : "\(option)\(value)"
  }
}
