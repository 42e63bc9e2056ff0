import Battles
import Ingest
import Testing

/// Files that are easily misread: what each comes to, counted by hand, or that it is refused.
@Suite struct LayoutTrapTests {
  static let traps =
    [
      // 0 and 1 of two games are as open as they are of one.
      ("model_1,model_2,g1_winner,g2_winner\nx,y,1,1\ny,z,0,0\nz,x,1,0\n", nil),
      // A number of a round is no side.
      ("team1,team2,round_2_result\nx,y,W\ny,z,L\n", nil),
      // Nor does a round that a side won tell of the battle.
      ("player_a,player_b,a_round_won\nx,y,1\ny,z,0\nz,x,1\n", nil),
      // Nor is that of a judge.
      ("player_a,player_b,judge_2_winner\nx,y,1\ny,z,0\n", nil),
      // A total is no model.
      ("player,x,y,z,total\nx,,3,4,7\ny,2,,1,3\nz,1,2,,3\ntotal,3,5,5,13\n", nil),
      // Nor is a rating.
      ("player,elo,x,y,z\nx,1500,,3,4\ny,1400,2,,1\nz,1300,1,2,\n", nil),
      // The corner may say that rows lost.
      (
        "loser,x,y,z\nx,,3,5\ny,2,,4\nz,1,2,\n",
        [
          "x|y|model_b|3", "x|z|model_b|5", "y|x|model_b|2", "y|z|model_b|4", "z|x|model_b|1",
          "z|y|model_b|2",
        ]
      ),
      // Or in which order.
      (
        "loser\\winner,x,y,z\nx,,3,5\ny,2,,4\nz,1,2,\n",
        [
          "x|y|model_b|3", "x|z|model_b|5", "y|x|model_b|2", "y|z|model_b|4", "z|x|model_b|1",
          "z|y|model_b|2",
        ]
      ),
      // Or in words.
      (
        "beat (column beats row),x,y,z\nx,,3,5\ny,2,,4\nz,1,2,\n",
        [
          "x|y|model_b|3", "x|z|model_b|5", "y|x|model_b|2", "y|z|model_b|4", "z|x|model_b|1",
          "z|y|model_b|2",
        ]
      ),
      // Wins of a season are no result.
      (
        "home_team,away_team,home_score,away_score,home_wins,away_wins\nx,y,3,2,10,8\ny,z,0,2,8,7\n",
        nil
      ),
      // Names of countries are no sides.
      (
        "p1_id,p2_id,p1_ioc,p2_ioc,winner\n11,12,ESP,USA,1\n12,13,USA,SUI,2\n13,11,SUI,ESP,1\n11,13,ESP,SUI,1\n",
        ["11|12|model_a|1", "11|13|model_a|1", "12|13|model_b|1", "13|11|model_a|1"]
      ),
      // Nor are titles.
      (
        "white_id,black_id,white_title,black_title,Result\n1,2,GM,IM,1-0\n2,3,IM,GM,0-1\n3,1,GM,GM,1-0\n",
        ["1|2|model_a|1", "2|3|model_b|1", "3|1|model_a|1"]
      ),
      // Nor are flags that repeat.
      (
        "left_model,right_model,conv_useful_left,conv_useful_right,winner\n1,2,True,False,A\n2,3,False,True,B\n3,1,True,True,A\n1,3,False,False,B\n",
        ["1|2|model_a|1", "1|3|model_b|1", "2|3|model_b|1", "3|1|model_a|1"]
      ),
      // Left and right are other columns here.
      (
        "model_a,model_b,left_model,right_model,vote\nx,y,y,x,left\ny,z,y,z,right\nz,x,x,z,left\n",
        nil
      ),
      // White is one of the players.
      ("player1,player2,white_player,result\nx,y,y,1-0\n", nil),
      // The first of red and blue is the one that stands first.
      (
        "blueTeam,redTeam,result\nT1,GEN,1\nGEN,DK,0\nDK,T1,1\n",
        ["DK|T1|model_a|1", "GEN|DK|model_b|1", "T1|GEN|model_a|1"]
      ),
      // Points where b stands before a.
      ("model_b,model_a,result\nT1,GEN,1\nGEN,DK,0\nDK,T1,1\n", nil),
      // Scores are in the order of columns.
      ("Away,Home,Score\nCHI,BOS,4-1\nBOS,NYR,0-2\n", ["BOS|CHI|model_b|1", "NYR|BOS|model_a|1"]),
      // Which results of games are not always.
      ("Away,Home,Score\nCHI,BOS,1-0\nBOS,NYR,0-1\n", nil),
      // Ties by their number.
      (
        "model_a,model_b,n_wins_a,n_wins_b,n_ties\nx,y,10,5,4\n",
        ["x|y|model_a|10", "x|y|model_b|5", "x|y|tie|4"]
      ),
      // In other words.
      (
        "model_a,model_b,wins_a,wins_b,num_draws\nx,y,10,5,4\n",
        ["x|y|model_a|10", "x|y|model_b|5", "x|y|tie|4"]
      ),
      // Totals that are no sum.
      ("model_a,model_b,wins_a,wins_b,count\nx,y,10,5,35\n", nil),
      // Flags as databases write them.
      (
        "model_a_name,model_b_name,chosen_model_name,both_equal\nx,y,x,f\ny,z,z,f\nz,x,,t\n",
        ["x|y|model_a|1", "y|z|model_b|1", "z|x|tie|1"]
      ),
      // A tie beside a winner.
      ("model_a,model_b,winner,is_tie\nz,x,x,yes\nx,y,x,no\n", nil),
      // A draw beside winner and loser.
      ("winner,loser,result\nx,y,win\ny,z,draw\n", ["x|y|model_a|1", "y|z|tie|1"]),
      // As a result.
      ("winner,loser,result\nx,y,1-0\ny,z,1/2-1/2\n", ["x|y|model_a|1", "y|z|tie|1"]),
      // A flag of ties.
      (
        "model_a,model_b,winner_model_a,winner_model_b,winner_both_equal\nz,x,0,0,1\n",
        ["z|x|tie|1"]
      ),
      // Games of a match are no battles.
      (
        "home,away,home_score,away_score,games\nx,y,3,1,4\ny,z,2,3,5\n",
        ["x|y|model_a|1", "y|z|model_b|1"]
      ),
      ("winner,loser,games\nDimitrov,Rune,22\n", ["Dimitrov|Rune|model_a|1"]),
      ("player1,player2,score,games\nA1,B1,3-1,4\n", ["A1|B1|model_a|1"]),
      // The reverse of a verdict.
      ("model_a,model_b,least_preferred\nx,y,x\ny,z,z\n", nil),
      // A forecast.
      ("team1,team2,predicted_winner\nx,y,x\n", nil),
      // Another.
      ("team1,team2,home_win_predicted\nx,y,1\n", nil),
      // One game from both sides.
      ("game_id,Team,Opponent,Venue,Result\ng1,B,M,H,L\ng1,M,B,A,W\n", nil),
      // One pair from both sides.
      ("team,opponent,wins,losses\nA1,B1,10,5\nB1,A1,5,10\nB1,C1,7,1\n", nil),
      // Percentages.
      ("model,x,y,z\nx,50,60,70\ny,40,50,55\nz,30,45,50\n", nil),
      // Rates.
      ("win_rate,x,y,z\nx,,60,70\ny,40,,55\nz,30,45,\n", nil),
      // Half a table.
      ("player,x,y,z\nx,,3,4\ny,2,,1\n", nil),
      // L for left.
      (
        "left_model,right_model,choice\nx,y,L\ny,z,L\nz,x,tie\n",
        ["x|y|model_a|1", "y|z|model_a|1", "z|x|tie|1"]
      ),
      // Three games.
      (
        "model_1,model_2,g1_winner,g2_winner,g3_winner\nx,y,x,x,y\n",
        ["x|y|model_a|2", "x|y|model_b|1"]
      ),
      // Names that are codes.
      ("player_1,player_2,winner\n2,1,1\n1,3,1\n3,2,2\n1,2,2\n", nil),
      // Names that are scores.
      (
        "away,home,vote\n10-12,b-2,10-12\nb-2,2:0,2:0\n2:0,x-y,2:0\n",
        ["2:0|b-2|model_a|1", "b-2|10-12|model_b|1", "x-y|2:0|model_b|1"]
      ),
      // Texts that were judged.
      ("prompt,response_a,response_b,winner\np1,yes,no,a\np2,no,yes,b\np3,yes,no,a\n", nil),
      // Seasons and months.
      ("home,away,result\nx,y,2023-24\ny,x,2024-01\n", nil),
      // Records of careers.
      ("red_fighter,blue_fighter,red_wins,blue_wins\nAli,Frazier,30,20\n", nil),
      // Letters of the sides.
      ("attacker,defender,result\nx,y,A\ny,z,D\n", ["x|y|model_a|1", "y|z|model_b|1"]),
      // Numbers as names.
      ("winner,loser\n11,12\n12,13\n", ["11|12|model_a|1", "12|13|model_a|1"]),
      // Short headings.
      ("Home,Away,HG,AG,Res\nx,y,2,1,H\ny,z,0,0,D\n", ["x|y|model_a|1", "y|z|tie|1"]),
      // Half points.
      (
        "white,black,result\nx,y,1\ny,z,0\nz,x,½\n",
        ["x|y|model_a|1", "y|z|model_b|1", "z|x|tie|1"]
      ),
      // Models beside texts.
      (
        "prompt,chosen,rejected,chosen_model,rejected_model\np,good text,bad text,x,y\np,q1,q2,y,z\n",
        ["x|y|model_a|1", "y|z|model_a|1"]
      ),
      // Points of the first.
      ("model_a,model_b,score\nx,y,1\ny,z,0.5\n", ["x|y|model_a|1", "y|z|tie|1"]),
    ] as [(String, [String]?)]

