import CommandLineKit
import Testing

@testable import DeadheatCLI

/// Every option that counts something has a range, which its message names.
struct CountOptionTests {
  /// Words that each command takes.
  private static let arguments: [String: [String]] = [
    "rank": ["battles.csv"], "test": ["battles.csv"], "plan": ["battles.csv"],
    "diff": ["old.csv", "new.csv"], "agree": ["battles.csv", "other.csv"],
    "count": ["battles.csv"], "describe": ["battles.csv"], "simulate": [],
  ]

  /// The options of `command` whose value is a whole number: those that say so where it is none.
  private static func counts(_ command: Subcommand) -> [String] {
    // A path would be taken, and written.
    let options = command.outline.parameters.filter { $0.kind == .option && !$0.takesAnyBytes }
    return options.map(\.spelling).filter { option in
      let run = deadheat([command.name] + (arguments[command.name] ?? []) + [option, "none"])
      return run.code == .usage && run.notes.contains("expected a whole number\n")
    }
  }

  @Test(arguments: Program.deadheat.commands.map(\.name))
  func countsAreBounded(name: String) throws {
    let command = try #require(Program.deadheat.commands.first { $0.name == name })
    let words = [name] + (try #require(Self.arguments[name]))
    for option in Self.counts(command) {
      // --resamples of these needs another option.
      let needs = option == "--resamples" && name != "rank" && name != "diff" && name != "plan"
      let others = needs ? ["--adjust", "bootstrap-max-t"] : []
      for value in ["\(Int.max)", "\(Int.min)", "-1", "9000000000000"] {
        let run = deadheat(words + others + ["\(option)=\(value)"])
        expectFailure(run, .usage, "\(option) is \"\(value)\"; expected")
        if value != "-1", !value.hasPrefix("\(Int.min)") {
          #expect(run.notes.contains("expected from "), "\(run.notes)")
        }
      }
    }
  }

  /// Counts may be written as 1e4, and are told as they were typed.
  @Test func countsAreEchoedAsTyped() {
    for (name, words) in Self.arguments.sorted(by: { $0.key < $1.key }) {
      guard let command = Program.deadheat.commands.first(where: { $0.name == name }) else {
        continue
      }
      for option in Self.counts(command) where option != "--resamples" {
        expectFailure(
          deadheat([name] + words + ["\(option)=1e15"]), .usage,
          "\(option) is \"1e15\"; expected from")
      }
    }
    #expect(
      deadheat("rank", "/no/such/file", "--resamples", "1e4", "--top", "2e1").code == .noInput)
  }

  /// So that the test above looks at something.
  @Test func theOptionsAreFound() throws {
    let rank = try #require(Program.deadheat.commands.first { $0.name == "rank" })
    #expect(
      Set(Self.counts(rank)) == [
        "--resamples", "--provisional", "--min-battles", "--threads", "--top", "--best",
        "--strong-weight",
      ])
    for name in ["count", "describe"] {
      let command = try #require(Program.deadheat.commands.first { $0.name == name })
      #expect(Set(Self.counts(command)) == ["--threads", "--strong-weight"])
    }
  }

  @Test func theBoundsThemselvesAreTaken() {
    for words in [
      ["--top", "1000000"], ["--best", "1000000"], ["--min-battles", "1000000000000"],
      ["--provisional", "1000000000000"], ["--threads", "1024"], ["--resamples", "1000000"],
    ] {
      // Words first, world second: what is wrong then is that there is no such file.
      #expect(deadheat(["rank", "/no/such/file"] + words).code == .noInput)
    }
    expectFailure(
      deadheat("rank", "/no/such/file", "--resamples", "1000001"), .usage,
      "--resamples is \"1000001\"; expected from 40 to 1000000")
  }
}
