import Battles
import Ingest
import Testing

/// Lines of `name | key: value | key: value`.
@Suite struct KeyedLinesTests {
  private let text = """
    alpha-long-name | score: 88.7 | 95% CI: (-2.3, 2.2)  | average #tokens: 1217
    beta            | score:  7.1 | 95% CI: (-1.3, 1.2)  | average #tokens: 378
    base: old       | score: 50.0 | 95% CI:  (0.0, 0.0)  | average #tokens: 423
    """

  @Test func aBoard() throws {
    let result = try read(text)
    let scores = try #require(board(result))
    #expect(scores.roster.names == ["alpha-long-name", "base: old", "beta"])
    #expect(scores.rating == [88.7, 50, 7.1])
    #expect(scores.upper == [88.7 + 2.2, 50, 7.1 + 1.2])
    #expect(scores.reference == 1)
    #expect(scores.unit == .points)
    #expect(scores.level == 0.95)
    #expect(
      result.report.reading.files == [
        Reading.File(name: "battles.csv", form: .keyed, headerLine: 1)
      ])
  }

  @Test func theLevelOfTheKey() throws {
    let lines = "a | elo: 1500 | 90% CI: ±5\nb | elo: 1400 | 90% CI: ±5\n"
    #expect(board(try read(lines))?.level == 0.9)
  }

  @Test func keysForAll() throws {
    let lines = "model: a | elo: 1500 | se: 5\nmodel: b | elo: 1400 | se: 5\n"
    #expect(board(try read(lines))?.roster.names == ["a", "b"])
  }

  @Test func aValueThatIsNoNumber() {
    #expect(
      failure(text + "\nx | score: none | 95% CI: (-1, 1) | average #tokens: 1\n") == nil,
      "no score is set aside")
    #expect(
      failure("a | score: 1 | se: 1\nb | score: oops | se: 1\n")?.description
        == "battles.csv:2: score is \"oops\"; expected a number (correct it, or leave such rows out with "
        + "--bad-rows skip)")
  }
}
