import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// Options of which one would silently win over the other.
@Suite struct ConflictTests {
  private let folder: TestFolder
  private let path: String

  init() throws {
    folder = try TestFolder()
    path = try folder.write("battles.csv", league)
  }

  /// Every option of every command that is not declared repeatable.
  @Test func optionsWithOneValueAreGivenOnce() {
    for command in Program.deadheat.commands {
      let options = command.outline.parameters.filter { $0.kind == .option }
      #expect(!options.isEmpty)
      for option in options where !option.isRepeatable {
        // A value that each option reads.
        let value =
          switch option.long {
          case "anchor": "a=1"
          case "level", "board-level", "power": "0.9"
          case "tie-rate": "0.1"
          case "base", "models": "10"
          case "columns": command.name == "simulate" ? "judge" : "a=x"
          default: option.choices.first ?? "1"
          }
        expectFailure(
          deadheat(command.name, "f", "--\(option.long)=\(value)", "--\(option.long)", value),
          .usage,
          "--\(option.long) was given twice")
      }
    }
    expectFailure(
      deadheat("rank", path, "--anchor", "alder=1", "--anchor=birch=1"), .usage,
      "--anchor was given twice")
    expectFailure(
      deadheat("rank", path, "--cluster", "kind", "--cluster", "judge"), .usage,
      "--cluster was given twice", "see 'deadheat rank --help'")
    let repeated = deadheat(
      ["rank", path, "--exclude", "elm", "--exclude", "cedar", "-q", "-q"] + fast)
    #expect(repeated.code == .success)
  }

  @Test(arguments: [
    (["--anchor", "alder=1000", "--origin", "5"], "--anchor fixes the level"),
    (["--anchor", "alder=1000", "--center", "battles"], "--anchor and --center"),
    (["--ties", "drop", "--both-bad", "tie"], "--both-bad tie has no effect"),
    (["--ci", "wald", "--resamples", "300"], "--resamples has no effect: --ci wald takes none"),
    (["--cluster", "kind", "--resamples", "300"], "--resamples has no effect: with --cluster"),
    (["--intervals", "simultaneous", "--resamples", "300"], "--resamples has no effect"),
  ])
  func onlyOneCanCount(words: [String], message: String) {
    expectFailure(deadheat(["rank", path] + words), .usage, message)
  }

  @Test func whatWorksTogetherIsTaken() {
    for words in [
      ["--ties", "drop", "--both-bad", "drop"], ["--anchor", "alder=1000"], ["--origin", "5"],
      ["--resamples", "50", "--level", "0.9", "--adjust", "bootstrap-max-t"],
    ] {
      let run = deadheat(
        ["rank", path, "--ci", "sandwich", "--adjust", "holm"].dropLast(
          words.contains("--adjust") ? 2 : 0) + words)
      #expect(run.code == .success, "\(words): \(run.notes)")
    }
  }

  @Test func oneStreamIsOneSnapshot() {
    expectFailure(deadheat("diff", "-", "-"), .usage, "'-' is standard input", "name a file")
  }

  /// A board takes neither --min-battles nor --provisional, and is not advised to.
  @Test func aBoardBeyondTheLimitIsOfferedWhatBoardsTake() throws {
    let rows = (0...4000).map { "m\($0),\(1000 + $0 % 300),5\n" }
    let board = try folder.write("board.csv", "model,rating,ci\n" + rows.joined())
    let run = deadheat("rank", board)
    expectFailure(run, .badData, "4001 models are more than the 4000", "--where", "--exclude")
    #expect(!run.notes.contains("--min-battles"))
    let named = deadheat(["test", board, "m1", "m2"])
    #expect(named.code == .success, "\(named.notes)")
  }

  /// Where nothing is ranked the intervals are the model's own, and the options that shape others say so.
  @Test func intervalsOfNothingRanked() throws {
    let few = try folder.write(
      "few.csv", "model_a,model_b,winner,count\na,b,a,4\nb,c,a,4\nc,a,a,4\na,b,tie,5\n")
    let plain = deadheat("rank", few, "--format", "markdown")
    #expect(plain.code == .success && !plain.notes.contains("no effect"))
    #expect(plain.output.contains("standard errors, since no model is ranked"))
    #expect(!plain.output.contains("sandwich") && !plain.output.contains("bootstrap"))
    for words in [
      ["--ci", "wald"], ["--ci", "bca"], ["--resamples", "500"], ["--ci", "profile"],
    ] {
      let run = deadheat(["rank", few, "--format", "markdown"] + words)
      #expect(
        run.notes.contains("\(words[0]) has no effect: no model is ranked"), "\(run.notes)")
      #expect(run.output == plain.output)
    }
    expectFailure(
      deadheat("rank", try folder.write("board.csv", publishedBoard), "--ci", "wald"), .usage,
      "--ci needs battles")
  }

  /// Warnings of both snapshots, or of both files, are told once.
  @Test func aWarningIsToldOnce() throws {
    let boards = try folder.write("boards.csv", publishedBoard)
    let run = deadheat("diff", boards, boards, "--adjust", "holm")
    #expect(run.code == .success)
    let lines = run.notes.split(separator: "\n")
    #expect(!lines.isEmpty && Set(lines).count == lines.count)
    let files = deadheat(["rank", path, path, path, path] + fast)
    let notes = files.notes.split(separator: "\n")
    #expect(notes.count { $0.contains("more than once") } == 1)
  }
}
