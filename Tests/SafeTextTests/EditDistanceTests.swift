import Testing

@testable import SafeText

@Suite struct EditDistanceTests {
  /// Counted by hand.
  @Test(arguments: [
    ("", "", 0), ("", "abc", 3), ("abc", "", 3), ("abc", "abc", 0), ("abc", "abd", 1),
    ("abc", "ab", 1), ("ab", "abc", 1), ("ab", "ba", 1), ("kitten", "sitting", 3),
    // Optimal string alignment edits no letter twice, so this is 3 where Damerau has 2.
    ("ca", "abc", 3), ("rnak", "rank", 1), ("é", "e", 1),
  ])
  func distance(source: String, target: String, expected: Int) {
    #expect(editDistance(Array(source), Array(target), swaps: .one) == expected)
    #expect(editDistance(Array(target), Array(source), swaps: .one) == expected)
  }

  /// Counted by hand; a swap takes two edits, and é has two bytes.
  @Test(arguments: [("ab", "ba", 2), ("kitten", "sitting", 3), ("é", "e", 2), ("", "ab", 2)])
  func bytes(source: String, target: String, expected: Int) {
    #expect(editDistance(Array(source.utf8), Array(target.utf8)) == expected)
    #expect(editDistance(Array(target.utf8), Array(source.utf8)) == expected)
  }
}
