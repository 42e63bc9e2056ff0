import Battles
import Testing

@testable import Ingest

/// Headings that people use for battles, read without any option.
@Suite struct HeadingTests {
  /// One battle that the first side wins and one that the second wins.
  @Test(arguments: [
    "player1,player2,win1,win2\nx,y,1,1\n",
    "home_team,away_team,home_score,away_score\nx,y,2,1\nx,y,0,3\n",
    "\"home.team\",\"away.team\",\"home.wins\",\"away.wins\"\nx,y,1,1\n", "a,b,w,l,t\nx,y,1,1,0\n",
    "team1,team2,score1,score2\nx,y,2,1\nx,y,0,3\n", "home,away,result\nx,y,1-0\nx,y,0-1\n",
    "team_a,team_b,score_a,score_b\nx,y,9,8\nx,y,8,9\n", "a,b,winner\nx,y,a\nx,y,b\n",
    "home,away,home_goals,away_goals,count\nx,y,2,1,1\nx,y,0,3,1\n",
  ])
  func areRecognised(text: String) throws {
    let result = try readDataset([InMemoryFile("battles.csv", Array(text.utf8))])
    let expected = Cells(
      [Cell(a: 0, b: 1, outcome: .aWins, count: 1), Cell(a: 0, b: 1, outcome: .bWins, count: 1)],
      names: ["x", "y"])
    #expect(result.dataset == .battles(expected))
  }

  /// What names the winner goes before numbers, and what names counts before points.
  @Test func theMostDirectColumnsCount() throws {
    let text = "model_a,model_b,winner,w,l,score_a,score_b\nx,y,tie,5,6,7,8\n"
    let result = try readDataset([InMemoryFile("battles.csv", Array(text.utf8))])
    let tie = Cells([Cell(a: 0, b: 1, outcome: .tie, count: 1)], names: ["x", "y"])
    #expect(result.dataset == .battles(tie))
    let counts = "model_a,model_b,w,l,score_a,score_b\nx,y,5,0,7,8\n"
    let wins = Cells([Cell(a: 0, b: 1, outcome: .aWins, count: 5)], names: ["x", "y"])
    let second = try readDataset([InMemoryFile("battles.csv", Array(counts.utf8))])
    #expect(second.dataset == .battles(wins))
  }
}
