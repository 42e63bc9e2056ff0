import Battles
import EloInference
import EloNumerics
import Ingest
import TestSupport
import Testing

/// Published boards and snapshots, as users of the library take them.
@Suite struct BoardExamples {
  /// A board of scores ± half-widths, of which only the table is known.
  @Test func publishedBoard() throws {
    let folder = try TestFolder()
    let path = try folder.write(
      "board.md",
      "| Model | Score | 95% CI |\n|---|---|---|\n| opus | 1503 | ±7 |\n| sonnet | 1502 | ±5 |\n"
        + "| haiku | 1401 | ±6 |\n")

    let (scores, _) = try readBoard([InputPath(path)])
    let estimate = Estimate(board: scores, scale: .standard)
    let (opus, sonnet) = (
      try #require(estimate.roster.id(of: "opus")), try #require(estimate.roster.id(of: "sonnet"))
    )
    let gap = estimate.difference(opus, sonnet)

    // One point over √(7² + 5²)/1.96.
    #expect((gap.z - 1.959963984540054 / 74.0.squareRoot()).magnitude < 1e-12)
    #expect(gap.pValue > 0.8)
    #expect(try estimate.interval(of: opus).lower == 1496)
    // A board has no battles to resample.
    #expect(throws: EstimateError.noReplicates(.percentile)) {
      try estimate.interval(of: opus, method: .percentile)
    }
  }

  /// Log-strengths and their covariance from a fit of one's own.
  @Test func ownFit() throws {
    var covariance = SymmetricMatrix(zeros: 2)
    (covariance[0, 0], covariance[1, 1]) = (0.01, 0.01)
    (covariance[0, 1], covariance[1, 0]) = (-0.01, -0.01)
    let estimate = Estimate(
      roster: Roster(["p", "q"]), logStrength: [0.2, -0.2], covariance: .dense(covariance))
    let gap = estimate.difference(0, 1)
    // 0.4 over √(0.01 + 0.01 + 0.02).
    #expect((gap.z - 2).magnitude < 1e-12)
    #expect(try estimate.leaderboard().tiedForFirst.first == 0)
  }

  /// Did anything move since last week?
  @Test func snapshotDiff() throws {
    /// Five models of which x wins some battles in a hundred against each of the others, who are equal.
    func cells(_ wins: Int) -> Cells {
      var battles: [(a: String, b: String, outcome: Outcome)] = []
      let names = ["p", "q", "r", "s", "x"]
      for (place, a) in names.enumerated() {
        for b in names[..<place] {
          let won = a == "x" ? wins : 50
          for battle in 0..<100 { battles.append((a, b, battle < won ? .aWins : .bWins)) }
        }
      }
      return Cells(battles: battles)
    }
    let (before, after) = (try Estimate(battles: cells(45)), try Estimate(battles: cells(70)))

    let changes = try after.changes(since: before, overlap: .independent)
    let moved = changes.moves.filter(\.isReal).map(\.name)

    #expect(moved == ["x"])
  }
}
