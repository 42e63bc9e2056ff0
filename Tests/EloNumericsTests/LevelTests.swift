import Battles
import EloNumerics
import Testing

@Suite struct LevelTests {
  @Test(arguments: [95, 1, 0.49, -0.95, .nan]) func whatIsNoLevel(value: Double) {
    #expect(Level(value) == nil)
  }

  @Test func levelsAreShares() throws {
    let share = 0.9
    let level = try #require(Level(share))
    #expect(level.value == 0.9 && level < 0.95)
    // 1 − 0.9 in doubles.
    #expect(level.errorRate == 1 - 0.9)
  }

  /// The level that boards usually claim stands where no quantiles are known: it is the same number.
  @Test func theUsualLevelIsTheOneComputed() {
    #expect(ClaimedLevel(0.95) == .usual)
  }
}
