import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

@Suite struct PlanTests {
  private let folder: TestFolder
  private let battles: String
  private let board: String

  init() throws {
    folder = try TestFolder()
    battles = try folder.write("battles.csv", league)
    board = try folder.write("board.csv", publishedBoard)
  }

  private func column(_ key: String, _ words: String...) throws -> [String] {
    let run = deadheat(["plan"] + words + ["--format", "csv"])
    #expect(run.code == .success, "\(run.notes)")
    return try StrictCSV.column(key, run.output)
  }

  /// STATISTICS.md's numbers, by scipy; see the tests of EloInference.
  @Test func gapsWithoutData() throws {
    #expect(try column("battles_head_to_head", "--gap", "1") == ["947448"])
    #expect(
      try column("battles_head_to_head", "--gap", "1", "--tie-rate", "0.3") == ["663211"])
    #expect(try column("battles_head_to_head", "--gap", "10") == ["9472"])
    // 10 points of a scale of 200 are the odds of 20 on one of 400: 2,376.48 battles by scipy.
    #expect(try column("battles_head_to_head", "--gap", "10", "--scale", "200") == ["2377"])
    let run = deadheat("plan", "--gap", "1")
    #expect(run.output.contains("takes 947,448 battles between them") && run.notes.isEmpty)
  }

  @Test func ofBattles() throws {
    let words = [battles, "birch", "alder", "--adjust", "holm"]
    let run = deadheat(["plan"] + words)
    #expect(run.output.contains("To show which of alder"))
    #expect(run.output.contains("if all 3 pairs are judged together"))
    let csv = deadheat(["plan"] + words + ["--format", "csv"]).output
    #expect(try StrictCSV.column("a", csv) == ["birch"])
    #expect(try StrictCSV.column("battles_between", csv) == ["110"])
    let tested = deadheat(["test"] + words + fast.prefix(2) + ["--format", "csv"]).output
    // Both tell the gap that these data find with power 0.8, scaled in another order.
    let gap = try #require(Double(try StrictCSV.column("detectable_gap", csv)[0]))
    let same = try #require(Double(try StrictCSV.column("detectable_gap", tested)[0]))
    #expect(abs(gap / same - 1) < 1e-14)
    // 20 + 15 + 3 ties of 306 battles.
    let rate = try #require(Double(try StrictCSV.column("tie_rate", csv)[0]))
    #expect(abs(rate - 38.0 / 306) < 1e-15)
    let neighbours = deadheat(["plan", battles, "--format", "csv"] + fast).output
    #expect(try StrictCSV.column("a", neighbours) == ["alder", "birch"])
  }

  @Test func ofABoard() throws {
    let json = try StrictJSON(
      deadheat("plan", board, "--gap", "5", "--power", "0.9", "--format", "json").output)
    #expect(json["schema"]?.text == "deadheat/plan/2")
    #expect(
      json.keys == [
        "schema", "source", "test", "pairs", "allocation", "program_version", "warnings",
      ])
    #expect(json["allocation"] == .array([]))
    let pairs = json["pairs"]?.elements ?? []
    #expect(pairs.count == 2 && pairs.allSatisfy { $0["gap"]?.double == 5 })
    #expect(pairs.allSatisfy { $0["power"]?.double == 0.9 && $0["tie_rate"]?.double == 0 })
    #expect(pairs.allSatisfy { $0["battles_at_present_mix"] == .null })
    #expect(pairs.allSatisfy { ($0["times_present_data"]?.double ?? 0) > 1 })
  }

  /// What decides is the covariance, which needs no resampling; Wald's is another one.
  @Test func nothingIsResampled() {
    let words = ["plan", battles, "alder", "birch", "--format", "csv"]
    let plain = deadheat(words).output
    #expect(deadheat(words + ["--seed", "7"]).output != plain)
    expectFailure(deadheat(words + ["--resamples", "50"]), .usage, "--resamples shapes")
    expectFailure(deadheat(words + ["--ci", "bca"]), .usage, "--ci bca shapes")
    #expect(deadheat(words + ["--ci", "wald"]).output != plain)
    #expect(deadheat(words + ["--threads", "2", "--kernels", "baseline"]).output == plain)
  }

  @Test func questionsThatCannotBeAsked() {
    expectFailure(deadheat("plan"), .usage, "name a file, or a gap as in deadheat plan --gap 10")
    expectFailure(deadheat("plan", "--gap", "0"), .usage, "--gap")
    expectFailure(deadheat("plan", "--gap", "1", "--power", "1"), .usage, "--power")
    expectFailure(deadheat("plan", "--gap", "1", "--tie-rate", "1"), .usage, "--tie-rate")
    expectFailure(
      deadheat("plan", "--gap", "1", "--adjust", "holm"), .usage, "--adjust is about data")
    expectFailure(deadheat("plan", "--gap", "1", "--ties", "drop"), .usage, "--ties is about data")
    expectFailure(
      deadheat("plan", "--gap", "1", "--model", "alder"), .usage, "--model is about data")
    expectFailure(deadheat("plan", battles, "alder", "brch"), .badData, "did you mean 'birch'")
    expectFailure(deadheat("plan", board, "--ci", "wald"), .usage, "needs battles")
  }
}
