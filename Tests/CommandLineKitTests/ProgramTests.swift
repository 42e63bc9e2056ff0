import TestSupport
import Testing

@testable import CommandLineKit

@Suite struct ProgramTests {
  @Test func aCommandRuns() {
    let run = sample("race", "f", "anna")
    #expect(run == (.success, "f: [\"anna\"]\n", ""))
  }

  @Test func aCommandsStatusIsTheProgramsStatus() {
    #expect(sample("race", "negative.csv") == (.negative, "", ""))
  }

  @Test func noWordsPrintTheOverviewAsANote() {
    let run = sample()
    #expect(run.code == .usage)
    #expect(run.output.isEmpty)
    #expect(run.notes == sample("-h").output)
  }

  /// What exit statuses mean is told in full.
  @Test func theShortOverviewIsTheBeginningOfTheLongOne() {
    let (short, long) = (sample("-h").output, sample("--help").output)
    #expect(long.hasPrefix(short) && long.contains("\nExit status:\n  0      Done.\n"))
    #expect(!short.contains("Exit status"))
  }

  @Test(arguments: ["--help", "help"])
  func overviewIsData(word: String) {
    let run = sample(word)
    #expect(run.code == .success)
    #expect(run.notes.isEmpty)
    #expect(run.output == Program.sample.overview(width: 80))
  }

  @Test func helpOfACommandIsOnePageHoweverItIsAsked() {
    let page = sample("help", "race")
    #expect(page.code == .success)
    #expect(page.output.hasPrefix("Let the runners"))
    #expect(sample("race", "--help") == page)
    #expect(sample("race", "-h") != page)
    // A command that tells of no option in short has one page.
    #expect(sample("compare", "-h") == sample("compare", "--help"))
    #expect(sample("race", "--where", "-h").output == sample("race", "-h").output)
    #expect(sample("help", "help").output == sample("help", "--help").output)
  }

  @Test func topicsAreReflowed() {
    #expect(
      sample("help", "fields").output == """
        A field is a table of runners, one runner a line.

          anna,30
          bert,41

        That is all.

        """)
  }

  @Test func versions() {
    #expect(sample("--version") == (.success, "sample 1.2.3\n", ""))
    let verbose = "sample 1.2.3\nkernels: baseline\n"
    #expect(sample("--version", "--verbose") == (.success, verbose, ""))
    #expect(sample("--verbose", "--version") == (.success, verbose, ""))
    #expect(sample("--version", "x").code == .usage)
  }

  @Test func usageErrorsPointToTheRightPage() {
    #expect(
      sample("race", "f", "--seed") == (
        .usage, "", "sample: --seed needs a value: --seed INTEGER\nsee 'sample race --help'\n"
      ))
    #expect(
      sample("raec") == (
        .usage, "", "sample: unknown command 'raec'; did you mean 'race'?\nsee 'sample --help'\n"
      ))
    #expect(
      sample("--versoin").notes
        == "sample: unknown option '--versoin'; did you mean '--version'?\nsee 'sample --help'\n")
    #expect(
      sample("help", "feilds").notes
        == "sample: unknown command 'feilds'; did you mean 'fields'?\nsee 'sample help --help'\n")
    #expect(sample("raec", "--help").code == .usage)
  }

  /// A file where a command should stand asks for the command that reads files.
  @Test func aFileIsOfferedToACommand() throws {
    let folder = try TestFolder()
    let file = try folder.write("f 1.csv", "")
    let error = UsageError.missingCommand(file: "f.csv", command: "sample race f.csv")
    #expect(error.description == "'f.csv' is no command; did you mean: sample race f.csv")
    let run = sample(file, "--seed", "3")
    #expect(run.code == .usage && run.notes.contains("did you mean: sample race '"))
    #expect(run.notes.contains("f 1.csv' --seed 3\nsee 'sample --help'"))
    #expect(sample("-").notes.contains("did you mean: sample race -\n"))
    #expect(sample(folder["no.csv"]).notes.contains("unknown command"))
    #expect(sample(folder[""]).notes.contains("unknown command"))
  }

  /// On a terminal; a program that reads the notes gets each in one line.
  @Test(arguments: [true, false]) func messagesAreWrapped(isTerminal: Bool) {
    let transcript = Transcript()
    var console = transcript.console(
      terminal: Terminal(isErrorTerminal: isTerminal, width: 40))
    #expect(Program.sample.run(["watch", "f"], &console) == .success)
    #expect(
      transcript.notes
        == (isTerminal
          ? "watching a field of many runners, all of\n  whom are known by their names\n"
          : "watching a field of many runners, all of whom are known by their names\n"))
  }

  @Test func errorsOfTheCommandAreReported() {
    #expect(
      sample("race", "missing.csv") == (.noInput, "", "sample: missing.csv: no such field\n"))
  }

  @Test func failingOutputIsReportedWithItsStatus() {
    let transcript = Transcript()
    var full = Console(
      out: { (_) throws(OutputError) in throw OutputError(.write, "standard output", errno: 28) },
      note: transcript.console().note)
    #expect(Program.sample.run(["race", "f"], &full) == .ioError)
    #expect(
      transcript.notes == "sample: cannot write to standard output: No space left on device "
        + "(free some space, or write to another disk)\n")
  }

  @Test func failingFlushIsReportedToo() {
    let transcript = Transcript()
    let error = OutputError(.write, "standard output", errno: 28)
    var full = Console(
      out: { (_) throws(OutputError) in }, note: transcript.console().note,
      flush: { () throws(OutputError) in throw error })
    #expect(Program.sample.run(["race", "f"], &full) == .ioError)
    #expect(transcript.notes == "sample: \(error)\n")
    // The command's own error is the one to report.
    #expect(Program.sample.run(["race", "missing.csv"], &full) == .noInput)
  }

  @Test func aFolderThatIsMissingEndsWith73() {
    let run = sample("race", "f", "-o", "/nowhere/at/all.csv")
    #expect(
      run == (
        .cannotCreate, "",
        "sample: cannot create /nowhere/at/all.csv: No such file or directory "
          + "(make the folder first, or check the path)\n"
      ))
  }

  @Test func theTablesHaveNoProblems() { #expect(Program.sample.problems.isEmpty) }

  @Test func problemsAreFound() {
    struct Bad: Command {
      static let name = "help"
      static let summary = ""
      var words: [String] = []
      var word = ""
      var given = GivenParameters()
      static let parameters: [Parameter<Self>] = [
        .arguments("A", \.words, isRequired: false, help: "a"),
        .argument("B", \.word, help: "b"),
        .option("same", short: "h", \.word, "", help: ""),
        .options("same", \.words, "W", help: "w"),
        .option("--dashed", \.word, "W", help: "w"),
      ]
      func run(_ console: inout Console) throws -> ExitCode { .success }
    }
    let program = Program(
      name: "bad", summary: "", version: "", commands: [Subcommand(Bad.self)],
      report: { _ in ("", .internalError) })
    #expect(
      program.problems.filter { !$0.hasPrefix("help: SUBJECT") }.prefix(8) == [
        "the name help is taken twice", "help: --same has no help",
        "help: --same has no name for its value", "help: -h is declared twice",
        "help: --same is declared twice", "help: '--dashed' cannot be typed as an option",
        "help: B never gets a word behind A...", "help: B is required behind optional A",
      ])
  }
}
