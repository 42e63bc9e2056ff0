import Battles
import Ingest
import Testing

/// Scores without an error, or with an interval of no width, and rows without a score.
@Suite struct ReferenceTests {
  @Test(
    arguments: [
      ("se", "0"), ("se", ""), ("ci", "±0"), ("ci", "(0.0, 0.0)"), ("ci", "+0/-0"), ("ci", "----"),
      ("lower,upper", "50,50"), ("lower,upper", ","), ("variance", "0.0"),
    ])
  func oneIsTheReference(_ headings: String, _ values: String) throws {
    let width = headings == "lower,upper" ? "49,55" : "1"
    let value = values.contains("(") ? "\"\(values)\"" : values
    let scores = try #require(
      board(try read("model,score,\(headings)\nc,52,\(width)\na,50,\(value)\nb,51,\(width)\n")))
    #expect(scores.reference == 0)
    #expect(scores.standardError[0] == 0)
    #expect(scores.lower[0] == 50 && scores.upper[0] == 50)
    #expect(scores.standardError[1] > 0 && scores.standardError[2] > 0)
  }

  @Test func noneIsTheReferenceWhereAllHaveWidths() throws {
    #expect(board(try read("model,score,se\na,50,1\nb,51,1\n"))?.reference == nil)
  }

  @Test func twoAreRefused() throws {
    let text = "model,score,se\na,50,0\nb,51,1\nc,52,0.0\n"
    #expect(
      failure(text)?.description
        == "battles.csv:2: 2 scores have intervals of no width: \"a\", \"c\"; only one, that of a reference, "
        + "can be exact (leave the others out with --where, or all of them with --bad-rows skip)")
    let kept = try read(text, options { $0.badRows = .skip })
    #expect(board(kept)?.roster.names == ["b"])
    #expect(kept.report.setAside == [SetAside(.badRow, count: 2)])
    let one = try read(text, try filters("model != c"))
    #expect(board(one)?.reference == 0)
  }

  @Test func theOnlyScoreIsNoReference() {
    #expect(
      failure("model,score,se\na,50,0\n")?.description
        == "battles.csv:2: the interval of the score 50.0 has no width; expected a positive one (correct "
        + "it, or leave such rows out with --bad-rows skip)")
  }

  /// Nothing is known of errors that several rows lack.
  @Test func rowsWithoutErrorsAreCounted() throws {
    let result = try read("model,score,se\na,50,\nb,51,1\nc,52,-\nd,49,2\n")
    #expect(board(result)?.roster.names == ["b", "d"])
    #expect(result.report.setAside == [SetAside(.noError, count: 2)])
    #expect(
      failure("model,score,se\na,50,\nb,51,\n")?.description
        == "battles.csv: no row has an error of its score, 'score' (name another column, as with --columns "
        + "standard_error=COLUMN)")
  }

  @Test(arguments: ["", "null", "NaN", "N/A", "-", "—"])
  func rowsWithoutScoresAreCounted(_ score: String) throws {
    let result = try read("model,score,se\na,\(score),1\nb,51,1\n,,\nc,52,1\n")
    #expect(board(result)?.roster.names == ["b", "c"])
    #expect(result.report.setAside == [SetAside(.noScore, count: 2)])
    #expect(result.report.rows == 4)
  }

  @Test func noScoreAtAll() {
    let json = #"[{"model": "a", "score": null, "ci_low": null, "ci_high": null}]"#
    #expect(
      failure(json)?.description
        == "battles.csv: no row has a score: 'score' is empty in a row (name another column with --columns "
        + "rating=COLUMN)")
  }

  @Test func preliminaryScoresAreMarked() throws {
    let json = """
      {"meta": {"model_count": 3, "leaderboard": "text"}, "models": [
        {"rank": 1, "rank_spread": [1, 2], "model": "b", "score": 1507, "ci_low": 5, "ci_high": 5,
         "votes": 23626, "preliminary": true, "signals": null},
        {"rank": 2, "rank_spread": [1, 3], "model": "a", "score": 1500, "ci_low": 4, "ci_high": 4,
         "votes": 72392, "preliminary": false, "signals": null},
        {"rank": 3, "rank_spread": [2, 3], "model": "c", "score": null, "ci_low": null, "ci_high": null,
         "votes": 12, "preliminary": true, "signals": null}]}
      """
    let result = try read(json)
    let scores = try #require(board(result))
    #expect(scores.isPreliminary == [false, true])
    #expect(scores.lower == [1496, 1502])
    #expect(scores.votes == [72392, 23626])
    #expect(result.report.setAside == [SetAside(.noScore, count: 1)])
    let csv = "model,elo,se,preliminary\na,1500,1,yes\nb,1400,1,\n"
    #expect(board(try read(csv))?.isPreliminary == [true, false])
  }

  /// An array tells two rows apart as well, and no filter chooses by it.
  @Test func aModelTwiceNamesAScalarColumn() {
    let rows = [#"[1, 4]"#, #"[2, 5]"#].enumerated().map { index, spread in
      #"{"rank_spread": \#(spread), "signals": {"a": \#(index)}, "model": "x", "score": 1500, "ci": 3, "#
        + #""note": "n\#(index)", "arena": "\#(["text", "code"][index])"}"#
    }
    #expect(
      failure("[" + rows.joined(separator: ",\n") + "]")?.description
        == "battles.csv:2: \"x\" was there before, on battles.csv:1; column 'arena' differs: 'text', 'code' "
        + "(choose one with --where arena=text)")
  }
}
