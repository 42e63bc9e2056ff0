import EloNumerics
import Testing

@testable import EloInference
@testable import Reporting

/// The sentences on equivalence, word for word: a reader chooses by them.
struct EquivalenceWordingTests {
  private var close: PairFixture {
    var pair = PairFixture.deadHeat
    pair.equivalenceP = 0.018
    return PairFixture(pairs: [pair], isBoard: true, margin: 10)
  }

  @Test func shown() {
    #expect(
      close.table() == """
        claude-opus-4-7-thinking (1503) and claude-opus-4-6-thinking (1502) are shown to
        be within 10 Elo of each other, at 95% confidence: the gap is 1 Elo, and the
        smallest margin that the data show is 9 Elo. Where 10 Elo do not matter, take
        either of them. If claude-opus-4-7-thinking were really 10 Elo ahead, chance
        would make it lead by so little, or trail, in about 2 of 100 such boards (p =
        0.018). Which of the two is ahead, if any, is not known.
          gap 1 Elo · standard error 4.3 · z 0.23 · p = 0.82 · expected score 50% ·
          90% interval −6 to 8 · equivalence p = 0.018

        Published scores taken as independent, with standard errors as published or from
          their 95% intervals; one pair, not adjusted, critical value 1.96: right if it
          was chosen before looking, else use --all-pairs. p is two-sided: how often
          chance would show a gap at least this large between equals, in one look at the
          data (help statistics: repeated looks).
        Equivalence by two one-sided tests against a gap of 10 Elo either way; one pair,
          not adjusted.

        """)
  }

  @Test func neither() {
    var fixture = close
    fixture.margin = 5.5
    fixture.pairs[0].equivalenceP = 0.15
    #expect(
      fixture.prose().contains(
        """
        Do not choose between them on this rating. The data can neither tell them apart nor show \
        that they are within 5.5 Elo of each other; the smallest margin that they could show is 9 \
        Elo. gap
        """))
    fixture.pairs = [PairFixture.borderline]
    fixture.pairs[0].equivalenceP = 0.8
    #expect(
      fixture.prose().contains(
        "with 80% power. The data can neither tell them apart nor show that they are within 5.5"))
  }

  @Test func differentButWithin() {
    var fixture = PairFixture(pairs: [PairFixture.ahead], margin: 60)
    fixture.pairs[0].equivalenceP = 0.0002
    let words = """
      gemini-2.5-pro (1124) is really ahead of o3-2025-04-16 (1079), but by less than 60 Elo, both \
      shown at 95% confidence: the gap is 45 Elo (95% interval 36 to 53). If the two were equal, \
      chance alone would produce a gap at least this large less than once in 10,000 such sets of \
      battles (p < 0.0001). If gemini-2.5-pro were really 60 Elo ahead, chance would make it lead by so \
      little, or trail, in about 2 of 10,000 such sets of battles (p = 0.0002).
      """
    #expect(fixture.prose().hasPrefix(words))
    let pair = fixture.pairs[0]
    fixture.pairs[0] = PairFixture.Pair(
      a: pair.b, b: pair.a, ratingOfA: pair.ratingOfB, ratingOfB: pair.ratingOfA,
      standardError: pair.standardError, p: pair.p, expectedScore: 1 - pair.expectedScore,
      equivalenceP: pair.equivalenceP)
    #expect(fixture.prose().hasPrefix(words), "whichever way it was asked")
    #expect(fixture.prose().contains("· 90% interval 38 to 52 ·"))
    #expect(fixture.csv().contains(",different_within,"))
  }

  @Test func differentAndNotShownWithin() {
    let fixture = PairFixture(pairs: [PairFixture.ahead], margin: 46)
    #expect(fixture.prose().contains("They are not shown to be within 46 Elo of each other."))
  }

  @Test func theAdjustmentIsNamed() {
    var fixture = close
    fixture.familyPairs = 2
    #expect(
      fixture.prose().contains(
        "100 such boards (p = 0.018); adjusted for 2 pairs by Holm’s step-down, p = 0.036."))
    #expect(fixture.prose().contains("· adjusted equivalence p = 0.036"))
    #expect(
      fixture.prose().contains(
        "p-values adjusted over the 2 pairs asked for by Holm’s step-down: the claims of "
          + "equivalence hold together at 95% confidence, as those of difference do for"))
    fixture.adjustment = .benjaminiHochberg
    #expect(fixture.prose().contains("adjusted for 2 pairs by Benjamini–Hochberg, p = 0.036."))
    #expect(
      fixture.prose().contains("within 10 Elo of each other, at a false discovery rate of 5%"))
    #expect(fixture.prose().contains("false discovery rate of the claims of equivalence."))
    fixture.adjustment = .none
    #expect(fixture.prose().contains("(p = 0.018), not adjusted for 2 pairs."))
    #expect(fixture.prose().contains("each pair by itself, not adjusted for the 2 pairs asked"))
  }

  @Test func manyPairsAreCountedAndTabled() {
    var small = PairFixture.ahead
    small.equivalenceP = 0.001
    var equal = PairFixture.deadHeat
    equal.equivalenceP = 0.001
    let fixture = PairFixture(
      pairs: [PairFixture.ahead, small, equal, PairFixture.borderline, PairFixture.deadHeat],
      margin: 60)
    let table = fixture.table(width: 150)
    #expect(
      fixture.prose().hasPrefix(
        """
        Of 5 pairs asked for 2 are really apart (1 by less than 60 Elo) at 95% confidence; 1 is \
        shown to be within 60 Elo of each other; of 2 the data can tell neither. Model
        """))
    for words in [
      "A better\n", "A better, within 60 Elo\n", "  within 60 Elo\n", "not separated\n",
    ] {
      #expect(table.contains(words), "\(words)")
    }
    #expect(table.contains("Adjusted p  Margin"))
    let narrow = fixture.table()
    #expect(narrow.contains("really ahead of but within 60 Elo of o3-2025-04-16\n"))
    #expect(narrow.contains("  within 60 Elo of claude-opus-4-6-thinking\n"))
  }

  /// A margin that the data would show is rounded up, but not beyond one that was shown.
  @Test func theSmallestMarginIsRoundedUp() {
    var fixture = close
    fixture.margin = 8.2
    #expect(fixture.prose().contains("the smallest margin that the data show is 8.2 Elo."))
    fixture.margin = 1e-9
    fixture.pairs[0].equivalenceP = 0.4
    #expect(fixture.prose().contains("within 1e-09 Elo of each other; the smallest margin"))
  }

  @Test func theLevelIsTheOneAskedFor() {
    var fixture = close
    fixture.level = 0.9
    let prose = fixture.prose()
    #expect(prose.contains("at 90% confidence") && prose.contains("· 80% interval "))
    #expect(!prose.contains("95%"))
  }
}
