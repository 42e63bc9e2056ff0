import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

@Suite struct BadBoardTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func rank(_ text: String, _ words: String...) throws -> Run {
    deadheat(["rank", try folder.write("board.csv", text), "--adjust", "holm"] + words)
  }

  @Test func aModelTwice() throws {
    expectFailure(
      try rank("model,rating,ci,category\na,1,2,coding\na,3,2,overall\n"), .badData,
      "board.csv:3: \"a\" was there before, on ", "board.csv:2", "column 'category' differs",
      "--where category=overall")
    let chosen = try rank(
      "model,rating,ci,category\na,1,2,coding\na,3,2,overall\nb,4,1,overall\n", "--where",
      "category=overall")
    #expect(chosen.code == .success)
    expectFailure(
      try rank("model,rating,ci\na,1,2\na,1,2\n"), .badData, "no other column tells", "leave one")
  }

  @Test func noUncertainty() throws {
    expectFailure(
      try rank("model,rating,votes\na,1500,7\n"), .badData, "board.csv:1: ", "no uncertainty",
      "it has: model, rating, votes", "--columns lower=COLUMN,upper=COLUMN")
  }

  @Test func intervalsThatAreNone() throws {
    expectFailure(
      try rank("model,rating,lower,upper\na,1500,1500,1500\n"), .badData, "board.csv:2: ",
      "no width")
    expectFailure(
      try rank("model,rating,lower,upper\na,1500,1510,1490\n"), .badData, "board.csv:2: ", "below")
    expectFailure(
      try rank("model,rating,lower,upper\na,1500,1510,1520\n"), .badData, "board.csv:2: ", "outside"
    )
    expectFailure(
      try rank("model,rating,ci\na,1500,-6\n"), .badData, "board.csv:2: ci is \"-6\"", "±7")
    expectFailure(
      try rank("model,rating,ci_minus,ci_plus\na,1500,6,-6\n"), .badData,
      "board.csv:2: ci_plus is \"-6\"")
    expectFailure(
      try rank("model,rating,standard_error\na,1500,0\n"), .badData, "board.csv:2: ", "no width")
    expectFailure(
      try rank("model,rating,ci\na,NaN,6\n"), .badData, "no row has a score",
      "--columns rating=COLUMN")
  }

  /// Options for battles are refused, all named at once.
  @Test(arguments: [
    ["--ties", "drop"], ["--both-bad", "drop"], ["--prior", "1"], ["--component", "largest"],
    ["--provisional", "5"], ["--min-battles", "5"], ["--center", "battles"],
    ["--anchor", "alder=1000"], ["--ci", "wald"], ["--resamples", "100"],
    ["--adjust", "bootstrap-max-t"], ["--origin", "1500"], ["--label", "x=a"],
  ])
  func battleOptions(words: [String]) throws {
    let path = try folder.write("board.csv", publishedBoard)
    expectFailure(
      deadheat(["rank", path] + words), .usage, words[0], "needs battles", "published board")
    #expect(deadheat(["test", path] + words).code == .usage)
  }

  /// Battles have no level of their own.
  @Test func boardOptions() throws {
    let path = try folder.write("battles.csv", league)
    let board = try folder.write("board.csv", publishedBoard)
    for words in [["rank", path, "--ci", "sandwich"], ["test", path], ["agree", path, board]] {
      expectFailure(
        deadheat(words + ["--board-level", "0.95", "--adjust", "holm"]), .usage,
        "--board-level is about the intervals of a published board", "these are battles")
    }
    expectFailure(deadheat("count", path, "--board-level", "0.9"), .usage, "--board-level")
  }

  @Test func severalBattleOptions() throws {
    expectFailure(
      try rank(publishedBoard, "--ties", "drop", "--ci", "wald"), .usage, "leave out --ties, --ci")
  }

  @Test func countingABoard() throws {
    expectFailure(
      deadheat("count", try folder.write("board.csv", publishedBoard)), .usage,
      "count takes battles")
  }

  @Test func everyModelExcluded() throws {
    expectFailure(
      try rank("model,rating,ci\na,1500,6\n", "--exclude", "a"), .badData, "1 by --exclude")
  }

  @Test func theBoardsOwnLevel() throws {
    // Half-width 6 at 95% is an error of 6/1.959964 = 3.06128, at 90% of 6/1.644854 = 3.64774.
    for (level, error) in [("0.95", 3.06128), ("0.9", 3.64774)] {
      let run = try rank(publishedBoard, "--board-level", level, "--format", "csv")
      let errors = try StrictCSV.column("standard_error", run.output).compactMap { Double($0) }
      #expect(errors.count == 3 && errors.allSatisfy { abs($0 - error) < 5e-6 })
    }
  }
}
