import Battles
import Testing

@testable import Reporting

struct CountReportTests {
  @Test func writesALineForEachCell() {
    let cells = Cells(
      [
        Cell(a: 0, b: 1, outcome: .aWins, count: 3), Cell(a: 1, b: 0, outcome: .tie, count: 1_000),
        Cell(a: 0, b: 0, outcome: .bothBad, count: 2), Cell(a: 0, b: 1, outcome: .bWins, count: 1),
      ], names: ["b", "a, \"x\""])
    #expect(
      CountReport(cells: cells).rendered() == #"""
        model_a,model_b,winner,count
        "a, ""x""",b,tie,1000
        b,"a, ""x""",model_a,3
        b,"a, ""x""",model_b,1
        b,b,both_bad,2

        """#)
  }

  @Test func noBattlesLeaveTheHeadings() {
    #expect(
      CountReport(cells: Cells([], names: [])).rendered() == "model_a,model_b,winner,count\n")
  }

  @Test func namesThatDifferInNormalFormAloneStayTwo() {
    let cells = Cells(
      [Cell(a: 0, b: 1, outcome: .aWins, count: 1)], names: ["\u{FC}", "u\u{308}"])
    let row = CSVReader.rows(CountReport(cells: cells).rendered())[1]
    #expect(row.prefix(2).map { Array(($0 ?? "").utf8) } == [[0xC3, 0xBC], [0x75, 0xCC, 0x88]])
  }
}
