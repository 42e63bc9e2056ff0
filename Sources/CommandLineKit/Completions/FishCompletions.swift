extension Program {
  /// The fish script: one line a word, guarded by the command that it belongs to.
  func fishCompletions(_ outlines: [CommandOutline]) -> String {
    let test = "__fish_\(functionName)_command"
    let head = """
      # Completions of \(name) for fish. Load them with: \(name) completions fish | source
      function \(test)
        set -l words (commandline -opc)
        if test (count $argv) -eq 0
          test (count $words) -eq 1
        else
          test (count $words) -ge 2; and test "$words[2]" = "$argv[1]"
        end
      end
      complete -c \(name) -n \(test) -f
      complete -c \(name) -n \(test) -s h -l help -d 'Show help.'
      complete -c \(name) -n \(test) -l version -d 'Print the version.'

      """
    let lines = outlines.flatMap { outline -> [String] in
      let guarded = "complete -c \(name) -n '\(test) \(outline.name)'"
      let command = "complete -c \(name) -n \(test) -a \(outline.name)"
      let takesFiles = outline.visible.contains { $0.kind == .argument && $0.completion == .file }
      let takesFolders = outline.visible.contains {
        $0.kind == .argument && $0.completion == .directory
      }
      var lines = ["\(command) -d \(fishQuoted(outline.summary))"]
      if !takesFiles { lines.append("\(guarded) -f") }
      if takesFolders { lines.append("\(guarded) -a '(__fish_complete_directories)'") }
      lines.append("\(guarded) -s h -l help -d 'Show help.'")
      return lines + outline.visible.compactMap { fishLine($0, guarded) }
    }
    return head + lines.joined(separator: "\n") + "\n"
  }

  private func fishLine(_ parameter: ParameterOutline, _ guarded: String) -> String? {
    let choices =
      parameter.choices.isEmpty
      ? "" : " -a \(fishQuoted(parameter.choices.joined(separator: " ")))"
    let help = " -d \(fishQuoted(parameter.help))"
    let short = parameter.short.map { " -s \($0)" } ?? ""
    switch parameter.kind {
    case .argument:
      return choices.isEmpty ? nil : guarded + choices + help
    case .flag:
      return "\(guarded)\(short) -l \(parameter.long)\(help)"
    case .option:
      let value =
        switch parameter.completion {
        case .none: " -x"
        case .file: " -r -F"
        case .directory: " -x -a '(__fish_complete_directories)'"
        }
      return "\(guarded)\(short) -l \(parameter.long)\(value)\(choices)\(help)"
    }
  }

  private func fishQuoted(_ text: String) -> String {
    let escaped = replacing("'", with: "\\'", in: replacing("\\", with: "\\\\", in: text))
    return "'\(escaped)'"
  }
}
