import EloNumerics
import Testing

@Suite struct GaugeTests {
  private let established = [true, false, true, true]
  private let battles = [10, 1000, 30, 60]

  @Test func meanOfEstablishedLeavesTheOthersOut() {
    let weights = Gauge.meanOfEstablished.weights(isEstablished: established, battles: battles)
    let third = 1.0 / 3
    #expect(weights == [third, 0, third, third])
    #expect(Gauge.meanOfEstablished.target == 0)
  }

  @Test func meanOfBattlesWeighsTheEstablished() {
    let weights = Gauge.meanOfBattles.weights(isEstablished: established, battles: battles)
    #expect(weights == [0.1, 0, 0.3, 0.6])
    #expect(Gauge.meanOfBattles.target == 0)
  }

  @Test func anAnchorCarriesAllTheWeight() {
    let gauge = Gauge.anchored(model: 1, logStrength: 2.5)
    #expect(gauge.weights(isEstablished: established, battles: battles) == [0, 1, 0, 0])
    #expect(gauge.target == 2.5)
  }

  @Test func withoutAnEstablishedModelAllCount() {
    let none = [Bool](repeating: false, count: 4)
    #expect(
      Gauge.meanOfEstablished.weights(isEstablished: none, battles: battles)
        == [0.25, 0.25, 0.25, 0.25])
    #expect(
      Gauge.meanOfBattles.weights(isEstablished: none, battles: [1, 2, 3, 4])
        == [0.1, 0.2, 0.3, 0.4])
  }
}
