import Battles
import Ingest
import Testing

/// The coverage that headings claim.
@Suite struct BoardLevelTests {
  // Standard normal quantiles by Python 3.11's statistics.NormalDist().inv_cdf.
  @Test(
    arguments: [
      ("95% CI", 0.95, 1.959963984540054), ("90% CI", 0.9, 1.6448536269514715),
      ("99% interval", 0.99, 2.5758293035489), ("68% CI", 0.68, 0.9944578832097535),
      ("ci", 0.95, 1.959963984540054),
    ])
  func theHeadingSaysIt(_ heading: String, _ level: Double, _ quantile: Double) throws {
    let scores = try #require(board(try read("model,elo,\(heading)\na,1500,±7\nb,1400,±7\n")))
    #expect(scores.level == level)
    // A rounding of the quotient.
    #expect(abs(scores.standardError[0] - 7 / quantile) < 1e-14)
  }

  @Test func anOptionMayAgree() throws {
    let given = options {
      $0.boardLevel = ClaimedLevel(level: 0.9, quantile: 2)
    }
    #expect(
      board(try read("model,elo,90% CI\na,1500,±7\nb,1400,±7\n", given))?.standardError == [
        3.5, 3.5,
      ])
  }

  @Test func anOptionMayNotContradict() {
    let error = failure("model,elo,90% CI\na,1500,±7\n", options { $0.boardLevel = .usual })
    #expect(
      error?.description
        == "--board-level 0.95 contradicts the headings at battles.csv:1, which say 90% (leave it out)"
    )
    #expect(error?.kind == .usage)
  }

  @Test func aLevelThatIsNotUsual() throws {
    let text = "model,elo,93% CI\na,1500,±7\nb,1400,±7\n"
    #expect(
      failure(text)?.description
        == "battles.csv:1: the intervals are said to cover 93%, which is not usual (say so with "
        + "--board-level 0.93)")
    let given = options {
      $0.boardLevel = ClaimedLevel(level: 0.93, quantile: 1.75)
    }
    #expect(board(try read(text, given))?.standardError == [4, 4])
  }

  @Test func boardsOfTwoLevels() {
    let error = #expect(throws: IngestError.self) {
      try readDataset([
        InMemoryFile("a.csv", Array("model,elo,95% CI,arena\nx,1500,±7,text\n".utf8)),
        InMemoryFile("b.csv", Array("model,elo,90% CI,arena\ny,1500,±7,text\n".utf8)),
      ])
    }
    #expect(
      error?.description
        == "b.csv:1: the intervals here are said to cover 90%, and those before 95% (give boards of one "
        + "level)")
  }
}
