import CommandLineKit

extension Program {
  /// The `deadheat-bench` program.
  static let bench = Program(
    name: "deadheat-bench",
    summary: "What deadheat costs, beside what the machine allows. Without a command: speed.",
    version: "0.1.0",
    commands: [
      Subcommand(SpeedCommand.self), Subcommand(DataCommand.self),
      Subcommand(ValidityCommand.self),
    ],
    report: { error in
      guard let error = error as? BenchError else {
        return ("unexpected error: \(error)", .internalError)
      }
      return (error.message, error.exitCode)
    })

  /// The words with `speed` before them where they name no command but options of it.
  static func completed(_ words: [String]) -> [String] {
    guard let first = words.first else { return [SpeedCommand.name] }
    let isOfTheProgram = ["-h", "--help", "--version"].contains(first)
    return first.hasPrefix("-") && !isOfTheProgram ? [SpeedCommand.name] + words : words
  }
}
