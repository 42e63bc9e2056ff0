import Battles
import Testing

@testable import EloInference
@testable import Reporting

@Suite struct PlanReportTests {
  @Test func aGapWithoutData() {
    let prose = PlanFixture.withoutData(gap: 1).prose
    let expected = """
      To find a gap of 1 Elo between two models takes 947,448 battles between them, without ties: \
      then a gap of that size is shown in 80 of 100 such matches.
      """
    #expect(prose.hasPrefix(expected))
    #expect(prose.contains("with --tie-rate it takes fewer"))
    let tied = PlanFixture.withoutData(gap: 2.5, tieRate: 0.3).prose
    #expect(tied.contains("a gap of 2.5 Elo") && !tied.contains("without ties"))
    #expect(tied.contains("Ties: 30.0% of battles, as asked for."))
    #expect(!tied.contains("present"))
  }

  @Test func onePair() {
    let prose = PlanFixture().report.prose
    let expected = """
      To show which of model-00 (1213) and model-01 (1197) is better takes 2,908 battles between \
      them if the gap is the 16 Elo of these data and no other pair is looked at; 7,604 battles if \
      all 435 pairs are judged together. At the present mix of opponents it takes 4.8 times the \
      present data, 240,000 battles of all models; judged together, 13 times the present data, \
      625,000 battles of all models. As they are, the data find a gap of 34 Elo (55 Elo judged \
      together) with that power.
      """
    #expect(prose.hasPrefix(expected))
    #expect(prose.contains("29 battles between them so far"))
    #expect(prose.contains("critical value 3.69 in place of 1.96"))
    #expect(prose.contains("Estimated gaps are uncertain themselves"))
    #expect(prose.contains("Set aside: 10 battles of a model against itself."))
  }

