import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// Where results go decides how they look, unless options say it.
@Suite struct FormOptionTests {
  private let folder: TestFolder
  private let path: String

  init() throws {
    folder = try TestFolder()
    path = try folder.write("battles.csv", league)
  }

  /// Every command that writes tables, with words that it takes.
  private var commands: [[String]] {
    [
      ["rank", path], ["test", path, "--all-pairs"], ["plan", path], ["diff", path, path],
      ["agree", path, path, "--value", "count", "--other-model", "model_a"], ["describe", path],
    ]
  }

  @Test(arguments: [
    ("o.json", "json"), ("o.jsonl", "jsonl"), ("o.md", "markdown"), ("o.CSV", "csv"),
    ("o.tsv", "tsv"), ("o.tex", "latex"), ("o.txt", "table"), ("o.board", "table"), ("o", "table"),
  ])
  func theEndingPicksTheForm(name: String, form: String) {
    for words in [["rank", path] + fast, ["describe", path]] {
      let run = deadheat(words + ["--format", form])
      #expect(deadheat(words + ["-o", folder[name]]).code == .success)
      #expect(folder.read(name) == run.output && !run.output.isEmpty)
    }
  }

  @Test func anOptionGoesFirst() {
    let words = ["rank", path, "-o", folder["o.json"]] + fast
    #expect(deadheat(words + ["--format", "md"]).code == .success)
    #expect(folder.read("o.json") == deadheat(["rank", path, "-f", "markdown"] + fast).output)
  }

  @Test func recordsHaveTheirForms() throws {
    let csv = deadheat("count", path).output
    for words in [["count", path], ["simulate", "--models", "3", "--battles", "9"]] {
      let run = deadheat(words)
      let tabs = run.output.split(separator: ",", omittingEmptySubsequences: false)
        .joined(separator: "\t")
      #expect(deadheat(words + ["--format", "tsv"]).output == tabs)
      #expect(deadheat(words + ["-o", folder["o.tsv"]]).code == .success)
      #expect(folder.read("o.tsv") == tabs)
      #expect(deadheat(words + ["-o", folder["o.dat"]]).code == .success)
      #expect(folder.read("o.dat") == run.output)
      #expect(deadheat(words + ["-o", folder["o.json"], "-f", "csv"]).code == .success)
      expectFailure(
        deadheat(words + ["-o", folder["x.json"]]), .usage, "\(words[0]) writes CSV or TSV",
        "name a file that ends in .csv or .tsv, or add --format csv")
    }
    // What was written is read back, with tabs too.
    _ = deadheat("count", path, "-o", folder["counts.tsv"])
    #expect(deadheat("count", folder["counts.tsv"]).output == csv)
  }

  @Test func theTruthHasAFormToo() throws {
    let words = ["simulate", "--models", "3", "--battles", "9", "-o", folder["b.csv"], "--truth"]
    #expect(deadheat(words + [folder["t.tsv"]]).code == .success)
    #expect(folder.read("t.tsv").hasPrefix("model\trating\n"))
    expectFailure(deadheat(words + [folder["t.json"]]), .usage, "--truth", "asks for json")
  }

  /// A pipe and a file have names whole; a terminal, and whoever names a width, has them cut.
  @Test func namesAreCutOnTerminalsAlone() throws {
    let name = String(repeating: "long-name-", count: 12)
    let board = try folder.write(
      "board.csv", "model,rating,ci\n\(name),1100,5\n\(name)x,1050,4\nb,1040,5\nc,1030,5\nd,900,3\n"
    )
    for command in ["rank", "test"] {
      let words = [command, board, "--quiet"] + (command == "rank" ? ["--adjust", "holm"] : [])
      let run = deadheat(words)
      #expect(run.output.contains(name) && !run.output.contains("…"))
      _ = deadheat(words + ["-o", folder["o"]])
      #expect(folder.read("o") == run.output)
      let transcript = Transcript()
      var terminal = transcript.console(terminal: Terminal(isTerminal: true, width: 80))
      #expect(Program.deadheat.run(words, &terminal) == .success)
      #expect(!transcript.output.contains(name) && transcript.output.contains("…"))
      for line in deadheat(words + ["--width", "60"]).output.split(separator: "\n") {
        #expect(line.count <= 60, "\(line)")
      }
      let unlimited = deadheat(words + ["--width", "none"]).output
      #expect(deadheat(words + ["--width", "0"]).output == unlimited)
      #expect(unlimited.split(separator: "\n").contains { $0.count > 150 })
    }
  }

  @Test func notesAreUpToTheReader() {
    for words in commands {
      let words = words + ["--quiet"]
      let full = deadheat(words).output
      #expect(deadheat(words + ["--notes", "full"]).output == full, "\(words)")
      let short = deadheat(words + ["--notes", "short"]).output
      let none = deadheat(words + ["--notes", "none"]).output
      #expect(full.contains("Read: ") == short.contains("Read: "), "\(words)")
      #expect(!none.contains("Read: ") && none.utf8.count <= short.utf8.count, "\(words)")
      #expect(!short.contains("Bradley–Terry on"), "\(words)")
    }
  }

  /// On a screen that the table does not fit on, and where nobody scrolls not.
  @Test func theHeadlineIsSeenLast() {
    let words = ["rank", path, "--quiet"] + fast
    func output(_ terminal: Terminal) -> String {
      let transcript = Transcript()
      var console = transcript.console(terminal: terminal)
      #expect(Program.deadheat.run(words, &console) == .success)
      return transcript.output
    }
    let plain = deadheat(words).output
    let headline = "\n\n" + (plain.split(separator: "\n\n").first ?? "-") + "\n"
    #expect(output(Terminal(isTerminal: true, height: 12)).hasSuffix(headline))
    #expect(!output(Terminal(isTerminal: true, height: 60)).hasSuffix(headline))
    #expect(!output(Terminal(isTerminal: false, height: 12)).hasSuffix(headline))
  }

  @Test func warningsAreWrappedOnATerminal() {
    let transcript = Transcript()
    var console = transcript.console(terminal: Terminal(isErrorTerminal: true, width: 50))
    #expect(Program.deadheat.run(["rank", path] + fast, &console) == .success)
    let lines = transcript.notes.split(separator: "\n")
    #expect(lines.count > 1 && lines.allSatisfy { $0.count <= 50 })
    #expect(lines.dropFirst().allSatisfy { $0.hasPrefix("  ") || $0.hasPrefix("deadheat: ") })
    #expect(deadheat(["rank", path] + fast).notes.split(separator: "\n").count == 1)
  }

  /// The page of -h is one that a screen holds, the usual one of 24 lines with a prompt.
  @Test func shortPagesFitAScreen() {
    for words in [["-h"]] + Program.deadheat.commands.map({ [$0.name, "-h"] }) {
      let page = deadheat(words).output
      let lines = page.split(separator: "\n", omittingEmptySubsequences: false).dropLast()
      #expect(lines.count <= 24 && lines.count > 10, "\(words)")
      #expect(lines.allSatisfy { $0.count <= 80 }, "\(words)")
      #expect(
        page.contains("--help")
          && deadheat(words[0] == "-h" ? ["--help"] : [words[0], "--help"]).output != page)
    }
    for words in [["--help"], ["rank", "--help"]] {
      #expect(deadheat(words).output.contains("\nExit status:\n  0      Done."))
    }
  }
}
