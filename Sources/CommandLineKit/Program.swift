/// A whole command line: its name, its commands and its pages of help.
public struct Program: Sendable {
  /// What the user types, and what begins every message.
  public let name: String
  /// One sentence about the program.
  public let summary: String
  /// The version that `--version` prints.
  public let version: String
  /// What `--version --verbose` prints below, one line each.
  public let versionDetails: @Sendable () -> [String]
  /// The program's own commands, in the order of the overview.
  public let commands: [Subcommand]
  /// The pages of help beside the commands.
  public let topics: [Topic]
  /// The command that reads files, for whoever names a file and no command.
  public let readingCommand: String?
  /// Turns an error that a command threw into a message, without the program's name, and a status.
  public let report: @Sendable (any Error) -> (message: String, code: ExitCode)

  /// A program.
  public init(
    name: String, summary: String, version: String,
    versionDetails: @escaping @Sendable () -> [String] = { [] },
    commands: [Subcommand], topics: [Topic] = [], readingCommand: String? = nil,
    report: @escaping @Sendable (any Error) -> (message: String, code: ExitCode)
  ) {
    self.name = name
    self.summary = summary
    self.version = version
    self.versionDetails = versionDetails
    self.commands = commands
    self.topics = topics
    self.readingCommand = readingCommand
    self.report = report
  }

  /// The program's commands and the ones that every program has.
  public var allCommands: [Subcommand] {
    commands + [helpCommand, completionsCommand, manualCommand]
  }

  /// What is wrong with the tables of the commands; a test expects nothing.
  public var problems: [String] {
    var problems: [String] = []
    var names: Set<String> = []
    for name in allCommands.map(\.name) + topics.map(\.name)
    where !names.insert(name).inserted {
      problems.append("the name \(name) is taken twice")
    }
    for command in allCommands {
      problems += command.outline.problems.map { "\(command.name): \($0)" }
    }
    return problems
  }

  /// Runs the process's own words on its own streams and ends the process.
  public func main() -> Never {
    var console = Console.standard()
    StandardStreams.endProcess(run(StandardStreams.arguments, &console))
  }
}
