import Battles
import Testing

@testable import EloInference

@Suite struct NameMatchingTests {
  private func matching(
    _ board: [String], _ other: [String], _ byHand: [(String, String)] = []
  ) -> NameMatching {
    NameMatching(
      board: Roster(board), other: Roster(other),
      byHand: byHand.map { NamePair(board: $0.0, other: $0.1) })
  }

  private func names(_ matching: NameMatching) -> [String] {
    matching.pairs.map {
      "\(matching.board.names[$0.board])=\(matching.other.names[$0.other])"
    }
  }

  @Test func namesMatchToTheByteAndNotOtherwise() {
    let found = matching(["a", "B", "c ", "u\u{308}"], ["a", "b", "c", "\u{FC}"])
    #expect(names(found) == ["a=a"])
    #expect(found.onlyOnBoard.map { found.board.names[$0] }.count == 3)
    #expect(found.onlyInOther.map { found.other.names[$0] }.count == 3)
  }

  /// What a person paired comes before what is the same.
  @Test func handsComeFirst() {
    let found = matching(["a", "b"], ["a", "x"], [("b", "a")])
    #expect(names(found) == ["b=a"])
    #expect(found.onlyOnBoard == [0] && found.onlyInOther == [1] && found.unused.isEmpty)
  }

  @Test func aPairThatIsNotThereIsTold() {
    let found = matching(["a"], ["a"], [("a", "x"), ("y", "a")])
    #expect(names(found) == ["a=a"])
    #expect(
      found.unused == [NamePair(board: "a", other: "x"), NamePair(board: "y", other: "a")])
  }

  @Test(
    arguments: [
      ("Kimi K2.6", ["kimi-k2.6"]), ("Opus 4.7", ["claude-opus-4-7", "claude-opus-4-7-thinking"]),
      ("claude-opus-4-7-thinkin", ["claude-opus-4-7-thinking", "claude-opus-4-7"]),
      ("gemni-3-pro", ["gemini-3-pro"]), ("Hy3 preview", []), ("o3", []), ("---", []),
      ("opus 4.6", []), ("gpt-5.4", ["gpt-5.4-high"]), ("GPT 5.4 Mini", ["gpt-5.4-mini-high"]),
      ("gemini-3", []), ("gemini 3 flash", []), ("Qwen3 Max", ["qwen3-max-preview"]),
    ] as [(String, [String])])
  func nearNames(name: String, expected: [String]) {
    let near = NearNames([
      "claude-opus-4-7", "claude-opus-4-7-thinking", "kimi-k2.6", "gemini-3-pro", "glm-5.1",
      "gpt-5.4-high", "gpt-5.4-mini-high", "qwen3-max-preview",
    ])
    #expect(near.near(name) == expected)
  }

  /// Three names are near one: the nearest has it, and the others have what is left.
  @Test func aNameIsTheFirstSuggestionForOneOnly() {
    let found = matching(
      ["claude-opus-4-7", "claude-opus-4-7-thinking"],
      ["Claude Opus 4.7", "opus-4-7", "anthropic/claude-opus-4-7"])
    let suggestions = found.suggestions.map { (found.other.names[$0.other], $0.board) }
    #expect(suggestions.map(\.0) == ["Claude Opus 4.7", "opus-4-7"])
    #expect(suggestions.map(\.1) == [["claude-opus-4-7"], ["claude-opus-4-7-thinking"]])
  }

  @Test func suggestionsAreOfUnmatchedNamesOnly() {
    let found = matching(["Alpha 1", "beta"], ["alpha-1", "beta", "BETA"])
    #expect(found.suggestions.map { found.other.names[$0.other] } == ["alpha-1"])
    #expect(found.suggestions.map(\.board) == [["Alpha 1"]])
  }
}