  /// 2,908 battles to collect, three quarters of them decided.
  @Test func tiesThatAreDropped() {
    let prose = PlanFixture(droppedShare: 0.25).report.prose
    let expected = """
      takes 2,908 battles (2,181 decided) between them if the gap is the 16 Elo of these data and no \
      other pair is looked at; 7,604 battles (5,703 decided) if all 435 pairs are judged together. At \
      the present mix of opponents it takes 4.8 times the present data, 240,000 battles of all models \
      (180,000 decided);
      """
    #expect(prose.contains(expected))
    #expect(prose.contains("29 decided battles between them so far"))
    #expect(
      prose.contains(
        "Of battles collected 25.0% are reckoned to be dropped, as ties. Gaps are of decided battles"
      ))
    let table = PlanFixture(pairs: 5, droppedShare: 0.25).report
    #expect(table.prose.contains("battles to collect, of which 75.0% of a match are decided."))
    let csv = table.rendered(as: .csv, style: TerminalStyle())
    let rows = CSVReader.rows(csv)
    let first = Dictionary(uniqueKeysWithValues: zip(rows[0].map { $0 ?? "" }, rows[1]))
    #expect(first["dropped_share"] == "0.25" && first["counted_head_to_head"] == "2181")
    #expect(first["battles_head_to_head"] == "2908")
  }

  @Test func whatWasAskedForNeedsNoCaution() {
    let prose = PlanFixture(gapSource: .asked, tieRateSource: .asked).report.prose
    #expect(prose.contains("if the gap is 16 Elo and no other"))
    #expect(!prose.contains("Estimated gaps"))
  }

  /// A share of ties that the gap leaves no room for is not told as the one asked for.
  @Test func tiesThatAreNotAsAskedFor() {
    let cut = PlanFixture.withoutData(gap: 400, tieRate: 0.9).prose
    #expect(cut.contains("tie rate 18.2%"))
    #expect(
      cut.contains("Ties: at most 18.2%, as the gap leaves no room for the 90.0% of battles asked"))
    #expect(!cut.contains("as asked for.") && !cut.contains("without a single loss"))
    #expect(PlanFixture.withoutData(gap: 800).prose.contains("without a single loss"))
    let data = PlanFixture(wantedTieRate: 0.4).report.prose
    #expect(data.contains("no room for the 40.0% of battles that there are in the data."))
  }

  @Test func whatIsThereAlready() {
    let both = PlanFixture(times: 0.2, adjustedTimes: 0.6).report.prose
    #expect(both.contains("The present data are enough to find a gap of that size. As they are"))
    let alone = PlanFixture(times: 0.7, adjustedTimes: 1.8).report.prose
    #expect(
      alone.contains(
        "enough to find a gap of that size by itself; judged together, it takes 1.8 times"))
  }

  @Test func noGapAtAll() {
    let fixture = PlanFixture(
      gap: 0, headToHead: nil, times: nil, adjustedTimes: nil, adjustedHeadToHead: nil)
    #expect(fixture.report.prose.contains("takes more battles than can be counted if the gap is"))
    var many = fixture
    many.pairs = 5
    #expect(many.report.prose.contains("∞ ∞ ∞ 34"))
  }

  @Test func onePairOnTheBoardIsNotJudgedTogether() {
    let prose = PlanFixture(familyPairs: 1).report.prose
    #expect(!prose.contains("if the one pair") && !prose.contains("Elo judged together"))
    #expect(!PlanFixture(hasAdjusted: false).report.prose.contains("judged together"))
    #expect(!prose.contains("in place of 1.96"))
  }

  @Test func manyPairsAreATable() {
    let battles = PlanFixture(pairs: 6).report.prose
    let expected = """
      Battles that find gaps as large as the estimated ones in 80 of 100 cases, at 95% confidence. \
      A B Gap Head-to-head Adjusted Present mix Detectable
      """
    #expect(battles.hasPrefix(expected))
    #expect(battles.contains("model-00 model-01 16 2,908 7,604 240,000 34"))
    #expect(
      battles.contains(
        "fewer where a gap leaves no room for the 25.0% of battles that there are in"))
    let board = PlanFixture(pairs: 6, isBoard: true, tieRateSource: .none).report.prose
    #expect(board.contains("16 2,908 7,604 × 4.8 34"))
    #expect(board.contains("how many times the present data"))
    let narrow = PlanFixture(pairs: 6).report.rendered(
      as: .table, style: TerminalStyle(width: 70))
    #expect(narrow.contains("against model-01"))
    #expect(narrow.split(separator: "\n").allSatisfy { $0.count <= 70 })
  }

  @Test func records() throws {
    let report = PlanFixture(pairs: 2).report
    let json = try JSONReader.read(report.rendered(as: .json, style: TerminalStyle()))
    #expect(
      json.keys == [
        "schema", "source", "test", "pairs", "allocation", "program_version", "warnings",
      ])
    let pair = try #require(json["pairs"]?.elements.first)
    #expect(pair.keys == report.records.headings)
    #expect(pair["battles_head_to_head"] == .number("2908"))
    #expect(pair["battles_under_adjustment"] == .number("7604"))
    #expect(pair["gap_source"] == .string("estimated"))
    let rows = CSVReader.rows(report.rendered(as: .csv, style: TerminalStyle()))
    #expect(rows.count == 3 && rows.first?.map { $0 ?? "" } == report.records.headings)
    let without = try JSONReader.read(
      PlanFixture.withoutData(gap: 1).rendered(as: .json, style: TerminalStyle()))
    #expect(without["source"] == .null && without["test"] == .null)
    #expect(without["pairs"]?.elements.first?["a"] == .null)
  }

  @Test func documents() {
    let report = PlanFixture(pairs: 5).report
    let markdown = report.rendered(as: .markdown, style: TerminalStyle())
    #expect(markdown.contains("| model-00 | model-01 |"))
    let latex = report.rendered(as: .latex, style: TerminalStyle())
    #expect(latex.contains("\\label{tab:deadheat-plan}") && latex.contains("2,908"))
  }
}
