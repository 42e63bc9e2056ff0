import EloNumerics
import Testing

@testable import Reporting

/// Counts, percentages and ratings as readers meet them.
struct ReaderNumberTests {
  @Test(arguments: [
    (0, "0"), (7, "7"), (999, "999"), (1000, "1,000"), (135_624, "135,624"),
    (1_000_000, "1,000,000"), (-4_321, "−4,321"),
  ])
  func countsComeInGroupsOfThree(count: Int, text: String) {
    #expect(CountFormat.text(count) == text)
  }

  @Test func nounsFollowTheirNumber() {
    #expect(CountFormat.text(1, "battle", "battles") == "1 battle")
    #expect(CountFormat.text(0, "battle", "battles") == "0 battles")
    #expect(CountFormat.text(2_000, "battle", "battles") == "2,000 battles")
  }

  @Test(arguments: [
    (0.95, "95%"), (0.9, "90%"), (0.999, "99.9%"), (0.57, "57%"), (1 - 0.95, "5%"),
    (1 - 0.999, "0.1%"), (0.5, "50%"),
  ])
  func levelsHaveTheDigitsTheyNeed(level: Double, text: String) {
    #expect(PercentFormat.level(level) == text)
  }

  @Test func scoresAreNeverCertain() {
    #expect(PercentFormat.score(0.5639) == "56%")
    #expect(PercentFormat.score(0.9999) == "over 99%")
    #expect(PercentFormat.score(0.0001) == "under 1%")
    #expect(PercentFormat.share(0.2751, decimals: 1) == "27.5%")
  }

  @Test func ratingsAreWholeElo() {
    let format = RatingFormat(scale: .standard, nil)
    #expect(format.text(1124.0778) == "1124")
    #expect(format.gap(-0.4) == "0 Elo")
    #expect(format.standardError(4.29) == "4.3")
    #expect(format.interval(-7.6, 9.6) == "−8 to 10")
    #expect(format.ratingInterval(1116.9, 1131.3) == "1117–1131")
    #expect(format.ratingInterval(-20.2, 14.7) == "−20 to 15")
  }

  /// On the natural scale a whole point is a factor of 2.7 in the odds: whole numbers would hide
  /// every gap.
  @Test func smallScalesHaveDecimals() {
    let natural = RatingFormat(scale: EloScale(scale: 1, base: 2.718281828459045, origin: 0), nil)
    #expect(natural.text(0.61384) == "0.61")
    #expect(natural.gap(0.61384) == "0.61 points")
    let tens = RatingFormat(scale: EloScale(scale: 15, base: 2, origin: 100), nil)
    #expect(tens.text(112.345) == "112.3")
  }
}
