import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// Files that cannot be read, or whose rows are broken.
@Suite struct BadFileTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func rank(_ text: String) throws -> Run {
    deadheat(["rank", try folder.write("battles.csv", text)] + fast)
  }

  @Test func missing() {
    let path = folder["no.csv"]
    expectFailure(
      deadheat("rank", path), .noInput, "\(path): there is no such file", "check the path")
    for command in ["count", "test"] { #expect(deadheat(command, path).code == .noInput) }
    #expect(deadheat("simulate", "--ratings", path).code == .noInput)
  }

  /// A model in the place of the file is no file.
  @Test func aModelTakenAsTheFile() throws {
    let there = try folder.write("battles.csv", league)
    let gone = folder["alder"]
    for words in [[gone, "birch"], [gone, "birch", "cedar"]] {
      expectFailure(
        deadheat(["test"] + words + fast), .noInput,
        "\(gone): this was taken as FILE, and there is no such file", "name the file first")
    }
    // Where --file names one, it is a model.
    expectFailure(
      deadheat(["test", gone, "birch", "--file", there] + fast), .badData,
      "no model is named '\(gone)', and there is no such file")
    expectFailure(
      deadheat("test", there, "alder", "birch", "--file", gone), .noInput, "check the path")
  }

  @Test func aDirectory() {
    expectFailure(deadheat("rank", folder.path), .noInput, folder.path, "director")
  }

  @Test func empty() throws {
    expectFailure(try rank(""), .badData, "battles.csv: it is empty", "model_a,model_b,winner")
  }

  @Test func headerOnly() throws {
    expectFailure(
      try rank("model_a,model_b,winner\n"), .badData, "battles.csv: ", "no rows", "complete")
  }

  @Test func missingColumn() throws {
    expectFailure(
      try rank("model_a,model_b,winer,when\na,b,a,1\n"), .badData, "battles.csv:1: ",
      "model_a, model_b, winer, when", "--columns winner=winer")
    expectFailure(
      deadheat("rank", try folder.write("x.csv", league), "--columns", "winner=knd"), .badData,
      "\"knd\"", "kind", "did you mean")
    expectFailure(
      deadheat("rank", try folder.write("x.csv", league), "--where", "knd=text"), .badData,
      "\"knd\"", "did you mean", "kind")
  }

  @Test func unknownLabel() throws {
    expectFailure(
      try rank("model_a,model_b,winner\na,b,model_a\na,b,modelb\n"), .badData,
      "battles.csv:3: winner is \"modelb\" (1 row); expected model_a, model_b, tie",
      "--label='modelb=OUTCOME'")
  }

  @Test func raggedRow() throws {
    expectFailure(
      try rank("model_a,model_b,winner\na,b,model_a\na,b\n"), .badData, "battles.csv:3: ",
      "2 fields; expected 3", "--bad-rows skip")
  }

  @Test func brokenQuotes() throws {
    expectFailure(
      try rank("model_a,model_b,winner\na,b,model_a\n\"a,b,model_a\nc,d,tie\n"), .badData,
      "battles.csv:3: ", "never closed")
    expectFailure(
      try rank("model_a,model_b,winner\n\"a\"x,b,model_a\n"), .badData, "battles.csv:2: ",
      "double the quotes")
  }

  @Test func invalidUTF8() throws {
    let bytes = Array("model_a,model_b,winner\na,b,tie\nx".utf8) + [0xFF] + Array(",b,tie\n".utf8)
    let path = try folder.write("battles.csv", bytes: bytes)
    expectFailure(
      deadheat("rank", path), .badData, "battles.csv:3: model_a is \"x\\xFF\"", "UTF-8", "iconv")
  }

  @Test(arguments: ["NaN", "-1", "1.5", "1e300", "9007199254740993", "many", ""])
  func counts(count: String) throws {
    expectFailure(
      try rank("model_a,model_b,winner,count\na,b,a,2\na,b,b,\(count)\n"), .badData,
      "battles.csv:3: count is ", count, "a whole number of battles", "--bad-rows skip")
  }

  @Test func countsBeyondAllMeasure() throws {
    expectFailure(
      try rank("model_a,model_b,winner,count\na,b,a,9007199254740992\na,b,b,1\n"), .badData,
      "battles.csv:3: ", "2^53")
    expectFailure(try rank("model_a,model_b,winner,count\na,b,a,0\n"), .badData, "all counts are 0")
  }

  @Test func aColumnTwice() throws {
    expectFailure(
      try rank("model_a,model_b,winner,winner\na,b,a,b\n"), .badData, "battles.csv:1: ",
      "\"winner\" is there 2 times", "3 and 4", "rename")
  }

  @Test func filesOfTwoKinds() throws {
    let battles = try folder.write("battles.csv", league)
    let board = try folder.write("board.csv", publishedBoard)
    expectFailure(
      deadheat("rank", battles, board), .badData, "board.csv:1: ", "this is a board",
      "battles.csv is a file of battles")
  }

  @Test func badRowsAreSkippedOnRequestAndCounted() throws {
    let path = try folder.write(
      "battles.csv", league + "alder,birch,nobody,1,text\nalder,birch\n")
    #expect(deadheat(["rank", path] + fast).code == .badData)
    let run = deadheat(["rank", path, "--bad-rows", "skip", "--format", "csv"] + fast)
    #expect(run.code == .success)
    #expect(run.notes.contains("2 rows could not be read") && run.notes.contains("nobody"))
    let clean = try folder.write("clean.csv", league)
    #expect(run.output == deadheat(["rank", clean, "--format", "csv"] + fast).output)
  }
}
