import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// What `rank` says of models whose rating is open.
@Suite struct OpenRatingTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  private func rank(_ rows: String, _ words: String...) throws -> (output: String, notes: String) {
    let path = try folder.write("battles.csv", "model_a,model_b,winner,count\n" + rows)
    let run = deadheat(["rank", path, "--ci", "sandwich"] + words)
    #expect(run.code == .success, "\(run.notes)")
    let output = run.output.split(whereSeparator: \.isWhitespace).joined(separator: " ")
    return (output, run.notes)
  }

  private let three = """
    a,b,model_a,400
    a,b,model_b,400
    b,c,model_a,400
    b,c,model_b,400
    c,a,model_a,400
    c,a,model_b,400

    """

  @Test func whoHardlyLostIsNamed() throws {
    let told = try rank(three + "x,a,model_a,8000\nx,a,model_b,4\n")
    #expect(
      told.output.hasPrefix(
        "x is alone in first place, at 95% confidence; its 8,000 wins and 4 losses leave its rating open "
          + "("))
    let json = try StrictJSON(
      try rank(three + "x,a,model_a,8000\nx,a,model_b,4\n", "--format", "json").output)
    #expect(json["tied_for_first"] == .array([.string("x")]))
    #expect(json["unranked"]?.elements.map { $0["standing"]?.text } == ["may_be_first"])
  }

  /// Nobody beat x, so that no finite fit has it: the group without it is ranked, and x is judged.
  @Test func whoNeverLostIsJudgedOutsideOfTheGroup() throws {
    let told = try rank(three + "x,a,model_a,60\n", "--component", "largest")
    #expect(
      told.output.hasPrefix(
        "x is alone in first place, at 95% confidence; its 60 wins and no loss leave its rating open ("
      ))
    let prior = try rank(three + "x,a,model_a,60\n", "--prior", "1")
    #expect(prior.output.hasPrefix("x is alone in first place, at 95% confidence; its 60 wins and"))
    let json = try StrictJSON(
      try rank(three + "x,a,model_a,60\n", "--component", "largest", "--format", "json").output)
    let x = json["unranked"]?.elements.first
    #expect(x?["model"]?.text == "x" && x?["in_fit"] == .bool(false))
    #expect(json["tied_for_first"] == .array([.string("x")]))
  }

  /// The best two are the same in the sentence and in JSON, whether they took part in the fit or not.
  @Test func theBestFewAreTheSameEverywhere() throws {
    let rows = three + "x,a,model_a,60\n"
    let words = ["--component", "largest", "--best", "2"]
    let told = try rank(rows, words[0], words[1], words[2], words[3])
    #expect(told.output.contains("All of the best 2 are among these 4, at 95% confidence:"))
    let json = try StrictJSON(
      try rank(rows, words[0], words[1], words[2], words[3], "--format", "json").output)
    #expect(json["best"]?["models"]?.elements.count == 4)
    #expect(json["best"]?["models"]?.elements.last?.text == "x")
    let many = try rank(rows, words[0], words[1], words[2], "5")
    #expect(many.output.contains("Only 4 models are known well enough: any of them may be among"))
  }

  /// Below the bar for a rank nothing is said of first place, but that it is not known.
  @Test func whoHasFewBattlesIsNamed() throws {
    let told = try rank(three + "q,a,tie,2\n")
    #expect(told.output.contains("Too little is known of 1 other to rule it out: q (2 battles)."))
  }
}
