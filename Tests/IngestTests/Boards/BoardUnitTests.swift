import Battles
import Ingest
import Testing

/// Which scores are Elo, shares or points.
@Suite struct BoardUnitTests {
  @Test(
    arguments: [
      ("rating", ["1500", "1400"], .elo), ("score", ["200", "-10"], .elo),
      ("score", ["-200", "7"], .elo),
      ("score", ["199.9", "-199"], .points), ("rating", ["25.1", "24"], .points),
      ("Elo", ["12", "-35"], .elo), ("Arena Elo", ["1", "2"], .elo),
      ("Arena rating", ["1", "2"], .elo),
      ("win_rate", ["0.642", "0.611"], .share), ("win_rate", ["64.2", "61.1"], .percent),
      ("Win rate (%)", ["0.9", "1.5"], .percent), ("accuracy", ["1", "0"], .share),
      ("Score (%)", ["88.7", "50"], .percent), ("score", ["62.5%", "50%"], .percent),
      ("win_rate", ["164", "61"], .points), ("win_rate", ["-1", "61"], .points),
    ] as [(String, [String], ScoreUnit)])
  func units(_ heading: String, _ scores: [String], _ unit: ScoreUnit) throws {
    let rows = scores.enumerated().map { "m\($0),\($1),0.5\n" }.joined()
    #expect(board(try read("model,\(heading),se\n" + rows))?.unit == unit)
  }

  @Test func anOptionSaysIt() throws {
    let text = "model,score,se\na,0.75,0.01\nb,0.5,0.01\n"
    for unit in ScoreUnit.allCases {
      #expect(board(try read(text, options { $0.unit = unit }))?.unit == unit)
    }
  }

  /// A percent sign above what may be shares leaves both open.
  @Test func sharesBelowAPercentSign() throws {
    let text = "model,Win%,se\na,.625,.01\nb,.5,.02\n"
    #expect(
      failure(text)?.description
        == "battles.csv: the heading of the scores has a percent sign, and all are from 0 to 1: they may be "
        + "shares, or percentages of at most 1 (say which: --unit share, or --unit percent)")
    #expect(board(try read(text, options { $0.unit = .share }))?.unit == .share)
  }

  @Test(arguments: [("1.5", ScoreUnit.share, 1), ("-1", .share, 1), ("101", .percent, 100)])
  func anOptionThatCannotBe(_ score: String, _ unit: ScoreUnit, _ most: Int) {
    let error = failure("model,score,se\na,\(score),1\nb,1,1\n", options { $0.unit = unit })
    #expect(
      error?.description.hasPrefix(
        "--unit \(unit.rawValue) needs scores from 0 to \(most), and \"a\" has ")
        == true)
    #expect(error?.kind == .usage)
  }

  @Test func aPercentSignForSomeScoresOnly() {
    #expect(
      failure("model,score,se\na,62.5%,1\nb,0.5,1\n")?.description
        == "battles.csv: the score of \"a\" has a percent sign and that of \"b\", on line 3, has none (write "
        + "all scores in one unit, or say it with --unit percent)")
  }
}
