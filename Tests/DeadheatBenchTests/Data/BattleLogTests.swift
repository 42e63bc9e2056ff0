import Battles
import Testing

@testable import deadheat_bench

struct BattleLogTests {
  private let arena = Arena(models: 60, battles: 4000, seed: 7)

  @Test func csvIsAsWideAsARealLog() {
    let text = BattleLog(arena, .csv).text(0..<4000)
    let width = Double(text.utf8.count) / 4000
    #expect((92.0...106).contains(width))
    let fields = text.split(separator: "\n").map { $0.split(separator: ",") }
    #expect(fields.count == 4000)
    #expect(fields.allSatisfy { $0.count == 8 })
  }

  @Test func jsonLinesCarryTheSameBattles() throws {
    let csv = BattleLog(arena, .csv).text(10..<20).split(separator: "\n")
    let json = BattleLog(arena, .jsonl).text(10..<20).split(separator: "\n")
    #expect(json.count == 10)
    for (row, object) in zip(csv, json) {
      let fields = row.split(separator: ",").map(String.init)
      try #require(fields.count == 8)
      #expect(
        object
          == #"{"model_a":"\#(fields[0])","model_b":"\#(fields[1])","winner":"\#(fields[2])","#
          + #""judge":"\#(fields[3])","turn":\#(fields[4]),"anony":\#(fields[5]),"#
          + #""language":"\#(fields[6])","tstamp":\#(fields[7])}"#)
    }
  }

  @Test func namesAreDistinctAndInOrder() {
    #expect(Roster(arena.names).names == arena.names)
    #expect(arena.names.count == 60)
  }

  /// A quarter of the battles has no winner: 0.3·4p(1 − p) on average. The standard deviation of
  /// the share is 0.007.
  @Test func aQuarterIsTied() {
    let cells = arena.cells()
    let ties = (0..<cells.cellCount).reduce(0) { sum, index in
      sum + (cells.outcome[index].scoreOfA == 0.5 ? cells.count[index] : 0)
    }
    #expect(cells.battleCount == 4000)
    #expect((0.22...0.30).contains(Double(ties) / 4000))
  }

  @Test func onlyAShareOfThePairsMeets() {
    let cells = Arena(models: 40, battles: 20_000, pairShare: 0.6, seed: 7).cells()
    let pairs = Set(
      (0..<cells.cellCount).map { [min(cells.a[$0], cells.b[$0]), max(cells.a[$0], cells.b[$0])] })
    #expect(cells.battleCount == 20_000)
    // 0.6 of 780 pairs, with a standard deviation of 14; rare models may not meet all of theirs.
    #expect((400...530).contains(pairs.count))
  }
}
