import CommandLineKit
import Reporting

/// Where results go and how they look: shared by all commands.
struct OutputOptions: Sendable {
  var format = OutputFormat.table
  var output: FilePath?
  var isQuiet = false
  var isVerbose = false
  var color = ColorChoice.auto

  /// The options of commands that have one form of output only.
  static let withoutFormat: [Parameter<OutputOptions>] = [
    .option(
      "output", short: "o", \.output, "FILE", default: "standard output", completion: .file,
      help: "Write to FILE, which is replaced only when all is written."),
    .flag("quiet", short: "q", \.isQuiet, help: "Print no warnings."),
    .flag(
      "verbose", short: "v", \.isVerbose, help: "Tell on standard error how long each step took."),
  ].section("Output")

  static let parameters: [Parameter<OutputOptions>] =
    [.option("format", short: "f", \.format, "FORM", help: "The form of the result.")]
    .section("Output") + withoutFormat
    + [.option("color", \.color, "WHEN", help: "Use color.")].section("Output")

  /// Finds out, before the work, whether the output file could be written, and that it is none of
  /// `inputs`.
  ///
  /// - Throws: `OutputError` for status 73, `UsageError` for a file that would replace what is read.
  func checkPath(apartFrom inputs: [FilePath]) throws {
    if let output { try Self.check(output, "--output", apartFrom: inputs) }
  }

  /// The same for the file of any option.
  static func check(_ path: FilePath, _ option: String, apartFrom inputs: [FilePath]) throws {
    if let input = inputs.first(where: { InputFile.isReplaced($0, by: path) }) {
      throw UsageError.conflict(
        "\(option) \(path) would replace \(input), which is read; name another file, and rename it "
          + "afterwards if that is what is wanted")
    }
    try OutputFile.check(path)
  }

  /// Writes a rendered result to the output file or to standard output.
  func write(
    _ console: inout Console, _ render: (OutputFormat, TerminalStyle) -> String
  ) throws(OutputError) {
    console.color = color
    if let output {
      try OutputFile.write(render(format, TerminalStyle(isColorful: color == .always)), to: output)
    } else {
      // What a pipe carries is the same whatever the terminal and the locale.
      let style = TerminalStyle(
        width: console.width, isColorful: console.isColorful,
        characters: console.isTerminal
          ? CharacterRange(environment: StandardStreams.environment) : .unicode,
        drawsIntervals: console.isTerminal)
      try console.out(render(format, style))
    }
  }
}
