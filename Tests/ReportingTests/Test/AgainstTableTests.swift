import EloInference
import EloNumerics
import Testing

@testable import Reporting

/// One model against each of the others, and the first one below that it beats.
struct AgainstTableTests {
  /// One model against four others: ahead of one, behind one, and two that are not separated from it.
  private var fixture: PairFixture {
    func pair(_ other: String, _ rating: Double, _ p: Double) -> PairFixture.Pair {
      PairFixture.Pair(
        a: "birch", b: other, ratingOfA: 1100, ratingOfB: rating, standardError: 5, p: p)
    }
    return PairFixture(
      pairs: [
        pair("alder", 1150, 1e-9), pair("cedar", 1098, 0.7), pair("elm", 1091, 0.07),
        pair("fir", 1050, 1e-9),
      ], family: .against)
  }

  @Test func aTableOfTheOthers() {
    #expect(
      fixture.table() == """
        birch (1100) is really ahead of 1, really behind 1 and not separated from 2 of
        the 4 other ranked models, at 95% confidence.

        Against  Rating  Gap  95% interval       z         p  Adjusted p  Verdict
        alder      1150  −50    −60 to −40  −10.00  < 0.0001    < 0.0001  really behind
        cedar      1098    2      −8 to 12    0.40      0.70        0.70  dead heat
        elm        1091    9      −1 to 19    1.80     0.070       0.070  not separated
        fir        1050   50      40 to 60   10.00  < 0.0001    < 0.0001  really ahead

        Bradley–Terry on 135,624 battles; adjusted p-values and 95% intervals hold
          together over the 4 pairs of this model with the others, by step-down max-T,
          critical value 1.96: right if the model was chosen before looking, else use
          --all-pairs. p is two-sided: how often chance would show a gap at least this
          large between equals, in one look at the data (help statistics: repeated
          looks).

        """)
  }

  /// The numbers that decide nothing leave names their room.
  @Test func aNarrowForm() {
    let narrow = fixture.table(width: 60)
    #expect(narrow.contains("\nAgainst  Rating  Gap  95% interval  Adjusted p  Verdict\n"))
  }

  @Test func withAMarginOfEquivalence() {
    var fixture = fixture
    fixture.margin = 20
    for index in fixture.pairs.indices { fixture.pairs[index].equivalenceP = 0.001 }
    fixture.pairs[0].equivalenceP = 0.9
    let prose = fixture.prose(width: 120)
    #expect(
      prose.contains(
        "birch (1100) is really ahead of 1, really behind 1 and shown to be within 20 Elo of 2 of the"
      ))
    #expect(prose.contains("really ahead, within 20 Elo") && prose.contains("Margin Verdict"))
  }

  /// Clusters that are worth too few equal ones: twice the models, which are one more than the pairs.
  @Test func whyHolmTakesThePlaceOfMaxT() {
    var fixture = fixture
    fixture.replacement = .fewEffectiveClusters
    #expect(fixture.prose().contains("fewer than 10 equal ones, twice the models"))
  }

  @Test func fewOthersAreToldInSentences() {
    var fixture = fixture
    fixture.pairs.removeLast(2)
    #expect(fixture.prose().contains("alder (1150) is really ahead of birch (1100)"))
    #expect(!fixture.table().contains("Against"))
  }

  private var neighbours: PairFixture {
    func pair(_ a: String, _ b: String, _ p: Double) -> PairFixture.Pair {
      PairFixture.Pair(a: a, b: b, ratingOfA: 1100, ratingOfB: 1090, standardError: 5, p: p)
    }
    return PairFixture(
      pairs: [
        pair("alder", "birch", 0.5), pair("birch", "cedar", 0.001), pair("cedar", "elm", 0.5),
        pair("elm", "fir", 0.9),
      ], family: .all, familyPairs: 10, firstBeaten: ["cedar", "cedar", nil, nil])
  }

  @Test func theFirstModelBelowThatIsBeaten() throws {
    let stacked = neighbours.table()
    #expect(stacked.contains("\n  not separated from birch; first beaten: cedar\n"))
    #expect(stacked.contains("\n  really ahead of cedar\n"))
    #expect(stacked.contains("\n  not separated from elm; it beats none below\n"))
    let wide = neighbours.table(width: 120).split(separator: "\n")
    #expect(wide[1].hasSuffix("Verdict        First beaten"))
    #expect(wide[2].hasSuffix("not separated  cedar") && wide[4].hasSuffix("not separated  —"))
    let json = try JSONReader.read(neighbours.json())
    #expect(
      json["pairs"]?.elements.map { $0["first_beaten"] } == [
        .string("cedar"), .string("cedar"), .null, .null,
      ])
    #expect(CSVReader.rows(neighbours.csv())[1].last == "cedar")
  }

  @Test func inSentences() {
    var fixture = neighbours
    fixture.pairs.removeLast()
    fixture.firstBeaten?.removeLast()
    let prose = fixture.prose()
    #expect(prose.contains("The first model below alder that it really beats is cedar."))
    #expect(!prose.contains("below birch"))
    #expect(prose.contains("cedar is shown to be better than none of the models below it."))
    fixture.firstBeaten = nil
    #expect(!fixture.prose().contains("below"))
  }
}
