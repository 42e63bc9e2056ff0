import CommandLineKit
import DeadheatCLI
import TestSupport
import Testing

/// The files of `Data/` are what the commands in `Data/README.md` make, to the byte.
@Suite struct ShippedDataTests {
  private func output(_ words: [String]) -> String {
    let transcript = Transcript()
    var console = transcript.console()
    #expect(Program.deadheat.run(words, &console) == .success)
    return transcript.output
  }

  @Test func simulatingGivesTheBattlesThatAreShipped() throws {
    let made = output([
      "simulate", "--models", "30", "--battles", "50000", "--columns",
      "judge,language,timestamp", "--seed", "4",
    ])
    let shipped = try RepositoryFile.text("Data/simulated-arena.csv")
    // Compared as bytes and not shown: a difference would print megabytes.
    #expect(made.utf8.elementsEqual(shipped.utf8), "Data/simulated-arena.csv is made otherwise")
  }

  @Test func countingGivesTheCountsThatAreShipped() throws {
    let made = output(["count", RepositoryFile.path("Data/simulated-arena.csv")])
    let shipped = try RepositoryFile.text("Data/simulated-arena-counts.csv")
    #expect(made.utf8.elementsEqual(shipped.utf8), "Data/simulated-arena-counts.csv differs")
  }

  @Test func theCommandsAreTheOnesThatAreStated() throws {
    let readme = try RepositoryFile.text("Data/README.md")
    #expect(
      readme.contains(
        "`deadheat simulate --models 30 --battles 50000 --columns judge,language,timestamp "
          + "--seed 4 --output Data/simulated-arena.csv`"))
    #expect(
      readme.contains(
        "`deadheat count Data/simulated-arena.csv --output Data/simulated-arena-counts.csv`"))
  }
}
