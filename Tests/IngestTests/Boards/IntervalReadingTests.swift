import Battles
import Testing

@testable import Ingest

/// Pairs of numbers are ends or half-widths by whether the scores lie between them: over the whole board.
@Suite struct IntervalReadingTests {
  private func result(
    _ rows: [(Double, Double, Double)], _ options: ReadOptions = ReadOptions()
  ) throws -> ReadResult {
    try read(text(rows), options)
  }

  private func text(_ rows: [(Double, Double, Double)]) -> String {
    "model,score,ci_low,ci_high\n"
      + rows.enumerated().map { "m\($0),\($1.0),\($1.1),\($1.2)\n" }.joined()
  }

  @Test func halfWidthsWithoutSigns() throws {
    let result = try result([(1507, 5, 5), (1505, 4, 6), (1400, 7, 7)])
    let scores = try #require(board(result))
    #expect(scores.lower == [1502, 1501, 1393])
    #expect(scores.upper == [1512, 1511, 1407])
    #expect(
      result.report.reading.columns.map(\.role) == ["model", "rating", "ci_minus", "ci_plus"])
  }

  @Test func halfWidthsWithSigns() throws {
    let scores = try #require(board(try result([(88, -2, 2.5), (-60, -3, 1), (2, -1, 3)])))
    #expect(scores.lower == [86, -63, 1])
    #expect(scores.upper == [90.5, -59, 5])
  }

  @Test func ends() throws {
    let result = try result([(1507, 1502, 1512), (1505, 1500, 1511), (-3, -9, 4)])
    let scores = try #require(board(result))
    #expect(scores.lower == [1502, 1500, -9])
    #expect(result.report.reading.columns.map(\.role) == ["model", "rating", "lower", "upper"])
  }

  /// Half-widths that are all but the same, with the score between them in each row, would be a wonder.
  @Test func endsThatCouldHardlyBeHalfWidths() throws {
    let scores = try #require(board(try result([(5, 4, 6), (50, 45, 56)])))
    #expect(scores.lower == [4, 45])
  }

  /// A row by itself would be read otherwise, and the board is one.
  @Test func noRowIsReadByItself() throws {
    // The score of the last lies between its half-widths by chance.
    let scores = try #require(
      board(try result([(90, 2, 3), (80, 2, 3), (70, 2, 3), (60, 2, 3), (2.5, 2, 3)])))
    #expect(scores.lower == [88, 78, 68, 58, 0.5])
    // One row of ends is wrong, and told of.
    let rows = [
      (1507.0, 1502.0, 1512.0), (1505, 1500, 1511), (1495, 1490, 1500), (1512, 1480, 1490),
    ]
    #expect(
      failure(text(rows))?.description
        == "battles.csv:5: the score 1512.0 is outside its interval, 1480.0 to 1490.0 (check which column "
        + "is which; correct it, or leave such rows out with --bad-rows skip)")
    let kept = try result(rows, options { $0.badRows = .skip })
    #expect(board(kept)?.lower == [1502, 1500, 1490])
    #expect(kept.report.setAside == [SetAside(.badRow, count: 1)])
  }

  @Test func bothIsRefusedWithBothCommands() throws {
    // Shares near nothing: .02 (.01 to .05), or from .01 to .07.
    let text = text([(0.02, 0.01, 0.05), (0.03, 0.02, 0.07)])
    let error = failure(text)
    #expect(
      error?.description
        == "battles.csv: 'ci_low' and 'ci_high' may be the ends of intervals, or how far these reach: each "
        + "score lies between them (say which: --columns lower=ci_low,upper=ci_high, or --columns "
        + "ci_minus=ci_low,ci_plus=ci_high)")
    let readings = try offered(error).map { board(try read(text, $0))?.lower }
    #expect(readings.first == [0.01, 0.02])
    // 0.02 - 0.01 and 0.03 - 0.02 are a rounding off 0.01.
    #expect(readings.last??.allSatisfy { abs($0 - 0.01) < 1e-15 } == true)
  }

  @Test func bothWithSignsIsRefusedWithBothCommands() throws {
    let text = text([(0.1, -2.3, 2.2), (-0.5, -1, 1)])
    let readings = try offered(failure(text)).map { board(try read(text, $0))?.upper }
    #expect(readings == [[2.2, 1], [0.1 + 2.2, 0.5]])
  }

  @Test func neitherInAllRowsIsRefused() throws {
    // Some ends and some half-widths: no reading is right for more than half of the rows.
    let error = failure(text([(1507, 1502, 1512), (1505, 5, 5), (1500, 1490, 1510), (1495, 4, 4)]))
    #expect(
      error?.description.contains(
        "in all rows nor how far these reach: on line 3 the score is 1505.0, with 5.0 and 5.0")
        == true)
    #expect(error?.kind == .badData)
  }

  @Test func textsOfTwoNumbers() throws {
    let reaches = "model,score,CI\na,82.6,\"(-1.9, +2.0)\"\nb,79.3,\"(-2.1, 1.3)\"\n"
    let result = try read(reaches)
    #expect(board(result)?.upper == [82.6 + 2, 79.3 + 1.3])
    #expect(result.report.reading.columns.last?.role == "plus_minus")
    let ends = "model,score,CI\na,82.6,\"[80, 84]\"\nb,79.3,\"[77, 81]\"\n"
    let other = try read(ends)
    #expect(board(other)?.upper == [84, 81])
    #expect(other.report.reading.columns.last?.role == "interval")
  }

  @Test func textsThatCouldBeBoth() throws {
    let text = "model,delta score,CI\na,0.1,\"[-0.3, 0.7]\"\nb,-0.2,\"[-0.5, 0.1]\"\n"
    let mapped = try mapping("rating=delta score")
    let error = failure(text, mapped)
    #expect(
      error?.description
        == "battles.csv: the numbers in 'CI' may be the ends of intervals, or how far these reach: each "
        + "score lies between them (say which: --columns interval=CI, or --columns plus_minus=CI)")
    let ends = try mapping("rating=delta score,interval=CI")
    #expect(board(try read(text, ends))?.upper == [0.7, 0.1])
    let reaches = try mapping("rating=delta score,plus_minus=CI")
    #expect(board(try read(text, reaches))?.lower == [0.1 - 0.3, -0.2 - 0.5])
  }

  /// A plus sign before the first number is none of a reach down.
  @Test func aPlusSignTellsEnds() throws {
    let text = "model,score,CI\na,0.91,\"[+0.59, +1.29]\"\nb,2.28,\"[+1.86, +2.76]\"\n"
    #expect(board(try read(text))?.lower == [0.59, 1.86])
  }

  @Test func aRoleForEndsTakesNoHalfWidths() throws {
    let error = failure("model,score,CI\na,5,±1\n", try mapping("interval=CI"))
    #expect(
      error?.description
        == "battles.csv:2: CI is \"±1\"; expected the ends of an interval, such as "
        + "1497–1508 or [1497, 1508] (correct it, or leave such rows out with --bad-rows skip)")
  }
}
