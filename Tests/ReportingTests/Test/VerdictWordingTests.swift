import Battles
import Testing

@testable import EloInference
@testable import Reporting

/// The sentences, word for word: a reader chooses by them.
struct VerdictWordingTests {
  @Test func aDeadHeatOnABoard() {
    #expect(
      PairFixture(pairs: [PairFixture.deadHeat], isBoard: true).table() == """
        claude-opus-4-7-thinking (1503) and claude-opus-4-6-thinking (1502) are in a
        dead heat: the gap is 1 Elo (95% interval −8 to 10), and if the two were equal,
        chance alone would produce one at least this large in about 82 of 100 such
        boards (p = 0.82). The data could hide a gap of up to 10 Elo. Do not choose
        between them on this rating.
          gap 1 Elo · standard error 4.3 · z 0.23 · p = 0.82 · expected score 50%

        Published scores taken as independent, with standard errors as published or from
          their 95% intervals; one pair, not adjusted, critical value 1.96: right if it
          was chosen before looking, else use --all-pairs. p is two-sided: how often
          chance would show a gap at least this large between equals, in one look at the
          data (help statistics: repeated looks).

        """)
  }

  @Test func reallyAhead() {
    #expect(
      PairFixture(pairs: [PairFixture.ahead]).table() == """
        gemini-2.5-pro (1124) is really ahead of o3-2025-04-16 (1079), at 95%
        confidence: by 45 Elo (95% interval 36 to 53), expected to score 56% against it.
        If the two were equal, chance alone would produce a gap at least this large less
        than once in 10,000 such sets of battles (p < 0.0001).
          gap 45 Elo · standard error 4.3 · z 10.42 · p < 0.0001 · expected score 56% ·
          1,234 battles between them

        Bradley–Terry on 135,624 battles; one pair, not adjusted, critical value 1.96:
          right if it was chosen before looking, else use --all-pairs. p is two-sided:
          how often chance would show a gap at least this large between equals, in one
          look at the data (help statistics: repeated looks).

        """)
  }

  /// Without ties a score is the share of battles with a winner, and is said to be.
  @Test func scoresOfDecidedBattles() {
    let prose = PairFixture(pairs: [PairFixture.ahead], ties: .drop).prose()
    #expect(prose.contains("interval 36 to 53), expected to win 56% of their decided battles. If"))
    #expect(prose.contains("· expected to win 56% of decided battles ·"))
    #expect(prose.contains("1,234 decided battles between them") && !prose.contains("score"))
  }

  /// What was chosen by its gap is to be compared with all pairs, and a family of all has been.
  @Test func whatWasChosenAfterLooking() {
    let many = PairFixture(pairs: [PairFixture.ahead], familyPairs: 3).prose()
    #expect(many.contains(": right if these models were chosen before looking, else use"))
    let all = PairFixture(pairs: [PairFixture.ahead], family: .all).prose()
    #expect(all.contains("one pair, not adjusted") && !all.contains("before looking"))
  }

  @Test func notSeparated() {
    #expect(
      PairFixture(pairs: [PairFixture.borderline]).prose().hasPrefix(
        """
        claude-opus-4-7-thinking (1510) and claude-opus-4-6-thinking (1497) are not separated, at \
        95% confidence: the gap is 13 Elo (95% interval −3 to 29), and if the two were equal, \
        chance alone would produce one at least this large in about 11 of 100 such sets of battles \
        (p = 0.11). The data could hide a gap of up to 29 Elo; a gap of 23 Elo would have been \
        found with 80% power.
        """))
  }

  @Test func separatedOnlyWithoutTheOtherPairs() {
    var pair = PairFixture.borderline
    pair.p = 0.012
    pair.adjustedP = 0.3
    var fixture = PairFixture(pairs: [pair])
    (fixture.family, fixture.familyPairs) = (.all, 1326)
    #expect(
      fixture.prose().hasPrefix(
        """
        claude-opus-4-7-thinking (1510) and claude-opus-4-6-thinking (1497) are not separated, at \
        95% confidence: the gap is 13 Elo (95% interval −3 to 29). By itself it would count: if \
        the two were equal, chance alone would produce one at least this large in about 1 of 100 \
        such sets of battles (p = 0.012). But over all 1,326 pairs, chance too often makes a gap \
        as striking; adjusted for 1,326 pairs by step-down max-T, p = 0.30. The data could hide a \
        gap of up to 29 Elo; a gap of 23 Elo, tested by itself, would have been found with 80% \
        power.
        """))
  }

  @Test func theLeaderComesFirstWhicheverWayThePairWasAsked() {
    var pair = PairFixture.ahead
    (pair.a, pair.b) = (pair.b, pair.a)
    (pair.ratingOfA, pair.ratingOfB) = (pair.ratingOfB, pair.ratingOfA)
    pair.expectedScore = 1 - pair.expectedScore
    let mirrored = PairFixture(pairs: [pair])
    #expect(mirrored.table() == PairFixture(pairs: [PairFixture.ahead]).table())
    #expect(mirrored.csv().contains("o3-2025-04-16,gemini-2.5-pro,-44.68"))
    #expect(mirrored.csv().contains(",b_better,"))
  }

  @Test func theAdjustmentFollowsTheVerdict() {
    var pair = PairFixture.deadHeat
    pair.adjustedP = 1
    var fixture = PairFixture(pairs: [pair], familyPairs: 3)
    let adjusted = fixture.prose()
    #expect(adjusted.contains("(p = 0.82); adjusted for 3 pairs by step-down max-T, p = 1.00."))
    #expect(adjusted.contains("· adjusted p = 1.00 ·"))
    fixture.adjustment = .none
    #expect(fixture.prose().contains("(p = 0.82), not adjusted for 3 pairs."))
    #expect(fixture.prose().contains("for each pair by itself, not adjusted for the 3 pairs"))
    fixture.adjustment = .benjaminiHochberg
    #expect(fixture.prose().contains("by Benjamini–Hochberg, which bounds the false discovery"))
    fixture.pairs[0] = PairFixture.ahead
    #expect(fixture.prose().contains("(1079), at a false discovery rate of 5%: by 45 Elo"))
  }

  /// Little is known of a provisional model, so the small gap is not called a dead heat.
  @Test func aProvisionalModelIsSaidToBeOne() {
    var pair = PairFixture.deadHeat
    pair.isProvisional = true
    let prose = PairFixture(pairs: [pair]).prose()
    #expect(prose.contains("There is too little data to rank both of them."))
    #expect(!prose.contains("dead heat"))
  }

  @Test(arguments: [(0.9, "90%"), (0.999, "99.9%")])
  func everyLevelIsTheOneThatWasAskedFor(level: Double, text: String) {
    for pair in [PairFixture.deadHeat, PairFixture.ahead, PairFixture.borderline] {
      let fixture = PairFixture(pairs: [pair], isBoard: true, level: level)
      #expect(!fixture.table().contains("95%"))
      #expect(fixture.prose().contains("(\(text) interval "))
    }
  }

  @Test func noVerdictSpeaksOfSignificance() {
    for pair in [PairFixture.deadHeat, PairFixture.ahead, PairFixture.borderline] {
      #expect(!PairFixture(pairs: [pair]).table().contains("signific"))
    }
  }
}
