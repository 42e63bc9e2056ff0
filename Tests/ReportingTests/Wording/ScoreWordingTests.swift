import Battles
import EloNumerics
import Testing

@testable import EloInference
@testable import Reporting

/// What is said of boards whose scores are not Elo, in every format.
@Suite struct ScoreWordingTests {
  private func pairs(_ unit: ScoreUnit, times: Double, margin: Double? = nil) -> PairFixture {
    let ahead = PairFixture.Pair(
      a: "alder", b: "birch", ratingOfA: 0.642 * times, ratingOfB: 0.611 * times,
      standardError: 0.0113 * times, p: 0.00614)
    var fixture = PairFixture(pairs: [ahead], isBoard: true)
    fixture.board = BoardSummary(level: 0.95, unit: unit, leastStandardError: 0.008 * times)
    fixture.scale = .natural
    fixture.margin = margin
    return fixture
  }

  @Test(arguments: [
    (ScoreUnit.share, 1.0, "(0.642)", "(0.611)", "by 0.031 (95% interval 0.008 to 0.054)"),
    (.percent, 100, "(64.2%)", "(61.1%)", "by 3.1 percentage points (95% interval 0.8 to 5.4)"),
    (.points, 100, "(64.2)", "(61.1)", "by 3.1 points (95% interval 0.8 to 5.4)"),
  ]) func aheadByItsUnit(unit: ScoreUnit, times: Double, a: String, b: String, gap: String) {
    let fixture = pairs(unit, times: times)
    #expect(
      fixture.prose().hasPrefix(
        "alder \(a) is really ahead of birch \(b), at 95% confidence: \(gap). If the two were equal, "
          + "chance alone would produce a gap at least this large in about 6 of 1,000 such boards (p = "
          + "0.006). "))
    for text in [fixture.table(), fixture.markdown(), fixture.latex()] {
      let words = text.split { $0 == "\n" || $0 == " " }.joined(separator: " ")
      #expect(!words.contains("expected") && !words.contains("battle"))
      // Said once, of what they are not.
      #expect(words.components(of: "Elo") == (unit == .points ? 2 : 0))
    }
  }

  @Test func recordsHaveNoExpectedScore() throws {
    let fixture = pairs(.share, times: 1)
    let document = try JSONReader.read(fixture.json())
    let pair = try #require(document["pairs"]?.elements.first)
    #expect(pair["expected_score"] == .null)
    #expect(document["source"]?["unit"] == .string("share"))
    let rows = CSVReader.rows(fixture.csv())
    let column = try #require(rows[0].firstIndex(of: "expected_score"))
    #expect(rows[1][column] == nil)
  }

  /// Elo on another scale is told in points, and so is its unit.
  @Test func unitsOfElo() throws {
    var fixture = PairFixture(pairs: [PairFixture.ahead])
    #expect(try JSONReader.read(fixture.json())["source"]?["unit"] == .string("elo"))
    fixture.scale = EloScale(scale: 100, base: 10, origin: 0)
    #expect(try JSONReader.read(fixture.json())["source"]?["unit"] == .string("points"))
  }

  @Test func marginsHaveTheUnit() {
    var fixture = pairs(.share, times: 1, margin: 0.06)
    fixture.pairs[0].p = 0.2
    fixture.pairs[0].equivalenceP = 0.005
    #expect(fixture.prose().contains("are shown to be within 0.06 of each other"))
    #expect(fixture.prose().contains("Where a gap of 0.06 does not matter, take either of them."))
    fixture = pairs(.percent, times: 100, margin: 1)
    #expect(fixture.prose().contains("against a gap of 1 percentage point either way"))
  }

  @Test func aDeadHeatIsOnThisScore() {
    var fixture = pairs(.points, times: 100)
    fixture.pairs[0].ratingOfA = 61.2
    fixture.pairs[0].p = 0.9
    #expect(fixture.prose().contains("Do not choose between them on this score."))
    fixture.board = BoardSummary(level: 0.95)
    fixture.scale = .standard
    #expect(fixture.prose().contains("Do not choose between them on this rating."))
  }

  @Test func exactAndPreliminaryScoresAreTold() {
    var fixture = pairs(.percent, times: 100)
    fixture.board = BoardSummary(
      level: 0.95, unit: .percent, reference: "alder", preliminary: Roster(["birch", "elsewhere"]),
      leastStandardError: 1)
    let prose = fixture.prose()
    #expect(
      prose.contains("alder is exact, as the others were measured against it: a gap to it has"))
    #expect(prose.contains("Preliminary on the board, and compared as the others are: birch."))
    // In tables of pairs the verdict has a word of it.
    fixture.pairs = Array(repeating: fixture.pairs[0], count: 4)
    #expect(fixture.table(width: 100).contains("A better, preliminary"))
    #expect(fixture.table(width: 60).contains("really ahead of birch, preliminary"))
    fixture.pairs = fixture.pairs.map {
      var pair = $0
      (pair.a, pair.b) = ("x", "y")
      return pair
    }
    #expect(!fixture.prose().contains("exact") && !fixture.prose().contains("reliminary"))
  }
}

