import Testing

@testable import Ingest

/// Which side a heading names, of sides called `player_a` and `player_b`.
@Suite struct ColumnHeadingsTests {
  @Test(arguments: [
    ("a_won", true), ("player_a_won", true), ("b_wins", false), ("winner", nil),
    // A round, or a set, that a side won is not the battle.
    ("a_round_won", nil), ("b_set_win", nil),
  ])
  func namedSide(_ heading: String, _ isFirst: Bool?) {
    let headings = ColumnHeadings(winner: heading, sideA: "player_a", sideB: "player_b")
    #expect(headings.namedSide == isFirst)
  }
}
