import Battles
import Ingest
import TestSupport
import Testing

/// Published tables as their owners publish them: read at the first attempt, or refused with options that work.
///
/// Counted and computed independently with Python 3.11's csv, json and re modules.
@Suite(.enabled(if: RealData.isPresent, "needs DEADHEAT_DATA"))
struct WildTablesTests {
  private func read(_ name: String, _ options: ReadOptions = ReadOptions()) throws
    -> PublishedScores
  {
    try #require(board(try readDataset([RealData.path("wild/\(name)")], options: options)))
  }

  private func failure(_ name: String) -> IngestError? {
    #expect(throws: IngestError.self) { try readDataset([RealData.path("wild/\(name)")]) }
  }

  @Test func aRepublishedArenaBoard() throws {
    let result = try readDataset([RealData.path("wild/arena-text-2026-08-19.json")])
    let scores = try #require(board(result))
    #expect(scores.roster.count == 393)
    #expect(result.report.setAside == [SetAside(.noScore, count: 1)])
    #expect(scores.unit == .elo)
    #expect(scores.votes?.count == 393)
    #expect(scores.isPreliminary.count { $0 } == 3)
    let best = try #require(scores.roster.id(of: "claude-fable-5"))
    #expect(scores.rating[best] == 1507)
    #expect(scores.lower[best] == 1502 && scores.upper[best] == 1512)
  }

  @Test func anArenaHardBoard() throws {
    let scores = try read("arena-hard-2024-07-31.csv")
    #expect(scores.roster.count == 60)
    #expect(scores.reference.map { scores.roster.names[$0] } == "gpt-4-0314")
    #expect(scores.unit == .points)
    #expect(scores.standardError.count { $0 == 0 } == 1)
  }

  @Test func severalTablesInOneText() throws {
    let error = failure("arena-hard-earlier.md")
    #expect(
      error?.description.contains(
        "1 on line 8 (Arena-Hard-v0.1 (Style Control)), 73 rows; 2 on line 84, 70 rows") == true)
    let boards = try offered(error).map { try read("arena-hard-earlier.md", $0) }
    #expect(boards.map(\.roster.count) == [73, 70])
    for scores in boards {
      #expect(scores.reference.map { scores.roster.names[$0] } == "gpt-4-0314")
    }
    let first = boards[0]
    let claude = try #require(first.roster.id(of: "claude-3-5-sonnet-20241022"))
    #expect(first.rating[claude] == 86.4)
    #expect(first.lower[claude] == 86.4 - 1.3)
  }

  @Test func severalScoresInOneTable() throws {
    let error = failure("alpaca-eval-2.csv")
    #expect(error?.description.contains("several scores, 'win_rate'") == true)
    let choices = try offered(error)
    #expect(choices.count == 2)
    let boards = try choices.map { try read("alpaca-eval-2.csv", $0) }
    #expect(boards.map(\.roster.count) == [223, 48])
    #expect(boards.map(\.unit) == [.percent, .percent])
    #expect(boards[0].reference.map { boards[0].roster.names[$0] } == "gpt4_1106_preview")
    #expect(boards[1].reference == nil)
  }
}
