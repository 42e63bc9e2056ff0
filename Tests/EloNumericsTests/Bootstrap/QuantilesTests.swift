import EloNumerics
import Testing

@Suite struct QuantilesTests {
  /// numpy.quantile with its default method, linear, on the same values.
  @Test(arguments: [
    (0.0, -3.0), (0.025, -2.825), (0.1, -2.3), (0.25, -1.25), (0.3, -0.8499999999999999),
    (0.5, 0.75), (0.7, 2.124999999999999), (0.9, 36.999999999999986), (0.975, 84.25000000000001),
    (1, 100),
  ])
  func agreeWithNumpy(p: Double, golden: Double) {
    let values = [-3, -2, -1, 0.5, 1, 2.25, 10, 100]
    // numpy rounds the fraction another way at the ends: a few units of 100.
    #expect((quantile(ofAscending: values, p) - golden).magnitude < 1e-13)
  }

  @Test func oneValueIsEveryQuantile() {
    for p in [0, 0.3, 1] { #expect(quantile(ofAscending: [7], p) == 7) }
  }

  @Test func orderStatisticsAreMetExactly() {
    let values = (0...40).map { Double($0 * $0) }
    for k in 0...40 {
      // k/40 times 40 is rounded: 40² steps of 79 at most.
      let found = quantile(ofAscending: values, Double(k) / 40)
      #expect((found - values[k]).magnitude < 1e-11)
    }
  }
}
