import Battles
import Testing

@Suite struct OutcomeTests {
  @Test func scoresAddUpToOneWithTheMirrorImage() {
    for outcome in Outcome.allCases {
      #expect(outcome.scoreOfA + outcome.mirrored.scoreOfA == 1)
      #expect(outcome.mirrored.mirrored == outcome)
    }
    #expect(Outcome.allCases.map(\.scoreOfA) == [1, 0, 0.5, 0.5])
    #expect(Outcome.allCases.map(\.mirrored) == [.bWins, .aWins, .tie, .bothBad])
  }

  @Test func labelsAreThoseOfBattleFiles() {
    #expect(Outcome.allCases.map(\.label) == ["model_a", "model_b", "tie", "both_bad"])
  }
}
