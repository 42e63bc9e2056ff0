import Testing

@testable import SafeText

@Suite struct NearWordsTests {
  static let names = ["resamples", "rank", "rank-family", "seed", "GPT-4o", "gpt-4o-mini"]

  @Test(arguments: [
    ("resampels", ["resamples"]), ("RANK", ["rank"]), ("gpt-4o", ["GPT-4o"]),
    ("res", ["resamples"]),
    ("gpt-4o-m", ["gpt-4o-mini"]), ("sede", ["seed"]), ("xyzzy", []), ("", []), ("x", []),
    ("rnak", ["rank"]),
  ])
  func guess(word: String, expected: [String]) {
    #expect(nearest(to: word, among: Self.names) == expected)
  }

  @Test func ambiguityIsListedInOrderAndCutAtThree() {
    #expect(
      nearest(to: "cart", among: ["card", "care", "cars", "cast"]) == ["card", "care", "cars"])
    #expect(nearest(to: "ra", among: ["rank", "rate"]).isEmpty)
    #expect(nearest(to: "a", among: []).isEmpty)
  }

  private static let meant: [(typed: String, headings: [String], meant: String?)] = [
    ("home", ["guest", "home_team"], "home_team"), ("home_team", ["home"], "home"),
    ("score", ["scores_of_a", "scores", "b"], "scores"), ("HOME", ["the home"], "the home"),
    ("hst", ["host", "guest"], "host"), ("hsot", ["host"], nil), ("id", ["grid"], nil),
    ("model_b", ["modle_b"], "modle_b"), ("winner", ["Winer", "winners"], "Winer"),
  ]

  /// Of headings parts are near, and swaps are two slips; of words it is the other way round.
  @Test(arguments: meant)
  func headings(typed: String, headings: [String], meant: String?) {
    #expect(nearest(to: typed, among: headings, by: .headings).first == meant)
  }

  @Test func partsAreNoWords() {
    #expect(nearest(to: "team", among: ["home_team"]).isEmpty)
    #expect(nearest(to: "hsot", among: ["host"]) == ["host"])
  }

  /// Nobody types a word of 300 letters, and the time that it takes grows with its square.
  @Test func longWordsAreNotLookedAt() {
    let long = String(repeating: "a", count: 300)
    #expect(nearest(to: long + "b", among: [long + "c"]).isEmpty)
    #expect(nearest(to: "ab", among: [long], by: .headings).isEmpty)
    #expect(nearest(to: "aaa", among: [long], by: .headings).isEmpty)
  }

  @Test func theQuestion() {
    #expect(didYouMean(Mention.alternatives(["a", "b", "c"])) == "did you mean a, b or c?")
  }
}
