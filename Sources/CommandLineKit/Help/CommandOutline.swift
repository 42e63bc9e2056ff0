/// What can be said about a command without running it; help and completions are made from it.
public struct CommandOutline: Hashable, Sendable {
  /// The word that calls the command.
  public let name: String
  /// One sentence about it.
  public let summary: String
  /// Command lines worth copying.
  public let examples: [Example]
  /// Every parameter, hidden ones too, with its default.
  public let parameters: [ParameterOutline]

  /// The parameters that help and completions show.
  public var visible: [ParameterOutline] { parameters.filter { !$0.isHidden } }

  /// What is wrong with the table: two parameters of one spelling, arguments that can never be
  /// reached, missing texts. A test asks every command for it.
  public var problems: [String] {
    var problems: [String] = []
    var taken: Set<String> = ["help"]
    var letters: Set<Character> = ["h"]
    for parameter in parameters {
      if parameter.help.isEmpty { problems.append("\(parameter.spelling) has no help") }
      if parameter.kind != .flag, parameter.valueName.isEmpty {
        problems.append("\(parameter.spelling) has no name for its value")
      }
      if parameter.kind == .argument { continue }
      let isPlain = !parameter.long.hasPrefix("-") && !parameter.long.contains("=")
      if parameter.long.isEmpty || !isPlain {
        problems.append("'\(parameter.long)' cannot be typed as an option")
      }
      if !taken.insert(parameter.long).inserted {
        problems.append("--\(parameter.long) is declared twice")
      }
      if let short = parameter.short, !letters.insert(short).inserted {
        problems.append("-\(short) is declared twice")
      }
    }
    let arguments = parameters.filter { $0.kind == .argument }
    for (earlier, later) in zip(arguments, arguments.dropFirst()) {
      if earlier.isRepeatable {
        problems.append("\(later.valueName) never gets a word behind \(earlier.valueName)...")
      }
      if !earlier.isRequired, later.isRequired {
        problems.append("\(later.valueName) is required behind optional \(earlier.valueName)")
      }
    }
    return problems
  }
}

extension Command {
  /// The command's outline, with the defaults of a fresh instance.
  public static var outline: CommandOutline {
    let initial = Self()
    return CommandOutline(
      name: name, summary: summary, examples: examples,
      parameters: parameters.map { $0.outline(for: initial) })
  }
}
