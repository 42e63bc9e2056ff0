import Battles
import Ingest
import Testing

/// Boards of which the headings leave open what is meant, each refused with options that work.
@Suite struct BoardChoiceTests {
  private let rates = """
    ,win_rate,standard_error,n_wins,discrete_win_rate,avg_length,length_controlled_winrate,lc_standard_error
    a,70.5,1.5,9,71.5,900,80.25,0.25
    b,60.5,1.25,8,61.5,800,70.25,0.5
    c,50.0,0.0,7,50.0,700,50.0,
    d,40.5,1.25,8,41.5,800,30.25,
    """

  @Test func severalScoresWithErrorsOfTheirOwn() throws {
    let error = failure(rates)
    #expect(
      error?.description
        == "battles.csv:1: the board has several scores, 'win_rate', 'discrete_win_rate' and "
        + "'length_controlled_winrate', of which 'discrete_win_rate' has no error of its own (choose one: "
        + "--columns rating=win_rate,standard_error=standard_error, or --columns "
        + "rating=length_controlled_winrate,standard_error=lc_standard_error)")
    let results = try offered(error).map { try read(rates, $0) }
    #expect(results.map { board($0)?.standardError } == [[1.5, 1.25, 0, 1.25], [0.25, 0.5]])
    #expect(results.map { board($0)?.reference } == [2, nil])
    #expect(results.map { board($0)?.unit } == [.percent, .percent])
    #expect(results[1].report.setAside == [SetAside(.noError, count: 2)])
  }

  /// The name of a score is enough where its errors are told by their headings.
  @Test func aScoreTellsItsErrors() throws {
    #expect(
      board(try read(rates, try mapping("rating=win_rate")))?.standardError == [1.5, 1.25, 0, 1.25])
    let other = try mapping("rating=length_controlled_winrate")
    #expect(board(try read(rates, other))?.standardError == [0.25, 0.5])
  }

  @Test func aRatingComesBeforeScores() throws {
    let text = "player,Elo,score,ci\na,1500,0.75,5\nb,1400,0.25,5\n"
    #expect(board(try read(text))?.rating == [1500, 1400])
  }

  @Test func severalRatings() throws {
    let text = "model,Arena Elo,Elo (hard),ci\na,1500,1400,5\nb,1400,1300,5\n"
    let error = failure(text)
    #expect(error?.description.contains("several scores, 'Arena Elo' and 'Elo (hard)'") == true)
    #expect(error?.description.contains("'Elo (hard)' has no error of its own") == true)
    #expect(try offered(error).map { board(try read(text, $0))?.rating } == [[1500, 1400]])
  }

  /// What has the same heading twice cannot be named.
  @Test func aHeadingThatIsThereTwice() {
    #expect(
      failure("model,elo,ci,elo,ci\na,1500,5,1400,5\n")?.description.hasPrefix(
        "battles.csv:1: column \"elo\" is there 2 times, as columns 2 and 4") == true)
    #expect(
      failure("model,elo,ci,ci\na,1500,5,1400\n")?.description.hasPrefix(
        "battles.csv:1: column \"ci\" is there 2 times") == true)
  }

  /// Commands are written as a shell takes them, also where a heading has blanks and commas.
  @Test func headingsThatAreQuoted() throws {
    let text =
      "model,\"Elo, text\",\"Elo, it's code\",\"SE, text\",\"SE, it's code\"\na,1500,1400,5,6\n"
    #expect(
      failure(text)?.description.hasSuffix(
        "(choose one: --columns 'rating=\"Elo, text\",standard_error=\"SE, text\"', or --columns "
          + "'rating=\"Elo, it'\\''s code\",standard_error=\"SE, it'\\''s code\"')") == true)
    let chosen = try mapping("rating=\"Elo, text\",standard_error=\"SE, text\"")
    #expect(board(try read(text, chosen))?.standardError == [5])
  }

  /// Of two scores, one has errors that are its own by name.
  @Test func theScoreThatHasErrors() throws {
    let text = "model,score,win_rate,score_lower,score_upper\na,5,.5,4,6\nb,7,.6,6,8\n"
    #expect(board(try read(text))?.rating == [5, 7])
  }

  @Test func severalErrors() throws {
    let text = "model,elo,95% CI,interval\na,1500,±5,±4\nb,1400,±5,±4\n"
    let error = failure(text)
    #expect(error?.description.contains("several errors could be those of 'elo'") == true)
    let lower = try offered(error).map { board(try read(text, $0))?.lower }
    #expect(lower == [[1495, 1395], [1496, 1396]])
  }

  @Test func anErrorOfWhichNothingIsSaid() throws {
    let text = "player,rating,error\na,1500,10\nb,1490,11\n"
    let error = failure(text)
    #expect(
      error?.description
        == "battles.csv:1: 'error' may be a standard error, or half the width of an interval (say which: "
        + "--columns standard_error=error, or --columns plus_minus=error)")
    let results = try offered(error).map { board(try read(text, $0)) }
    #expect(results[0]?.standardError == [10, 11])
    #expect(results[1]?.lower == [1490, 1479])
  }

  /// Standard deviations of Elo are standard errors; those of other scores may be how far results scatter.
  @Test func deviations() throws {
    #expect(board(try read("model,elo,std\na,1500,3\nb,1400,4\n"))?.standardError == [3, 4])
    let text = "model,score,std\na,8.25,1.5\nb,7.75,1.25\n"
    let error = failure(text)
    #expect(
      error?.description
        == "battles.csv: 'std' may be the standard error of a score, or how far single results scatter (if "
        + "it is the former, say so with --columns standard_error=std)")
    #expect(try offered(error).map { board(try read(text, $0))?.standardError } == [[1.5, 1.25]])
  }

  @Test(
    arguments: [
      "llm", "Player", "team", "engine", "system", "agent", "method", "LLM", "Model Name", "bot",
      "",
      "Unnamed: 0",
    ])
  func names(_ heading: String) throws {
    let scores = try #require(board(try read("\(heading),Score ↑,se\nx,8.5,1\ny,7.5,1\n")))
    #expect(scores.roster.names == ["x", "y"])
  }

  @Test func aColumnWithoutHeadingThatNumbersTheRows() {
    #expect(
      failure(",vendor,elo,ci\n0,A,1500,5\n1,B,1400,5\n")?.description
        == "battles.csv: no column is headed as the names of models, and the first, which has no heading, "
        + "numbers the rows (name the column with --columns model=COLUMN)")
  }

  @Test func quantiles() throws {
    let scores = try #require(
      board(try read("model,median,p5,p2.5,p95,p97.5\na,1500,1492,1490,1509,1511\nb,1,0,0,2,3\n")))
    #expect(scores.lower == [1490, 0])
    #expect(scores.upper == [1511, 3])
    #expect(scores.level == 0.95)
    let other = try #require(board(try read("model,mean,q05,q95\na,1500,1492,1509\nb,1,0,2\n")))
    #expect(other.level == 0.9)
    // The divisor is by Python's statistics.NormalDist().inv_cdf(0.95), and rounds the quotient once.
    #expect(abs(other.standardError[0] - 17 / (2 * 1.6448536269514715)) < 1e-14)
  }
}
