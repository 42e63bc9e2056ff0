import Testing

@testable import deadheat_bench

struct StudentisedRangeTests {
  /// The 95% points for infinitely many degrees of freedom as printed in tables of the studentised
  /// range (Harter, Annals of Mathematical Statistics 31 (1960) 1122), to three decimals: half a
  /// unit of the last one moves the probability by less than 1e-4.
  @Test(arguments: [(2, 2.772), (3, 3.314), (10, 4.474), (20, 5.012)])
  func agreesWithTables(models: Int, point: Double) {
    let probability = StudentisedRange.probability(below: point, models: models)
    #expect((probability - 0.95).magnitude < 1e-4)
  }
}
