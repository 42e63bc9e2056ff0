import Battles
import TestSupport
import Testing

@testable import EloInference

@Suite struct ArenaRankTests {
  /// By hand, intervals ± 10 and ± 30: [990, 1010], [985, 1045], [1011, 1031], [900, 920].
  @Test func ranksByIntervalsAsBoardsCountThem() throws {
    let board = try boardEstimate(
      """
      model,rating,lower,upper
      a,1000,990,1010
      b,1015,985,1045
      c,1021,1011,1031
      d,910,900,920

      """)
    let rows = try board.leaderboard(testOptions()).findings
    let byName = Dictionary(uniqueKeysWithValues: rows.map { (board.roster.names[$0.model], $0) })
    // Only c lies wholly above a; b's wide interval overlaps everything but d's.
    #expect(byName["a"]?.arenaRank == 2 && byName["b"]?.arenaRank == 1)
    #expect(byName["c"]?.arenaRank == 1 && byName["d"]?.arenaRank == 4)
    // Upper ends above a's 990: b's and c's; above b's 985: a's and c's; above c's 1011: b's alone.
    #expect(byName["a"]?.arenaRankUpper == 3 && byName["b"]?.arenaRankUpper == 3)
    #expect(byName["c"]?.arenaRankUpper == 2 && byName["d"]?.arenaRankUpper == 4)
    // Places go by rating, whatever the intervals.
    #expect(byName["c"]?.rank == 1 && byName["b"]?.rank == 2)
  }

  /// Equal ratings stand in the order of their names.
  @Test func equalRatings() throws {
    let rows = try board([5, 9, 5, 9], [1, 1, 1, 1])
      .leaderboard(testOptions()).findings
    #expect(rows.map(\.model) == [1, 3, 0, 2])
    #expect(rows.map(\.rank) == [1, 2, 3, 4])
    // 5 + 1.96 does not reach 9 - 1.96.
    #expect(rows.map(\.arenaRankUpper) == [2, 2, 4, 4])
  }

  /// By hand: [1497, 1509], [1496, 1508] and [1474, 1486].
  @Test func worstPlaceCountsUpperEndsAboveTheOwnLowerEnd() throws {
    let rows = try publishedBoard([("a", 1503, 6), ("b", 1502, 6), ("c", 1480, 6)])
      .leaderboard(testOptions()).findings
    #expect(rows.map(\.arenaRank) == [1, 1, 3])
    #expect(rows.map(\.arenaRankUpper) == [2, 2, 3])
  }

  /// [1497, 1509] and [1485, 1497] touch: neither lies wholly above the other, and the upper end of the
  /// second is not above the lower one of the first. An interval without width is not above itself.
  @Test func endsThatTouch() throws {
    let touching = try publishedBoard([("a", 1503, 6), ("b", 1491, 6)])
      .leaderboard(testOptions()).findings
    #expect(touching.map(\.arenaRank) == [1, 1])
    #expect(touching.map(\.arenaRankUpper) == [1, 2])
  }

  /// The board of 2026-08-19 tells Arena's own spread of ranks for 393 models. Its scores and half-widths
  /// are rounded to whole points, so that each end is known within 1 and a gap between two ends within 2.
  @Test(.enabled(if: RealData.isPresent, "\(RealData.missing)"))
  func publishedSpreadsFollowTheRule() throws {
    let models = PublishedSpread.all(in: try RealData.text("wild/arena-text-2026-08-19.json"))
    try #require(models.count == 393)
    let estimate = try boardEstimate(
      "model,rating,ci\n"
        + models.map { "\($0.model),\($0.score),\($0.reach)\n" }.joined())
    var findings: [String: RankFinding] = [:]
    for finding in try estimate.leaderboard(testOptions(.none)).findings {
      findings[estimate.roster.names[finding.model]] = finding
    }
    var exact = [0, 0]
    var clear = [0, 0]
    for own in models {
      let finding = try #require(findings[own.model])
      func gaps(_ gap: (PublishedSpread) -> Double) -> [Double] {
        models.filter { $0.model != own.model }.map(gap)
      }
      func bounds(_ gaps: [Double]) -> ClosedRange<Int> {
        1 + gaps.count { $0 > 2 }...1 + gaps.count { $0 >= -2 }
      }
      let above = gaps { $0.score - $0.reach - (own.score + own.reach) }
      let below = gaps { $0.score + $0.reach - (own.score - own.reach) }
      let (best, worst) = (bounds(above), bounds(below))
      // Scores and reaches are whole numbers, so that each end is off by up to 1: where it keeps more than
      // that from all ends that it is counted by, the published rank must come out.
      if above.allSatisfy({ $0.magnitude > 1 }) {
        clear[0] += 1
        #expect(finding.arenaRank == own.best, "\(own.model)")
      }
      if below.allSatisfy({ $0.magnitude > 1 }) {
        clear[1] += 1
        #expect(finding.arenaRankUpper == own.worst, "\(own.model)")
      }
      #expect(best.contains(own.best) && best.contains(finding.arenaRank), "\(own.model)")
      #expect(worst.contains(own.worst) && worst.contains(finding.arenaRankUpper), "\(own.model)")
      if finding.arenaRank == own.best { exact[0] += 1 }
      if finding.arenaRankUpper == own.worst { exact[1] += 1 }
    }
    #expect(clear == [48, 48])
    // Counted from the same file with Python; the rest have ends that rounding has made touch or cross.
    // Counting upper ends above the own upper end gives 2 instead of 237.
    #expect(exact == [232, 237])
  }
}

/// A row of a published board that tells its spread of ranks.
private struct PublishedSpread {
  let model: String
  let score: Double
  let reach: Double
  let best: Int
  let worst: Int

  /// The rows of `text`, JSON with one value a line; a row without an interval has no spread.
  static func all(in text: String) -> [PublishedSpread] {
    var rows: [PublishedSpread] = []
    var values: [String: String] = [:]
    var spread: [Int] = []
    for line in text.split(separator: "\n") {
      let trimmed = line.drop { $0 == " " }
      let parts = trimmed.split(separator: ":", maxSplits: 1)
      if let number = Int(trimmed.prefix { $0 != "," }) {
        spread.append(number)
      } else if parts.count == 2 {
        let key = parts[0].filter { $0 != "\"" }
        values[key] = String(parts[1].drop { $0 == " " }.prefix { $0 != "," })
        guard key == "signals" else { continue }
        if let model = values["model"]?.filter({ $0 != "\"" }),
          let score = values["score"].flatMap({ Double($0) }),
          let reach = values["ci_high"].flatMap({ Double($0) }), spread.count == 2
        {
          rows.append(
            PublishedSpread(
              model: model, score: score, reach: reach, best: spread[0], worst: spread[1]))
        }
        (values, spread) = ([:], [])
      }
    }
    return rows
  }
}
