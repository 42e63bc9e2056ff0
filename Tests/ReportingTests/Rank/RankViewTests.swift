import Battles
import EloNumerics
import Testing

@testable import EloInference
@testable import Reporting

/// What a leaderboard shows beside its ratings.
@Suite struct RankViewTests {
  private func fixture(_ view: RankView) -> RankFixture {
    var fixture = RankFixture(models: MatrixFixture.models, isBoard: true)
    fixture.view = view
    return fixture
  }

  @Test func details() {
    var fixture = RankFixture.small
    fixture.view = .details
    let lines = fixture.table(width: 100).split(separator: "\n")
    #expect(
      lines[2]
        == "Rank  Range  Model                   Rating  95% interval  Battles  Letters  Detectable gap"
    )
    #expect(
      lines[4]
        == "   2  2–3    o3-2025-04-16             1079     1072–1087    5,621  b c                  12"
    )
    #expect(
      fixture.table(width: 100).contains(
        "\nDetectable gap: to a neighbour on the board, found in 80 of 100 cases at 95% conf"))
    fixture.level = 0.99
    #expect(fixture.table().contains("of 100 cases at 99%"))
    fixture.level = 0.95
    // Ratings stay as they are.
    fixture.view = .ratings
    #expect(fixture.table() == RankFixture.small.table())
    #expect(fixture.csv() == RankFixture.small.csv())
  }

  /// The fixture's wins, ties and losses are half, the rest, and a quarter of the battles.
  @Test func record() {
    var fixture = RankFixture.small
    fixture.view = .record
    let lines = fixture.table(width: 100).split(separator: "\n")
    #expect(
      lines[2]
        == "Rank  Range  Model                   Rating  95% interval              W–D–L  Score")
    #expect(
      lines[5]
        == "   3  2–3    claude-opus-4-20250514    1077     1069–1084  6,172–3,087–3,086  62.5%")
    #expect(lines[9].hasSuffix("1–1–0  75.0%"), "a model without a rank has one, too")
    #expect(fixture.csv() == RankFixture.small.csv())
  }

  @Test func lettersAreLeftOutAboveTwelve() {
    var fixture = RankFixture.tied(11)
    fixture.view = .details
    #expect(
      fixture.table(width: 120).contains(
        "Letters are left out: more than 12 are needed; CSV and JSON have them.\n"))
    #expect(!fixture.table(width: 120).contains("Letters  "))
    #expect(fixture.table(width: 120).contains("Detectable gap"))
    fixture = RankFixture.tied(10)
    fixture.view = .details
    #expect(
      fixture.table(width: 120).contains("Letters  ") && !fixture.table().contains("left out"))
  }

  @Test(arguments: [
    ([], ""), ([0], "a"), ([0, 1], "a b"), ([2, 3, 4, 5, 6, 7, 8, 9, 10], "c–k"),
    ([0, 2, 3, 4, 7], "a c–e h"), ([11], "l"),
  ])
  func lettersAreToldAsRanges(numbers: [Int], text: String) {
    #expect(LetterRanges.text(numbers) == text)
  }

  @Test func probabilitiesOfRanks() throws {
    // 1020 ± 6 against 1010 ± 8: Φ(1) = 84% of 20,000 draws, whose share is within 1.3 points.
    let probabilities = try MatrixFixture.board.rankProbabilities()
    let share = probabilities[place: 0, rank: 1]
    #expect(abs(share - 0.8413) < 0.013)
    let table = fixture(.ranks(probabilities)).table()
    let first = DecimalFormat(decimals: 0).text(100 * share)
    let second = DecimalFormat(decimals: 0).text(100 * probabilities[place: 0, rank: 2])
    #expect(table.contains("Rank  Model    1    2     3\n"))
    #expect(table.contains("   1  alder  \(first)%  \(second)%\n"))
    #expect(table.contains("   3  cedar            100%\n"))
    #expect(table.contains("(20,000 draws from a normal distribution"))
    #expect(table.contains("it is not how probable it is that a"))
    let csv = CSVReader.rows(fixture(.ranks(probabilities)).csv())
    #expect(csv.count == 10 && csv[0] == ["model", "rank", "probability"])
    #expect(csv[1] == ["alder", "1", "\(share)"])
    #expect(csv[9] == ["cedar", "3", "1.0"])
  }

  @Test func manyRanksAreCutAndSummed() throws {
    var many = RankFixture.tied(12)
    let board = Estimate(
      board: PublishedScores(
        roster: many.roster, rating: (0..<14).map { 1000 - 100 * Double($0) },
        standardError: Array(repeating: 1, count: 14), lower: Array(repeating: 0, count: 14),
        upper: Array(repeating: 0, count: 14), votes: nil, level: 0.95), scale: .standard)
    many.view = .ranks(try board.rankProbabilities())
    many.top = 11
    let table = many.table(width: 120)
    #expect(table.contains("   9    10  Lower\n"))
    #expect(table.contains("3 more models are not shown."))
    #expect(table.contains("  11  ") && table.contains("   100%\n"))
    many.view = .superiority(try board.superiority())
    #expect(many.table(width: 120).contains("4 more models are not shown; --format csv and json"))
  }

  @Test func withNobodyRankedNothingIsExplained() throws {
    var fixture = fixture(.superiority(try MatrixFixture.board.superiority()))
    for index in fixture.models.indices { fixture.models[index].isProvisional = true }
    fixture.models[0].isFirst = false
    for view in [fixture.view, .ranks(try MatrixFixture.board.rankProbabilities())] {
      fixture.view = view
      #expect(!fixture.table().contains("Rank  Model") && !fixture.table().contains("How often"))
    }
  }

  @Test func superiority() throws {
    let report = fixture(.superiority(try MatrixFixture.board.superiority()))
    let table = report.table()
    #expect(table.contains("Rank  Model    1    2     3\n"))
    #expect(table.contains("   1  alder       84%  >99%\n"))
    #expect(table.contains("   2  birch  16%       >99%\n"))
    #expect(table.contains("   3  cedar  <1%  <1%\n"))
    #expect(table.contains("not adjusted for the number of pairs"))
    let rows = CSVReader.rows(report.csv())
    #expect(rows.count == 7 && rows[0] == ["a", "b", "probability"])
    #expect(rows[1][0] == "alder" && rows[1][1] == "birch")
    #expect(rows[1][2]?.hasPrefix("0.84134474606854") == true)
    let document = try JSONReader.read(report.json())
    #expect(document["rank_probabilities"] == .null)
    let matrix = document["superiority"]?["probabilities"]?.elements ?? []
    #expect(matrix.count == 3 && matrix[0].elements[0] == .null)
    #expect(document["superiority"]?["models"]?.elements.first == .string("alder"))
    #expect(try JSONReader.read(RankFixture.small.json())["superiority"] == .null)
  }

  @Test func theBestFew() throws {
    var fixture = RankFixture.small
    fixture.best = (2, ["gemini-2.5-pro", "o3-2025-04-16", "claude-opus-4-20250514"])
    #expect(
      fixture.table().contains(
        """


        All of the best 2 of the ranked models are among these 3, at 95% confidence:
        gemini-2.5-pro, o3-2025-04-16 and claude-opus-4-20250514.


        """))
    let document = try JSONReader.read(fixture.json())
    #expect(document["best"]?["size"] == .number("2"))
    #expect(document["best"]?["models"]?.elements.count == 3)
    let marks = document["models"]?.elements.map { $0["among_best"] ?? .string("?") }
    #expect(
      marks == [.bool(true), .bool(true), .bool(true), .bool(false), .bool(false), .null])
    fixture.best = (2, ["gemini-2.5-pro", "o3-2025-04-16"])
    #expect(
      fixture.table(width: 200).contains(
        "The best 2 of the ranked models are these and no others, at 95% confidence: gemini-2.5-pro and\n"
          + "o3-2025-04-16."))
    fixture.best = (5, fixture.models.prefix(5).map(\.name))
    let few = "Only 5 models are ranked: any of them is among the best 5."
    #expect(fixture.table(width: 200).contains(few))
    fixture.best = (1, ["gemini-2.5-pro"])
    #expect(fixture.table() == RankFixture.small.table(), "the headline says it")
  }

  @Test func aLongListIsCut() {
    var fixture = RankFixture.tied(30)
    fixture.best = (2, (1...30).map { "model-\($0)" })
    #expect(fixture.table(width: 2000).contains("model-19, model-20 and 10 more.\n"))
  }
}
