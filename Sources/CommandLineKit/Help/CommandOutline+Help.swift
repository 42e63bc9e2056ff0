internal import SafeText

extension CommandOutline {
  /// The page that `--help` prints, or the short one of `-h`, where the command has told which of its
  /// options are used most.
  ///
  /// - Parameter width: The terminal's columns; lines are at most 100 long and at least 40.
  public func help(program: String, width: Int, _ length: HelpLength = .long) -> String {
    let width = min(max(width, 40), 100)
    let brief = visible.filter { !$0.brief.isEmpty }
    if length == .short, !brief.isEmpty { return shortHelp(brief, program, width) }
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
    lines += exitStatusLines(width: width)
    return lines.joined(separator: "\n") + "\n"
  }

  /// A line for each of the parameters that are used most, and where the others are.
  private func shortHelp(_ brief: [ParameterOutline], _ program: String, _ width: Int) -> String {
    var lines = wrapped(summary, width: width) + [""]
    lines += wrapped(usage(program: program), width: width, indent: "         ") + [""]
    let rows = brief.map { (name: $0.synopsis, text: $0.brief) }
    lines += twoColumns(
      rows, width: width, column: columnWidth(for: rows.map(\.name), width: width))
    if let example = examples.first {
      lines.append("")
      lines += wrappedCommand(
        "example: " + example.commandLine, width: width, indent: "", hanging: "    ")
    }
    lines += ["", "All options, with examples: \(program) \(name) --help"]
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
      return (
        title,
        title == general
          ? rows + [("-h, --help", "Show the options used most, or this page.")] : rows
      )
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

  /// What help says behind the description, in brackets: choices, range, repetition, default.
  var notes: [String] {
    var notes: [String] = []
    if !choices.isEmpty {
      notes.append(
        acceptsOtherWords
          ? Mention.alternatives(choices + ["a \(valueName)"])
          : "one of: \(choices.joined(separator: ", "))")
    }
    if !range.isEmpty { notes.append(range) }
    if isRepeatable, kind == .option { notes.append("repeatable") }
    if !defaultText.isEmpty { notes.append("default: \(defaultText)") }
    return notes.isEmpty ? [] : ["[\(notes.joined(separator: "; "))]"]
  }
}