  @Test(arguments: traps)
  func isNotMisread(_ text: String, _ expected: [String]?) throws {
    guard let expected else {
      #expect(failure(text)?.kind == .badData)
      return
    }
    #expect(try cells(text) == expected)
  }

  /// A row behind those that are looked at first may be no model all the same.
  @Test func rowsBeyondTheColumns() {
    let names = (0..<300).map { "m\($0)" }
    let rows = (names + ["all"]).map { name in
      name + "," + names.map { $0 == name ? "" : "\(name < $0 ? 2 : 1)" }.joined(separator: ",")
    }
    let text = "," + names.joined(separator: ",") + "\n" + rows.joined(separator: "\n") + "\n"
    #expect(failure(text)?.description.contains("a row \"all\" and no column") == true)
  }

  /// What is no contest is neither a win nor a tie.
  @Test func noContest() throws {
    let result = try read("winner,loser,result\nx,y,NC\ny,z,KO\nz,x,draw\n")
    #expect(cells(result) == ["y|z|model_a|1", "z|x|tie|1"])
    #expect(result.report.setAside.map(\.count) == [1])
  }

  /// Values are looked at although the first row is longer than the window.
  @Test func aRowLongerThanTheWindow() throws {
    let prompt = String(repeating: "long ", count: 200)
    let text = "prompt,left_model,right_model,choice\n\(prompt),x,y,left\n\(prompt),y,x,left\n"
    for size in [512, 1 << 16] {
      #expect(cells(try read(text, windowSize: size)) == ["x|y|model_a|1", "y|x|model_a|1"])
    }
  }

  /// Of so many columns only those of known headings are looked for.
  @Test func veryManyColumns() throws {
    let more = (0..<5000).map { "c\($0)" }.joined(separator: ",")
    let values = [String](repeating: "1", count: 5000).joined(separator: ",")
    #expect(
      try cells("model_a,model_b,winner,\(more)\nx,y,model_a,\(values)\n") == ["x|y|model_a|1"])
    let other = "repo_a,repo_b,choice,\(more)\nx,y,repo_a,\(values)\n"
    #expect(failure(other)?.description.contains("--columns a=COLUMN") == true)
    #expect(
      try cells(other, try mapping("a=repo_a,b=repo_b,winner=choice")) == ["x|y|model_a|1"])
  }

  /// What is told beside an opponent is told of the other side, whichever options call a.
  @Test func resultsOfTheOtherSide() throws {
    #expect(
      try cells("team,opponent,result\nx,y,W\n", try mapping("a=opponent,b=team"))
        == ["y|x|model_b|1"])
  }
}
