import Battles
import Ingest
import Testing

/// Layouts in which owners publish battles, by the headings that they use: none needs an option.
///
/// What each file comes to is counted by hand.
@Suite struct LayoutTests {
  /// A file and what its battles come to: won by side a, by side b, ties, both bad.
  struct Layout: Sendable, CustomTestStringConvertible {
    let name: String
    let text: String
    let counts: [Int]
    var testDescription: String { name }
  }

  static let layouts = [
    Layout(
      name: "arena 55k: a column for each outcome",
      text: """
        id,model_a,model_b,prompt,response_a,response_b,winner_model_a,winner_model_b,winner_tie
        1,x,y,p,r,r,1,0,0
        2,x,z,p,r,r,0,1,0
        3,y,z,p,r,r,0,0,1
        4,y,z,p,r,r,0,0,1

        """, counts: [1, 1, 2, 0]),
    Layout(
      name: "arena 100k",
      text: """
        question_id,model_a,model_b,winner,judge_hash,tstamp,conv_metadata,category_tag
        q,x,y,model_a,h1,1720000000.5,{},{}
        q,x,z,tie (bothbad),h2,1720000001.5,{},{}
        q,y,z,model_b,h3,1720000002.5,{},{}

        """, counts: [1, 1, 0, 1]),
    Layout(
      name: "arena 140k",
      text: """
        id,model_a,model_b,winner,evaluation_session_id,evaluation_order,conv_metadata
        1,x,y,both_bad,s1,1,{}
        2,x,z,model_a,s2,1,{}
        3,y,z,tie,s3,2,{}

        """, counts: [1, 0, 1, 1]),
    Layout(
      name: "MT-bench human judgments",
      text: """
        question_id,model_a,model_b,winner,judge,turn
        81,x,y,model_a,author_0,1
        81,x,z,tie (inconsistent),expert_1,2
        82,y,z,error,expert_1,1
        83,y,z,model_b,expert_1,1

        """, counts: [1, 1, 1, 0]),
    Layout(
      name: "compar:IA votes: names, and whether both are equal",
      text: """
        model_a_name,model_b_name,chosen_model_name,both_equal
        x,y,x,False
        x,y,,True
        y,z,z,False
        z,x,x,False
        z,y,,False

        """, counts: [1, 2, 1, 0]),
    Layout(
      name: "comparia-fr",
      text: """
        model_a,model_b,choice
        x,y,a_better
        x,z,b_better
        y,z,both good
        y,x,both bad

        """, counts: [1, 1, 1, 1]),
    Layout(
      name: "game lists: two verdicts a row, in terms of models",
      text: """
        question_id,model_1,model_2,g1_winner,g2_winner,judge
        1,x,y,model_1,model_2,j
        1,x,z,model_1,tie,j
        2,y,z,model_2,error,j

        """, counts: [2, 2, 1, 0]),
    Layout(
      name: "AlpacaEval annotations",
      text: """
        instruction,generator_1,generator_2,preference
        i,base,x,2.0
        i,base,y,1.0
        i,base,z,1.5

        """, counts: [1, 1, 1, 0]),
    Layout(
      name: "TTS arena: chosen and rejected",
      text: "chosen,rejected\nx,y\ny,z\nz,x\nx,z\n", counts: [4, 0, 0, 0]),
    Layout(
      name: "tennis: winners and losers, by name",
      text: """
        tourney_id,winner_id,winner_name,winner_age,loser_id,loser_name,loser_age,score
        t,1,A. One,20.5,2,B. Two,21,6-3 6-4
        t,2,B. Two,21,3,C. Three,22,7-6(4) 6-4

        """, counts: [2, 0, 0, 0]),
    Layout(
      name: "winners and losers with a column of draws and a count",
      text: "winner,loser,draw,count\nx,y,0,5\nx,z,1,2\n", counts: [5, 0, 2, 0]),
    Layout(
      name: "football-data",
      text: """
        Div,Date,HomeTeam,AwayTeam,FTHG,FTAG,FTR,HTHG,HTAG,HTR
        E0,13/08/18,x,y,2,1,H,0,1,A
        E0,13/08/18,y,z,0,0,D,0,0,D
        E0,14/08/18,z,x,0,3,A,0,1,A

        """, counts: [1, 1, 1, 0]),
    Layout(
      name: "football-data without letters",
      text: "HomeTeam,AwayTeam,FTHG,FTAG\nx,y,2,1\ny,z,0,0\nz,x,0,3\n", counts: [1, 1, 1, 0]),
    Layout(
      name: "footballcsv: both scores in one value",
      text: """
        Round,Date,Team 1,FT,Team 2
        1,Fri Aug 9 2019,x,4-1,y
        1,Fri Aug 9 2019,y,0-0,z
        2,Sat Aug 17 2019,z,1-0,x
        2,Sat Aug 17 2019,z,2–3,y

        """, counts: [2, 1, 1, 0]),
    Layout(
      name: "Go",
      text: "Black,White,Result\nx,y,B+R\ny,x,W+2.5\nx,y,W+T\nx,y,B+0.5\nx,y,0\n",
      counts: [2, 2, 1, 0]),
    Layout(
      name: "chess",
      text: """
        White,Black,WhiteElo,BlackElo,Result
        x,y,2000,1900,1-0
        y,x,1900,2000,1/2-1/2
        x,y,2000,1900,0-1
        x,y,2000,1900,*

        """, counts: [1, 1, 1, 0]),
    Layout(
      name: "engines: wins, draws and losses with games",
      text: "Engine1,Engine2,W,D,L,Games\nx,y,10,5,3,18\ny,z,1,0,2,3\n", counts: [11, 5, 5, 0]),
    Layout(
      name: "a team and its opponent",
      text: "team,opponent,result\nx,y,win\nx,z,loss\ny,z,draw\ny,z,Win\n", counts: [2, 1, 1, 0]),
    Layout(
      name: "letters for the result",
      text: "player,opponent,Result\nx,y,W\nx,z,L\ny,z,D\ny,z,W\n", counts: [2, 1, 1, 0]),
    Layout(
      name: "a square table of wins of the row's model",
      text: ",A,B,C\nA,,3,4\nB,1,,5\nC,2,2,\n", counts: [17, 0, 0, 0]),
    Layout(
      name: "the same with names and marks on the diagonal",
      text: "wins\\losses,gpt,claude,qwen\ngpt,-,3,4\nclaude,1,-,5\nqwen,2,2,-\n",
      counts: [17, 0, 0, 0]),
    Layout(
      name: "red and blue corners",
      text: "RedFighter,BlueFighter,Winner,RedOdds,BlueOdds\nx,y,Red,1,2\ny,z,Blue,1,2\n",
      counts: [1, 1, 0, 0]),
    Layout(
      name: "sides called by what is rated",
      text: "repo_a,repo_b,choice\nhttp://x,http://y,1\nhttp://y,http://z,2\n",
      counts: [1, 1, 0, 0]),
    Layout(
      name: "left and right models",
      text: "left_model,right_model,vote\nx,y,left\ny,z,right\nz,x,tie\n", counts: [1, 1, 1, 0]),
    Layout(
      name: "a flag for the favourite",
      text: "favorite,underdog,favorite_probability,favorite_win_flag\nx,y,.6,1\ny,z,.7,0\n",
      counts: [1, 1, 0, 0]),
    Layout(
      name: "headings of sides that say nothing, with names that meet again",
      text: "contender_a,contender_b,note_a,note_b,winner\nx,y,1,2,x\ny,x,3,4,x\nx,y,5,6,y\n",
      counts: [1, 2, 0, 0]),
    Layout(
      name: "labels for assistants",
      text: "model_a,model_b,preferred\nx,y,assistant_a\ny,z,assistant_b\nz,x,tie\n",
      counts: [1, 1, 1, 0]),
  ]

