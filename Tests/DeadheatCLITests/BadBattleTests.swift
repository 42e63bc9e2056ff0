import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// Battles that are read and make no ratings.
@Suite struct BadBattleTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func rank(_ rows: String, _ words: String...) throws -> Run {
    let path = try folder.write("battles.csv", "model_a,model_b,winner,count\n" + rows)
    return deadheat(["rank", path] + words + fast)
  }

  @Test func oneModel() throws {
    expectFailure(
      try rank("a,a,tie,3\n"), .badData, "nothing is left to rate", "3 of a model against itself")
  }

  @Test func nothingLeftAfterTheFilters() throws {
    expectFailure(
      try rank("a,b,a,3\n", "--where", "count>5"), .badData, "no row has count > 5",
      "values there: \"3\"")
    expectFailure(
      try rank("a,b,a,3\na,b,tie,2\n", "--ties", "drop", "--exclude", "a"), .badData,
      "nothing is left", "5 by --exclude")
    expectFailure(
      try rank("a,b,tie,3\na,b,both_bad,2\n", "--ties", "drop", "--both-bad", "drop"), .badData,
      "2 by --both-bad drop, 3 ties by --ties drop")
    expectFailure(
      try rank("a,b,a,3\n", "--min-battles", "4"), .badData, "3 by --min-battles")
    expectFailure(
      try rank("a,b,a,3\n", "--component", "largest"), .badData,
      "3 outside the group that --component keeps", "--prior 1")
  }

  @Test func allTies() throws {
    expectFailure(try rank("a,b,tie,3\nb,c,both_bad,4\n"), .badData, "all 7 battles are ties")
  }

  @Test func aModelThatNeverWon() throws {
    expectFailure(
      try rank("a,b,a,3\na,b,b,3\na,c,a,2\n"), .badData, "no finite ratings: c never won",
      "--component largest keeps a and b (6 battles)", "--exclude c", "--prior 1")
  }

  @Test func aModelThatNeverLost() throws {
    expectFailure(
      try rank("a,b,a,3\na,b,b,3\na,c,b,2\n"), .badData, "no finite ratings: c never lost")
  }

  @Test func twoComponents() throws {
    expectFailure(
      try rank("a,b,a,3\na,b,b,3\nc,d,a,2\nc,d,b,1\n"), .badData,
      "2 groups that never met: {a, b} (6 battles), {c, d} (3 battles)", "--component largest")
  }

  @Test func oneWayComponents() throws {
    expectFailure(
      try rank("a,b,a,3\na,b,b,3\nc,d,a,2\nc,d,b,1\na,c,a,9\n"), .badData,
      "one side won everything: {a, b} (6 battles), {c, d} (3 battles)")
  }

  /// Each of the ways out that the message names leads out.
  @Test func theWaysOut() throws {
    let rows = "a,b,a,30\na,b,b,30\na,c,a,20\n"
    for words in [["--component", "largest"], ["--exclude", "c"], ["--prior", "1"]] {
      let path = try folder.write("battles.csv", "model_a,model_b,winner,count\n" + rows)
      #expect(deadheat(["rank", path] + words + fast).code == .success, "\(words)")
    }
  }

  @Test func moreModelsThanFit() throws {
    let rows = (0..<4000).map { "m\($0),m\($0 + 1),tie,1\n" }.joined() + "m0,m1,a,1\n"
    expectFailure(
      try rank(rows), .badData, "4001 models are more than the 4000", "--min-battles", "--where")
  }

  @Test func unknownNames() throws {
    let path = try folder.write("battles.csv", league)
    expectFailure(
      deadheat(["test", path, "alder", "brich"] + fast), .badData, "no model is named 'brich'",
      "did you mean 'birch'?")
    expectFailure(
      deadheat(["test", path, "alder", "zzzzzz"] + fast), .badData, "there are alder, birch, cedar")
    expectFailure(
      deadheat(["test", path, "alder", "alder"] + fast), .usage, "'alder' is named twice")
    expectFailure(
      deadheat(["rank", path, "--anchor", "brich=1000"] + fast), .badData,
      "no model is named 'brich'")
    expectFailure(
      deadheat(["rank", path, "--exclude", "brich"] + fast), .badData,
      "battles.csv: no model is named 'brich', which --exclude is to leave out (did you mean 'birch'?)"
    )
    expectFailure(
      deadheat(
        ["test", path, "--exclude", "zzz", "--exclude", "brich", "--exclude", "elm"] + fast),
      .badData,
      "no models are named 'zzz' and 'brich', which --exclude is to leave out (correct the names; there are "
        + "alder, birch, cedar and 1 more)")
  }

  @Test func nothingToCompare() throws {
    let path = try folder.write(
      "battles.csv", "model_a,model_b,winner,count\na,b,a,9\na,b,b,8\n")
    expectFailure(
      deadheat(["test", path] + fast), .badData, "and there are none", "2 are provisional",
      "--provisional")
  }

  /// Six battles or fewer leave alias tables of one slot, and so does one cell.
  @Test func aHandfulOfBattles() throws {
    let path = try folder.write("battles.csv", "model_a,model_b,winner\na,b,a\na,b,b\n")
    #expect(deadheat("rank", path, "--resamples", "40").code == .success)
    let one = try folder.write("one.csv", "model_a,model_b,winner\na,b,a\n")
    #expect(deadheat("rank", one, "--resamples", "40", "--prior", "1").code == .success)
  }
}
