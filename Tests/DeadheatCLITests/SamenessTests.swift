import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// The same battles give the same bytes, however they are told and with however many threads.
@Suite struct SamenessTests {
  private let folder: TestFolder
  private let path: String
  private let words = ["--format", "csv", "--resamples", "40", "--quiet"]
  /// For commands that resample nothing.
  private let plain = ["--format", "csv", "--quiet"]

  /// Simulated battles with both kinds of ties, and some of a model against itself.
  init() throws {
    folder = try TestFolder()
    let battles = deadheat("simulate", "--models", "6", "--battles", "1500", "--spread", "60")
      .output
    path = try folder.write("battles.csv", battles + "alder,alder,tie\nbirch,birch,model_b\n")
  }

  @Test func countsRankLikeTheirBattles() throws {
    let counts = deadheat("count", path)
    #expect(counts.code == .success && counts.output.hasPrefix("model_a,model_b,winner,count\n"))
    let labels = Set(try StrictCSV.column("winner", counts.output))
    #expect(labels == ["model_a", "model_b", "tie", "both_bad"])
    let total = try StrictCSV.column("count", counts.output).compactMap { Int($0) }.reduce(0, +)
    #expect(total == 1502)
    let countsPath = try folder.write("counts.csv", counts.output)
    let run = deadheat(["rank", path] + words)
    #expect(run.code == .success)
    #expect(deadheat(["rank", countsPath] + words) == run)
    // What was set aside is battles, and is the same too.
    func source(_ path: String) throws -> StrictJSON? {
      try StrictJSON(deadheat(["rank", path, "--format", "json"] + fast).output)["source"]
    }
    #expect(try source(path)?["set_aside"] == source(countsPath)?["set_aside"])
    #expect(try source(path)?["set_aside"]?.elements[0]["rows"] == .number("2"))
    #expect(deadheat("count", countsPath).output == counts.output)
  }

  @Test(
    .enabled(if: OptimisedBuild.isThis, "\(OptimisedBuild.isNeeded)"),
    arguments: [["1", "auto"], ["2", "auto"], ["2", "baseline"]])
  func threadsAndKernelsDoNotMatter(choice: [String]) throws {
    for input in [path, RepositoryFile.path("Data/simulated-arena.csv")] {
      for command in [["rank", input] + words, ["test", input, "--all-pairs"] + plain] {
        let choices = ["--threads", choice[0], "--kernels", choice[1]]
        let base = ["--threads", "1", "--kernels", "baseline"]
        let run = deadheat(command + choices)
        #expect(run.code == .success)
        #expect(run == deadheat(command + base))
      }
    }
  }

  @Test func severalFilesAreOneDataSet() throws {
    let lines = folder.read("battles.csv").split(separator: "\n")
    let (header, half) = (lines[0], lines.count / 3)
    let first = try folder.write(
      "1.csv", ([header] + lines[1..<half]).joined(separator: "\n") + "\n")
    // The second file has its columns in another order and its own delimiter.
    let rest = lines[half...].map { line in
      let fields = line.split(separator: ",")
      return "\(fields[2]);\(fields[1]);\(fields[0])"
    }
    let second = try folder.write(
      "2.csv", "winner;model_b;model_a\n" + rest.joined(separator: "\n"))
    let whole = deadheat(["rank", path] + words).output
    #expect(deadheat(["rank", first, second] + words).output == whole)
    #expect(deadheat(["rank", second, first] + words).output == whole)
    #expect(!deadheat(["rank", first, second] + fast).notes.contains("named more than once"))
    #expect(
      deadheat(["rank", first, first] + fast).notes.contains("1.csv was named more than once"))
    let pairs = ["--all-pairs"] + plain
    let run = deadheat(["test", first, "--file", second] + pairs)
    #expect(run.code == .success && run == deadheat(["test", path] + pairs))
  }

  @Test(
    .enabled(if: OptimisedBuild.isThis, "\(OptimisedBuild.isNeeded)"),
    arguments: ["max-t", "bootstrap-max-t"])
  func threadsAndRunsChangeNothing(adjustment: String) {
    let words = ["rank", path, "--adjust", adjustment] + words
    let one = deadheat(words + ["--threads", "1"]).output
    #expect(!one.isEmpty)
    #expect(deadheat(words + ["--threads", "3"]).output == one)
    #expect(deadheat(words + ["--threads", "1"]).output == one)
    #expect(deadheat(words + ["--seed", "1"]).output != one)
  }

}
