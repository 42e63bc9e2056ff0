import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// Which words of test and plan are files and which are models.
@Suite struct SubjectTests {
  private let folder: TestFolder
  private let battles: String
  private let more: String

  init() throws {
    folder = try TestFolder()
    battles = try folder.write("battles.csv", league)
    more = try folder.write("more.csv", "model_a,model_b,winner,count\nalder,birch,model_b,40\n")
  }

  private func csv(_ words: String...) throws -> [[String]] {
    let run = deadheat(words + ["--format", "csv", "--quiet"] + (words[0] == "test" ? fast : []))
    #expect(run.code == .success, "\(run.notes)")
    return try StrictCSV.records(run.output).map { Array($0.prefix(3)) }
  }

  @Test func severalFilesThenModels() throws {
    for command in ["test", "plan"] {
      let both = try csv(command, battles, "alder", "birch", "--file", more)
      #expect(try csv(command, battles, more, "alder", "birch") == both)
      #expect(try csv(command, "--file", battles, "--file", more, "alder", "birch") == both)
      #expect(
        try csv(command, battles, more, "--model", "alder", "--model", "birch") == both)
      #expect(try csv(command, battles, "alder", "birch") != both)
      #expect(both[1].prefix(2) == ["alder", "birch"])
    }
  }

  @Test func oneModelAgainstAllOthers() throws {
    for command in ["test", "plan"] {
      let rows = try csv(command, battles, "birch").dropFirst()
      #expect(rows.map { Array($0.prefix(2)) } == [["birch", "alder"], ["birch", "cedar"]])
    }
    let json = try StrictJSON(
      deadheat(["test", battles, "birch", "--format", "json"] + fast).output)
    #expect(json["test"]?["family"]?.text == "against")
    #expect(
      deadheat(["test", battles, "cedar", "--require", "better", "-q"] + fast).code == .negative)
    expectFailure(
      deadheat(["test", battles, "brch"] + fast), .badData, "did you mean 'birch'")
  }

  @Test func otherOptionsReadSeveralFilesToo() throws {
    let both = deadheat(["rank", battles, more, "-q", "--format", "csv"] + fast).output
    #expect(
      deadheat(["rank", "--file", battles, "--file", more, "-q", "--format", "csv"] + fast).output
        == both)
    #expect(
      deadheat("count", battles, "--file", more).output == deadheat("count", battles, more).output)
    #expect(
      deadheat("describe", battles, "--file", more).output
        == deadheat("describe", battles, more).output)
    let prices = try folder.write("prices.csv", "model,usd\nalder,1\nbirch,2\ncedar,3\n")
    let words = ["--value", "usd", "--format", "csv", "-q", "--adjust", "holm"]
    let one = deadheat(["agree", battles, prices] + words)
    #expect(deadheat(["agree", battles, prices, "--file", more] + words).output != one.output)
    expectFailure(deadheat("rank"), .usage, "FILE is missing")
    expectFailure(deadheat("rank", "--file", folder["no"]), .noInput, "no such file")
  }

  /// A word that is a file and a model is neither until that is said.
  @Test func aFileOfAModelsName() throws {
    // The working folder of tests is shared, so that the model has the file's whole path as its name.
    let name = folder["same"]
    try folder.write(
      "same", "model_a,model_b,winner,count\nalder,\(name),model_b,50\n\(name),birch,model_b,45\n")
    let data = try folder.write(
      "data.csv", league + "alder,\(name),model_a,40,x\n\(name),birch,model_a,30,x\n")
    expectFailure(
      deadheat(["test", data, name, "alder"] + fast), .usage,
      "'\(name)' is a file here, and a model of the data", "--file \(name) or --model \(name)")
    #expect(
      try csv("test", data, "--model", name, "--model", "alder")[1].prefix(2) == [name, "alder"])
    #expect(
      try csv("test", data, "--file", name, "alder", "birch")[1].prefix(2) == ["alder", "birch"])
    // With a file named, also the first word is asked about.
    expectFailure(
      deadheat(["test", "--file", data, name, "alder"] + fast), .usage,
      "is a file here, and a model")
  }

  @Test func aFileThatWasNotMeant() throws {
    let text = try folder.write("notes", "hello there\n")
    expectFailure(
      deadheat(["test", battles, text, "alder"] + fast), .badData,
      "\(text):1: the header is neither",
      "was taken for a file, as one is there; for a model add --model")
    expectFailure(
      deadheat(["test", battles, "alder", more] + fast), .badData,
      "no model is named '\(more)', which is a file (name files before the models, or with --file")
    expectFailure(
      deadheat(["plan", battles, "alder", "may.csv"]), .badData,
      "no model is named 'may.csv', and there is no such file")
  }

  @Test func aFolderIsNoFile() {
    expectFailure(
      deadheat(["test", battles, folder.path] + fast), .badData,
      "no model is named '\(folder.path)'")
  }
}
