import CommandLineKit
import TestSupport
import Testing

@testable import DeadheatCLI

/// Files are told of without a fit.
@Suite struct DescribeTests {
  private let folder: TestFolder

  init() throws { folder = try TestFolder() }

  @Test func itFitsNothing() throws {
    // Of battles that give no finite ratings it can be told all the same how they were read.
    let path = try folder.write(
      "b.csv", "left,right,winner,day\nx,y,left,2026-01-02\nx,y,left,2025-12-31\n")
    #expect(deadheat("rank", path).code == .badData)
    let run = deadheat("describe", path)
    #expect(run.code == .success)
    #expect(run.output.contains("2 battles among 2 models, in 2 rows."))
    #expect(run.output.contains("By side: a won 2 · b won 0 · ties 0."))
    #expect(run.output.contains("Times (day): from 2025-12-31 to 2026-01-02."))
    let json = try StrictJSON(deadheat("describe", path, "--format", "json").output)
    #expect(json["schema"]?.text == "deadheat/describe/2")
    #expect(json["times"]?["first"]?.text == "2025-12-31")
    let reading = json["source"]?["reading"]
    #expect(reading?["outcomes"]?["a"] == .number("2"))
    #expect(reading?["label_columns"]?.elements[0]["basis"]?.text == "headings")
  }

  @Test func boardsToo() throws {
    let path = try folder.write("b.csv", "model,score,ci,votes\na,1000,5,10\nb,990,5,20\n")
    let run = deadheat("describe", path)
    #expect(run.code == .success && run.output.contains("A board of 2 models, in 2 rows."))
    expectFailure(deadheat("describe", path, "--coding", "score"), .usage, "--coding needs battles")
    expectFailure(deadheat("describe", path, "--label", "x=a"), .usage, "--label needs battles")
  }

  @Test func everyTableHasALineOfIt() throws {
    let path = try folder.write("b.csv", league)
    for words in [["rank", path] + fast, ["test", path], ["plan", path]] {
      let run = deadheat(words)
      #expect(run.output.contains("Read: a = model_a, b = model_b; winner: model_a "), "\(run)")
    }
    let both = deadheat(["diff", path, path] + fast).output
    #expect(
      both.contains("Old snapshot: Read: a = model_a") && both.contains("New snapshot: Read: a"))
    let json = try StrictJSON(deadheat(["rank", path, "--format", "json"] + fast).output)
    #expect(json["source"]?["reading"]?["columns"]?.elements.count == 4)
  }

  /// What reading has to warn of is told also where the fit is refused.
  @Test func warningsBeforeARefusedFit() throws {
    let path = try folder.write(
      "b.csv", "model_a,model_b,winner\nx,y,model_a\nX,y,model_a\nz,q,model_a\n")
    let run = deadheat("rank", path)
    #expect(run.code == .badData)
    #expect(run.notes.contains("deadheat: warning: Names that differ only by case"))
    #expect(!deadheat("rank", path, "--quiet").notes.contains("warning"))
  }

  /// Both snapshots of a diff are read in one way: 0 and 1 in the one, 0.5 in the other.
  @Test func snapshotsAreReadInOneWay() throws {
    func text(_ labels: [String], _ count: Int) -> String {
      "model_a,model_b,winner,count\n"
        + [("x", "y"), ("y", "z"), ("z", "x")].flatMap { pair in
          labels.map { "\(pair.0),\(pair.1),\($0),\(count)\n" }
        }.joined()
    }
    let old = try folder.write("old.csv", text(["1", "0"], 40))
    let new = try folder.write("new.csv", text(["1", "0", "0.5"], 40))
    expectFailure(deadheat("rank", old), .badData, "--coding score", "--coding index0")
    let run = deadheat(["diff", old, new] + fast)
    #expect(run.code == .success, "\(run.notes)")
    let words = run.output.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(words.contains("winner: 1 (a) 120 · 0 (b) 120 · 0.5 (tie) 120"))
  }

  @Test func whatFormAFileHas() throws {
    let games = try folder.write(
      "g.pgn", "[White \"x\"]\n[Black \"y\"]\n[Result \"1-0\"]\n\n1. e4 {no [tag]} 1-0\n")
    let rows = try folder.write("b.txt", "# by hand\nx;y;x\ny;x;y\nx;y;y\n")
    let number = ["--header", "none", "--columns", "a=1,b=2,winner=3"]
    #expect(
      deadheat("describe", games).output.contains(
        "g.pgn: chess games as PGN, a row each."))
    let bare = deadheat(["describe", rows] + number)
    #expect(bare.output.contains("b.txt: text with a semicolon between fields and no header."))
    #expect(bare.output.contains("1 line that begins with # is a comment."))
    let json = try StrictJSON(deadheat(["describe", rows, "--format", "json"] + number).output)
    let reading = json["source"]?["reading"]
    #expect(reading?["comment_lines"] == .number("1"))
    #expect(reading?["files"]?.elements[0]["encoding"]?.text == "UTF-8")
    #expect(reading?["files"]?.elements[0]["header_line"] == .null)
    expectFailure(deadheat("describe", rows), .badData, "--header none --columns a=1,b=2,winner=3")
    expectFailure(deadheat("describe", games, "--header", "none"), .usage, "--header is about CSV")
    expectFailure(deadheat("describe", games, "--nan", "null"), .usage, "--nan is about JSON")
    expectFailure(deadheat("describe", rows, "--header", "0"), .usage, "the number of a line")
  }

  @Test func notANumberInJSON() throws {
    let record = "{\"model_a\":\"x\",\"model_b\":\"y\",\"winner\":\"model_a\",\"length\":NaN}\n"
    let path = try folder.write("b.jsonl", record)
    expectFailure(deadheat("describe", path), .badData, "b.jsonl:1: ", "--nan null")
    #expect(deadheat("describe", path, "--nan", "null").output.contains("1 battle among 2 models"))
  }

  @Test func helpNamesEveryWord() {
    let page = deadheat("help", "reading").output
    for word in [
      "model_a", "left", "player_1", "a_better", "A>>B", "[[C]]", "white", "1/2-1/2", "home-away",
      "both bad", "tie (inconsistent)", "N/A", "--label =tie", "index1", "PGN", "sep=;", "UTF-16",
      "--header none", "models[0]", "score.ft", "--nan null", "2024.12.31",
    ] {
      #expect(page.contains(word), "\(word)")
    }
  }
}
