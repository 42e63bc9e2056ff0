extension Program {
  /// The bash script: one function that looks at the word before the cursor for an option's value,
  /// else offers options behind a dash and arguments elsewhere.
  func bashCompletions(_ outlines: [CommandOutline]) -> String {
    let function = "_\(functionName)"
    let names = outlines.map(\.name).joined(separator: " ")
    let branches = outlines.map(bashBranch).joined(separator: "\n")
    return """
      # Completions of \(name) for bash. Load them with: source <(\(name) completions bash)
      \(function)() {
        local current="${COMP_WORDS[COMP_CWORD]}" previous="" words="" kind=none
        [ "$COMP_CWORD" -gt 0 ] && previous="${COMP_WORDS[COMP_CWORD-1]}"
        # bash makes three words of --name=value.
        if [ "$current" = "=" ]; then
          current=""
        elif [ "$previous" = "=" ] && [ "$COMP_CWORD" -gt 1 ]; then
          previous="${COMP_WORDS[COMP_CWORD-2]}"
        fi
        COMPREPLY=()
        if [ "$COMP_CWORD" -le 1 ]; then
          words=\(singleQuoted(names + " --help --version"))
        else
          case "${COMP_WORDS[1]}" in
      \(branches)
          esac
        fi
        [ -n "$words" ] && COMPREPLY=($(compgen -W "$words" -- "$current"))
        # Without matches bash falls back to names of files, which is right for files alone.
        case "$kind" in
            file) ;;
            directory) compopt +o default -o dirnames 2>/dev/null ;;
            *) compopt +o bashdefault +o default 2>/dev/null ;;
        esac
      }
      complete -o bashdefault -o default -F \(function) \(name)

      """
  }

  private func bashBranch(_ outline: CommandOutline) -> String {
    let options = outline.visible.filter { $0.kind == .option }
    let arguments = outline.visible.filter { $0.kind == .argument }
    let dashed =
      outline.visible.filter { $0.kind != .argument }.flatMap(bashSpellings) + ["-h", "--help"]
    var lines = ["      \(outline.name))", "        case \"$previous\" in"]
    lines += options.map { option in
      let spellings = bashSpellings(option).joined(separator: "|")
      return "          \(spellings)) \(bashOffer(option.choices, [option])) ;;"
    }
    lines += [
      "          *) case \"$current\" in",
      "            -*) words=\(singleQuoted(dashed.joined(separator: " "))) ;;",
      "            *) \(bashOffer(arguments.flatMap(\.choices), arguments)) ;;",
      "          esac ;;",
      "        esac ;;",
    ]
    return lines.joined(separator: "\n")
  }

  private func bashSpellings(_ parameter: ParameterOutline) -> [String] {
    (parameter.short.map { ["-\($0)"] } ?? []) + ["--\(parameter.long)"]
  }

  private func bashOffer(_ choices: [String], _ parameters: [ParameterOutline]) -> String {
    let completions = parameters.map(\.completion)
    let kind =
      completions.contains(.file) ? "file" : completions.contains(.directory) ? "directory" : "none"
    // `compgen -W` reads its list as the shell would, so special characters need a backslash.
    let words = choices.map { choice in
      choice.reduce(into: "") { word, character in
        let isPlain = character.isLetter || character.isNumber || "-_.,".contains(character)
        word += isPlain ? "\(character)" : "\\\(character)"
      }
    }
    return "kind=\(kind) words=\(singleQuoted(words.joined(separator: " ")))"
  }
}
