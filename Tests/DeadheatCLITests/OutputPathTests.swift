import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// A path that cannot be written is found before anything is read.
struct OutputPathTests {
  @Test(arguments: [
    ["rank", "/no/such/file"], ["test", "/no/such/file", "a", "b"], ["plan", "/no/such/file"],
    ["plan", "--gap", "10"], ["diff", "/no/such/file", "/no/such/file"],
    ["agree", "/no/such/file", "/no/such/other"], ["count", "/no/such/file"],
    ["describe", "/no/such/file"], ["simulate", "--ratings", "/no/such/file"],
  ])
  func theOutputIsLookedAtFirst(words: [String]) throws {
    let folder = try TestFolder()
    expectFailure(
      deadheat(words + ["--output", folder["no/out"]]), .cannotCreate,
      "cannot create \(folder["no/out"])")
    // An output that can be written stays as it was where the work fails.
    let old = try folder.write("old", "old\n")
    if words.contains(where: { $0.hasPrefix("/no/") }) {
      expectFailure(deadheat(words + ["--output", old]), .noInput, "/no/such/")
      #expect(folder.read("old") == "old\n" && folder.names == "old ")
    }
  }

  @Test func everyCommandIsAmongThem() {
    #expect(
      Program.deadheat.commands.map(\.name).sorted() == [
        "agree", "count", "describe", "diff", "plan", "rank", "simulate", "test",
      ])
  }

  @Test(arguments: ["itself", "a link", "another spelling"])
  func whatIsReadIsNotReplaced(_ name: String) throws {
    let folder = try TestFolder()
    let text = "model_a,model_b,winner\na,b,model_a\n"
    let file = try folder.write("m.csv", text)
    var output = file
    switch name {
    case "a link":
      output = folder["link"]
      folder.run("ln -s m.csv link")
    case "another spelling": output = folder["./m.csv"]
    default: break
    }
    let commands = [
      ["rank", file], ["test", file], ["plan", file], ["describe", file],
      ["diff", folder["x"], file],
      ["agree", file, folder["x"]], ["agree", folder["x"], file],
      ["agree", folder["x"], folder["x"], "--match", file], ["simulate", "--ratings", file],
    ]
    for words in commands {
      expectFailure(
        deadheat(words + ["--output", output]), .usage, "--output \(output) would replace \(file)")
    }
    expectFailure(
      deadheat("simulate", "--ratings", file, "--truth", output), .usage, "--truth \(output) would")
    #expect(folder.read("m.csv") == text)
  }

  @Test func theTruthHasAFileOfItsOwn() throws {
    let folder = try TestFolder()
    let out = folder["out"]
    expectFailure(deadheat("simulate", "--truth", out, "--output", out), .usage, "name two")
    #expect(folder.names.isEmpty)
  }

  @Test func theTruthIsLookedAtToo() throws {
    let folder = try TestFolder()
    expectFailure(
      deadheat("simulate", "--truth", folder["no/truth"], "--output", folder["out"]), .cannotCreate,
      "no/truth")
    #expect(folder.names.isEmpty)
  }
}
