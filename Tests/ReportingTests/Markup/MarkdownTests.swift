import Battles
import Testing

@testable import EloInference
@testable import Reporting

struct MarkdownTests {
  @Test func aSmallBoardReadsLikeThis() {
    var fixture = RankFixture.small
    fixture.models[1].isFirst = true
    fixture.models[2].name = "通义_千问"
    fixture.setAside = [SetAside(.selfBattle, count: 10)]
    #expect(
      fixture.markdown() == #"""
        **Tied for first among the 5 ranked models, at 95% confidence: gemini-2.5-pro and o3-2025-04-16. Too little is known of 1 other to rule it out: newcomer (2 battles).**

        | Rank | Range | Model             | Rating | 95% interval | Battles |
        | ---: | :---- | :---------------- | -----: | -----------: | ------: |
        |  • 1 | 1     | gemini-2.5-pro    |   1124 |    1117–1131 |   4,325 |
        |  • 2 | 2–3   | o3-2025-04-16     |   1079 |    1072–1087 |   5,621 |
        |    3 | 2–3   | 通义\_千问        |   1077 |    1069–1084 |  12,345 |
        |    4 | 4–5   | gpt-4o-2024-11-20 |    996 |     989–1004 |   7,001 |
        |    5 | 4–5   | mistral-small     |    992 |     972–1012 |      31 |

        Not ranked: fewer than 30 battles (intervals from the model, not the resamples)

        | Rank | Range | Model    | Rating | 95% interval | Battles |
        | ---: | :---- | :------- | -----: | -----------: | ------: |
        |      |       | newcomer |   1003 |     533–1473 |       2 |

        • tied for first

        Set aside: 10 battles of a model against itself.

        Ratings average over the present mix of opponents, with ties (25.0% of battles) as half a win and “both bad” as a tie; 1000 is the mean of the ranked models. Half wins draw ratings together (help statistics: half wins).

        Bradley–Terry on 135,624 battles; 95% intervals by percentile bootstrap (1,000 resamples, seed 0); rank ranges hold together at 95% (step-down max-T, all 10 pairs, critical value 3.25).

        """#)
  }

  @Test func everyNameComesBackFromItsCell() throws {
    var fixture = RankFixture(models: [])
    fixture.models = HardNames.all.enumerated().map { index, name in
      RankFixture.Model(
        name: name, rating: 1200 - Double(index), range: 1...9, isProvisional: index > 20)
    }
    let tables = PipeTableReader.tables(fixture.markdown())
    try #require(tables.count == 2)
    #expect(tables.map(\.alignments) == ["rllrrr", "rllrrr"])
    let names = tables.flatMap(\.rows).map { $0[2] }
    let expected = HardNames.all.map { PrintableName.text($0, width: .max) }
    #expect(names.map { Array($0.utf8) } == expected.map { Array($0.utf8) })
    #expect(tables.flatMap(\.rows).allSatisfy { $0.count == 6 && $0[5] == "4,325" })
  }

  @Test func pairsStandInOneLineEachWhateverTheirWidth() {
    var ahead = PairFixture.ahead
    ahead.isProvisional = true
    let fixture = PairFixture(pairs: [PairFixture.deadHeat, ahead, ahead, ahead])
    let text = fixture.markdown()
    let tables = PipeTableReader.tables(text)
    #expect(
      tables.first?.headings == [
        "A", "B", "Gap", "95% interval", "z", "p", "Adjusted p", "Verdict",
      ])
    #expect(
      tables.first?.rows[1] == [
        "gemini-2.5-pro", "o3-2025-04-16", "45", "36 to 53", "10.42", "< 0.0001", "< 0.0001",
        "A better *",
      ])
    #expect(text.contains(#"| \< 0.0001 |"#))
    #expect(text.contains("\n\\* too little data to rank both"))
  }

  @Test func fewPairsAreToldInParagraphs() {
    let text = PairFixture(pairs: [PairFixture.deadHeat]).markdown()
    #expect(text.split(separator: "\n").count == 3)
    #expect(text.contains("\n\ngap 1 Elo · standard error 4.3 · z 0.23 · p = 0.82 ·"))
  }

  @Test(arguments: [
    ("a|b", #"a\|b"#), (#"a\b"#, #"a\\b"#), ("*a*", #"\*a\*"#), ("_a_", #"\_a\_"#),
    ("`a`", #"\`a\`"#), ("<b>", #"\<b\>"#), ("[a](b)", #"\[a\](b)"#), ("# a", ##"\# a"##),
    ("- a", #"\- a"#), ("+ a", #"\+ a"#), ("1. a", #"1\. a"#), ("12) a", #"12\) a"#),
    ("3-a", "3-a"), ("4.5", "4.5"), ("4.", #"4\."#), ("a#-1.", "a#-1."),
    ("two\nlines", #"two\\nlines"#),
    ("&amp;", #"\&amp;"#), ("~~a~~", #"\~\~a\~\~"#), ("$x$", #"\$x\$"#),
    (" a  ", "&nbsp;a&nbsp;&nbsp;"),
    ("", "\"\""), ("7", "7"), ("==", #"\=="#), (" ", "&nbsp;"), ("- ", #"\-&nbsp;"#),
  ])
  func names(name: String, text: String) {
    #expect(MarkdownText.name(name) == text)
  }
}
