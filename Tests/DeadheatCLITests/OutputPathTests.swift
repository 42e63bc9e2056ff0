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
    ["simulate", "--ratings", "/no/such/file"],
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
        "agree", "count", "diff", "plan", "rank", "simulate", "test",
      ])
  }

  @Test func theTruthIsLookedAtToo() throws {
    let folder = try TestFolder()
    expectFailure(
      deadheat("simulate", "--truth", folder["no/truth"], "--output", folder["out"]), .cannotCreate,
      "no/truth")
    #expect(folder.names.isEmpty)
  }
}
