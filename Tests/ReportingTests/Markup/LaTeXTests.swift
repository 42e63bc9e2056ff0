import Battles
import Testing

@testable import EloInference
@testable import Reporting

struct LaTeXTests {
  @Test func aSmallBoardReadsLikeThis() {
    var fixture = RankFixture.small
    fixture.models[0].name = "gemini_2.5"
    fixture.models[1].isFirst = true
    fixture.models[4].rating = -3
    #expect(
      fixture.latex() == #"""
        % Needs \usepackage{booktabs}.
        \begin{table}
          \centering
          \caption{Tied for first among the 5 ranked models, at 95\% confidence: gemini\_2.5 and o3-2025-04-16. Too little is known of 1 other to rule it out: newcomer (2 battles).}
          \label{tab:deadheat-rank}
          \smallskip
          \begin{tabular}{@{}rllrrr@{}}
            \toprule
            Rank & Range & Model & Rating & 95\% interval & Battles \\
            \midrule
            1 & 1 & \textbf{gemini\_2.5} & 1124 & 1117--1131 & 4,325 \\
            2 & 2--3 & \textbf{o3-2025-04-16} & 1079 & 1072--1087 & 5,621 \\
            3 & 2--3 & claude-opus-4-20250514 & 1077 & 1069--1084 & 12,345 \\
            4 & 4--5 & gpt-4o-2024-11-20 & 996 & 989--1004 & 7,001 \\
            5 & 4--5 & mistral-small & $-$3 & $-$23 to 17 & 31 \\
            \midrule
            \multicolumn{6}{@{}l@{}}{\footnotesize Not ranked: fewer than 30 battles (intervals from the model, not} \\
            \multicolumn{6}{@{}l@{}}{\footnotesize the resamples)} \\
             &  & newcomer & 1003 & 533--1473 & 2 \\
            \bottomrule
          \end{tabular}

          \medskip
          \begin{minipage}{\linewidth}\footnotesize
            Bold: tied for first.\par
            Ratings average over the present mix of opponents, with ties (25.0\% of battles) as half a win and ``both bad'' as a tie; 1000 is the mean of the ranked models. Half wins draw ratings together (help statistics: half wins).\par
            Bradley--Terry on 135,624 battles; 95\% intervals by percentile bootstrap (1,000 resamples, seed 0); rank ranges hold together at 95\% (step-down max-T, all 10 pairs, critical value 3.25).\par
          \end{minipage}
        \end{table}

        """#)
  }

  @Test func oneWinnerNeedsNoKeyAndAllRowsMayBeProvisional() {
    var fixture = RankFixture.tied(1)
    #expect(!fixture.latex().contains("Bold:"))
    for index in fixture.models.indices { fixture.models[index].isProvisional = true }
    #expect(fixture.latex().split(separator: "\n").count { $0.contains(#"\midrule"#) } == 1)
  }

  @Test func aLongTableIsSaidToBeOne() {
    #expect(!RankFixture.tied(43).latex().contains("more than a page"))
    #expect(RankFixture.tied(44).latex().contains("% 46 rows may be more than a page holds; rank"))
  }

  @Test func longNamesMakeTheTableSmaller() {
    var fixture = RankFixture.small
    #expect(fixture.latex().contains("\\smallskip\n"))
    fixture.models[0].name = String(repeating: "n", count: 36)
    #expect(fixture.latex().contains("\\smallskip\\small\n"))
    fixture.models[0].name = String(repeating: "n", count: 44)
    #expect(fixture.latex().contains("\\smallskip\\footnotesize\\setlength{\\tabcolsep}{4pt}\n"))
    #expect(LaTeXChecker.faults(fixture.latex()) == [])
  }

  @Test func pairsOfLongNamesTakeTwoLines() {
    let fixture = PairFixture(pairs: Array(repeating: PairFixture.deadHeat, count: 4))
    let text = fixture.latex()
    #expect(
      text.contains(#"\multicolumn{6}{@{}l@{}}{\quad dead heat with claude-opus-4-6-thinking} \\"#))
    #expect(text.contains(#"\label{tab:deadheat-test}"#))
  }

  @Test func fewPairsAreToldInParagraphs() {
    let text = PairFixture(pairs: [PairFixture.ahead]).latex()
    #expect(!text.contains("table") && !text.contains("%\n"))
    #expect(text.contains(#"(p \textless{} 0.0001)."#))
    #expect(text.contains("\n\n(gap 45 Elo; standard error 4.3; z 10.42; p"))
  }

  @Test(arguments: HardNames.all)
  func everyNameLeavesTheTableWhole(name: String) {
    var fixture = RankFixture.small
    fixture.models[0].name = name
    fixture.models[5].name = name + "'"
    var pair = PairFixture.deadHeat
    pair.a = name
    let pairs = PairFixture(pairs: Array(repeating: pair, count: 4))
    for text in [fixture.latex(), pairs.latex(), PairFixture(pairs: [pair]).latex()] {
      #expect(LaTeXChecker.faults(text) == [])
    }
    let cells = fixture.latex().split(separator: "\n").filter { $0.contains(" 1124 ") }
    #expect(cells.count == 1)
    #expect(cells.first.map { LaTeXChecker.cells(String($0)).count } == 6)
  }

  @Test(arguments: [
    (#"\"#, #"\textbackslash{}"#), ("a&b%c$d#e_f{g}", ##"a\&b\%c\$d\#e\_f\{g\}"##),
    ("~^", #"\textasciitilde{}\textasciicircum{}"#),
    ("<|>", #"\textless{}\textbar{}\textgreater{}"#),
    ("\"'`", #"\char34{}\textquotesingle{}\textasciigrave{}"#), ("[a]*", "{[}a{]}{*}"),
    ("a--b---c", "a-{}-b-{}-{}-c"), ("a,,b", "a,{},b"), ("a\nb", #"a\textbackslash{}nb"#),
    (" a  b ", #"\nobreakspace{}a\nobreakspace{}\nobreakspace{}b\nobreakspace{}"#),
    ("通义千问", "通义千问"),
    ("מודל", "מודל"), ("1–2", "1--2"), ("−1", "$-$1"), ("“a”", "``a''"), ("Holm’s", "Holm's"),
    ("τ-b", #"$\tau$-b"#), ("ρ", #"$\rho$"#),
    ("\u{0}", #"\textbackslash{}u\{0\}"#), (" ", #"\nobreakspace{}"#),
  ])
  func names(name: String, text: String) {
    #expect(LaTeXText.name(name) == text)
  }
}
