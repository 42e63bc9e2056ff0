import Testing

@testable import SafeText

struct MentionTests {
  @Test func namesAreVisibleAndShort() {
    #expect(Mention.quoted("gpt\u{200B}-4") == "'gpt\\u{200B}-4'")
    let long = Mention.name(String(repeating: "a", count: 10_000) + "z")
    #expect(DisplayWidth.of(long) == Mention.width && long.hasSuffix("z"))
  }

  @Test func listsNameThreeAndCountTheRest() {
    #expect(Mention.names(["a"]) == "a")
    #expect(Mention.names(["a", "b", "c"]) == "a, b, c")
    #expect(Mention.names((1...5000).map(String.init)) == "1, 2, 3 and 4997 more")
    #expect(Mention.choice(["a", "b"]) == "'a' or 'b'")
    #expect(Mention.conjunction(["a", "b", "c"]) == "a, b and c")
    #expect(Mention.alternatives([]).isEmpty && Mention.alternatives(["a"]) == "a")
  }

  /// However a name is made, it takes a few hundred scalars at most.
  @Test(arguments: [
    "\u{301}", "\u{200D}", "🤖\u{200D}", "\u{1100}", "\u{200B}", "🇩", "\u{0}", "e\u{301}",
    "\u{FE0F}", "क्",
  ])
  func noNameFloodsAMessage(piece: String) {
    let name = "x" + String(repeating: piece, count: 10_000)
    // Sixteen scalars for each of sixty columns would be the most.
    #expect(Mention.name(name).unicodeScalars.count <= 16 * Mention.width)
    #expect(DisplayWidth.of(Mention.name(name)) <= Mention.width)
  }
}
