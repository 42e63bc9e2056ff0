import Testing

@testable import EloInference
@testable import Reporting

/// The first sentence where some models have no rank.
@Suite struct RankHeadlineTests {
  private func headline(_ fixture: RankFixture) -> String {
    TextRenderer(style: TerminalStyle(width: 1000)).text(
      Document(blocks: [.headline(fixture.report.headline)])
    ).split(separator: "\n").joined(separator: " ")
  }

  private func open(
    _ name: String, _ openness: UnrankedModel.Openness, _ least: Double?, battles: Int = 90
  ) -> RankFixture.Model {
    RankFixture.Model(
      name: name, rating: 2322, range: 1...5, battles: battles, isFirst: true, isProvisional: true,
      standing: .mayBeFirst(openness, atLeast: least))
  }

  private var tied: RankFixture { RankFixture.tied(2) }

  private var behind: RankFixture {
    var fixture = RankFixture.tied(2)
    for index in fixture.models.indices { fixture.models[index].isFirst = false }
    return fixture
  }

  @Test func aloneWithARatingThatIsOpen() {
    var fixture = behind
    fixture.outsiders = [
      UnrankedModel(
        id: nil, name: "x", wins: 8_000, losses: 4, ties: 0,
        standing: .mayBeFirst(.upwards, atLeast: 2237.4), isAmongBest: nil)
    ]
    #expect(
      headline(fixture)
        == "x is alone in first place, at 95% confidence; its 8,000 wins and 4 losses leave its rating open "
        + "(2237 or more).")
    fixture.outsiders = [
      UnrankedModel(
        id: nil, name: "x", wins: 60, losses: 0, ties: 2,
        standing: .mayBeFirst(.upwards, atLeast: nil), isAmongBest: nil)
    ]
    #expect(
      headline(fixture)
        == "x is alone in first place, at 95% confidence; its 60 wins, 2 ties and no loss leave its rating "
        + "open.")
    fixture.outsiders = []
    fixture.models.append(open("y", .bothWays, 1210))
    #expect(
      headline(fixture)
        == "y is alone in first place, at 95% confidence; too few battles link it to the others to give it "
        + "a rank (1210 or more).")
  }

  @Test func tiedWithRankedOnes() {
    var fixture = tied
    fixture.models.append(open("x", .upwards, 1100))
    #expect(
      headline(fixture)
        == "Tied for first, at 95% confidence: model-1, model-2, and x, whose rating is open upwards."
    )
    fixture.models.append(open("y", .upwards, 1100))
    #expect(
      headline(fixture)
        == "Tied for first, at 95% confidence: model-1, model-2, and x and y, whose ratings are open "
        + "upwards.")
    fixture.models.append(open("z", .bothWays, nil))
    #expect(headline(fixture).hasSuffix("and x, y and z, whose ratings are known only roughly."))
    var many = RankFixture.tied(9)
    many.models.append(open("x", .downwards, nil))
    #expect(
      headline(many)
        == "Tied for first, at 95% confidence: model-1, model-2, model-3, model-4, 5 more, and x, whose "
        + "rating is open downwards.")
  }

  @Test func tooLittleIsKnownOfSome() {
    #expect(
      headline(.small)
        == "Among the 5 ranked models gemini-2.5-pro is alone in first place, at 95% confidence. Too little "
        + "is known of 1 other to rule it out: newcomer (2 battles).")
    var fixture = RankFixture.small
    for name in ["p", "q", "r"] {
      fixture.models.append(
        RankFixture.Model(
          name: name, rating: 900, range: 1...5, battles: 1, isProvisional: true))
    }
    fixture.models[1].isFirst = true
    #expect(
      headline(fixture)
        == "Tied for first among the 5 ranked models, at 95% confidence: gemini-2.5-pro and o3-2025-04-16. "
        + "Too little is known of 4 others to rule them out: newcomer (2 battles), p (1 battle), "
        + "q (1 battle) and 1 more.")
  }

  /// Who is alone among the models that can be judged, where others cannot.
  @Test func firstOfThoseThatEnoughIsKnownOf() {
    let unknown = RankFixture.Model(
      name: "q", rating: 900, range: 1...4, battles: 60, isProvisional: true)
    var alone = behind
    alone.models += [open("x", .upwards, 1100), unknown]
    #expect(
      headline(alone)
        == "Of the models that enough is known of, x is alone in first place, at 95% confidence; its 45 "
        + "wins, 23 ties and 22 losses leave its rating open (1100 or more). Too little is known of 1 "
        + "other to rule it out: q (60 battles).")
    var both = tied
    both.models += [open("x", .upwards, 1100), unknown]
    #expect(
      headline(both).hasPrefix(
        "Tied for first of the models that enough is known of, at 95% confidence: model-1, model-2, and "
          + "x, whose rating is open upwards. Too little"))
  }

  @Test func whoIsBehindNeedsNoWord() {
    var fixture = tied
    fixture.models.append(
      RankFixture.Model(
        name: "last", rating: 300, range: 1...4, battles: 64, isProvisional: true,
        standing: .behind))
    #expect(headline(fixture) == "Tied for first, at 95% confidence: model-1 and model-2.")
  }

  @Test func theSetIsInEveryFormat() throws {
    var fixture = tied
    fixture.models.append(open("x", .upwards, 1100.5))
    fixture.outsiders = [
      UnrankedModel(
        id: nil, name: "w", wins: 60, losses: 0, ties: 0,
        standing: .mayBeFirst(.upwards, atLeast: 1300), isAmongBest: nil)
    ]
    let json = fixture.json()
    #expect(
      json.contains(#""tied_for_first":["model-1","model-2","x","w"]"#) || json.contains("\"w\""))
    #expect(json.contains("\"may_be_first\""))
    #expect(fixture.table().contains(" • "))
  }
}
