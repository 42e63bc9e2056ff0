import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// What `rank` wrote, read by the other commands.
@Suite struct ReadBackTests {
  private let folder: TestFolder
  private let battles: String

  init() throws {
    folder = try TestFolder()
    battles = try folder.write("battles.csv", league)
  }

  /// The output of `rank` on battles, as a file.
  private func own(_ format: String, _ name: String, _ words: String...) throws -> String {
    let run = deadheat(rank + words + ["--format", format, "--quiet"])
    try #require(run.code == .success, "\(run.notes)")
    return try folder.write(name, run.output)
  }

  private var rank: [String] { ["rank", battles, "--exclude", "elm", "--adjust", "holm"] }
  private let resampled = ["--resamples", "60"]

  private func models(_ words: String...) throws -> [StrictJSON] {
    let json = try StrictJSON(deadheat(["rank"] + words + ["--format", "json"]).output)
    return json["models"]?.elements ?? []
  }

  /// Ratings, ends and errors come back to the last digit; ends from resampling are not those that the
  /// error would make, and stay.
  @Test(arguments: ["csv", "json"]) func numbersComeBack(format: String) throws {
    let file = try own(format, "own.\(format)", "--resamples", "60")
    let original = deadheat(rank + resampled + ["--format", "json"]).output
    let first = try StrictJSON(original)["models"]?.elements ?? []
    let again = try models(file, "--adjust", "holm")
    #expect(first.count == 3 && again.count == 3)
    for (one, other) in zip(first, again) {
      for key in ["model", "rating", "lower", "upper", "standard_error", "rank", "level", "unit"] {
        #expect(one[key] == other[key], "\(key)")
      }
    }
    let table = deadheat(rank + resampled).output
    let readBack = deadheat("rank", file, "--adjust", "holm").output
    func intervals(_ table: String) -> [Substring] {
      table.split(separator: "\n").filter { $0.contains("–") && !$0.contains("Bradley") }
        .compactMap { $0.split(separator: " ").first { $0.contains("–") && $0.count > 5 } }
    }
    #expect(intervals(table).count == 3 && intervals(table) == intervals(readBack))
  }

  /// The tests go by the errors as they were written, and not by the ends: 90% ends taken for 95% ones would
  /// make them smaller.
  @Test func testsGoByTheErrors() throws {
    let file = try own("csv", "own.csv", "--level", "0.9", "--ci", "sandwich")
    let rows = try models(file, "--adjust", "holm")
    let (a, b) = (try #require(rows.first), try #require(rows.last))
    let run = deadheat(
      "test", file, try #require(a["model"]?.text), try #require(b["model"]?.text), "--format",
      "json")
    let pair = try #require(try StrictJSON(run.output)["pairs"]?.elements.first)
    let (one, other) = (
      try #require(a["standard_error"]?.double), try #require(b["standard_error"]?.double)
    )
    let error = try #require(pair["standard_error"]?.double)
    // Elo that go to log-odds and back.
    #expect(abs(error - (one * one + other * other).squareRoot()) < 1e-9)
    let original = deadheat(rank + ["--ci", "sandwich", "--format", "json"]).output
    let before = try #require(try StrictJSON(original)["models"]?.elements.first)
    #expect(a["standard_error"] == before["standard_error"])
  }

  /// Two outputs are two snapshots.
  @Test(arguments: ["csv", "json"]) func outputsAreSnapshots(format: String) throws {
    let old = try own(format, "old.\(format)", "--ci", "sandwich")
    let new = try own(format, "new.\(format)", "--ties", "drop", "--ci", "sandwich")
    let run = deadheat("diff", old, new, "--format", "json", "--adjust", "holm")
    #expect(run.code == .success, "\(run.notes)")
    let json = try StrictJSON(run.output)
    #expect(json["moves"]?.elements.count == 3)
    #expect(json["old"]?["unit"] == .string("elo") && json["new"]?["unit"] == .string("elo"))
    let same = deadheat("diff", old, old, "--format", "json", "--adjust", "holm")
    #expect(try StrictJSON(same.output)["overlap_reason"] == .string("same"))
  }

  /// What says how much an Elo point is worth has no effect on points that are none; so far boards are read
  /// as Elo, and keep --scale.
  @Test func scalesOfEloBoardsStay() throws {
    let board = try folder.write("board.csv", publishedBoard)
    let run = deadheat("test", board, "alder", "cedar", "--scale", "100", "--format", "json")
    let json = try StrictJSON(run.output)
    #expect(json["source"]?["unit"] == .string("points"))
    // 1/(1 + 10^(−43/100)) = 0.7291.
    let score = try #require(json["pairs"]?.elements.first?["expected_score"]?.double)
    #expect(abs(score - 0.7291) < 5e-5)
  }
}
