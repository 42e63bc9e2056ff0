import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// Which rows and models enter: --where, --date-format, --exclude, and which files go together.
@Suite struct RowChoiceTests {
  /// Commands that only read leave models out, too.
  @Test func readingWithoutSomeModels() throws {
    let folder = try TestFolder()
    let path = try folder.write("battles.csv", league)
    let counts = deadheat("count", path, "--exclude", "cedar", "--exclude", "elm").output
    #expect(counts.split(separator: "\n").dropFirst().allSatisfy { !$0.contains("cedar") })
    #expect(counts.contains("alder,birch,model_a,60\n") && !counts.contains("elm"))
    let rest = try folder.write("rest.csv", counts)
    let words = ["--format", "csv"] + fast
    #expect(
      deadheat(["rank", path, "--exclude", "cedar", "--exclude", "elm"] + words).output
        == deadheat(["rank", rest] + words).output)
    let page = deadheat("describe", path, "--exclude", "cedar", "--exclude", "elm").output
    #expect(page.hasPrefix("111 battles among 2 models, in 12 rows.\n"))
    #expect(page.contains("Set aside: 196 battles of excluded models."))
    let board = try folder.write("board.csv", publishedBoard)
    #expect(
      deadheat("describe", board, "--exclude", "cedar").output.contains("A board of 2 models"))
    for command in ["count", "describe", "rank"] {
      // Also a model that stands only in rows that are set aside is offered.
      expectFailure(
        deadheat([
          command, path, "--exclude", "cedr", "--where", "kind=text", "--where", "count=60",
        ]),
        .badData,
        "no model is named 'cedr', which --exclude is to leave out (did you mean 'cedar'?)")
      #expect(deadheat([command, path, "--threads", "1"]).code == .success)
    }
  }

  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  /// The league, each of its rows on a day of its own, as `days` writes them; blank where they are none.
  private func dated(_ name: String, _ days: [String]) throws -> String {
    let lines = league.split(separator: "\n").enumerated().map { index, line in
      index == 0 ? "\(line),day" : "\(line),\(days[(index - 1) % days.count])"
    }
    return try folder.write(name, lines.joined(separator: "\n") + "\n")
  }

  private func battles(_ words: [String]) throws -> Int {
    let run = deadheat(["count"] + words)
    #expect(run.code == .success, "\(run.notes)")
    let counts: [Int] = try StrictCSV.column("count", run.output).compactMap { Int($0) }
    return counts.reduce(0, +)
  }

  @Test func datesAreReadAsTheOptionSays() throws {
    let path = try dated("days.csv", ["31/12/2024", "01/02/2025", ""])
    let read = [path, "--date-format", "dmy", "--where"]
    // Rows 1, 4, 7 and 10 are of 2024, rows 2, 5, 8 and 11 of 2025, and the others have no day.
    #expect(try battles(read + ["day<1/1/2025"]) == 137)
    #expect(try battles(read + ["day>=1/1/2025"]) == 128)
    #expect(try battles(read + ["day>1/1/1900"]) == 265)
    expectFailure(
      deadheat(["rank", path, "--where", "day>=1/1/2025"] + fast), .usage,
      "--where 'day >= 1/1/2025' orders by \"1/1/2025\"", "--date-format dmy", "--date-format mdy")
    expectFailure(
      deadheat(["rank", path, "--where", "day>=2025-01-01"] + fast), .badData,
      "days.csv:2: day is \"31/12/2024\"; expected a date such as 2024-12-31", "--date-format dmy")
    expectFailure(
      deadheat(["rank", path, "--where", "kind>text"] + fast), .usage, "compare texts with = or !=")
  }

  @Test func snapshotsAreChosenAlike() throws {
    let path = try dated("days.csv", ["31/12/2024", "01/02/2025"])
    let words = ["diff", path, "--old", "day<1/1/2025", "--new", "day<1/1/2026"] + fast
    expectFailure(deadheat(words), .usage, "--old 'day < 1/1/2025' orders by", "--date-format dmy")
    let run = deadheat(words + ["--date-format", "dmy", "--prior", "1", "--format", "json"])
    #expect(run.code == .success, "\(run.notes)")
    // Rows 1, 3, 5, 7, 9 and 11 of the league, and all of them.
    let json = try StrictJSON(run.output)
    #expect(json["old"]?["battles"] == .number("154"))
    #expect(json["new"]?["battles"] == .number("306"))
    #expect(json["overlap_reason"]?.text == "same_rows")
  }

  /// The option is about conditions that order dates, of whichever option.
  @Test func aDateFormatOfNothing() throws {
    let path = try dated("days.csv", ["31/12/2024", "01/02/2025"])
    let board = try folder.write("board.csv", publishedBoard)
    for words in [
      ["rank", path], ["rank", path, "--where", "day=31/12/2024"],
      ["rank", path, "--where", "count>5"], ["count", path], ["plan", path], ["test", path],
      ["agree", path, board], ["diff", path, path],
      ["diff", path, "--old", "day=31/12/2024", "--new", "day!=x"], ["plan", "--gap", "5"],
    ] {
      expectFailure(
        deadheat(words + ["--date-format", "dmy"]), .usage, "--date-format has no effect",
        "leave it out")
    }
    // A broken condition is told of itself.
    expectFailure(
      deadheat("rank", path, "--where", "day", "--date-format", "dmy"), .usage, "is not a filter")
    let prices = try folder.write(
      "prices.csv", "model,price,day\nalder,1,12/31/2024\nalder,2,1/31/2025\nbirch,3,2/1/2025\n")
    let agreement = deadheat(
      [
        "agree", board, prices, "--value", "price", "--other-where", "day>1/1/2025", "--format",
        "csv",
      ]
        + ["--date-format", "mdy", "--adjust", "holm"])
    expectFailure(agreement, .badData, "2 models are in both files (alder, birch)")
    expectFailure(
      deadheat(
        "agree", board, prices, "--value", "price", "--other-where", "day>1/1/2025",
        "--date-format",
        "dmy"), .badData, "prices.csv:2: day is \"12/31/2024\"", "--date-format mdy")
  }

  /// A model of rows that a filter leaves out is there.
  @Test func excludedModelsAreThere() throws {
    let path = try folder.write("battles.csv", league)
    let run = deadheat(["rank", path, "--where", "count>6", "--exclude", "elm"] + fast)
    #expect(run.code == .success, "\(run.notes)")
    expectFailure(
      deadheat(["rank", path, "--where", "count>6", "--exclude", "elms"] + fast), .badData,
      "no model is named 'elms'", "--exclude")
    let board = try folder.write("board.csv", publishedBoard)
    expectFailure(
      deadheat("rank", board, "--exclude", "adler"), .badData,
      "board.csv: no model is named 'adler'",
      "did you mean 'alder'?")
    #expect(
      deadheat(
        "rank", board, "--adjust", "holm", "--where", "model!=cedar", "--exclude", "cedar"
      ).code == .success)
  }

  /// Of two snapshots one may lack the model that is left out.
  @Test func excludedModelsOfOneSnapshot() throws {
    let old = try folder.write("old.csv", league)
    let new = try folder.write("new.csv", league + "birch,fir,model_a,40,text\n")
    let run = deadheat(["diff", old, new, "--exclude", "fir"] + fast)
    #expect(run.code == .success, "\(run.notes)")
    expectFailure(
      deadheat(["diff", old, new, "--exclude", "fir", "--exclude", "fri"] + fast), .badData,
      "old.csv", "new.csv: no model is named 'fri', which --exclude is to leave out",
      "did you mean 'fir'?")
  }

  @Test func twoBoardsAreNoRanking() throws {
    let one = try folder.write("one.csv", publishedBoard)
    let two = try folder.write("two.csv", "model,rating,lower,upper,votes\nelm,1500,1490,1510,9\n")
    for command in [
      ["rank", one, two], ["test", one, "--file", two], ["plan", one, "--file", two],
    ] {
      expectFailure(
        deadheat(command + ["--adjust", "holm"]), .badData,
        "two.csv:2: ", "are boards of their own", "deadheat diff \(one) \(two)")
    }
    let category = "model,rating,ci,category\na,1500,5,text\nb,1400,5,code\n"
    expectFailure(
      deadheat("rank", try folder.write("mixed.csv", category)), .badData,
      "the rows are of several boards", "(choose one with --where category=text)")
  }
}
