import CommandLineKit
import Testing

@testable import deadheat_bench

struct BenchProgramTests {
  @Test func tablesAreSound() {
    #expect(Program.bench.problems == [])
  }

  @Test func withoutACommandItMeasuresSpeed() {
    #expect(Program.completed([]) == ["speed"])
    #expect(Program.completed(["--size", "small"]) == ["speed", "--size", "small"])
    #expect(Program.completed(["data", "--models", "3"]) == ["data", "--models", "3"])
    #expect(Program.completed(["--help"]) == ["--help"])
    #expect(Program.completed(["--version"]) == ["--version"])
  }

  @Test(arguments: [
    ["speed", "--threads", "0"], ["speed", "--repetitions", "0"], ["speed", "--suite", "ingst"],
    ["speed", "--size", "huge"], ["data", "--battles", "0"], ["data", "--models", "1"],
  ])
  func refusesWhatMakesNoSense(words: [String]) {
    let transcript = Transcript()
    var console = transcript.console()
    #expect(Program.bench.run(words, &console) == .usage)
    #expect(transcript.output.isEmpty)
  }

  @Test func writesALog() throws {
    let folder = try TemporaryFolder()
    let path = folder.file("log.csv")
    var console = Transcript().console()
    let words = ["data", "--battles", "20000", "--models", "9", "--output", path]
    #expect(Program.bench.run(words, &console) == .success)
    let text = try #require(SystemFile.text(path))
    let arena = Arena(models: 9, battles: 20_000, seed: Setting.seed)
    #expect(
      text == "model_a,model_b,winner,judge,turn,anony,language,tstamp\n"
        + BattleLog(arena, .csv).text(0..<20_000))
  }
}