  @Test(arguments: layouts)
  func isRead(_ layout: Layout) throws {
    let result = try read(layout.text)
    let outcomes = try #require(result.report.reading.outcomes)
    #expect([outcomes.a, outcomes.b, outcomes.ties, outcomes.bothBad] == layout.counts)
    // One by one, as records, the values are the same but for those that need a look at several rows.
    for windowSize in [1, 7, 64] {
      #expect(cells(try read(layout.text, windowSize: max(windowSize, 512))) == cells(result))
    }
  }

  /// Who won is not only how often: each layout with the two models named.
  @Test func sidesAreNotExchanged() throws {
    #expect(try cells("chosen,rejected\nx,y\n") == ["x|y|model_a|1"])
    #expect(
      try cells("Black,White,Result\nx,y,B+R\ny,x,B+R\n")
        == ["x|y|model_b|1", "y|x|model_b|1"])
    #expect(
      try cells(",A,B,C\nA,,3,0\nB,0,,0\nC,0,1,\n") == ["A|B|model_a|3", "C|B|model_a|1"])
    let columns = options { $0.coding = .columnWins }
    #expect(
      try cells(",A,B,C\nA,,3,0\nB,0,,0\nC,0,1,\n", columns)
        == ["A|B|model_b|3", "C|B|model_b|1"])
    #expect(
      try cells("model_1,model_2,g1_winner,g2_winner\nx,y,model_1,model_1\ny,x,model_2,tie\n")
        == ["x|y|model_a|2", "y|x|model_b|1", "y|x|tie|1"])
    // Scores stand in the order of the columns, whatever their headings number, and whichever is side a.
    #expect(try cells("Team 2,FT,Team 1\nx,3-1,y\n") == ["y|x|model_b|1"])
    #expect(
      try cells("Away,Home,Score\nx,4-1,y\n".replacing("4-1,y", with: "y,4-1")) == ["y|x|model_b|1"]
    )
    // 1-0 alone may be a score in the order of the columns, or a result with the home side first.
    #expect(failure("Away,Home,Score\nx,y,1-0\n")?.kind == .badData)
    #expect(
      try cells("Team 1,FT,Team 2\nx,3-1,y\n", try mapping("a=Team 2,b=Team 1"))
        == ["y|x|model_b|1"])
  }

  /// Two games on one question are not independent.
  @Test func gamesAreClusteredByTheirQuestion() throws {
    let text = """
      question_id,model_1,model_2,g1_winner,g2_winner
      1,x,y,model_1,model_2
      1,x,z,model_1,tie
      2,y,z,model_2,model_1

      """
    let clustered = try #require(battles(try read(text, options { $0.games = .cluster })))
    #expect(clustered.clusters?.names == ["1", "2"])
    #expect(battles(try read(text))?.clusters == nil)
    let warned = try read(text, options { $0.games = .warn }).report.warnings
    #expect(warned.contains { $0.text.contains("two battles on one question") })
    // Without a question nothing tells which belong together, and that is said.
    let loose = try read(
      "model_1,model_2,g1_winner,g2_winner\nx,y,model_1,tie\n", options { $0.games = .cluster })
    #expect(battles(loose)?.clusters == nil)
    #expect(loose.report.warnings.contains { $0.code == .unnamedClusters })
  }

  /// Arena-Hard's judgments: the baseline is A in the first game, the model in the second.
  @Test func judgmentsOfTwoGames() throws {
    let text = """
      {"uid": "1", "model": "m", "category": "hard_prompt", "judge": "j", "games": [{"judgment": {"answer": "x"}, \
      "score": "A>B"}, {"judgment": {"answer": "y"}, "score": "B>>A"}]}
      {"uid": "2", "model": "m", "category": "creative_writing", "games": [{"score": "B>A"}, {"score": "A=B"}]}
      {"uid": "3", "model": "m", "category": "coding", "games": [{"score": null}, {"score": "A<<B"}]}
      {"uid": "4", "model": "m", "category": "math", "games": [null, {"score": "A<B"}]}

      """
    let result = try read(text, named: "m.jsonl")
    #expect(
      cells(result) == [
        "gemini-2.0-flash-001|m|model_b|1", "m|gemini-2.0-flash-001|tie|1",
        "m|o3-mini-2025-01-31|model_b|3", "o3-mini-2025-01-31|m|model_a|1",
      ])
    #expect(result.report.setAside == [SetAside(.noVerdict, count: 2)])
    // One baseline for all, strong verdicts three times, as Arena-Hard's own script counts them.
    let strong = options {
      $0.baseline = "base"
      $0.strongWeight = 3
    }
    #expect(
      cells(try read(text, named: "m.jsonl", strong)) == [
        "base|m|model_a|1", "base|m|model_b|1", "m|base|model_b|7", "m|base|tie|1",
      ])
    let clustered = try read(text, named: "m.jsonl", options { $0.games = .cluster })
    #expect(battles(clustered)?.clusters?.names == ["1", "2", "3", "4"])
    let none = failure(
      "{\"question_id\": 1, \"model\": \"m\", \"games\": [{\"score\": \"A>B\"}, {\"score\": \"A>B\"}]}\n",
      named: "m.jsonl")
    #expect(none?.description.contains("--baseline gpt-4-0314") == true)
    let other = failure(text.replacing("math", with: "poems"), named: "m.jsonl")
    #expect(other?.description.contains("category is \"poems\"") == true)
    #expect(
      failure("model_a,model_b,winner\nx,y,a\n", options { $0.baseline = "x" })?.kind == .usage)
  }

  /// Records are recognised as rows are, whatever else they hold.
  @Test func records() throws {
    let text = """
      {"left_model": "x", "right_model": "y", "choice": "left", "meta": {"a": 1}}
      {"right_model": "y", "left_model": "x", "choice": "tie"}
      {"left_model": "y", "right_model": "x", "choice": "left", "user": "u"}

      """
    #expect(
      cells(try read(text, named: "v.jsonl"))
        == ["x|y|model_a|1", "x|y|tie|1", "y|x|model_a|1"])
    let games = """
      {"question_id": 1, "model_1": "x", "model_2": "y", "g1_winner": "model_1", "g2_winner": "tie"}

      """
    #expect(cells(try read(games, named: "g.jsonl")) == ["x|y|model_a|1", "x|y|tie|1"])
  }

  @Test func strongVerdictsCountOnceOrMore() throws {
    let text = "model_a,model_b,winner\nx,y,A>>B\nx,y,A>B\nx,y,B>>A\nx,y,A=B\n"
    #expect(try cells(text) == ["x|y|model_a|2", "x|y|model_b|1", "x|y|tie|1"])
    #expect(
      try cells(text, options { $0.strongWeight = 3 })
        == ["x|y|model_a|4", "x|y|model_b|3", "x|y|tie|1"])
    let none = failure("model_a,model_b,winner\nx,y,A>B\n", options { $0.strongWeight = 3 })
    #expect(none?.kind == .usage)
  }

  /// Where the table is what it is said to be.
  @Test func pairsFromBothSides() throws {
    let text = "team,opponent,won,lost\nx,y,12,9\ny,x,9,12\nx,z,5,4\nz,x,4,5\n"
    #expect(
      try cells(text, options { $0.mirrored = .drop })
        == ["x|y|model_a|12", "x|y|model_b|9", "x|z|model_a|5", "x|z|model_b|4"])
    #expect(battles(try read(text, options { $0.mirrored = .keep }))?.battleCount == 60)
    // A pair that came out otherwise at the other side's ground says that rows are of their own.
    let other = "team,opponent,won,lost\nx,y,12,9\ny,x,9,12\nx,z,5,4\nz,x,4,6\n"
    #expect(battles(try read(other))?.battleCount == 61)
  }

  /// Many spellings of scores are one label; one that an option names stays by itself.
  @Test func scoresOfManySpellings() throws {
    let rows = (2..<90).map { "x,\($0)-1,y\n" }.joined()
    let text = "Team 1,FT,Team 2\n" + rows + "x,1-1,y\nx,0-2,y\n"
    #expect(try cells(text) == ["x|y|model_a|88", "x|y|model_b|1", "x|y|tie|1"])
    let labels = try options { $0.labels = [try OutcomeLabel(parsing: "5-1=tie")] }
    #expect(try cells(text, labels) == ["x|y|model_a|87", "x|y|model_b|1", "x|y|tie|2"])
  }

  @Test func winnerAndLoserByOption() throws {
    let text = "best,worst,even\nx,y,0\nx,y,1\n"
    #expect(
      try cells(text, try mapping("winner=best,loser=worst,draw=even"))
        == ["x|y|model_a|1", "x|y|tie|1"])
    #expect(failure(text, try mapping("loser=worst"))?.kind == .usage)
    #expect(failure(text, try mapping("a=best,winner=best,loser=worst"))?.kind == .usage)
  }
}
