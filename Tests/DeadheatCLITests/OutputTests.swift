import CommandLineKit
import TestSupport
import Testing

#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

@testable import DeadheatCLI

@Suite struct OutputTests {
  private let folder: TestFolder
  private let path: String

  init() throws {
    folder = try TestFolder()
    path = try folder.write("battles.csv", league)
  }

  @Test(arguments: ["table", "csv", "json"])
  func aFileHoldsWhatStandardOutputWould(format: String) {
    for command in [["rank", path], ["test", path, "alder", "birch"]] {
      let words = command + ["--format", format] + fast
      let run = deadheat(words)
      let written = deadheat(words + ["--output", folder["out"]])
      #expect(written.code == .success && written.output.isEmpty && written.notes == run.notes)
      #expect(folder.read("out") == run.output && !run.output.isEmpty)
    }
    let counts = deadheat("count", path)
    _ = deadheat("count", path, "-o", folder["out"])
    #expect(folder.read("out") == counts.output)
  }

  /// A file may be replaced by its own counts.
  @Test func aFileIsReplacedByItsCounts() {
    let counts = deadheat("count", path).output
    #expect(deadheat("count", path, "-o", path).code == .success)
    #expect(folder.read("battles.csv") == counts)
  }

  @Test func outputThatCannotBeCreated() {
    for words in [["rank", path] + fast, ["count", path], ["simulate", "--battles", "5"]] {
      let run = deadheat(words + ["--quiet", "--output", "/nowhere/at/all.csv"])
      expectFailure(run, .cannotCreate, "cannot create /nowhere/at/all.csv")
    }
    expectFailure(
      deadheat("simulate", "--battles", "5", "--truth", "/nowhere/t.csv"), .cannotCreate,
      "/nowhere/t.csv")
  }

  #if os(Linux)
    @Test func aFullDevice() {
      for words in [["rank", path] + fast, ["count", path], ["simulate", "--battles", "5"]] {
        let run = deadheat(words + ["--quiet", "--output", "/dev/full"])
        expectFailure(run, .ioError, "cannot write to /dev/full", "No space left")
      }
    }
  #endif

  /// What standard output answers to a full disk and to a reader who has gone.
  @Test(arguments: [(ENOSPC, ExitCode.ioError), (EPIPE, .success)])
  func standardOutputFails(number: Int32, code: ExitCode) {
    for words in [["rank", path] + fast, ["test", path] + fast, ["count", path], ["simulate"]] {
      let transcript = Transcript()
      var console = Console(
        out: { (_) throws(OutputError) in
          throw OutputError(.write, "standard output", errno: number)
        }, note: transcript.console().note)
      #expect(Program.deadheat.run(words + ["--quiet"], &console) == code)
      #expect(transcript.notes.isEmpty == (code == .success), "\(transcript.notes)")
    }
  }

  /// An error leaves a file that was there as it was.
  @Test func nothingIsWrittenOnAnError() throws {
    try folder.write("out", "as it was")
    #expect(deadheat("rank", folder["no.csv"], "-o", folder["out"]).code == .noInput)
    #expect(folder.read("out") == "as it was")
  }

  @Test func colorsAndWidths() {
    let words = ["rank", path, "--quiet"] + fast
    let transcript = Transcript()
    var terminal = transcript.console(
      terminal: Terminal(isTerminal: true, width: 60, allowsColor: true))
    #expect(Program.deadheat.run(words, &terminal) == .success)
    #expect(transcript.output.contains("\u{1B}["))
    #expect(!deadheat(words).output.contains("\u{1B}["))
    #expect(deadheat(words + ["--color", "always"]).output.contains("\u{1B}["))
    let csv = deadheat(words + ["--color", "always", "--format", "csv"]).output
    #expect(!csv.contains("\u{1B}["))
  }

  @Test func verboseTellsTimesAndQuietNothing() {
    let verbose = deadheat(["rank", path, "--verbose"] + fast).notes
    for step in ["read", "fit", "compare", "write"] {
      #expect(verbose.contains("deadheat: \(step): "))
    }
    #expect(
      deadheat(["rank", path] + fast).notes.contains("warning: 1 of 4 model"))
    #expect(deadheat(["rank", path, "--quiet"] + fast).notes.isEmpty)
    #expect(deadheat(["test", path, "--quiet"] + fast).notes.isEmpty)
  }
}

/// Standard input is one for the whole process: these tests take turns.
@Suite(.serialized) struct StandardInputTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// Runs with a file as standard input, and with none afterwards.
  private func deadheat(_ words: [String], input: String) throws -> Run {
    let path = try folder.write("input", input)
    func replaceInput(_ path: String) {
      // SAFETY: the path is NUL-terminated for the call; the descriptor is closed once.
      let descriptor = unsafe open(path, O_RDONLY)
      _ = dup2(descriptor, 0)
      _ = close(descriptor)
    }
    replaceInput(path)
    defer { replaceInput("/dev/null") }
    return DeadheatCLITests.deadheat(words)
  }

  @Test func aDashReadsStandardInput() throws {
    let path = try folder.write("battles.csv", league)
    let words = ["--format", "csv"] + fast
    let file = DeadheatCLITests.deadheat(["rank", path] + words)
    #expect(try deadheat(["rank", "-"] + words, input: league) == file)
    let test = DeadheatCLITests.deadheat(["test", path, "alder", "birch"] + words)
    #expect(try deadheat(["test", "-", "alder", "birch"] + words, input: league) == test)
    #expect(
      try deadheat(["count", "-"], input: league) == DeadheatCLITests.deadheat("count", path))
  }

  @Test func messagesNameIt() throws {
    expectFailure(
      try deadheat(["rank", "-"], input: "model_a,model_b,winner\na,b,q\n"), .badData,
      "<stdin>:2: winner is")
    expectFailure(try deadheat(["rank", "-"], input: ""), .badData, "<stdin>: it is empty")
  }

  @Test func simulatedBattlesThroughAPipe() throws {
    let battles = DeadheatCLITests.deadheat("simulate", "--models", "5", "--battles", "1500").output
    let run = try deadheat(["rank", "-", "--format", "csv"] + fast, input: battles)
    #expect(run.code == .success)
    #expect(
      try StrictCSV.column("model", run.output).sorted() == [
        "alder", "aspen", "beech", "birch", "cedar",
      ])
  }
}
