import CommandLineKit
import TestSupport
import Testing

/// Scores that a board calls preliminary are marked wherever they are compared.
@Suite struct PreliminaryTests {
  @Test(arguments: [["a"], ["a", "b"], ["--all-pairs"], []])
  func testsMarkThem(_ words: [String]) throws {
    let folder = try TestFolder()
    let board = try folder.write(
      "b.csv",
      "model,rating,se,preliminary\na,1500,4,false\nb,1490,4,true\nc,1400,4,false\n"
        + "d,1390,4,false\ne,1380,4,false\n")
    let run = deadheat(["test", board, "--quiet"] + words)
    #expect(run.code == .success, "\(run.notes)")
    #expect(run.output.contains("reliminary"), "\(run.output)")
    if words == ["a"] {
      #expect(run.output.contains("not separated, preliminary"), "\(run.output)")
    }
  }
}
