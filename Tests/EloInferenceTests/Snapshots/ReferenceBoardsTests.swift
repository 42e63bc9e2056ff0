import Battles
import EloNumerics
import Testing

@testable import EloInference

/// Two boards whose scores were measured against one model, or against two.
@Suite struct ReferenceBoardsTests {
  private let errors = [0, 1.0, 1.0, 1.0, 1.0]

  private func board(_ ratings: [Double], reference: Int = 0) -> Estimate {
    var errors = errors
    errors.swapAt(0, reference)
    return scores(ratings, errors, .percent, reference: reference)
  }

  /// All changes are against the reference: that of m01 is 4 with an error of √2, and nothing of it is
  /// taken for a common shift.
  @Test func changesAreAgainstTheReference() throws {
    let (old, new) = (board([50, 60, 40, 30, 20]), board([50, 64, 44, 34, 24]))
    let comparison = try new.changes(since: old, testOptions(.none))
    #expect(comparison.reference == "m00" && comparison.shift == 0)
    let move = try #require(comparison.moves.first { $0.name == "m01" })
    #expect(move.change == 4)
    #expect(abs(try #require(move.z) - 4 / 2.0.squareRoot()) < 1e-12)
    let exact = try #require(comparison.moves.first { $0.name == "m00" })
    #expect(exact.change == 0 && exact.standardError == 0 && exact.p == 1 && !exact.isReal)
    #expect(comparison.warnings.isEmpty)
  }

  /// All four others moved alike, which the reference tells and without one nothing would.
  @Test func allOthersMayHaveMoved() throws {
    let (old, new) = (board([50, 60, 40, 30, 20]), board([50, 70, 50, 40, 30]))
    let comparison = try new.changes(since: old, testOptions(.maxT))
    #expect(comparison.hasStableReference && comparison.moves.count(where: \.isReal) == 4)
    let free = EloInferenceTests.board([50, 70, 50, 40, 30], [1, 1, 1, 1, 1])
    let before = EloInferenceTests.board([50, 60, 40, 30, 20], [1, 1, 1, 1, 1])
    // Of five that are known alike one moved against four.
    #expect(
      try free.changes(since: before, testOptions(.maxT)).moves.filter(\.isReal).map(\.name) == [
        "m00"
      ])
  }

  /// Where votes are shared, too, and a model with new votes is judged by itself.
  @Test func nestedBoardsKeepTheReference() throws {
    func board(_ first: Double, _ error: Double, votes: Int) -> Estimate {
      scores(
        [50, first, 40, 30, 20], [0, error, 1.00123456789, 1, 1], .percent, reference: 0,
        votes: [0, votes, 100, 100, 100])
    }
    let old = board(60, 1.00123456789, votes: 100)
    var new = board(63, 0.500123456789, votes: 400)
    let comparison = try new.changes(since: old, overlap: .nested, testOptions(.none))
    #expect(comparison.test.models == 2 && comparison.shift == 0)
    #expect(comparison.withoutNewData == ["m02", "m03", "m04"])
    let move = try #require(comparison.moves.first { $0.name == "m01" })
    // √(1.00123456789² − 0.500123456789² + 1/6), as scores are whole numbers both times; by Python.
    #expect(move.change == 3 && move.isReal)
    #expect(abs(try #require(move.standardError) - 0.958652) < 5e-7)
    new = board(63, 0.500123456789, votes: 100)
    let idle = try new.changes(since: old, overlap: .nested, testOptions(.none))
    #expect(idle.test.models == 0 && idle.withoutNewData.count == 5 && idle.shift == 0)
  }

  @Test func twoYardsticksWarn() throws {
    let comparison = try board([60, 50, 40, 30, 20], reference: 1)
      .changes(since: board([50, 60, 40, 30, 20]), testOptions(.none))
    #expect(comparison.reference == nil)
    #expect(comparison.warnings == [.differentReferences(old: "m00", new: "m01")])
  }

  /// A single vote more lowers the variance v of a share by 4·v² at least: at 0.01 that is 4e-8.
  /// Of points nothing is known, so that any fall is votes.
  @Test func whatASingleVoteTakesAway() throws {
    func change(_ unit: ScoreUnit, _ old: Double, _ new: Double, times: Double = 1)
      -> NestedBoards.Change
    {
      func scores(_ error: Double) throws -> PublishedScores {
        let estimate = EloInferenceTests.scores(
          [0.61234567891 * times, 0.51234567891 * times], [error * times, 0.01 * times], unit)
        guard case .published(let scores) = estimate.origin else { throw NotABoard() }
        return scores
      }
      guard let before = try? scores(old), let now = try? scores(new) else { return .notNested }
      return NestedBoards(old: before, new: now, points: 1).change(old: 0, new: 0)
    }
    let v = 0.01123456789 * 0.01123456789
    let less = (v + 3 * v * v).squareRoot()
    let more = (v + 5 * v * v).squareRoot()
    #expect(change(.share, less, 0.01123456789) == .noNewVotes)
    #expect(change(.share, more, 0.01123456789) != .noNewVotes)
    #expect(change(.percent, less, 0.01123456789, times: 100) == .noNewVotes)
    #expect(change(.percent, more, 0.01123456789, times: 100) != .noNewVotes)
    #expect(change(.points, less, 0.01123456789) != .noNewVotes)
    #expect(change(.points, 0.01123456789, 0.01123456789) == .noNewVotes)
  }
}
