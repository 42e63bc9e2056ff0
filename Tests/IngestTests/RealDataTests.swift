import Battles
import Ingest
import Testing
import TestSupport

/// Real files, counted independently with Python's csv module and collections.Counter (3.11).
@Suite(.enabled(if: RealData.isPresent, "needs DEADHEAT_DATA"))
struct RealDataTests {
  private func battles(_ name: String, _ options: ReadOptions = ReadOptions()) throws -> Cells {
    guard
      case .battles(let cells) = try readDataset([RealData.path(name)], options: options).dataset
    else { throw IngestError.usage(what: "not battles", remedy: name) }
    return cells
  }

  private func scores(_ name: String, _ condition: String) throws -> PublishedScores {
    let result = try readDataset([RealData.path(name)], options: try filters(condition))
    return try #require(board(result))
  }

  /// The battles by outcome: a won, b won, tie, both bad.
  private func outcomes(_ cells: Cells) -> [Int] {
    Outcome.allCases.map { outcome in
      (0..<cells.cellCount).reduce(0) {
        $0 + (cells.outcome[$1] == outcome ? cells.count[$1] : 0)
      }
    }
  }

  @Test func humanPreference140k() throws {
    let cells = try battles("arena-human-preference-140k.csv")
    #expect(cells.battleCount == 135_634)
    #expect(outcomes(cells) == [48_563, 49_785, 21_532, 15_754])
    #expect(cells.selfBattleCount == 10)
    #expect(cells.roster.count == 53)
  }

  @Test func filteredByNumber() throws {
    let result = try readDataset(
      [RealData.path("arena-human-preference-140k.csv")], options: try filters("math = 1"))
    // awk -F, '$15==1' | wc -l
    #expect(result.report.rows == 135_634)
    #expect(result.report.setAside == [SetAside(.filtered, count: 135_634 - 10892)])
  }

  @Test func crowdVerdictsNeedNoOptions() throws {
    let cells = try battles("llmfao-crowd.csv")
    #expect(outcomes(cells) == [2911, 2549, 3471, 0])
    #expect(cells.roster.count == 59)
  }

  @Test func footballByPoints() throws {
    let cells = try battles(
      "football-internationals.csv",
      try mapping("a=home_team,b=away_team,score_a=home_score,score_b=away_score"))
    #expect(outcomes(cells) == [24265, 13997, 11258, 0])
    #expect(cells.roster.count == 337)
  }

  @Test func classicalTables() throws {
    let cems = try battles(
      "classical/CEMS_aggregated_counts.csv", try mapping("a=a,b=b,wins_a=w,wins_b=l,ties=t"))
    #expect(outcomes(cems) == [2595, 1372, 487, 0])
    let baseball = try battles(
      "classical/baseball.csv",
      try mapping("a=home.team,b=away.team,wins_a=home.wins,wins_b=away.wins"))
    #expect(outcomes(baseball) == [154, 119, 0, 0])
    let citations = try battles(
      "classical/citations_binomial.csv",
      try mapping("a=player1,b=player2,wins_a=win1,wins_b=win2"))
    #expect(outcomes(citations) == [1676, 2051, 0, 0])
    let hockey = try battles(
      "classical/icehockey.csv", try mapping("a=visitor,b=opponent,score_a=v_goals,score_b=o_goals")
    )
    #expect(outcomes(hockey) == [366, 592, 125, 0])
  }

  @Test func anUnroundedBoard() throws {
    let scores = try scores("arena-text-2026-06-25.csv", "category = overall")
    #expect(scores.roster.count == 368)
    #expect(scores.votes?.reduce(0, +) == 10404692)
    // The board's own variance is the square of the standard error, which its interval gives too.
    let opus = try #require(scores.roster.id(of: "claude-opus-4-6"))
    #expect(scores.rating[opus] == 1498.2288656059497)
    #expect(abs(scores.standardError[opus] - 1.928570965138749) < 1e-6)
  }

  @Test func aBoardOfManyCategoriesAsksForOne() {
    let error = #expect(throws: IngestError.self) {
      try readDataset([RealData.path("arena-text-2026-06-25.csv")])
    }
    #expect(error?.kind == .badData)
    #expect(error?.description.contains("column 'category' differs: ") == true)
  }

  @Test func roundedBoardsOfOneDay() throws {
    let text = try scores("arena-text-2026-spring.csv", "snapshot_date=2026-04-30")
    #expect(text.roster.count == 30)
    #expect(text.rating.sorted(by: >).prefix(4) == [1503, 1502, 1497, 1495])
    let code = try scores("arena-code-2026-spring.csv", "snapshot_date=2026-04-30")
    let kimi = try #require(code.roster.id(of: "kimi-k2.6"))
    #expect(code.rating[kimi] == 1529)
    #expect(code.upper[kimi] - code.lower[kimi] == 30)
    #expect(code.roster.count == 69)
  }
}
