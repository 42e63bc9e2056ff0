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

  /// 1503 ± 6 against 1502 ± 6 are within 8.2 (see the tests of EloInference); a lead that is real is
  /// one however small, and may be shown to be small at once.
  @Test(arguments: [
    ("alder birch", "10", "equivalent", ExitCode.success),
    ("alder birch", "8", "equivalent", .negative), ("birch alder", "10", "equivalent", .success),
    ("alder birch", "10", "different", .negative), ("alder cedar", "10", "equivalent", .negative),
    ("alder cedar", "1000", "equivalent", .success),
    ("alder cedar", "1000", "different", .success), ("alder cedar", "1000", "better", .success),
    ("cedar alder", "1000", "better", .negative),
    ("alder birch cedar", "10", "equivalent", .negative),
  ])
  func equivalence(names: String, margin: String, requirement: String, code: ExitCode) {
    let words = ["test", board] + names.split(separator: " ").map(String.init)
    let asked = words + ["--adjust", "holm", "--equivalent", margin]
    #expect(deadheat(asked + ["--require", requirement]).code == code)
  }

  @Test func equivalenceInRecords() throws {
    let csv = deadheat("test", board, "alder", "birch", "--equivalent", "10", "--format", "csv")
    #expect(try StrictCSV.column("verdict", csv.output) == ["equivalent"])
    #expect(try StrictCSV.column("significant", csv.output) == ["false"])
    #expect(try StrictCSV.column("equivalent_within", csv.output) == ["10.0"])
    let p = try StrictCSV.column("equivalence_p", csv.output)
    #expect(p.first?.hasPrefix("0.0188153") == true)
    let json = deadheat("test", battles, "--equivalent", "60", "--format", "json")
    let document = try StrictJSON(json.output)
    #expect(document["equivalence"]?["within"]?.double == 60)
    #expect(document["equivalence"]?["adjust"]?.text == "holm")
  }

  @Test func whatIsNotShownIsTold() {
    let words = ["test", battles] + fast + ["birch", "alder", "cedar", "--require", "better"]
    let told = "--require better is not met: 'birch' is not shown to be better than 'alder'"
    let run = deadheat(words)
    #expect(run.notes.contains("deadheat: \(told), nor are "), "\(run.notes)")
    #expect(deadheat(words + ["--quiet"]).notes.isEmpty)
    #expect(deadheat(words + ["--quiet"]).code == .negative)
    let one = deadheat("test", board, "alder", "birch", "--require", "different")
    #expect(one.notes.hasSuffix("'alder' and 'birch' are not shown to be different\n"))
    let met = deadheat("test", board, "alder", "cedar", "--require", "different")
    #expect(met.code == .success && !met.notes.contains("--require"))
    let close = deadheat(
      "test", board, "alder", "cedar", "--require", "equivalent", "--equivalent", "2")
    #expect(close.notes.hasSuffix("'alder' and 'cedar' are not shown to be equivalent\n"))
  }

  @Test(arguments: ["0", "-3", "nan", "inf", "ten"])
  func aMarginIsANumberAboveZero(margin: String) {
    expectFailure(
      deadheat("test", board, "alder", "birch", "--equivalent", margin), .usage, "--equivalent")
  }

  @Test func requiringEquivalenceNeedsAMargin() {
    expectFailure(
      deadheat("test", board, "alder", "birch", "--require", "equivalent"), .usage,
      "--require equivalent needs a margin", "--equivalent 10")
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
