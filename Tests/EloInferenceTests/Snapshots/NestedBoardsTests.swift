import Battles
import EloNumerics
import Testing

@testable import EloInference

/// What is known of the change between nested boards.
@Suite struct NestedBoardsTests {
  private static let z = 1.959963984540054

  private func scores(_ estimate: Estimate) throws -> PublishedScores {
    guard case .published(let scores) = estimate.origin else { throw NotABoard() }
    return scores
  }

  private func boards(_ old: String, _ new: String) throws -> NestedBoards {
    NestedBoards(
      old: try scores(boardEstimate(old)), new: try scores(boardEstimate(new)),
      points: EloScale.standard.pointsPerLogOdds)
  }

  private func variance(_ change: NestedBoards.Change) -> Double {
    if case .variance(let variance) = change { variance } else { .nan }
  }

  /// Five models with 30,000 votes on both days, whose margins fell in the fifth decimal; only c rose,
  /// by 0.1. V_old − V_new would make that 8.9 standard errors.
  @Test(arguments: [true, false]) func nothingNewIsNotJudged(tellsVotes: Bool) throws {
    func board(_ margin: Double, _ rise: Double) throws -> Estimate {
      let rows = ["a", "b", "c", "d", "e"].enumerated().map { index, name in
        let rating = 1500.123457 - 20 * Double(index) + (name == "c" ? rise : 0)
        return "\(name),\(rating),\(margin)" + (tellsVotes ? ",30000\n" : "\n")
      }
      return try boardEstimate("model,rating,ci\(tellsVotes ? ",votes" : "")\n" + rows.joined())
    }
    let (old, new) = (try board(4.902599, 0), try board(4.902559, 0.1))
    let comparison = try new.changes(since: old, overlap: .nested, testOptions(.maxT))
    #expect(comparison.withoutNewData == ["a", "b", "c", "d", "e"])
    #expect(comparison.moves.allSatisfy { !$0.isReal && $0.adjustedP == nil })
    #expect(comparison.test.models == 0)
  }

  /// Both ends of an interval are rounded to tenths, so that their distance is open by a tenth and the
  /// standard error by 0.1/(2z), though ratings have six decimals and margins no unit.
  @Test func endsAreRoundedAtBothSides() throws {
    let nested = try boards(
      "model,rating,lower,upper\na,1500.123457,1494.1,1506.1\nb,1400.654321,1394.7,1406.7\n",
      "model,rating,lower,upper\na,1501.123457,1495.2,1507.1\nb,1400.754321,1394.8,1406.7\n")
    let (most, least) = (6.05 / Self.z, 5.9 / Self.z)
    // Scores in units of 10⁻⁶ add 2·10⁻¹²/12.
    let expected = most * most - least * least + 2e-12 / 12
    #expect(abs(variance(nested.change(old: 0, new: 0)) - expected) < 1e-9)
  }

  /// Standard errors to a tenth are open by 0.05, and variances to a hundredth by 0.005.
  @Test func errorsAndVariancesAreRoundedToo() throws {
    let errors = try boards(
      "model,rating,standard_error\na,1500,3.2\nb,1400,3.1\n",
      "model,rating,standard_error\na,1501,3.1\nb,1400,3.1\n")
    let ofErrors = 3.25 * 3.25 - 3.05 * 3.05 + 1.0 / 6
    #expect(abs(variance(errors.change(old: 0, new: 0)) - ofErrors) < 1e-9)
    let variances = try boards(
      "model,rating,variance\na,1500.25,9.57\nb,1400,9.41\n",
      "model,rating,variance\na,1501.25,9.31\nb,1400,9.03\n")
    let ofVariances = 9.575 - 9.305 + 2 * 0.0001 / 12
    // Standard errors are their roots, squared again.
    #expect(abs(variance(variances.change(old: 0, new: 0)) - ofVariances) < 1e-9)
  }

  /// A tenth more votes, and ends from few resamples that show hardly any gain: as votes grow by a tenth,
  /// the variance was a tenth larger.
  @Test func votesTellWhatEndsDoNot() throws {
    let nested = try boards(
      "model,rating,ci,votes\na,1500.123457,6.000001,1000\nb,1400.1234,6.5,1000\n",
      "model,rating,ci,votes\na,1501.123457,5.999987,1100\nb,1400.1234,6.4,999\n")
    let error = 5.999987 / Self.z
    #expect(abs(variance(nested.change(old: 0, new: 0)) - 0.1 * error * error) < 1e-9)
    #expect(nested.change(old: 1, new: 1) == .notNested)
  }

  /// By the last digit that is published, a vote more or less cannot show: nothing is known then, and the
  /// worst of rounding stands.
  @Test func coarseDigitsLeaveNewVotesOpen() throws {
    let nested = try boards(
      "model,rating,ci\na,1500,6\nb,1400,6\n", "model,rating,ci\na,1501,6\nb,1400,7\n")
    let expected = (6.5 * 6.5 - 5.5 * 5.5) / (Self.z * Self.z) + 1.0 / 6
    #expect(abs(variance(nested.change(old: 0, new: 0)) - expected) < 1e-9)
    #expect(nested.change(old: 1, new: 1) == .notNested)
  }

  /// Battles: e was met in the old snapshot only. It is not judged, and the others are as if it were not
  /// there: leaving it out of the new one changes nothing but the mean.
  @Test func battlesOfOthersOnly() throws {
    let old = ["a b 30 18 12", "a c 25 20 5", "b c 22 19 30", "a e 20 15 9", "c e 9 17 11"]
    let added = ["a b 12 9 1", "a c 7 11 6", "b c 5 14 3"]
    let before = try Estimate(battles: cells(old), options: fitOptions())
    let after = try Estimate(battles: cells(old + added), options: fitOptions())
    let comparison = try after.changes(since: before, overlap: .nested, testOptions(.holm))
    #expect(comparison.withoutNewData == ["e"] && comparison.test.models == 3)
    let idle = try #require(comparison.moves.first { $0.name == "e" })
    #expect(idle.z == nil && idle.standardError == nil && !idle.isReal)
    // It follows the others all the same.
    #expect(abs(idle.change - (idle.newRating - idle.oldRating - comparison.shift)) < 1e-9)
    #expect(comparison.moves.filter { $0.name != "e" }.allSatisfy { $0.z != nil })
  }
}
