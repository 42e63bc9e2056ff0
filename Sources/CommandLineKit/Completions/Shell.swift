/// A shell that completions can be written for.
public enum Shell: String, ArgumentValue, CaseIterable {
  /// GNU bash, 3.2 or later.
  case bash
  /// zsh with its completion system.
  case zsh
  /// fish 3 or later.
  case fish
}

extension Program {
  /// The script that teaches `shell` every visible word of the program.
  public func completions(for shell: Shell) -> String {
    let outlines = allCommands.map(\.outline)
    return switch shell {
    case .bash: bashCompletions(outlines)
    case .zsh: zshCompletions(outlines)
    case .fish: fishCompletions(outlines)
    }
  }

  /// The program's name as part of a shell function's name.
  var functionName: String { String(name.map { $0.isLetter || $0.isNumber ? $0 : "_" }) }
}

/// `text` in single quotes, in which only the quote itself is special to bash and zsh.
func singleQuoted(_ text: String) -> String { "'\(replacing("'", with: "'\\''", in: text))'" }

/// `text` with every occurrence of a character replaced.
func replacing(_ character: Character, with replacement: String, in text: String) -> String {
  text.reduce(into: "") { result, next in
    if next == character { result += replacement } else { result.append(next) }
  }
}
