import CommandLineKit

/// `deadheat-bench data`: the battle logs that the suites read, for other programs to read too.
struct DataCommand: Command {
  static let name = "data"
  static let summary = "Write a battle log as the ingest suite reads it."
  static let examples = [
    Example("deadheat-bench data --size large --output large.csv", "Ten million battles as CSV"),
    Example(
      "deadheat-bench data --battles 140000 --models 53 --form jsonl --output battles.jsonl",
      "A log of your own size as JSON Lines"),
  ]

  var size = Size.medium
  var battles: Int?
  var models: Int?
  var form = LogForm.csv
  var seed = Setting.seed
  var output: String?
  var given = GivenParameters()

  static let parameters: [Parameter<DataCommand>] = [
    .option("size", \.size, "SIZE", help: "The battles and models of the suites of this size."),
    .option("battles", \.battles, "N", default: "by size", help: "How many battles."),
    .option("models", \.models, "K", default: "by size", help: "How many models."),
    .option("form", \.form, "FORM", help: "The form of the file."),
    .option("seed", \.seed, "N", help: "The seed of all that is drawn."),
    .option(
      "output", short: "o", \.output, "FILE", default: "standard output", completion: .file,
      help: "Write to FILE, which is replaced only when all is written."),
  ]

  func validate() throws(UsageError) {
    if let battles, !(1...1_000_000_000_000).contains(battles) {
      throw .invalidValue("\(battles)", option: "--battles", expected: "from 1 to a trillion")
    }
    if let models, !(2...1_000_000).contains(models) {
      throw .invalidValue("\(models)", option: "--models", expected: "from 2 to a million")
    }
  }

  func run(_ console: inout Console) throws -> ExitCode {
    let arena = Arena(
      models: models ?? size.workload.models, battles: battles ?? size.workload.rows, seed: seed)
    try BattleLog(arena, form).write(to: output ?? "-", threads: Processors.count)
    return .success
  }
}
