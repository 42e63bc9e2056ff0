import Battles
import EloNumerics
import Testing

@testable import EloInference
@testable import Reporting

/// Decimals of ratings by their errors, and what gaps are counted in.
@Suite struct RatingFormatTests {
  private func format(
    _ unit: ScoreUnit, _ error: Double?, published: Int? = nil, scale: EloScale = .standard
  ) -> RatingFormat {
    let board = BoardSummary(
      level: 0.95, unit: unit, leastStandardError: error, publishedDecimals: published)
    return RatingFormat(scale: scale, .board(board))
  }

  /// A unit of the last digit is at most a fifth of the error: rounding moves nothing by more than a tenth.
  @Test(arguments: [
    (0.008, 3), (0.004, 4), (0.0051, 3), (0.049, 3), (0.051, 2), (1.15, 1), (0.46, 2), (4.9, 1),
    (5.1, 0), (60, 0), (1e-9, 10),
  ]) func decimalsFollowTheError(error: Double, decimals: Int) {
    for unit in [ScoreUnit.points, .share, .percent] {
      #expect(format(unit, error).decimals == decimals, "\(unit)")
    }
  }

  /// What was published with three digits is not printed with four.
  @Test func boardsHaveNoMoreDigitsThanTheirNumbers() {
    #expect(format(.share, 0.004, published: 3).rating(0.642) == "0.642")
    #expect(format(.points, 0.46, published: 1).ratingInterval(86.4, 90.9) == "86.4–90.9")
    #expect(format(.points, 3, published: 4).decimals == 1)
    // Where no score has an error, such as on a board of one exact score.
    #expect(format(.share, nil).decimals == 3 && format(.share, nil, published: 1).decimals == 1)
  }

  /// Arena boards have errors from 1 on and stay as they were; under half a point whole ones hide gaps.
  @Test(arguments: [(7.0, 0), (1.02, 0), (0.5, 0), (0.49, 1), (0.05, 1), (0.04, 2)])
  func eloIsWholeUnlessErrorsAreSmall(error: Double, decimals: Int) {
    #expect(format(.elo, error).decimals == decimals)
    #expect(format(.elo, error, published: 0).decimals == 0)
    let natural = format(.elo, error / 400, published: 0, scale: .natural)
    #expect(natural.decimals == 2 && natural.unit == .points && natural.noun == "rating")
  }

  @Test func gapsHaveTheirUnit() {
    #expect(format(.points, 1).gap(3.1) == "3.1 points")
    #expect(format(.points, 9).gap(1.2) == "1 point")
    #expect(format(.share, 0.008).gap(0.031) == "0.031")
    #expect(format(.percent, 1).gap(3.1) == "3.1 percentage points")
    #expect(format(.percent, 9).gap(1.2) == "1 percentage point")
    #expect(format(.elo, 9).gap(1.2) == "1 Elo")
    #expect(format(.percent, 1).rating(64.24) == "64.2%")
    #expect(format(.percent, 1).ratingInterval(62.61, 65.8) == "62.6–65.8%")
    #expect(format(.percent, 1).ratingInterval(-2, 65.8) == "−2.0 to 65.8%")
    #expect(format(.points, 1).heading == "Score" && format(.elo, 1).heading == "Rating")
  }

  /// The finer of two snapshots decides.
  @Test func twoBoardsHaveOneFormat() {
    let coarse = EstimateSource.board(
      BoardSummary(level: 0.95, unit: .percent, leastStandardError: 8))
    let fine = EstimateSource.board(
      BoardSummary(level: 0.95, unit: .percent, leastStandardError: 0.8))
    #expect(RatingFormat(scale: .natural, coarse, fine).decimals == 1)
    #expect(RatingFormat(scale: .natural, fine, coarse).decimals == 1)
  }
}
