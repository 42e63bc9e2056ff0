internal import SafeText

extension Program {
  /// The page that `--help` prints: every command and topic in a line, and what exit statuses mean, which
  /// the short one of `-h` leaves out.
  public func overview(width: Int, _ length: HelpLength = .long) -> String {
    let width = min(max(width, 40), 100)
    let pages = topics.map { (name: $0.name, text: $0.summary) }
    let names = allCommands.map { (name: $0.name, text: $0.summary) }
    let options = [
      (
        name: "-h, --help",
        text: "Show this page or a command's, short (-h) or full (--help)."
      ),
      (name: "--version", text: "Print the version; with --verbose, more about this build."),
    ]
    let column = columnWidth(for: (names + pages + options).map(\.name), width: width)
    var lines = wrapped("\(name): \(summary)", width: width)
    lines += ["", "usage: \(name) COMMAND [options]", "", "Commands:"]
    lines += twoColumns(names, width: width, column: column)
    if !pages.isEmpty {
      lines += ["", "Topics (\(name) help TOPIC):"]
      lines += twoColumns(pages, width: width, column: column)
    }
    lines += ["", "Options:"] + twoColumns(options, width: width, column: column)
    if length == .long { lines += exitStatusLines(width: width) }
    return lines.joined(separator: "\n") + "\n"
  }

  /// `help`, `help COMMAND` and `help TOPIC`.
  var helpCommand: Subcommand {
    struct Settings: Sendable { var subject: String? }
    // Listed by hand: the full list contains this very command.
    let subjects = commands.map(\.name) + ["help", "completions", "manual"] + topics.map(\.name)
    let subject: Parameter<Settings> = .argument(
      "SUBJECT", \.subject, help: "A command or a topic; without one, the overview.")
    return Subcommand(
      "help", summary: "Show the page of a command or a topic.",
      parameters: [subject.offering(subjects)], initial: Settings(),
      run: { settings, console in
        guard let subject = settings.subject else {
          try console.out(overview(width: console.width))
          return .success
        }
        if let command = command(named: subject) {
          try console.out(command.outline.help(program: name, width: console.width))
        } else if let topic = topics.first(where: { $0.name == subject }) {
          let lines = reflowed(topic.text, width: min(max(console.width, 40), 100))
          try console.out(lines.joined(separator: "\n") + "\n")
        } else {
          throw UsageError.unknownCommand(subject, similar: nearest(to: subject, among: subjects))
        }
        return .success
      })
  }

  /// `completions SHELL`.
  var completionsCommand: Subcommand {
    struct Settings: Sendable { var shell = Shell.bash }
    return Subcommand(
      "completions", summary: "Print the script that lets a shell complete this program's words.",
      examples: [
        Example("source <(\(name) completions bash)", "Complete in this session"),
        Example(
          "\(name) completions fish > ~/.config/fish/completions/\(name).fish",
          "Complete in every session of fish"),
      ],
      parameters: [.argument("SHELL", \.shell, help: "The shell that is to read the script.")],
      initial: Settings(),
      run: { settings, console in
        try console.out(completions(for: settings.shell))
        return .success
      })
  }
}
