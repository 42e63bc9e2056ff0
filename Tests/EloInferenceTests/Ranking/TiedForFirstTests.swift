import Battles
import TestSupport
import Testing

@testable import EloInference

/// The models tied for first, which are those that can be the best one.
@Suite struct TiedForFirstTests {
  private func tied(_ board: Estimate) throws -> [Int] {
    try board.leaderboard(testOptions()).tiedForFirst
  }

  @Test func equalModelsAreAllTied() throws {
    #expect(try tied(board([7, 7, 7, 7], [1, 1, 1, 1])) == [0, 1, 2, 3])
    #expect(try tied(board([7], [1])) == [0])
  }

  @Test func aModelFarAheadIsAlone() throws {
    #expect(try tied(board([1000, 1001, 1100, 999], [4, 4, 4, 4])) == [2])
  }

  /// Two models: the second is out exactly where it trails by more than Φ⁻¹(0.975) = 1.959964 standard
  /// errors, as the two-sided test of the pair has it.
  @Test func twoModelsAreTheTestOfThePair() throws {
    let error = 2.0.squareRoot() * 5
    #expect(try tied(board([1000 + 1.9599 * error, 1000], [5, 5])) == [0, 1])
    #expect(try tied(board([1000 + 1.9600 * error, 1000], [5, 5])) == [0])
  }

  @Test func theSetIsToldFromTheTopDown() throws {
    let board = board([1001, 1003, 1002, 900], [4, 4, 4, 4])
    #expect(try tied(board) == [1, 2, 0])
    let rows = try board.leaderboard(testOptions()).findings
    #expect(rows.filter(\.isTiedForFirst).map(\.model) == [1, 2, 0])
  }

  /// The definition with draws of the test's own. A quantile of 20,000 draws errs by 0.013 where
  /// the density of the largest of five leads is 0.12; models within five such errors, and those of
  /// the product, of their bound are not judged.
  @Test(.enabled(if: OptimisedBuild.isThis, "\(OptimisedBuild.isNeeded)"), arguments: 10..<16)
  func membersAreThoseOfTheDefinition(seed: UInt64) throws {
    var random = IndependentRandom(seed: seed)
    let errors = (0..<6).map { _ in 3 + 6 * random.unit() }
    let ratings = (0..<6).map { _ in 1000 + 10 * random.normal() }
    let found = try tied(board(ratings, errors))
    let draws = (0..<20_000).map { _ in errors.map { $0 * random.normal() } }
    #expect(found.first == ratings.indices.max { ratings[$0] < ratings[$1] })
    var judged = 0
    for model in ratings.indices {
      func largestLead(_ values: [Double]) -> Double {
        ratings.indices.filter { $0 != model }.map { other in
          let variance = errors[other] * errors[other] + errors[model] * errors[model]
          return (values[other] - values[model]) / variance.squareRoot()
        }.max() ?? 0
      }
      let bound = draws.map(largestLead).sorted()[19_000]
      let lead = largestLead(ratings)
      guard abs(lead - bound) > 0.1 else { continue }
      judged += 1
      #expect(found.contains(model) == (lead < bound), "seed \(seed), model \(model)")
    }
    #expect(judged >= 4)
  }

  /// Models that bounds decide without draws are decided as the draws would.
  @Test(.enabled(if: OptimisedBuild.isThis, "\(OptimisedBuild.isNeeded)"), arguments: 20..<24)
  func shortcutsAgreeWithTheSimulation(seed: UInt64) throws {
    var random = IndependentRandom(seed: seed)
    let board = randomBoard(&random, count: 8)
    let order = board.establishedByRating
    let draws = board.referenceDraws(models: order.sorted(), testOptions())
    let leads = order.map { model in
      order.filter { $0 != model }.map { Statistic(board, $0, model) }
    }
    let led = leads.filter { $0.contains { $0.z > 0 } }
    let answers = draws.answers(
      DrawQuestions(leads: led.map { leadQuestion($0, level: 0.95) }, level: 0.95))
    let behind = zip(led, answers.isWithinChance).filter { !$1 }.map { $0.0[0].b }
    let simulated = order.filter { !behind.contains($0) }
    #expect(try AmongBest(1, board, order, testOptions()).leads.count < order.count)
    #expect(try tiedForFirst(board, order, draws) == simulated)
    #expect(try tied(board) == simulated)
  }

  /// A higher level asks for more proof, so that more models stay.
  @Test func theLevelMatters() throws {
    let board = board([1000, 985, 980, 978], [8, 8, 8, 8])
    let sizes = try [0.5, 0.8, 0.95, 0.999].map {
      try board.leaderboard(testOptions(level: $0)).tiedForFirst.count
    }
    #expect(sizes == sizes.sorted() && sizes.first == 1 && sizes.last == 4)
  }
}

/// The set of the first ones by `draws`, which may be those of another board with the same errors.
func tiedForFirst(_ board: Estimate, _ order: [Int], _ draws: ReferenceDraws) throws -> [Int] {
  let first = try AmongBest(1, board, order, testOptions())
  return first.members(
    draws.answers(DrawQuestions(leads: first.leads, level: 0.95)).isWithinChance[...])
}
