import Battles
import EloNumerics
import Testing

@testable import EloInference
@testable import Reporting

struct TestTableTests {
  /// Four pairs, of which the first and the last are apart.
  private var fixture: PairFixture {
    var close = PairFixture.borderline
    close.adjustedP = 0.93
    var behind = PairFixture.ahead
    (behind.a, behind.b) = (behind.b, behind.a)
    (behind.ratingOfA, behind.ratingOfB) = (behind.ratingOfB, behind.ratingOfA)
    var even = PairFixture.deadHeat
    even.adjustedP = 1
    even.isProvisional = true
    return PairFixture(
      pairs: [PairFixture.ahead, close, even, behind], family: .all, familyPairs: 1326)
  }

  @Test func manyPairsStackInEightyColumns() {
    #expect(
      fixture.table() == """
        Of 4 neighbouring pairs 2 are really apart at 95% confidence; 2 are not
        separated.

        Model                     Gap  95% interval       z         p  Adjusted p
        gemini-2.5-pro             45      36 to 53   10.42  < 0.0001    < 0.0001
          really ahead of o3-2025-04-16
        claude-opus-4-7-thinking   13      −3 to 29    1.60      0.11        0.93
          not separated from claude-opus-4-6-thinking
        claude-opus-4-7-thinking    1      −8 to 10    0.23      0.82        1.00
          not separated from claude-opus-4-6-thinking *
        o3-2025-04-16             −45    −53 to −36  −10.42  < 0.0001    < 0.0001
          really behind gemini-2.5-pro
        * too little data to rank both of them

        Bradley–Terry on 135,624 battles; adjusted p-values and 95% intervals hold
          together over all 1,326 pairs, by step-down max-T, critical value 1.96. p is
          two-sided: how often chance would show a gap at least this large between
          equals, in one look at the data (help statistics: repeated looks).

        """)
  }

  /// Resamples judge one pair by itself anew: the p-value that decides is told, and not called unadjusted.
  @Test func onePairByResamples() {
    var pair = PairFixture.borderline
    pair.adjustedP = 0.031
    let table = PairFixture(pairs: [pair], adjustment: .bootstrapMaxT).table()
      .split { $0 == " " || $0 == "\n" }.joined(separator: " ")
    #expect(table.contains("; by step-down max-T on the resamples, which decides, p = 0.031"))
    #expect(table.contains("adjusted p = 0.031"))
    #expect(table.contains("interval and the adjusted p-value are by the resamples, critical"))
    #expect(!table.contains("not adjusted") && !table.contains("first step"))
  }

  @Test func theyStandInOneLineWhereThereIsRoom() {
    let lines = fixture.table(width: 120).split(separator: "\n").map(String.init)
    #expect(lines[1].hasPrefix("A  ") && lines[1].hasSuffix("Adjusted p  Verdict"))
    #expect(lines[2].hasPrefix("gemini-2.5-pro") && lines[2].hasSuffix("A better"))
    #expect(lines[4].hasSuffix("not separated *"))
    #expect(lines[5].hasSuffix("B better"))
  }

  @Test func whatPIsByIsNamedWhereItIsNotNormal() {
    var fixture = fixture
    #expect(fixture.prose().contains("p is two-sided: how often"))
    fixture.degreesOfFreedom = 1_041
    #expect(
      fixture.prose().contains(
        "p is two-sided, by Student’s t with 1,041 degrees of freedom or more: how often chance would"
      ))
  }

  /// Half a degree of freedom is none when whole ones are counted, and tenths of two or three matter.
  @Test func fewDegreesOfFreedomAreToldInTenths() {
    var fixture = fixture
    for (degrees, text) in [(0.5, "0.5"), (2.19, "2.1"), (3.9, "3"), (17.9, "17")] {
      fixture.degreesOfFreedom = degrees
      #expect(fixture.prose().contains("by Student’s t with \(text) degrees of freedom or more:"))
    }
  }

  @Test func whyHolmTookThePlaceOfMaxTIsTold() {
    var fixture = PairFixture(pairs: Array(repeating: PairFixture.ahead, count: 6))
    fixture.adjustment = .holm
    #expect(!fixture.prose().contains("takes the place of"))
    fixture.replacement = .fewEffectiveClusters
    #expect(
      fixture.prose().contains(
        "Holm takes the place of max-T because clusters that are worth fewer than 8 equal ones, twice "
          + "the models, do not tell how errors hang together."))
    fixture.replacement = .unrankedModel
    #expect(
      fixture.prose().contains(
        "Holm takes the place of max-T where a model takes part that is not ranked."))
  }

  @Test func onePointIsNotSeveral() {
    let format = RatingFormat(scale: EloScale(scale: 200, base: 10, origin: 1000), nil)
    #expect(format.gap(1.2) == "1 point" && format.gap(2) == "2 points")
    #expect(RatingFormat(scale: .standard, nil).gap(1) == "1 Elo")
    var fixture = PairFixture(pairs: [PairFixture.deadHeat], margin: 1)
    fixture.scale = EloScale(scale: 200, base: 10, origin: 1000)
    #expect(fixture.prose().contains("against a gap of 1 point either way"))
  }

  @Test func theSummaryCountsAndNamesTheFamily() {
    var fixture = fixture
    fixture.familyPairs = 4
    #expect(fixture.table().hasPrefix("Of 4 pairs 2 are really apart"))
    fixture.family = .asked
    fixture.pairs[3] = fixture.pairs[1]
    #expect(
      fixture.table().hasPrefix(
        "Of 4 pairs asked for 1 is really apart at 95% confidence; 3 are not separated."))
    fixture.pairs[1] = fixture.pairs[0]
    fixture.pairs[3] = fixture.pairs[0]
    #expect(fixture.table().contains("; 1 is not separated."))
    fixture.pairs[2] = fixture.pairs[0]
    #expect(fixture.table().contains("Of 4 pairs asked for 4 are really apart"))
    #expect(!fixture.table().contains("not separated"))
  }

  @Test func withoutAdjustmentThereIsOnePValue() {
    var fixture = fixture
    fixture.adjustment = .none
    #expect(!fixture.table().contains("Adjusted p"))
  }

  @Test func setAsideIsToldHereToo() {
    var fixture = fixture
    fixture.setAside = [SetAside(.selfBattle, count: 1)]
    #expect(fixture.table().contains("Set aside: 1 battle of a model against itself."))
  }

  @Test func noPairsLeaveASentence() {
    let table = PairFixture(pairs: []).table()
    #expect(table.hasPrefix("No two models have enough data to be compared."))
  }
}
