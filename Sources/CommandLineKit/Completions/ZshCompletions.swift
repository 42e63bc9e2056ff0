extension Program {
  /// The zsh script: `_arguments` finds the command, and again the parameters behind it.
  func zshCompletions(_ outlines: [CommandOutline]) -> String {
    let function = "_\(functionName)"
    let commands = outlines.map { "    \(singleQuoted(zshItem($0.name, $0.summary)))" }
    let branches = outlines.map(zshBranch).joined(separator: "\n")
    return """
      #compdef \(name)
      # Completions of \(name) for zsh. Load them with: source <(\(name) completions zsh)
      \(function)() {
        local context state state_descr line
        typeset -A opt_args
        local -a commands
        commands=(
      \(commands.joined(separator: "\n"))
        )
        _arguments -C \\
          '(- *)'{-h,--help}'[Show help.]' \\
          '(- *)--version[Print the version.]' \\
          '1:command:->command' \\
          '*::parameter:->parameter'
        case $state in
          command) _describe -t commands command commands ;;
          parameter)
            case $words[1] in
      \(branches)
            esac ;;
        esac
      }
      if [ "$funcstack[1]" = "\(function)" ]; then
        \(function) "$@"
      else
        compdef \(function) \(name)
      fi

      """
  }

  private func zshBranch(_ outline: CommandOutline) -> String {
    var specifications = ["'(- *)'{-h,--help}'[Show help.]'"]
    specifications += outline.visible.filter { $0.kind != .argument }.map(zshOption)
    let arguments = outline.visible.filter { $0.kind == .argument }
    specifications += arguments.enumerated().map { index, argument in
      let position = argument.isRepeatable ? "*:" : "\(index + 1):\(argument.isRequired ? "" : ":")"
      return singleQuoted(position + zshValue(argument))
    }
    let list = specifications.joined(separator: " \\\n            ")
    return """
              \(outline.name))
                _arguments -s -S \\
                  \(list) ;;
      """
  }

  /// Such as `'(-n --name)'{-n+,--name=}'[help]:VALUE:(a b)'`: `=` and `+` say that the value may
  /// be attached or a word of its own.
  private func zshOption(_ option: ParameterOutline) -> String {
    let takesValue = option.kind == .option
    let long = "--\(option.long)" + (takesValue ? "=" : "")
    let rest = "[\(zshEscaped(option.help))]" + (takesValue ? ":" + zshValue(option) : "")
    guard let short = option.short.map({ "-\($0)" + (takesValue ? "+" : "") }) else {
      let exclusion = option.isRepeatable ? "*" : ""
      return singleQuoted(exclusion + long + rest)
    }
    let exclusion = option.isRepeatable ? "*" : "(-\(option.short ?? " ") --\(option.long))"
    return "\(singleQuoted(exclusion)){\(short),\(long)}\(singleQuoted(rest))"
  }

  /// The value's name and what to offer for it.
  private func zshValue(_ parameter: ParameterOutline) -> String {
    let name = zshEscaped(parameter.valueName)
    if !parameter.choices.isEmpty {
      return "\(name):(\(parameter.choices.map(zshEscaped).joined(separator: " ")))"
    }
    return switch parameter.completion {
    case .none: "\(name): "
    case .file: "\(name):_files"
    case .directory: "\(name):_files -/"
    }
  }

  private func zshItem(_ name: String, _ summary: String) -> String {
    "\(replacing(":", with: "\\:", in: name)):\(summary)"
  }

  private func zshEscaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "[]():\\".contains(character) { result += "\\" }
      result.append(character)
    }
  }
}
