import CommandLineKit
import Reporting

/// Where results go and how they look: shared by all commands.
struct OutputOptions: Sendable {
  var format: OutputFormat?
  var recordFormat: RecordFormat?
  var output: FilePath?
  var width: LineWidth?
  var notes: NoteDetail?
  var isQuiet = false
  var isVerbose = false
  var color = ColorChoice.auto

  private static let common: [Parameter<OutputOptions>] = [
    .option(
      "output", short: "o", \.output, "FILE", default: "standard output",
      help:
        "Write to FILE, which is replaced only when all is written. Its ending picks the form where "
        + "--format does not."
    ).brief("Write to FILE; its ending picks the form"),
    .flag("quiet", short: "q", \.isQuiet, help: "Print no warnings."),
    .flag(
      "verbose", short: "v", \.isVerbose, help: "Tell on standard error how long each step took."),
  ].section("Output")

  /// The options of commands whose output is read by programs alone.
  static let ofRecords: [Parameter<OutputOptions>] =
    [
      .option(
        "format", short: "f", \.recordFormat, "FORM", default: "as --output ends, or csv",
        help: "The form of the result.")
    ].section("Output") + common

  /// The options of all others.
  static let parameters: [Parameter<OutputOptions>] =
    [
      .option(
        "format", short: "f", \.format, "FORM", default: "as --output ends, or table",
        help: "The form of the result; md is markdown, and tex is latex."
      ).brief("table, markdown, latex, csv, tsv, json or jsonl")
    ].section("Output") + common
    + [
      .option(
        "width", \.width, "N", default: "the terminal's; elsewhere 80, and no name is cut",
        help:
          "Break lines of the table's form at N columns, and cut names to fit. 0 is none, too: no "
          + "limit."),
      .option(
        "notes", \.notes, "HOW", default: "full",
        help:
          "What stands below a table: nothing; its keys and what was read (short); or how the figures "
          + "came about as well."),
      .option("color", \.color, "WHEN", help: "Use color."),
    ].section("Output")

  /// The form of the result: as asked for, else as the ending of the output's name tells.
  var chosenFormat: OutputFormat { format ?? formOfName ?? .table }

  /// The form of records likewise.
  ///
  /// - Throws: where the name asks for a form that there is none of.
  func chosenRecordFormat(of command: String) throws(UsageError) -> RecordFormat {
    if let recordFormat { return recordFormat }
    return try output.map { path throws(UsageError) in
      try Self.recordFormat(of: path, "--output", command, ", or add --format csv")
    } ?? .csv
  }

  /// The form of records in the file of any option, as the ending of its name tells.
  ///
  /// - Parameter remedy: what else can be done, where the name asks for a form that there is none of.
  static func recordFormat(
    of path: FilePath, _ option: String, _ command: String, _ remedy: String = ""
  ) throws(UsageError) -> RecordFormat {
    switch OutputFormat(fileName: path.description) {
    case nil, .table, .csv: return .csv
    case .tsv: return .tsv
    case let other?:
      throw .conflict(
        "\(command) writes CSV or TSV, and \(option) \(path) asks for \(other.rawValue); name a file that "
          + "ends in .csv or .tsv\(remedy)")
    }
  }

  private var formOfName: OutputFormat? {
    output.flatMap { OutputFormat(fileName: $0.description) }
  }

  /// Refuses what has no effect on the form.
  func validate() throws(UsageError) {
    let form = chosenFormat
    if width != nil, form != .table {
      throw .conflict(
        "--width is about the form table, and this one is \(form.rawValue); leave it out")
    }
    if notes != nil, ![.table, .markdown, .latex].contains(form) {
      throw .conflict("--notes has no effect on \(form.rawValue), which has none; leave it out")
    }
  }

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
      try OutputFile.write(
        render(
          chosenFormat,
          TerminalStyle(
            width: columns(80), cutsNames: width != nil, isColorful: color == .always,
            notes: notes ?? .full)), to: output)
    } else {
      // What a pipe carries is the same whatever the locale, and has names whole.
      let style = TerminalStyle(
        width: columns(console.width), cutsNames: console.isTerminal || width != nil,
        height: console.terminal.height, isColorful: console.isColorful,
        characters: console.isTerminal
          ? CharacterRange(environment: StandardStreams.environment) : .unicode,
        drawsIntervals: console.isTerminal, notes: notes ?? .full)
      try console.out(render(chosenFormat, style))
    }
  }

  /// The columns that lines may take where there are `usual` ones.
  private func columns(_ usual: Int) -> Int? { width.map(\.columns) ?? usual }

  /// Writes records to the output file or to standard output.
  func writeRecords(_ text: String, _ console: Console) throws(OutputError) {
    if let output { try OutputFile.write(text, to: output) } else { try console.out(text) }
  }
}
