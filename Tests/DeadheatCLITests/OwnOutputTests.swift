import Battles
import CommandLineKit
import Ingest
import TestSupport
import Testing

@testable import DeadheatCLI

/// What `rank` prints is read as a board again, in each form.
@Suite struct OwnOutputTests {
  private let folder: TestFolder
  private let path: String

  init() throws {
    folder = try TestFolder()
    path = try folder.write("battles.csv", league)
  }

  private func printed(_ format: String, _ words: [String] = []) throws -> String {
    let run = deadheat(["rank", path, "--format", format, "--quiet"] + fast + words)
    #expect(run.code == .success, "\(run.notes)")
    return try folder.write("board.\(format)", run.output)
  }

  private func read(_ file: String) throws -> (scores: PublishedScores, report: ReadReport) {
    try readBoard([InputPath(file)])
  }

  private func numbers(_ key: String) throws -> [String: Double] {
    let json = try StrictJSON(deadheat(["rank", path, "--format", "json"] + fast).output)
    return (json["models"]?.elements ?? []).reduce(into: [:]) { numbers, model in
      if let name = model["model"]?.text { numbers[name] = model[key]?.double }
    }
  }

  private func named(_ values: [Double], _ scores: PublishedScores) -> [String: Double] {
    Dictionary(uniqueKeysWithValues: zip(scores.roster.names, values))
  }

  /// Standard errors are for tests and ends to be shown, which of a bootstrap are no multiples of each other.
  @Test(arguments: ["csv", "json"])
  func formsWithAllDigits(_ format: String) throws {
    let (scores, report) = try read(try printed(format))
    #expect(named(scores.rating, scores) == (try numbers("rating")))
    #expect(named(scores.standardError, scores) == (try numbers("standard_error")))
    #expect(named(scores.lower, scores) == (try numbers("lower")))
    #expect(named(scores.upper, scores) == (try numbers("upper")))
    #expect(scores.roster.names == ["alder", "birch", "cedar", "elm"])
    #expect(scores.isUnranked == [false, false, false, true])
    #expect(scores.unit == .elo)
    #expect(scores.votes == [198, 218, 185, 11])
    #expect(report.warnings.map(\.code) == [.independentScores])
  }

  @Test(arguments: ["table", "markdown"])
  func formsForReaders(_ format: String) throws {
    let (scores, report) = try read(try printed(format))
    #expect(named(scores.rating, scores) == (try numbers("rating")).mapValues { $0.rounded() })
    #expect(scores.isUnranked == [false, false, false, true])
    #expect(scores.unit == .elo)
    #expect(scores.votes == [198, 218, 185, 11])
    let errors = try numbers("standard_error")
    for (index, name) in scores.roster.names.enumerated() {
      // Both ends are rounded to whole Elo: half a point each, over twice the quantile.
      #expect(abs(scores.standardError[index] - (errors[name] ?? 0)) <= 1 / (2 * 1.959963984540054))
    }
    #expect(
      report.warnings.first?.text
        == "The table was printed for readers: its numbers are rounded. The same ranking as CSV or JSON has "
        + "all digits.")
  }

  /// JSON and headings say the level; in CSV the widths tell it.
  @Test(arguments: ["csv", "json", "table", "markdown"])
  func theLevelIsKept(_ format: String) throws {
    let (scores, _) = try read(try printed(format, ["--level", "0.9"]))
    #expect(scores.level == 0.9)
  }

  /// What scores are is kept where the form has room for it.
  @Test(arguments: ["csv", "json"])
  func theUnitIsKept(_ format: String) throws {
    let board = try folder.write(
      "shares.csv", "model,win_rate,se\na,0.642,0.008\nb,0.611,0.008\nc,0.5,0.01\n")
    let own = deadheat(["rank", board, "--format", format, "--quiet"])
    let (scores, _) = try read(try folder.write("own-shares.\(format)", own.output))
    #expect(scores.unit == .share)
    #expect(scores.level == 0.95)
  }

  @Test func simultaneousIntervals() throws {
    let words = ["--intervals", "simultaneous", "--adjust", "max-t"]
    func printed(_ format: String) throws -> String {
      let run = deadheat(["rank", path, "--format", format, "--quiet"] + words)
      return try folder.write("joint.\(format)", run.output)
    }
    let (scores, _) = try read(try printed("json"))
    #expect(named(scores.standardError, scores) == (try numbers("standard_error")))
    for format in ["table", "markdown"] {
      let run = deadheat("rank", try printed(format))
      expectFailure(
        run, .badData, "'Joint 95% interval' holds for all models at once", "CSV or JSON")
    }
  }

  @Test func changesBetweenTwoForms() throws {
    let old = try printed("json")
    for format in ["json", "csv", "markdown", "table"] {
      let run = deadheat(["diff", old, try printed(format), "--adjust", "holm"])
      #expect(run.code == .success, "\(run.notes)")
      #expect(run.output.hasPrefix("Of 3 models in both snapshots none"), "\(run.output)")
    }
  }

  @Test func tablesAndUnitsAreChosenByOptions() throws {
    func table(_ name: String) -> String {
      "|model|score|se|\n|---|---|---|\n|\(name)|0.75|0.01|\n|b|0.5|0.01|\n"
    }
    let text = try folder.write("two.md", "One:\n\n\(table("a"))\nTwo:\n\n\(table("c"))")
    expectFailure(deadheat("rank", text), .badData, "--table 1 or --table 2", "(One)", "(Two)")
    let chosen = deadheat(["rank", text, "--table", "two", "--unit", "share"] + fast.suffix(2))
    #expect(chosen.code == .success)
    #expect(chosen.output.contains("b"))
    expectFailure(
      deadheat("rank", text, "--table", "1", "--unit", "elos"), .usage,
      "elo, points, share or percent")
    expectFailure(deadheat("rank", path, "--unit", "elo"), .usage, "--unit is about the scores")
    expectFailure(deadheat("count", path, "--unit", "elo"), .usage, "--unit is about boards")
    expectFailure(deadheat("rank", path, "--table", "1"), .badData, "leave --table out")
  }

  @Test func describeTellsTheForm() throws {
    let run = deadheat("describe", try printed("markdown"))
    // The line is broken where the folder's name is long.
    let words = run.output.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
    #expect(
      words.contains("a table with pipes between its cells, its header on line 3."), "\(words)")
    #expect(words.contains("interval 95% interval heading"))
  }
}
