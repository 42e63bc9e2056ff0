import Battles
import EloNumerics
import Testing

@testable import EloInference

/// Models without a rank that are judged for first place.
@Suite struct OpenModelsTests {
  /// Three equal models, ids 0 to 2, known from a hundred thousand battles a pair, and X, the last one.
  private func estimate(
    _ record: (wins: Int, losses: Int, ties: Int), rest: Int = 100_000,
    _ change: (inout EstimateOptions) -> Void = { _ in }
  ) throws -> Estimate {
    var cells: [Cell] = []
    for (a, b) in [(0, 1), (0, 2), (1, 2)] as [(Int32, Int32)] {
      cells.append(Cell(a: a, b: b, outcome: .aWins, count: rest / 2))
      cells.append(Cell(a: a, b: b, outcome: .bWins, count: rest / 2))
    }
    cells.append(Cell(a: 3, b: 0, outcome: .aWins, count: record.wins))
    cells.append(Cell(a: 3, b: 0, outcome: .bWins, count: record.losses))
    cells.append(Cell(a: 3, b: 0, outcome: .tie, count: record.ties))
    var options = fitOptions()
    change(&options)
    return try Estimate(
      battles: Cells(cells.filter { $0.count > 0 }, names: ["a", "b", "c", "x"]), options: options)
  }

  private func board(_ estimate: Estimate, best: Int? = nil) throws -> Leaderboard {
    var options = testOptions()
    options.bestSize = best
    return try estimate.leaderboard(options)
  }

  /// 8,000 wins and 4 losses: alone in first place, and its rating is at least what Clopper and Pearson's
  /// bound says: scipy.stats.beta.ppf(0.05, 8000, 5) = 0.99885675, 1176.54 Elo above its opponent.
  @Test func whoHardlyLostIsAloneAtTheTop() throws {
    let board = try board(estimate((8_000, 4, 0)))
    #expect(board.tiedForFirst == [3])
    #expect(board.findings.map(\.rank) == [1, 2, 3, nil])
    let x = try #require(board.unranked.first)
    guard case .mayBeFirst(.upwards, let least) = x.standing else {
      Issue.record("\(x.standing)")
      return
    }
    // The three are known to half a point, and the bound allows for that in the likelihood only.
    #expect((try #require(least) - (1000 + goldenBound)).magnitude < 0.6)
  }

  private let goldenBound = 1176.5448

  /// 20 wins and 10 losses, four of them against nobody else: ranked, as before.
  @Test func whoHasEnoughOfBothIsRanked() throws {
    let board = try board(estimate((20, 10, 0)))
    #expect(board.unranked.isEmpty && board.findings.count { $0.rank != nil } == 4)
  }

  /// 4 wins of 64: behind, and nobody in first place gives way.
  @Test func whoHardlyWonIsBehind() throws {
    let board = try board(estimate((4, 60, 0)))
    #expect(board.unranked.map(\.standing) == [.behind])
    #expect(board.tiedForFirst.sorted() == [0, 1, 2])
  }

  /// 33 wins and 2 losses against a, of which nothing is known but ten battles a pair: both may be first.
  @Test func itTakesProofOnBothSides() throws {
    let board = try board(estimate((20, 4, 12), rest: 10) { $0.provisionalBelow = 10 })
    #expect(board.tiedForFirst.contains(3) && board.tiedForFirst.count > 1)
  }

  @Test func fewBattlesAreNotJudged() throws {
    let few = try board(estimate((25, 4, 0)))
    #expect(few.unranked.map(\.standing) == [.notJudged])
    #expect(few.tiedForFirst.sorted() == [0, 1, 2])
    let judged = try board(estimate((25, 4, 0)) { $0.provisionalBelow = 29 })
    #expect(judged.tiedForFirst == [3])
  }

  /// The best two hold X, and of the others, which are equal, all.
  @Test func theBestFewHoldItToo() throws {
    let best = try #require(try board(estimate((8_000, 4, 0)), best: 2).best)
    #expect(best.models.sorted() == [0, 1, 2, 3])
    // Three ranked models are shown better than one that lost nearly all.
    let last = try board(estimate((4, 600, 0)), best: 3)
    #expect(last.best?.models.sorted() == [0, 1, 2] && last.unranked.map(\.isAmongBest) == [false])
  }

  /// Undefeated, and so outside of the group that is fitted: judged by its battles against the group.
  @Test func outsidersAreJudged() throws {
    var cells: [Cell] = []
    for (a, b) in [(0, 1), (0, 2), (1, 2)] as [(Int32, Int32)] {
      cells.append(Cell(a: a, b: b, outcome: .aWins, count: 500))
      cells.append(Cell(a: a, b: b, outcome: .bWins, count: 500))
    }
    cells.append(Cell(a: 3, b: 0, outcome: .aWins, count: 30))
    cells.append(Cell(a: 3, b: 1, outcome: .aWins, count: 30))
    cells.append(Cell(a: 2, b: 4, outcome: .aWins, count: 40))
    cells.append(Cell(a: 1, b: 5, outcome: .bWins, count: 3))
    let all = Cells(cells, names: ["a", "b", "c", "w", "x", "y"])
    let group = all.keepingModels([true, true, true, false, false, false])
    let board = try Estimate(SelectedBattles(group, outside: all), options: fitOptions())
      .leaderboard(testOptions())
    #expect(board.tiedForFirst.isEmpty && board.namesTiedForFirst == ["w"])
    let standings = Dictionary(uniqueKeysWithValues: board.unranked.map { ($0.name, $0) })
    // Three battles are too few to be judged by.
    #expect(standings.keys.sorted() == ["w", "x", "y"] && standings["y"]?.standing == .notJudged)
    #expect(standings["w"]?.isTiedForFirst == true && standings["w"]?.wins == 60)
    #expect(standings["x"]?.standing == .behind && standings["x"]?.losses == 40)
    // A snapshot's top names it as well.
    let estimate = try Estimate(
      SelectedBattles(group, outside: all), options: fitOptions())
    #expect(try estimate.changes(since: estimate).tiedForFirstNew == ["w"])
  }

