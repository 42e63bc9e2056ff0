import Ingest
import Testing

/// Headers: what they are recognised as, and what is said where they are not.
@Suite struct RecognitionTests {
  @Test func battlesComeFirstWhereBothFit() throws {
    let text = "model_a,model_b,winner,name,rating,ci\nx,y,a,n,1,2\n"
    #expect(try cells(text) == ["x|y|model_a|1"])
    #expect(board(try read(text, try mapping("model=name"))) != nil)
  }

  @Test func aBoardWhereSidesHaveNoWinner() throws {
    #expect(board(try read("left,right,name,rating,ci\n1,2,n,1,2\n")) != nil)
  }

  @Test(
    arguments: [
      (
        "foo,bar\n1,2\n",
        """
        the header is neither that of battles, which need model_a, model_b and winner, nor that \
        of a board, which needs model, rating and its uncertainty; it has: foo, bar (name the \
        columns with --columns a=COLUMN,b=COLUMN,winner=COLUMN)
        """
      ),
      (
        "model_a,modle_b,winner\nx,y,a\n",
        """
        the header is neither that of battles, which need model_a, model_b and winner, nor that \
        of a board, which needs model, rating and its uncertainty; it has: model_a, modle_b, \
        winner (did you mean "modle_b" for model_b? else name the columns with --columns \
        a=COLUMN,b=COLUMN,winner=COLUMN)
        """
      ),
      (
        "model_a,model_b,winer\nx,y,a\n",
        """
        battles need a winner (or outcome, result), or wins_a and wins_b, beside model_a and \
        model_b; it has: model_a, model_b, winer (name it with --columns winner=winer)
        """
      ),
      (
        "model,ratng,ci\nx,1,2\n",
        """
        a board needs a rating (one of rating, score, elo, arena_score); it has: model, ratng, \
        ci (name it with --columns rating=ratng)
        """
      ),
      (
        "model,rating,votes\nx,1,2\n",
        """
        the board has scores and no uncertainty; expected rating_lower and rating_upper, \
        rating_q025 and rating_q975, lower and upper, ci_minus and ci_plus, ci, variance or \
        standard_error; it has: model, rating, votes (name it with --columns \
        lower=COLUMN,upper=COLUMN, plus_minus=COLUMN or standard_error=COLUMN)
        """
      ),
    ] as [(String, String)])
  func headersThatDoNotFit(_ text: String, _ description: String) {
    let error = failure(text, options { $0.badRows = .skip })
    #expect(error?.description == "battles.csv:1: \(description)")
    #expect(error?.kind == .badData)
  }

  @Test func aNeededColumnThatOccursTwice() {
    let error = failure("model_a,Winner,model_b,winner,winner\nx,a,y,a,b\n")
    #expect(
      error?.description == "battles.csv:1: column \"winner\" is there 2 times, as columns 4 and 5 "
        + "(rename one of them, or choose another column with --columns)")
    #expect(error?.kind == .badData)
  }

  @Test func columnsThatDifferByCaseAreToldApartByBytes() throws {
    #expect(try cells("model_a,Winner,model_b,winner\nx,b,y,a\n") == ["x|y|model_a|1"])
    #expect(
      failure("model_a,Winner,model_b,WINNER\nx,b,y,a\n")?.description
        == "battles.csv:1: column \"winner\" is there 2 times, as columns 2 and 4 (rename one of "
        + "them, or choose another column with --columns)")
  }

  @Test func unneededColumnsMayOccurTwice() throws {
    #expect(try cells("model_a,x,model_b,x,winner,\nx,,y,,a,\n") == ["x|y|model_a|1"])
  }

  @Test(
    arguments: [
      (
        "a=hst,b=guest,winner=res",
        """
        there is no column "hst"; it has: host, guest, res (did you mean --columns \
        a=host?)
        """
      ),
      (
        "a=host,b=guest,winner=zzzzz",
        """
        there is no column "zzzzz"; it has: host, guest, res (name one of them with \
        --columns winner=COLUMN)
        """
      ),
      (
        "winner=res",
        """
        battles need two sides, such as model_a and model_b; it has: host, guest, res \
        (name them with --columns a=COLUMN,b=COLUMN)
        """
      ),
      (
        "model=host",
        """
        a board needs a rating (one of rating, score, elo, arena_score); it has: host, \
        guest, res (name it with --columns rating=COLUMN)
        """
      ),
    ] as [(String, String)])
  func mappingsThatMissTheHeader(_ columns: String, _ description: String) throws {
    let error = failure("host,guest,res\nx,y,a\n", try mapping(columns))
    #expect(error?.description == "battles.csv:1: \(description)")
    #expect(error?.kind == .badData)
  }

  @Test(
    arguments: [
      (
        "a=x,rating=y",
        """
        --columns names a, which belongs to battles, and rating, which belongs to a board (name \
        roles of one kind)
        """
      ),
      (
        "winner=winner,wins_b=n",
        """
        --columns names winner and wins_b, which tell the same thing (name a winner, or wins_a \
        and wins_b, or score_a and score_b)
        """
      ),
      ("score_a=n", "--columns names one of score_a and score_b (name both of them)"),
      (
        "wins_a=n,wins_b=n,count=n",
        """
        --columns names count beside wins_a and wins_b, which are counts themselves (leave count \
        out)
        """
      ),
      ("lower=n", "--columns names one of lower and upper (name upper too)"),
      (
        "variance=n,standard_error=n",
        "--columns names the uncertainty twice, as variance and standard_error (name one form of it)"
      ),
    ] as [(String, String)])
  func mappingsThatContradictThemselves(_ columns: String, _ description: String) throws {
    let text = "model_a,model_b,winner,n,name,score\nx,y,a,1,z,2\n"
    let error = failure(text, try mapping(columns))
    #expect(error?.description == description)
    #expect(error?.kind == .usage)
  }

  @Test func filesOfTwoKinds() {
    let error = #expect(throws: IngestError.self) {
      try readDataset([
        InMemoryFile("b.csv", Array("model,rating,ci\nx,1,2\n".utf8)),
        InMemoryFile("a.csv", Array("model_a,model_b,winner\nx,y,a\n".utf8)),
      ])
    }
    #expect(
      error?.description == "a.csv:1: this is a file of battles, and b.csv is a board (files given "
        + "together are one data set: give files of one kind)")
    #expect(error?.kind == .badData)
  }

  /// What often tells the outcome is offered by name.
  @Test(arguments: ["Label", "judge says"])
  func aLikelyWinnerIsOffered(heading: String) throws {
    let text = "model_a,model_b,id,\(heading)\nx,y,1,0.5\n"
    let offer = heading == "judge says" ? "COLUMN" : heading
    #expect(
      failure(text)?.description.hasSuffix("(name it with --columns winner=\(offer))") == true)
    #expect(try cells(text, try mapping("winner=\(heading)")) == ["x|y|tie|1"])
  }

  /// Headings with a word that tells of verdicts are read where their values are verdicts.
  @Test(arguments: [
    "score", "preference", "choice", "verdict", "a_won", "model_b_won", "Overall Winner",
  ])
  func aLikelyWinnerIsRead(heading: String) throws {
    #expect(
      try cells("model_a,model_b,id,\(heading)\nx,y,1,0.5\n") == ["x|y|tie|1"])
  }
}
