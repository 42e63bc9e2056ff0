/// A command of a program: its properties are its settings and `parameters` says how they are
/// spelled.
public protocol Command: Sendable {
  /// The word that calls it.
  static var name: String { get }
  /// One sentence, for the overview and the head of its help.
  static var summary: String { get }
  /// Command lines that show what it is good for.
  static var examples: [Example] { get }
  /// Every switch, option and argument, in the order of help.
  static var parameters: [Parameter<Self>] { get }
  /// The parameters that were given, for what is known only when data have been read; `parse` sets it.
  var given: GivenParameters { get set }
  /// The settings when nothing is given.
  init()
  /// Checks the settings against each other, before anything is read.
  func validate() throws(UsageError)
  /// Does the work: data go to `console.out`, everything else to `console.note`.
  func run(_ console: inout Console) throws -> ExitCode
}

/// A command line worth copying.
public struct Example: Hashable, Sendable {
  /// The line, starting with the program's name.
  public let commandLine: String
  /// What it shows, as a phrase without a full stop.
  public let text: String

  /// An example.
  public init(_ commandLine: String, _ text: String) {
    self.commandLine = commandLine
    self.text = text
  }
}

extension Command {
  /// None.
  public static var examples: [Example] { [] }
  /// Nothing to check.
  public func validate() throws(UsageError) {}

  /// Reads the words behind the command's name and validates the result.
  ///
  /// - Returns: The command, ready to run, or `nil` where the words ask for help.
  public static func parse(_ words: [String]) throws(UsageError) -> Self? {
    let parser = Parser(parameters: parameters)
    guard let parsed = try parser.parse(words, into: Self()) else { return nil }
    var command = parsed.target
    command.given = parsed.given
    try command.validate()
    return command
  }
}
