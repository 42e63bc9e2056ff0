import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// 135,634 real battles from file to leaderboard. Goldens of STATISTICS.md: a dense Newton fit in
/// numpy, with half ties.
@Suite(.enabled(if: RealData.isPresent, "set DEADHEAT_DATA to the folder of real data sets"))
struct ArenaTests {
  private let path = RealData.path("arena-human-preference-140k.csv")

  @Test func geminiIsAlone() throws {
    let words = ["rank", path, "--format", "json", "--ci", "sandwich", "--adjust", "holm"]
    let json = try StrictJSON(deadheat(words).output)
    #expect(json["tied_for_first"] == .array([.string("gemini-2.5-pro")]))
    #expect(json["source"]?["rows"] == .number("135634"))
    #expect(json["source"]?["battles"] == .number("135624"))
    #expect(
      json["source"]?["set_aside"]
        == .array([.object([("reason", .string("self_battle")), ("rows", .number("10"))])]))
    let models = json["models"]?.elements ?? []
    #expect(models.count == 53 && models.count { $0["provisional"] == .bool(true) } == 1)
    #expect(models.last?["battles"] == .number("2"))
    let ranked = models.dropLast().compactMap { $0["rating"]?.double }
    // 52 numbers of about 1000.
    #expect(abs(ranked.reduce(0, +) / 52 - 1000) < 1e-9)
    let first = try #require(models.first)
    // The goldens have four decimals.
    #expect(abs(try #require(first["rating"]?.double) - 1124.0778) < 5e-5)
    #expect(abs(try #require(first["standard_error"]?.double) - 3.2955) < 5e-5)
    let o3 = try #require(models.first { $0["model"]?.text == "o3-2025-04-16" })
    #expect(abs(try #require(o3["rating"]?.double) - 1079.3946) < 5e-5)
  }

  @Test func theTable() {
    let run = deadheat("rank", path, "--resamples", "40", "--adjust", "holm", "--top", "3")
    #expect(
      run.output.hasPrefix(
        """
        Among the 52 ranked models gemini-2.5-pro is alone in first place, at 95%
        confidence. Too little is known of 1 other to rule it out:
        """))
    #expect(run.output.contains("10 battles of a model against itself"))
    #expect(
      run.notes.contains("qwen3-coder-480b-a35b-instruct (2 battles)"))
  }

  @Test func publishedBoardsByTheDay() throws {
    let board = RealData.path("arena-text-2026-spring.csv")
    expectFailure(
      deadheat("rank", board), .badData, "was there before", "'snapshot_date' differs",
      "--where snapshot_date=")
    let run = deadheat(
      "test", board, "--where", "snapshot_date=2026-04-30", "claude-opus-4-7-thinking",
      "claude-opus-4-6-thinking")
    #expect(run.code == .success && run.output.contains("dead heat"))
  }
}
