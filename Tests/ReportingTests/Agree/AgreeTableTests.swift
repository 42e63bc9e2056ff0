import Battles
import EloNumerics
import Testing

@testable import EloInference
@testable import Reporting

struct AgreeTableTests {
  @Test func fourModels() {
    #expect(
      AgreeFixture().text() == """
        Rating and tokens are not shown to go together, at 95% confidence.

        Of 6 pairs of models the two put 4 the same way round; if they had nothing to do
        with each other, chance alone would make them agree or disagree at least this
        much in about 75 of 100 such comparisons (p = 0.75). 4 models cannot show more:
        even full agreement would have p = 0.083.
          Kendall’s τ-b 0.33 · p = 0.75 · redrawn −0.25 to 0.75 · Spearman’s ρ 0.60 ·
          p = 0.42 · redrawn −0.50 to 0.80

        Noise in the ratings alone moves τ-b between −0.25 and 0.75 in 95% of redraws. A
        redraw adds noise to ratings that have some already, and noise weakens any
        agreement: this interval is attenuated, it leans towards 0, and the true
        strengths may agree more closely than it shows. It is about these models and
        says nothing of others.

        By tokens, 4 models have places outside all that the ratings leave open to them,
        at 95% confidence: gemini-2.5-pro, o3-2025-04-16, claude-opus-4 and gpt-4.1.

        Model           Rating  Value  By rating  Range  By value  Value puts it
        gemini-2.5-pro    1124  1.38T          1  1             2  1 lower, clearly
        o3-2025-04-16     1079  1.99T          2  2–3           1  1 higher, clearly
        claude-opus-4     1077   338B          3  2–3           4  1 lower, clearly
        gpt-4.1           1040  1.13T          4  4             3  1 higher, clearly
        clearly: outside the range of places that the ratings leave open
        Values are taken as exact: margins of their own are not allowed for.

        Published scores taken as independent, with standard errors as published or from
          their 95% intervals. Places are among the 4 models in both files, the largest
          value first; p is two-sided, from all 24 permutations of the values; 1,000
          redraws of the ratings from their normal errors, seed 0; rank ranges hold
          together at 95% (step-down max-T, all 6 pairs, critical value 2.57).

        """)
  }

  /// Twelve models in one order, so that the direction alone decides the words.
  private var long: AgreeFixture {
    var fixture = AgreeFixture()
    fixture.models = []
    for place in 1...12 {
      let height = Double(100 - place)
      fixture.models.append(("model-\(place)", 1000 + height, height, place...place))
    }
    fixture.samples = 999
    return fixture
  }

  @Test func theDirectionDecidesTheWords() {
    var fixture = long
    #expect(
      fixture.prose.hasPrefix(
        "Models rated higher tend to have higher tokens, at 95% confidence. Of 66 pairs of models "
          + "the two put 66 the same way round; if"))
    #expect(fixture.prose.contains("in about 1 of 1,000 such comparisons (p = 0.001)"))
    #expect(fixture.prose.contains("999 random permutations of the values, seed 0"))
    fixture.direction = .ascending
    // Better means cheaper, and the better rated are the dearer ones.
    #expect(
      fixture.prose.hasPrefix("Models rated higher tend to have higher tokens, at 95% confidence"))
    #expect(fixture.prose.contains("66 opposite ways round"))
    fixture.models = fixture.models.map { ($0.name, $0.rating, -$0.value, $0.range) }
    #expect(fixture.prose.hasPrefix("Models rated higher tend to have lower tokens"))
    #expect(fixture.prose.contains("66 the same way round"))
  }

  @Test func theLevelDecidesTheVerdict() {
    var fixture = long
    fixture.level = 0.9995
    #expect(fixture.prose.hasPrefix("Rating and tokens are not shown to go together, at 99.95%"))
  }

  /// Another board's rating is never called just that: the ratings are those of the board.
  @Test(arguments: ["rating", "Rating"])
  func anotherBoardsRatingIsTheOtherFiles(label: String) {
    var fixture = long
    fixture.label = label
    #expect(
      fixture.prose.hasPrefix(
        "Models rated higher tend to have a higher rating in the other file, at 95% confidence."))
    #expect(fixture.prose.contains("No model’s place by the other file’s rating lies outside"))
    fixture.level = 0.9995
    #expect(fixture.prose.hasPrefix("Rating and the other file’s rating are not shown to go"))
    fixture.models = fixture.models.map { ($0.name, $0.rating, 5, $0.range) }
    #expect(fixture.prose.contains("all 12 models have the same rating in the other file."))
    fixture.models = fixture.models.map { ($0.name, 1000, $0.rating, $0.range) }
    #expect(fixture.prose.contains("all 12 models have the same rating on the board."))
  }

  @Test func noiseThatChangesNothingIsSaidToChangeNothing() {
    var fixture = AgreeFixture()
    fixture.redrawn = 0.5...0.5
    #expect(
      fixture.prose.contains(
        "Noise in the ratings does not change this order: τ-b is the same in 95% of redraws."))
    #expect(!fixture.prose.contains("between 0.50 and 0.50"))
    fixture.redrawn = 0.501...0.503
    #expect(
      fixture.prose.contains(
        "Noise in the ratings alone leaves τ-b at 0.50, to two decimals, in 95% of redraws. A"))
  }

  @Test func noModelElsewhere() {
    #expect(long.prose.contains("No model’s place by tokens lies outside the places that"))
    #expect(long.prose.contains("in the same place"))
    #expect(long.prose.contains("2 more models are not shown, in closer places."))
  }

  @Test func oneValueForAll() {
    var fixture = AgreeFixture()
    fixture.models = fixture.models.map { ($0.name, $0.rating, 5, $0.range) }
    #expect(
      fixture.prose.hasPrefix(
        "There is no order to compare: all 4 models have the same tokens."))
    #expect(!fixture.prose.contains("τ"))
    fixture = AgreeFixture()
    fixture.models = fixture.models.map { ($0.name, 1000, $0.value, $0.range) }
    #expect(fixture.prose.contains("all 4 models have the same rating."))
  }

  @Test func whoTakesNoPartIsTold() {
    var fixture = AgreeFixture()
    fixture.onlyOnBoard = ["kimi-k2.6"] + (0..<9).map { "lone-\($0)" }
    fixture.onlyInOther = ["Kimi K2.6"]
    fixture.setAside = [SetAside(.excluded, count: 2)]
    #expect(fixture.prose.contains("Without a partner, 10 models in BOARD: kimi-k2.6, lone-0,"))
    #expect(fixture.prose.contains("and 2 more."))
    #expect(fixture.prose.contains("Without a partner, 1 model in OTHER: Kimi K2.6."))
    #expect(fixture.prose.contains("Perhaps Kimi K2.6 is kimi-k2.6? Pair such names with --match"))
    #expect(fixture.prose.contains("Set aside: 2 rows of excluded models."))
  }

  @Test func narrowPagesKeepNamesWhole() {
    var fixture = AgreeFixture()
    fixture.models[0].name = "claude-opus-4-5-2025"
    #expect(fixture.text(width: 100).contains("1.38T"))
    #expect(fixture.text(width: 70).contains("claude-opus-4-5-2025 "))
    #expect(!fixture.text(width: 70).contains("1.38T"))
  }

  @Test func markups() {
    #expect(AgreeFixture().text(.markdown).contains("| gemini-2.5-pro |   1124 | 1.38T |"))
    let latex = AgreeFixture().text(.latex)
    #expect(latex.contains(#"\label{tab:deadheat-agree}"#))
    #expect(
      latex.contains(
        #"\caption{Rating and tokens are not shown to go together, at 95\% confidence.}"#))
    #expect(latex.contains(#"Kendall's $\tau$-b 0.33"#) && latex.contains(#"Spearman's $\rho$"#))
    #expect(!latex.unicodeScalars.contains { "τρ".unicodeScalars.contains($0) })
  }

  @Test(
    arguments: [
      (1.99e12, "1.99T"), (338e9, "338B"), (1.5e6, "1.5M"), (37_173, "37,173"), (1503.25, "1503"),
      (3, "3"), (0.125, "0.125"), (0.000_123_4, "0.0001234"), (-2e9, "−2B"), (0, "0"),
      (999_999, "999,999"), (1e18, "1e+18"),
    ] as [(Double, String)])
  func amounts(value: Double, text: String) {
    #expect(AmountFormat.text(value) == text)
  }
}
