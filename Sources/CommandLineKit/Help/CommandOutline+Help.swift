extension CommandOutline {
  /// The page that `--help` prints.
  ///
  /// - Parameter width: The terminal's columns; lines are at most 100 long and at least 40.
  public func help(program: String, width: Int) -> String {
    let width = min(max(width, 40), 100)
    var lines = wrapped(summary, width: width) + [""]
    lines += wrapped(usage(program: program), width: width, indent: "         ")
    let column = columnWidth(for: sections.flatMap { $0.rows.map(\.name) }, width: width)
    for section in sections {
      lines += ["", "\(section.title):"]
      lines += twoColumns(section.rows, width: width, column: column)
    }
    if !examples.isEmpty { lines += ["", "Examples:"] }
    for example in examples {
      lines += wrapped(example.text + ":", width: width - 2, indent: "").map { "  " + $0 }
      lines += wrappedCommand(
        example.commandLine, width: width, indent: "      ", hanging: "        ")
    }
    return lines.joined(separator: "\n") + "\n"
  }

  private func usage(program: String) -> String {
    let arguments = visible.filter { $0.kind == .argument }.map { argument in
      let name = argument.valueName + (argument.isRepeatable ? "..." : "")
      return argument.isRequired ? name : "[\(name)]"
    }
    return (["usage: \(program) \(name) [options]"] + arguments).joined(separator: " ")
  }

  /// The headings in the order of their first parameter, arguments first, general options last.
  private var sections: [(title: String, rows: [(name: String, text: String)])] {
    let general = ParameterOutline.generalSection
    let arguments = visible.filter { $0.kind == .argument }
    let options = visible.filter { $0.kind != .argument }
    var titles: [String] = []
    for parameter in arguments + options
    where parameter.section != general && !titles.contains(parameter.section) {
      titles.append(parameter.section)
    }
    return (titles + [general]).map { title in
      let members = (arguments + options).filter { $0.section == title }
      let rows = members.map { ($0.synopsis, ([$0.help] + $0.notes).joined(separator: " ")) }
      return (title, title == general ? rows + [("-h, --help", "Show this page.")] : rows)
    }
  }
}

extension ParameterOutline {
  /// The left column of help: `-n, --name VALUE`.
  var synopsis: String {
    switch kind {
    case .argument: valueName + (isRepeatable ? "..." : "")
    case .option: "\(shortPart)--\(long) \(valueName)"
    case .flag: "\(shortPart)--\(long)"
    }
  }

  private var shortPart: String { short.map { "-\($0), " } ?? "    " }

  /// What help says behind the description, in brackets: choices, repetition, default.
  var notes: [String] {
    var notes: [String] = []
    if !choices.isEmpty {
      notes.append(
        acceptsOtherWords
          ? listed(choices + ["a \(valueName)"], joinedBy: "or")
          : "one of: \(choices.joined(separator: ", "))")
    }
    if isRepeatable, kind == .option { notes.append("repeatable") }
    if !defaultText.isEmpty { notes.append("default: \(defaultText)") }
    return notes.isEmpty ? [] : ["[\(notes.joined(separator: "; "))]"]
  }
}
