import Battles
import Ingest
import Testing

@Suite struct ReadNamePairsTests {
  private func pairs(_ text: String) throws(IngestError) -> [NamePair] {
    try readNamePairs(InMemoryFile("n.csv", Array(text.utf8)))
  }

  @Test func pairsInTheOrderOfRows() throws {
    let expected = [NamePair(board: "z", other: "Z, the"), NamePair(board: "a", other: "A")]
    #expect(try pairs("board,other\nz,\"Z, the\"\na,A\n") == expected)
    #expect(try pairs("note\tother\tBoard\n\tZ, the\tz\n\tA\ta\n") == expected)
    #expect(
      try pairs(#"[{"board":"z","other":"Z, the"},{"board":"a","other":"A"}]"#) == expected)
  }

  @Test(
    arguments: [
      (
        "kimi-k2.6,Kimi K2.6\n",
        "n.csv:1: there is no column \"board\"; it has: kimi-k2.6, Kimi K2.6 (name the two columns "
          + "board and other: each row has a model’s name on the board and what the other file calls "
          + "it)"
      ),
      (
        "board,other\na,x\nb,x\n",
        "n.csv:3: \"x\" is paired twice (leave one of the two rows out)"
      ),
      (
        "board,other\na,x\na,y\n",
        "n.csv:3: \"a\" is paired twice (leave one of the two rows out)"
      ),
      (
        "board,other\n",
        "n.csv: it has a header and no rows below it (check that the file is complete)"
      ),
    ] as [(String, String)])
  func failures(text: String, description: String) {
    let error = #expect(throws: IngestError.self) { try pairs(text) }
    #expect(error?.description == description)
    #expect(error?.kind == .badData)
  }

  @Test func anEmptyNameIsNone() {
    let error = #expect(throws: IngestError.self) { try pairs("board,other\na,\n") }
    #expect(error?.description.hasPrefix("n.csv:2: other is empty") == true)
  }
}
