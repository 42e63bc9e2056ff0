import Battles
import EloNumerics
import Testing

@testable import EloInference
@testable import Reporting

struct RankTableTests {
  @Test func aSmallBoardReadsLikeThis() {
    var fixture = RankFixture.small
    fixture.setAside = [SetAside(.selfBattle, count: 10), SetAside(.badRow, count: 1)]
    #expect(
      fixture.table() == """
        Among the 5 ranked models gemini-2.5-pro is alone in first place, at 95%
        confidence. Too little is known of 1 other to rule it out: newcomer (2 battles).

        Rank  Range  Model                   Rating  95% interval  Battles
         • 1  1      gemini-2.5-pro            1124     1117–1131    4,325
           2  2–3    o3-2025-04-16             1079     1072–1087    5,621
           3  2–3    claude-opus-4-20250514    1077     1069–1084   12,345
           4  4–5    gpt-4o-2024-11-20          996      989–1004    7,001
           5  4–5    mistral-small              992      972–1012       31

        Not ranked: fewer than 30 battles (intervals from the model, not the resamples)
                     newcomer                  1003      533–1473        2

        Set aside: 10 battles of a model against itself; 1 row that could not be read.
        Ratings average over the present mix of opponents, with ties (25.0% of battles)
          as half a win and “both bad” as a tie; 1000 is the mean of the ranked models.
          Half wins draw ratings together (help statistics: half wins).
        Bradley–Terry on 135,624 battles; 95% intervals by percentile bootstrap (1,000
          resamples, seed 0); rank ranges hold together at 95% (step-down max-T, all 10
          pairs, critical value 3.25).

        """)
  }

  @Test(arguments: [
    (1, "model-1 is alone in first place, at 95% confidence."),
    (2, "Tied for first, at 95% confidence: model-1 and model-2."),
    (3, "Tied for first, at 95% confidence: model-1, model-2 and model-3."),
    (
      8,
      "8 models are tied for first, at 95% confidence: model-1, model-2, model-3, model-4 "
        + "and 4 more."
    ),
  ])
  func theHeadlineNamesWhoIsFirst(count: Int, headline: String) {
    let table = RankFixture.tied(count).table(width: 120)
    #expect(table.hasPrefix(headline + "\n"))
    #expect(table.split(separator: "\n").count { $0.contains("• ") } == (count > 1 ? count + 1 : 1))
    #expect(table.contains("• tied for first") == (count > 1))
  }

  @Test func theHeadlineSaysWhereAllAreTiedOrOneIsAlone() {
    var fixture = RankFixture.tied(3)
    fixture.models.removeLast(2)
    #expect(fixture.table().hasPrefix("All 3 ranked models are tied for first, at 95%"))
    fixture.models.removeLast()
    #expect(fixture.table().hasPrefix("Both ranked models are tied for first, at 95%"))
    fixture.models.removeLast()
    #expect(
      fixture.table().hasPrefix(
        "model-1 is the only model with enough data to be ranked, and there is"))
    fixture.models[0].isFirst = false
    fixture.models[0].isProvisional = true
    #expect(fixture.table().hasPrefix("No model has enough data to be ranked."))
    #expect(fixture.table().contains("1000 is the mean of all models"))
    fixture.models[0].battles = 7
    #expect(fixture.table().contains("none has 30 battles, and too few link the models"))
    fixture.waysToRank = [.provisionalBelow(7)]
    let few = "No model is ranked: none has 30 battles (--provisional lowers that number)."
    #expect(fixture.table().hasPrefix(few))
    #expect(!fixture.table().contains("rank ranges"))
  }

  /// The head of the table stands over its rows, and not over nothing.
  @Test func withNobodyRankedTheSectionComesFirst() {
    var fixture = RankFixture.tied(1)
    for index in fixture.models.indices {
      fixture.models[index].isProvisional = true
      fixture.models[index].isFirst = false
    }
    let lines = fixture.table().split(separator: "\n")
    let head = lines.firstIndex { $0.hasPrefix("Rank  Range  Model") } ?? 0
    #expect(lines[1].hasPrefix("Not ranked: ") && head > 1)
    #expect(lines[head + 1].hasPrefix("             model-1"))
  }

  @Test func whyARangeMayStartAtOneIsTold() {
    let harder = "Range answers a harder question, about all pairs at once, so it can leave first"
    var fixture = RankFixture.small
    #expect(!fixture.table().contains("Range answers"))
    fixture.models[1].range = 1...3
    #expect(fixture.table().contains("\n\(harder)"), "\(fixture.table())")
    #expect(fixture.markdown().contains(harder) && fixture.latex().contains(harder))
    fixture.models[1].isFirst = true
    #expect(!fixture.table().contains("Range answers"))
    fixture.models[1].isFirst = false
    fixture.family = .one
    #expect(fixture.table(width: 200).contains("another question, about each model and all others"))
    fixture.adjustment = .none
    #expect(fixture.table().contains("Range answers another question, pair by pair, so"))
  }

  @Test(arguments: [(0.9, "90%"), (0.999, "99.9%")])
  func everyLevelIsTheOneThatWasAskedFor(level: Double, text: String) {
    var fixture = RankFixture.small
    fixture.level = level
    let table = fixture.table(width: 200)
    #expect(!table.contains("95"))
    #expect(table.contains("at \(text) confidence"))
    #expect(table.contains("\(text) interval "))
    #expect(table.contains("\(text) intervals by percentile bootstrap"))
    #expect(table.contains("hold together at \(text)"))
    fixture.isBoard = true
    let words = fixture.table().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    #expect(words.contains("from their \(text) intervals"))
  }

  @Test func aBoardSaysThatItsScoresAreTakenAsIndependent() {
    var fixture = RankFixture.tied(2)
    fixture.isBoard = true
    fixture.setAside = [SetAside(.excluded, count: 2)]
    let table = fixture.table(width: 120)
    #expect(table.contains("Published scores taken as independent, with standard errors as publ"))
    #expect(table.contains("Set aside: 2 rows of excluded models."))
    #expect(table.contains("Votes") && !table.contains("Battles"))
    #expect(!table.contains("Bradley") && !table.contains("seed"))
    for index in fixture.models.indices { fixture.models[index].battles = nil }
    #expect(!fixture.table().contains("Votes"))
  }

  @Test func whyAModelIsNotRanked() {
    var fixture = RankFixture.small
    fixture.models[5].battles = 64
    #expect(
      fixture.table(width: 120).contains(
        "Not ranked: too few battles that link them to the others both ways ("))
    fixture.models.append(
      RankFixture.Model(name: "x", rating: 1, range: 1...5, battles: 29, isProvisional: true))
    let table = fixture.table(width: 120)
    #expect(table.contains("Not ranked: fewer than 30 battles, or too few battles that link them"))
    #expect(table.contains("\n             x "))
    fixture.isBoard = true
    #expect(fixture.table().contains("Not ranked: too few votes on the board\n"))
  }

  @Test func topCutsTheTableAndSaysSo() {
    var fixture = RankFixture.small
    fixture.top = 5
    #expect(fixture.table().contains("1 more model is not shown, without a rank."))
    fixture.top = 2
    #expect(fixture.table().contains("4 more models are not shown, 1 of them without a rank."))
    #expect(!fixture.table().contains("claude") && !fixture.table().contains("newcomer  "))
    fixture.models.removeLast()
    #expect(fixture.table().contains("3 more models are not shown.\n"))
    fixture.top = 5
    #expect(!fixture.table().contains("not shown"))
    fixture.top = 1
    #expect(fixture.csv().split(separator: "\n").count == 6)
    #expect(fixture.json().contains("mistral-small"))
  }

  /// Both would be `claude-opu…inking` or the like.
  @Test func shortenedNamesOfATableStayApart() {
    var fixture = RankFixture.small
    fixture.models[0].name = "claude-opus-4-6-thinking"
    fixture.models[1].name = "claude-opus-4-7-thinking"
    for width in 54...72 {
      let rows = fixture.table(width: width).split(separator: "\n").filter {
        $0.contains(" 1124 ") || $0.contains(" 1079 ")
      }
      let names = rows.map { $0.dropFirst(13).prefix { $0 != " " } }
      #expect(names.count == 2 && names[0] != names[1], "\(width): \(rows)")
    }
  }

  @Test func negativeRatingsKeepTheirIntervalsApart() {
    var fixture = RankFixture.tied(1)
    fixture.models[2].rating = -3.2
    #expect(fixture.table().contains("  −3      −10 to 4 "))
  }

  @Test func warningsAreLeftToStandardError() {
    var fixture = RankFixture.small
    fixture.warnings = [.nothingToCompare("look out")]
    #expect(!fixture.table().contains("look out"))
    #expect(fixture.json().contains("look out"))
  }

  @Test func colourOnlyPaintsWholeLines() {
    let plain = RankFixture.tied(2).table()
    let colourful = RankFixture.tied(2).table(isColorful: true)
    #expect(!plain.contains("\u{1B}"))
    #expect(colourful.contains("\u{1B}[1;32m • 1"))
    #expect(colourful.contains("\u{1B}[1mRank"))
    var stripped = colourful
    for code in ["\u{1B}[1;32m", "\u{1B}[1m", "\u{1B}[2m", "\u{1B}[0m"] {
      stripped = stripped.split(separator: code, omittingEmptySubsequences: false).joined()
    }
    #expect(stripped == plain)
  }
}
