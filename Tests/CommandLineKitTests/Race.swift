import CommandLineKit

/// Options that two commands of the sample program share.
struct Shared: Sendable {
  var filters: [String] = []
  var threads: Int?

  static let parameters: [Parameter<Shared>] = [
    .options("where", \.filters, "CONDITION", help: "Keep the rows that satisfy CONDITION."),
    .option("threads", short: "t", \.threads, "N", default: "all cores", help: "Threads to use."),
  ].section("Input")
}

enum Surface: String, ArgumentValue, CaseIterable { case grass, clay, hard }

enum Effort: Sendable { case normal, thorough }

/// A column's name or one word with a meaning of its own.
struct Weights: ArgumentValue, Equatable {
  let text: String
  init?(argument text: String) { self.text = text }
  static let choices = ["balanced"]
  static let acceptsOtherWords = true
  var argumentText: String { text }
}

/// The sample program's main command, with a parameter of every kind.
struct Race: Command {
  static let name = "race"
  static let summary = "Let the runners of one file race, and say who won by how much."
  static let examples = [
    Example("sample race field.csv", "The whole field"),
    Example(
      "sample race field.csv anna bert --surface clay --where 'age >= 30 and club = home' -q",
      "Two runners on clay, veterans of the home club alone"),
  ]

  var file = ""
  var runners: [String] = []
  var shared = Shared()
  var surface = Surface.grass
  var distance = 100.0
  var pace = 0.9
  var laps = 1
  var fields: [FilePath] = []
  var seed: UInt64 = 0
  var weights: Weights?
  var output: String?
  var folder: String?
  var isQuiet = false
  var effort = Effort.normal
  var isSecret = false
  var given = GivenParameters()

  static let parameters: [Parameter<Self>] =
    [
      .argument("FILE", \.file, completion: .file, help: "The field; '-' is standard input.")
        .unless("field").brief("The field"),
      .arguments("RUNNER", \.runners, isRequired: false, help: "Who runs; without any, all do."),
    ] + Shared.parameters.lifted(through: \.shared) + [
      .option("surface", short: "s", \.surface, "KIND", section: "Course", help: "The ground.")
        .brief("grass, clay or hard"),
      .option(
        "distance", short: "n", \.distance, "METRES", section: "Course",
        values: ValueRule("more than 0") { $0 > 0 }, help: "How far."),
      .option(
        "pace", \.pace, "SHARE", section: "Course",
        values: .share("from 0.1 to 0.99, such as 0.9") { (0.1...0.99).contains($0) },
        help: "How fast."),
      .option(
        "laps", \.laps, "N", section: "Course", values: .from(1...100_000), help: "How often."),
      .option("seed", \.seed, "INTEGER", section: "Course", help: "Seed of all chance."),
      .option(
        "weights", \.weights, "COLUMN", default: "none", section: "Course",
        help: "How much each race counts."),
      .option("output", short: "o", \.output, "FILE", completion: .file, help: "Write here."),
      .option("log-folder", \.folder, "FOLDER", completion: .directory, help: "Keep logs here."),
      .flag("quiet", short: "q", \.isQuiet, help: "Say nothing [on the way]: it's faster."),
      .flag("thorough", short: "x", \.effort, sets: .thorough, help: "Take more time."),
      .options("field", \.fields, "FILE", help: "Another field.").hidden,
      .flag("secret", \.isSecret, help: "For the makers.").hidden,
    ]

  func validate() throws(UsageError) {

    if isQuiet, output == nil, effort == .thorough {
      throw .conflict("--quiet and --thorough need --output")
    }
  }

  func run(_ console: inout Console) throws -> ExitCode {
    switch file {
    case "missing.csv": throw NoSuchField(name: file)
    case "negative.csv": return .negative
    default: break
    }
    if let output {
      try OutputFile.write("\(runners)\n", to: output)
    } else {
      try console.out("\(file): \(runners)\n")
    }
    return .success
  }
}

struct NoSuchField: Error { let name: String }

/// A second command, which shares options with the first and takes two single arguments.
struct Compare: Command {
  static let name = "compare"
  static let summary = "Compare two fields."
  var old = ""
  var new: Surface?
  var shared = Shared()
  var given = GivenParameters()
  static let parameters: [Parameter<Self>] =
    [
      .argument("OLD", \.old, completion: .directory, help: "The earlier field."),
      .argument("NEW", \.new, help: "The later ground."),
    ] + Shared.parameters.lifted(through: \.shared)
  func run(_ console: inout Console) throws -> ExitCode { .success }
}

/// A third command, whose argument is a path.
struct Watch: Command {
  static let name = "watch"
  static let summary = "Watch a field."
  var fields: [FilePath] = []
  var steps: Typed<Int>?
  var given = GivenParameters()
  static let parameters: [Parameter<Self>] = [
    .arguments("FIELD", \.fields, help: "The field."),
    .option("steps", \.steps, "N", default: "all", help: "How far to watch."),
  ]
  func run(_ console: inout Console) throws -> ExitCode {
    console.message("watching a field of many runners, all of whom are known by their names")
    return .success
  }
}

extension Program {
  static let sample = Program(
    name: "sample", summary: "Races among runners, for the tests of this module.",
    version: "1.2.3", versionDetails: { ["kernels: baseline"] },
    commands: [Subcommand(Race.self), Subcommand(Compare.self), Subcommand(Watch.self)],
    topics: [
      Topic(
        "fields", summary: "What a field looks like.",
        text: """
          A field is a table of runners,
          one runner a line.

            anna,30
            bert,41

          That is all.
          """)
    ],
    readingCommand: "race",
    report: { error in
      guard let error = error as? NoSuchField else { return ("a bug", .internalError) }
      return ("\(error.name): no such field", .noInput)
    })
}

/// Runs the sample program and answers all that can be seen of it.
func sample(
  _ words: String..., width: Int = 80
) -> (code: ExitCode, output: String, notes: String) {
  let transcript = Transcript()
  var console = transcript.console(terminal: Terminal(width: width))
  let code = Program.sample.run(words, &console)
  return (code, transcript.output, transcript.notes)
}

/// Reads words into a race that must not ask for help.
func race(_ words: String...) throws -> Race {
  guard let race = try Race.parse(words) else { throw NoSuchField(name: "help was asked for") }
  return race
}
