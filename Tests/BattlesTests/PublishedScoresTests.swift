import Battles
import Testing

@Suite struct PublishedScoresTests {
  private func board(votes: [Int]?) -> PublishedScores {
    PublishedScores(
      roster: Roster(["a", "b", "c"]), rating: [1, 2, 3], standardError: [4, 5, 6],
      lower: [7, 8, 9], upper: [10, 11, 12], votes: votes, level: 0.9)
  }

  @Test func excludingKeepsEveryColumnInStep() {
    let rest = board(votes: [20, 21, 22]).excluding(["b", "nobody"])
    #expect(
      rest
        == PublishedScores(
          roster: Roster(["a", "c"]), rating: [1, 3], standardError: [4, 6], lower: [7, 9],
          upper: [10, 12], votes: [20, 22], level: 0.9))
    #expect(board(votes: nil).excluding(["c"]).votes == nil)
    #expect(board(votes: nil).excluding([]) == board(votes: nil))
  }
}
