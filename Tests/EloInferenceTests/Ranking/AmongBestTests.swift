import Battles
import TestSupport
import Testing

@testable import EloInference
@testable import EloNumerics

/// The models that can be among the best k.
@Suite struct AmongBestTests {
  private func among(_ size: Int, _ board: Estimate, _ options: TestOptions = testOptions())
    throws -> Leaderboard
  {
    var options = options
    options.bestSize = size
    return try board.leaderboard(options)
  }

  private func best(_ size: Int, _ board: Estimate) throws -> [Int] {
    try #require(among(size, board).best).models
  }

  @Test(arguments: 30..<34)
  func theBestOneIsTiedForFirstAndSetsGrow(seed: UInt64) throws {
    var random = IndependentRandom(seed: seed)
    let board = randomBoard(&random, count: 7)
    var last = try board.leaderboard(testOptions()).tiedForFirst
    #expect(try best(1, board) == last)
    for size in 2...8 {
      let next = try best(size, board)
      #expect(last.allSatisfy(next.contains), "\(size)")
      #expect(next.starts(with: board.establishedByRating.prefix(1)))
      #expect(board.establishedByRating.prefix(size).allSatisfy(next.contains))
      last = next
    }
    #expect(last.count == 7)
  }

  @Test func modelsFarApartAreSettled() throws {
    let board = board([1400, 1300, 1200, 1100, 1000], [4, 4, 4, 4, 4])
    for size in 1...5 { #expect(try best(size, board) == Array(0..<size)) }
    #expect(try best(9, board) == [0, 1, 2, 3, 4])
    let rows = try among(2, board).findings
    #expect(rows.map(\.isAmongBest) == [true, true, false, false, false])
    #expect(try board.leaderboard(testOptions()).findings.allSatisfy { $0.isAmongBest == nil })
  }

  @Test func provisionalModelsTakeNoPart() throws {
    let cells = cells("a b 300 200", "c a 0 0 2")
    let board = try among(3, Estimate(battles: cells, options: fitOptions()))
    #expect(board.best?.models == [0, 1])
    #expect(board.findings.map(\.isAmongBest) == [true, true, nil])
  }

  /// Of three models the last is out of the best two where the second leads it by more than the
  /// 97.5% quantile of the larger lead: by c = 2.212 standard errors where all errors are equal
  /// (scipy: the two leads correlate by ½, multivariate_normal.cdf([c, c]) = 0.975). The first is far
  /// ahead. Draws put c within 0.03.
  @Test func theSecondLargestLeadDecides() throws {
    let error = 2.0.squareRoot() * 5
    for (lead, isOut) in [(2.17, false), (2.26, true)] {
      let board = board([1500, 1000 + lead * error, 1000], [5, 5, 5])
      #expect(try best(2, board).contains(2) == !isOut)
    }
  }

  /// All of the true best k are in the set with the stated confidence, whether models are equal, where
  /// the best k are any k of them, or the k-th and the next are. 300 boards put a rate of 0.90 within
  /// 0.0346 (two standard errors); c comes from 1,999 draws, which are as good as infinitely many for
  /// a test that is conservative by Bonferroni's inequality.
  @Test(
    .enabled(if: OptimisedBuild.isThis, "\(OptimisedBuild.isNeeded)"),
    arguments: [
      [0, 0, 0, 0, 0, 0], [40, 40, 0, 0, 0, 0], [60, 20, 20, 20, 20, 0], [10, 8, 6, 4, 2, 0],
    ] as [[Double]], [2, 3])
  func allOfTheTrueBestAreInTheSet(truth: [Double], size: Int) throws {
    let errors = [6.0, 4, 8, 5, 6, 9]
    let points = EloScale.standard.pointsPerLogOdds
    var random = IndependentRandom(seed: 12)
    let known = board(truth.map { 1000 + $0 }, errors)
    let noise = (0..<1999).flatMap { _ in
      errors.indices.map { known.logStrength[$0] + errors[$0] / points * random.normal() }
    }
    let replicates = Replicates(
      values: noise, count: 1999, modelCount: 6, seed: 0, degenerateCount: 0, separations: [],
      refitCount: 0)
    let draws = ReferenceDraws(replicates: replicates, known, models: Array(0..<6), threads: 1)
    let options = testOptions(level: 0.9)
    var covered = 0
    for _ in 0..<300 {
      let board = board((0..<6).map { 1000 + truth[$0] + errors[$0] * random.normal() }, errors)
      let order = board.establishedByRating
      let among = try AmongBest(size, board, order, options)
      let answers =
        among.leads.isEmpty
        ? [] : draws.answers(DrawQuestions(leads: among.leads, level: 0.9)).isWithinChance
      let members = among.members(answers[...])
      if (0..<size).allSatisfy(members.contains) { covered += 1 }
    }
    #expect(Double(covered) / 300 > 0.9 - 0.0346, "\(covered)")
  }

  /// The k-th part of the error rate takes k times as many resamples to see.
  @Test func bootstrapMaxTNeedsResamplesForEachOfTheBest() throws {
    var options = fitOptions()
    options.needsReplicates = true
    let estimate = try Estimate(battles: SimulatedArena.cells, options: options)
    let asked = testOptions(.bootstrapMaxT)
    #expect(throws: EstimateError.tooFewReplicates(40, needed: 59)) {
      try among(3, estimate, asked)
    }
    #expect(try among(2, estimate, asked).best?.size == 2)
  }
}
