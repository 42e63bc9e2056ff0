/// A command whose type is forgotten, so that a program can list several.
public struct Subcommand: Sendable {
  /// The word that calls it.
  public let name: String
  /// One sentence about it.
  public let summary: String
  /// Makes the outline when it is asked for: a run needs one command's outline at most.
  private let makeOutline: @Sendable () -> CommandOutline
  /// Runs the words, or answers `nil` where they ask for help.
  let run: @Sendable ([String], inout Console) throws -> ExitCode?

  /// A command of the program.
  public init<Wrapped: Command>(_ type: Wrapped.Type) {
    name = Wrapped.name
    summary = Wrapped.summary
    makeOutline = { Wrapped.outline }
    run = { words, console in try Wrapped.parse(words)?.run(&console) }
  }

  /// A command that every program has: its work needs the program, which its type cannot know.
  init<Settings: Sendable>(
    _ name: String, summary: String, examples: [Example] = [],
    parameters: [Parameter<Settings>], initial: Settings,
    run: @escaping @Sendable (Settings, inout Console) throws -> ExitCode
  ) {
    self.name = name
    self.summary = summary
    makeOutline = {
      CommandOutline(
        name: name, summary: summary, examples: examples,
        parameters: parameters.map { $0.outline(for: initial) })
    }
    self.run = { words, console in
      try Parser(parameters: parameters).parse(words, into: initial)
        .map { parsed in try run(parsed.target, &console) }
    }
  }

  /// The command's table, for help, completions and tests.
  public var outline: CommandOutline { makeOutline() }
}