/// The same of leaderboards and snapshots.
@Suite struct ScoreTableTests {
  private var board: RankFixture {
    var fixture = RankFixture(models: [
      RankFixture.Model(
        name: "alder", rating: 64.24, halfWidth: 1.6, range: 1...1, battles: 500, isFirst: true),
      RankFixture.Model(name: "gpt-4-0314", rating: 50, halfWidth: 0, range: 2...2, battles: 500),
      RankFixture.Model(
        name: "birch", rating: 46.1, halfWidth: 2, range: 3...3, battles: 400),
      RankFixture.Model(
        name: "newcomer", rating: 60, halfWidth: 20, range: 1...3, battles: 12,
        isProvisional: true),
    ])
    fixture.isBoard = true
    fixture.scale = .natural
    fixture.board = BoardSummary(
      level: 0.95, unit: .percent, reference: "gpt-4-0314", preliminary: Roster(["birch"]),
      leastStandardError: 0.8)
    return fixture
  }

  @Test func aLeaderboardOfPercentages() {
    #expect(
      board.table().hasPrefix(
        """
        Among the 3 ranked models alder is alone in first place, at 95% confidence. Too
        little is known of 1 other to rule it out: newcomer (12 votes).

        Rank  Range  Model       Score  95% interval  Votes  Preliminary
         • 1  1      alder       64.2%    62.6–65.8%    500
           2  2      gpt-4-0314  50.0%    50.0–50.0%    500
           3  3      birch       46.1%    44.1–48.1%    400  yes

        Not ranked: too few votes on the board
                     newcomer    60.0%    40.0–80.0%     12

        Scores are percentages, averaged over what the published board averages over: a
          gap tells no odds between two models.
        gpt-4-0314 is exact, as the others were measured against it: a gap to it has the
          other one’s error alone.
        Preliminary on the board, and compared as the others are: birch.
        """))
    #expect(!board.table().contains("Elo") && !board.markdown().contains("Elo"))
    #expect(board.latex().contains("64.2\\%") && board.latex().contains("Preliminary"))
  }

  /// Votes that the board does not tell are not told.
  @Test func headlinesOfBoardsThatRankFew() {
    var fixture = board
    fixture.models[3].battles = nil
    #expect(fixture.table().contains("rule it out: newcomer.\n"))
    for index in fixture.models.indices {
      fixture.models[index].isProvisional = true
      fixture.models[index].isFirst = false
    }
    #expect(fixture.table().hasPrefix("The board ranks none of its models.\n"))
  }

  @Test func recordsTellUnitsAndMarks() throws {
    let document = try JSONReader.read(board.json())
    let source = try #require(document["source"])
    #expect(source["unit"] == .string("percent"))
    #expect(source["exact"] == .array([.string("gpt-4-0314")]))
    #expect(source["preliminary"] == .array([.string("birch")]))
    let models = document["models"]?.elements ?? []
    #expect(models.map { $0["preliminary"] } == [false, false, true, false].map { .bool($0) })
    #expect(
      models.allSatisfy { $0["unit"] == .string("percent") && $0["level"] == .number("0.95") })
    let unranked = try #require(document["unranked"]?.elements.first)
    #expect(unranked["wins"] == .null && unranked["battles"] == .number("12"))
    #expect(unranked["standing"] == .string("not_judged"))
  }

  @Test func changesAgainstWhatIsExact() {
    var fixture = DiffFixture()
    fixture.boardModels = (4, 5)
    fixture.board = BoardSummary(level: 0.95, unit: .percent, reference: "elm")
    let prose = fixture.prose
    #expect(
      prose.hasPrefix(
        "Of 4 models in both snapshots 1 has a score that really moved, at 95% confidence: birch."))
    #expect(
      prose.contains(
        "Changes are against elm, whose score is exact both times: it moved by +0.8000 percentage points "
          + "and is taken out. A score that moved need not mean a model that changed"))
    #expect(!prose.contains("take that mean along") && !prose.contains("the others were measured"))
    fixture.board = BoardSummary(level: 0.95, unit: .percent, reference: "not in both")
    #expect(fixture.prose.contains("Old snapshot: not in both is exact"))
    #expect(fixture.prose.contains("each weighted by its precision, which moved by"))
  }
}

extension String {
  /// How often `part` occurs.
  fileprivate func components(of part: String) -> Int {
    var count = 0
    var rest = self[...]
    while let range = rest.firstRange(of: part) {
      count += 1
      rest = rest[range.upperBound...]
    }
    return count
  }
}
