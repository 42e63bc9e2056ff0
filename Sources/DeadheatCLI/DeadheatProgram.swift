package import CommandLineKit
import KernelDispatch
import KernelTypes
import Reporting

extension Program {
  /// The `deadheat` program.
  package static let deadheat = Program(
    name: "deadheat",
    summary: "Elo ratings from battles, and which models are really apart.",
    version: ProgramVersion.text,
    versionDetails: {
      let names = KernelTable.available.map(\.name).joined(separator: ", ")
      return ["kernels: \(KernelChoice.auto.table.name) (this processor runs \(names))"]
    },
    commands: [
      Subcommand(RankCommand.self), Subcommand(TestCommand.self), Subcommand(PlanCommand.self),
      Subcommand(DiffCommand.self), Subcommand(AgreeCommand.self), Subcommand(DescribeCommand.self),
      Subcommand(CountCommand.self), Subcommand(SimulateCommand.self),
    ],
    topics: [
      Topic(
        "reading", summary: "How files are read: columns, labels and what is refused.",
        text: ReadingHelp.text),
      Topic(
        "statistics", summary: "What the words and columns of the results mean.",
        text: Term.glossary),
    ],
    readingCommand: RankCommand.name, report: message(for:))
}
