import Battles
import TestSupport
import Testing

@Suite struct RosterTests {
  @Test func sortsByBytesAndNotByAlphabet() {
    // "Z" (5A) < "a" (61) < "é" (C3 A9) < "😀" (F0…); U+FFFD (EF BF BD) sorts below U+1F600, which
    // UTF-16 order would reverse.
    let roster = Roster(["😀", "a", "\u{FFFD}", "é", "Z", "", "a b", "a"])
    #expect(roster.names == ["", "Z", "a", "a b", "é", "\u{FFFD}", "😀"])
    #expect(roster.count == 7)
  }

  @Test func findsEveryNameAndNoOther() {
    let roster = Roster((0..<100).map { "m\($0)" })
    for (id, name) in roster.names.enumerated() { #expect(roster.id(of: name) == id) }
    for name in ["", "m", "m100", "z", "M1", "m1 "] { #expect(roster.id(of: name) == nil) }
    #expect(Roster([]).id(of: "a") == nil)
  }

  @Test func keepsCanonicallyEquivalentNamesApart() {
    let composed = "caf\u{E9}"
    let decomposed = "cafe\u{301}"
    #expect(composed == decomposed, "Swift's own comparison takes them for one")
    let roster = Roster([composed, decomposed, composed])
    #expect(roster.count == 2)
    // "cafe" + CC 81 comes before "caf" + C3 A9.
    #expect(roster.id(of: decomposed) == 0)
    #expect(roster.id(of: composed) == 1)
    #expect(Roster([composed]) != Roster([decomposed]))
    #expect(!Roster.areSame(composed, decomposed))
    #expect(Roster.precedes(decomposed, composed))
    #expect(!Roster.precedes(composed, composed))
  }

  @Test(arguments: 1...20) func sortsAnyNamesAsTheirBytesSort(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let alphabet: [Unicode.Scalar] = ["a", "b", "é", "e", "\u{301}", "漢", "😀", "\u{0}"]
    let names = (0..<60).map { _ in
      String(
        String.UnicodeScalarView(
          (0..<Int.random(in: 0...4, using: &random)).compactMap { _ in
            alphabet.randomElement(using: &random)
          }))
    }
    let expected = Set(names.map { Array($0.utf8) }).sorted { $0.lexicographicallyPrecedes($1) }
    #expect(Roster(names).names.map { Array($0.utf8) } == expected)
  }
}