  /// Models without a rank are compared with each other as well: p beat q forty times of forty-one.
  @Test func whoLostToAnotherOpenModelIsBehind() throws {
    func wins(_ a: Int32, _ b: Int32, _ wins: Int, _ losses: Int) -> [Cell] {
      [
        Cell(a: a, b: b, outcome: .aWins, count: wins),
        Cell(a: a, b: b, outcome: .bWins, count: losses),
      ]
    }
    let group = wins(2, 3, 500, 500) + wins(3, 4, 500, 500) + wins(2, 4, 500, 500)
    let cells = Cells(
      group + wins(0, 1, 60, 2) + wins(0, 2, 30, 2), names: ["p", "q", "r", "s", "t"])
    let board = try board(Estimate(battles: cells, options: fitOptions()))
    #expect(board.tiedForFirst == [0])
    #expect(
      board.unranked.map { "\($0.name) \($0.isTiedForFirst)" } == ["p true", "q false"])
  }

  /// t beat s, and never met the group that s beat: nothing is known of it.
  @Test func outsidersThatNeverMetTheGroupAreNotRuledOut() throws {
    func wins(_ a: Int32, _ b: Int32, _ wins: Int, _ losses: Int) -> [Cell] {
      [
        Cell(a: a, b: b, outcome: .aWins, count: wins),
        Cell(a: a, b: b, outcome: .bWins, count: losses),
      ].filter { $0.count > 0 }
    }
    let all = Cells(
      wins(0, 1, 60, 50) + wins(2, 0, 30, 0) + wins(3, 2, 60, 0), names: ["p", "q", "s", "t"])
    let group = all.keepingModels([true, true, false, false])
    let board = try board(
      Estimate(
        SelectedBattles(group, outside: all), options: fitOptions()))
    #expect(
      board.unranked.map { "\($0.name) \($0.isTiedForFirst) \($0.standing == .notJudged)" }
        == ["s true false", "t false true"])
    // All of its battles are told, since none is with the group.
    #expect(board.unranked.last?.battles == 60)
  }

  /// Verdicts of judges hang together in ways that so few cannot tell.
  @Test func underClustersNobodyIsJudged() throws {
    var cells: [Cell] = []
    for judge in 0..<20 as Range<Int32> {
      for (a, b) in [(0, 1), (0, 2), (1, 2)] as [(Int32, Int32)] {
        cells.append(Cell(a: a, b: b, outcome: .aWins, count: 5 + Int(judge % 3), cluster: judge))
        cells.append(Cell(a: a, b: b, outcome: .bWins, count: 5 + Int(judge % 2), cluster: judge))
      }
      cells.append(
        Cell(a: 3, b: 0, outcome: judge < 2 ? .bWins : .aWins, count: 2, cluster: judge))
    }
    let names = (0..<20).map { "judge\($0)" }
    let clustered = Cells(cells, names: ["a", "b", "c", "x"], clusterNames: names)
    let board = try Estimate(battles: clustered, options: fitOptions()).leaderboard(testOptions())
    #expect(board.unranked.contains { $0.name == "x" })
    #expect(board.unranked.allSatisfy { $0.standing == .notJudged })
    let plain = try Estimate(battles: clustered.withoutClusters, options: fitOptions())
      .leaderboard(testOptions())
    #expect(plain.tiedForFirst == [3])
  }

  /// 60:41 is p = 0.0587 by the sandwich and so no first place of one's own; 65:36 is p = 0.003.
  @Test func ofTwoModelsTheTestOfThePairDecides() throws {
    for (wins, losses, isAlone) in [(60, 41, false), (65, 36, true)] {
      let cells = Cells(
        [
          Cell(a: 0, b: 1, outcome: .aWins, count: wins),
          Cell(a: 0, b: 1, outcome: .bWins, count: losses),
        ], names: ["a", "b"])
      for adjustment in [Adjustment.maxT, .holm, .bootstrapMaxT] {
        var options = fitOptions()
        options.needsReplicates = true
        options.bootstrap.resamples = 199
        let estimate = try Estimate(battles: cells, options: options)
        let tested = try estimate.comparison(.allPairs, testOptions(adjustment)).findings
        let board = try estimate.leaderboard(testOptions(adjustment))
        #expect((board.tiedForFirst.count == 1) == isAlone, "\(adjustment)")
        #expect(tested.map { $0.adjustedP <= 0.05 } == [isAlone], "\(adjustment)")
      }
    }
  }
}
