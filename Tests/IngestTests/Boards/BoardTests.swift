import Battles
import Ingest
import Testing

/// Boards: which columns are understood, and what is computed from them.
@Suite struct BoardTests {
  // 2 · 1.959963984540054, the width of a 95% interval in standard errors.
  private static let width = 3.919927969080108

  @Test(
    arguments: [
      ("rating_lower,rating_upper", "94,108"), ("rating_q025,rating_q975", "94,108"),
      ("lower,upper", "94,108"), ("upper,lower", "108,94"), ("ci_minus,ci_plus", "6,8"),
      ("ci", "+8/-6"), ("ci", "-6/+8"), ("ci", "8/6"), ("ci", "8/-6"),
      ("lower,upper,variance,standard_error", "94,108,1,1"), ("ci,variance", "+8/-6,1"),
    ])
  func intervals(_ headings: String, _ values: String) throws {
    let result = try read("model,rating,\(headings)\nx,100,\(values)\n")
    let scores = try #require(board(result))
    #expect(scores.rating == [100])
    #expect(scores.lower == [94])
    #expect(scores.upper == [108])
    // One rounding of the quotient apart at most.
    #expect(abs(scores.standardError[0] - 14 / Self.width) < 1e-14)
    #expect(scores.level == 0.95)
    #expect(scores.votes == nil)
  }

  @Test(arguments: ["7", "±7", "+/-7", "+7/-7", "+-7", " ± 7 ", "7.0", "7/7"])
  func symmetricTexts(_ text: String) throws {
    let scores = try #require(board(try read("model,rating,ci\nx,100,\(text)\n")))
    #expect(scores.lower == [93])
    #expect(scores.upper == [107])
  }

  @Test func varianceAndStandardError() throws {
    let first = try #require(board(try read("model,rating,variance\nx,100.5,4\n")))
    let second = try #require(board(try read("model,rating,standard_error\nx,100.5,2\n")))
    #expect(first == second)
    #expect(first.standardError == [2])
    // A few roundings of numbers near 100.
    #expect(abs(first.upper[0] - (100.5 + Self.width)) < 1e-12)
    #expect(abs(first.lower[0] - (100.5 - Self.width)) < 1e-12)
  }

  @Test func theLevelSetsTheQuantile() throws {
    let options = options {
      $0.boardLevel = ClaimedLevel(level: 0.9, quantile: 1.5)
    }
    let scores = try #require(board(try read("model,rating,ci\nx,100.5,3\n", options)))
    #expect(scores.standardError == [2])
    #expect(scores.level == 0.9)
  }

  @Test(
    arguments: ["model", "model_name", "name", "key"], ["rating", "score", "elo", "arena_score"])
  func headings(_ name: String, _ rating: String) throws {
    let scores = try #require(board(try read("\(rating),\(name),ci\n1.5,x,1\n")))
    #expect(scores.roster.names == ["x"])
  }

  @Test(arguments: ["votes", "vote_count", "num_battles"])
  func votes(_ heading: String) throws {
    let text = "model,rating,ci,\(heading)\nb,1.5,1,15011.0\na,2.5,1,7\n"
    #expect(board(try read(text))?.votes == [7, 15011])
    #expect(board(try read(text + "c,1,1,\n"))?.votes == nil)
    let unreadable = try read(text + "c,1,1,1.5\n")
    #expect(board(unreadable)?.votes == nil)
    #expect(
      unreadable.report.warnings.first { $0.code == .unreadableVotes }?.text
        == "Numbers of votes are left out: \(heading) is \"1.5\" on battles.csv:4, and no whole number."
    )
  }

  @Test func everythingFollowsTheNames() throws {
    let text = "model,rating,lower,upper,votes\nz,3.5,1,4,30\na,1.5,1,2,10\nm,2.5,0,3,20\n"
    let scores = try #require(board(try read(text)))
    #expect(scores.roster.names == ["a", "m", "z"])
    #expect(scores.rating == [1.5, 2.5, 3.5])
    #expect(scores.lower == [1, 0, 1])
    #expect(scores.upper == [2, 3, 4])
    #expect(scores.votes == [10, 20, 30])
  }

  @Test func namesComeThroughIntact() throws {
    let names = ["a, b", "say \"hi\"", "two\nlines", "🦙👩‍🔬", "مرحبا", " spaced "]
    let rows = names.map { name in
      let parts = name.split(separator: "\"", omittingEmptySubsequences: false)
      return "\"" + parts.joined(separator: "\"\"") + "\",1.5,1\n"
    }
    let text = "model,rating,ci\n" + rows.joined()
    let scores = try #require(board(try read(text)))
    #expect(scores.roster == Roster(names))
  }

  @Test func columnsNamedByTheMapping() throws {
    let text = "llm,points,low,high,n\nx,100,94,108,3\n"
    let all = try mapping("model=llm,rating=points,lower=low,upper=high,votes=n")
    let scores = try #require(board(try read(text, all)))
    #expect(scores.lower == [94])
    #expect(scores.votes == [3])
    let reaches = try mapping("model=llm,rating=points,ci_minus=n,ci_plus=n")
    #expect(board(try read(text, reaches))?.upper == [103])
    let plusMinus = try mapping("model=llm,rating=points,plus_minus=n")
    #expect(board(try read(text, plusMinus))?.lower == [97])
    let variance = try mapping("model=llm,rating=points,variance=high")
    #expect(board(try read(text, variance))?.standardError == [Double(108).squareRoot()])
    let error = try mapping("model=llm,rating=points,standard_error=n")
    #expect(board(try read(text, error))?.standardError == [3])
  }

  @Test func warnings() throws {
    let rounded = try read("model,rating,ci\nx,1503,6\ny,1502.0,6\n").report.warnings
    #expect(rounded.map(\.code) == [.roundedScores, .independentScores])
    let exact = try read("model,rating,ci\nX,1503.5,6\nx,1502,6\n").report.warnings
    #expect(exact.map(\.code) == [.similarNames, .independentScores])
    #expect(exact.last?.text.hasPrefix("Scores are treated as independent") == true)
  }
}
