import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// `test` for scripts: the status says whether it was shown, and the report is there all the same.
@Suite struct RequireTests {
  private let folder: TestFolder
  private let battles: String
  private let board: String

  init() throws {
    folder = try TestFolder()
    battles = try folder.write("battles.csv", league)
    board = try folder.write("board.csv", publishedBoard)
  }

  @Test(arguments: [
    ("alder birch", "better", ExitCode.success), ("birch alder", "better", .negative),
    ("birch alder", "different", .success), ("alder cedar", "better", .success),
    ("birch cedar", "better", .negative), ("birch cedar", "different", .negative),
    ("alder birch cedar", "different", .negative),
  ])
  func ofBattles(names: String, requirement: String, code: ExitCode) {
    let words = ["test", battles] + names.split(separator: " ").map(String.init) + fast
    let run = deadheat(words + ["--require", requirement])
    #expect(run.code == code)
    #expect(run.output == deadheat(words).output && !run.output.isEmpty)
    #expect(deadheat(words).code == .success)
  }

  @Test(arguments: [
    ("alder birch", "different", ExitCode.negative), ("alder cedar", "better", .success),
    ("cedar alder", "better", .negative), ("cedar alder", "different", .success),
  ])
  func ofABoard(names: String, requirement: String, code: ExitCode) {
    let words = ["test", board] + names.split(separator: " ").map(String.init)
    #expect(deadheat(words + ["--adjust", "holm", "--require", requirement]).code == code)
  }

  /// 1503 ± 6 against 1502 ± 6: p = 0.817 (see the tests of EloInference), in words a dead heat.
  @Test func aDeadHeatInWords() throws {
    let run = deadheat("test", board, "alder", "birch")
    #expect(run.output.contains("alder (1503) and birch (1502) are in a dead heat"))
    #expect(run.output.contains("p = 0.82"))
    let csv = deadheat("test", board, "alder", "birch", "--format", "csv").output
    #expect(try StrictCSV.column("verdict", csv) == ["not_separated"])
    #expect(try StrictCSV.column("significant", csv) == ["false"])
  }

  @Test func neighboursAndAllPairs() throws {
    let words = ["test", battles, "--format", "csv"] + fast
    let neighbours = deadheat(words).output
    #expect(try StrictCSV.column("a", neighbours) == ["alder", "birch"])
    #expect(try StrictCSV.column("b", neighbours) == ["birch", "cedar"])
    let all = deadheat(words + ["--all-pairs"]).output
    #expect(try StrictCSV.column("b", all) == ["birch", "cedar", "cedar"])
    let adjusted = try StrictCSV.column("p_adjusted", all)
    #expect(try StrictCSV.column("p_adjusted", neighbours) == [adjusted[0], adjusted[2]])
    #expect(try StrictCSV.column("battles_between", all) == ["110", "80", "105"])
  }
}
