import Battles
import Ingest
import Testing

/// Files of battles that can be read in several ways, or are none.
@Suite struct LayoutRefusalTests {
  /// What can be meant in two ways is refused with a command for each.
  @Test(
    arguments: [
      (
        "item_a,item_b,true_winner,winner_ab,winner_ba\np,q,A,A,B\nq,p,B,A,B\np,q,A,A,A\n",
        [
          "--columns winner=true_winner", "--columns winner=winner_ab",
          "--columns winner=winner_ba",
        ]
      ),
      (
        "attacker_king,defender_king,attacker_general,defender_general,outcome\nx,y,p,q,win\n"
          + "y,x,q,p,loss\nx,y,p,q,win\ny,x,q,p,win\n",
        [
          "--columns a=attacker_king,b=defender_king",
          "--columns a=attacker_general,b=defender_general",
        ]
      ),
      (
        "home_team,away_team,home_points,away_points,home_sets,away_sets\nx,y,3,1,1,2\n",
        [
          "--columns score_a=home_points,score_b=away_points",
          "--columns score_a=home_sets,score_b=away_sets",
        ]
      ),
    ] as [(String, [String])])
  func severalAreRefused(_ text: String, _ commands: [String]) throws {
    let error = try #require(failure(text))
    for command in commands {
      #expect(error.description.contains(command), "\(error)")
      // What is offered reads the file.
      let argument = String(command.dropFirst("--columns ".count))
      #expect(try !cells(text, try mapping(argument)).isEmpty)
    }
  }

  @Test(
    arguments: [
      // Texts that were judged are no names.
      ("chosen,rejected\n" + (0..<30).map { "good \($0),bad \($0)\n" }.joined(), "neither"),
      (",A,B\nA,,0.6\nB,0.4,\n", "shares or points such as \"0.6\""),
      (",A,B\nA,,60\nB,40,\n", "shares in percent"),
      (",A,B,C\nA,,3,4\nB,3,,5\nC,4,5,\n", "the same on both sides of its diagonal"),
      (
        "generator_1,generator_2,preference\nb,x,1.2\nb,x,1.99\nb,y,1.03\nb,y,1\nb,y,2\n",
        "graded outcomes, such as \"1.2\", \"1.99\""
      ),
      ("Engine1,Engine2,W,D,L,Games\nx,y,10,5,3,19\n", "add up to 18, and Games is 19"),
      (
        "model_a_name,model_b_name,chosen_model_name,both_equal\nx,y,x,1\nx,y,y,0\n",
        "both_equal says that the battle is a tie, and chosen_model_name is \"x\""
      ),
      (
        "team,opponent,won,lost\nx,y,12,9\ny,x,9,12\nx,z,5,4\nz,x,4,5\n",
        "from both sides with the same numbers"
      ),
    ] as [(String, String)])
  func whatIsNoBattleIsRefused(_ text: String, _ part: String) {
    let error = failure(text)
    #expect(error?.description.contains(part) == true, "\(String(describing: error))")
    #expect(error?.kind == .badData)
  }
}
