import Testing

@testable import CommandLineKit

@Suite struct SuggestionTests {
  /// Counted by hand.
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "abd", 1),
    ("abc", "ab", 1), ("ab", "abc", 1), ("ab", "ba", 1), ("kitten", "sitting", 3),
    // Optimal string alignment edits no letter twice, so this is 3 where Damerau has 2.
    ("ca", "abc", 3), ("rnak", "rank", 1), ("é", "e", 1),
  ])
  func distance(source: String, target: String, expected: Int) {
    #expect(editDistance(source, target) == expected)
    #expect(editDistance(target, source) == expected)
  }

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
}
