internal import SafeText

extension Program {
  /// Runs `words` (without the program's own name) and answers the status to end with.
  ///
  /// Every error ends here, as one message on `console.note`; a reader that went away is no error.
  public func run(_ words: [String], _ console: inout Console) -> ExitCode {
    do {
      let code = try dispatch(words, &console)
      try flushIgnoringClosedPipe(console)
      return code
    } catch {
      // What was written before the error still belongs to the user; should it be lost too, the
      // first error is the one to report.
      try? console.flush()
      return explain(error, of: words, &console)
    }
  }

  private func dispatch(_ words: [String], _ console: inout Console) throws -> ExitCode {
    guard let first = words.first else {
      console.note(overview(width: console.width, .short))
      return .usage
    }
    if let command = command(named: first) {
      if let code = try command.run(Array(words.dropFirst()), &console) { return code }
      let length = HelpLength(asked: words.dropFirst())
      try console.out(command.outline.help(program: name, width: console.width, length))
      return .success
    }
    let options = ["--help", "--version", "--verbose"]
    if first == "-h" || first.hasPrefix("-") && words.contains("--help") {
      try console.out(overview(width: console.width, HelpLength(asked: words[...])))
      return .success
    }
    if words.contains("--version") {
      if let other = words.first(where: { !options.contains($0) }) {
        throw UsageError.unexpectedArgument(other)
      }
      let details = words.contains("--verbose") ? versionDetails() : []
      try console.out((["\(name) \(version)"] + details).joined(separator: "\n") + "\n")
      return .success
    }
    if let readingCommand, first == "-" || !first.hasPrefix("-"),
      InputFile.isFile(FilePath(bytes: ArgumentText.bytes(of: first)))
    {
      let line = ([name, readingCommand] + words.map { ShellWord.quoted($0, plain: "=,") })
      throw UsageError.missingCommand(file: first, command: line.joined(separator: " "))
    }
    if first.hasPrefix("-") {
      let letters = String(first.drop { $0 == "-" })
      let similar = nearest(to: letters, among: ["help", "version"]).map { "--\($0)" }
      throw UsageError.unknownOption(first, similar: similar)
    }
    throw UsageError.unknownCommand(
      first, similar: nearest(to: first, among: allCommands.map(\.name)))
  }

  /// Writes what is left; a reader that has seen enough does not change the command's status.
  private func flushIgnoringClosedPipe(_ console: Console) throws(OutputError) {
    do {
      try console.flush()
    } catch {
      if !error.isBrokenPipe { throw error }
    }
  }

  /// The command that `word` calls.
  func command(named word: String) -> Subcommand? { allCommands.first { $0.name == word } }

  private func explain(
    _ error: any Error, of words: [String], _ console: inout Console
  ) -> ExitCode {
    switch error {
    case let error as UsageError:
      let page = words.first.flatMap { command(named: $0) }.map { "\(name) \($0.name)" } ?? name
      console.note("\(name): \(VisibleText.of("\(error)"))\nsee '\(page) --help'\n")
      return .usage
    case let error as OutputError:
      if error.isBrokenPipe { return .success }
      console.note("\(name): \(error)\n")
      return error.exitCode
    default:
      let (message, code) = report(error)
      console.note("\(name): \(message)\n")
      return code
    }
  }
}
