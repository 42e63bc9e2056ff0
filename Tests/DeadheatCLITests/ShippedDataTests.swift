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

  /// The battles of the two weeks, and the boards that they make in whole points.
  @Test func theTwoWeeksAreMadeAsStated() throws {
    let folder = try TestFolder()
    let readme = try RepositoryFile.text("Data/README.md")
    var battles = "date,model_a,model_b,winner,count\n"
    for (date, truth, number, seed) in [
      ("2026-04-23", "before", "30000", "23"), ("2026-04-30", "after", "10000", "30"),
    ] {
      let path = "Data/two-weeks/ratings-\(truth).csv"
      let words = ["--battles", number, "--skew", "0.3", "--seed", seed]
      let stated = (["deadheat simulate --ratings", path] + words).joined(separator: " ")
      #expect(readme.contains(stated + " | deadheat count -"))
      let simulated = output(["simulate", "--ratings", RepositoryFile.path(path)] + words)
      let counts = output(["count", try folder.write("battles.csv", simulated)])
      battles += counts.split(separator: "\n").dropFirst().map { "\(date),\($0)\n" }.joined()
    }
    let shipped = try RepositoryFile.text("Data/two-weeks/battles.csv")
    #expect(battles.utf8.elementsEqual(shipped.utf8), "Data/two-weeks/battles.csv differs")

    var boards = "date,model,score,ci,votes\n"
    for date in ["2026-04-23", "2026-04-30"] {
      let csv = output([
        "rank", RepositoryFile.path("Data/two-weeks/battles.csv"), "--where", "date<=\(date)",
        "--ci", "sandwich", "--adjust", "holm", "--format", "csv",
      ])
      for row in try StrictCSV.records(csv).dropFirst() {
        guard !(date == "2026-04-30" && row[5] == "cherry") else { continue }
        let score = try #require(Double(row[6])).rounded(.toNearestOrEven)
        let margin = (1.959964 * (try #require(Double(row[9])))).rounded(.toNearestOrEven)
        boards += "\(date),\(row[5]),\(Int(score)),\(Int(margin)),\(row[11])\n"
      }
    }
    let shippedBoards = try RepositoryFile.text("Data/two-weeks/boards.csv")
    #expect(boards == shippedBoards)
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
