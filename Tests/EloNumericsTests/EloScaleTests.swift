import EloNumerics
import Testing

@Suite struct EloScaleTests {
  @Test func fourHundredPointsAreTenToOne() {
    let scale = EloScale.standard
    // 400/ln 10 to 20 digits, by Python's decimal module.
    #expect((scale.pointsPerLogOdds - 173.71779276130072751).magnitude < 1e-13)
    #expect(scale.rating(ofLogStrength: 0) == 1000)
    // ln 10: ten to one.
    #expect((scale.rating(ofLogStrength: 2.302585092994045684) - 1400).magnitude < 1e-12)
  }

  @Test func goesThereAndBack() {
    for scale in [EloScale.standard, EloScale(scale: 7, base: 2, origin: -3)] {
      for logStrength in [-12.5, -1e-9, 0, 0.3, 700] {
        let back = scale.logStrength(ofRating: scale.rating(ofLogStrength: logStrength))
        // One rounding of a rating near 1000 is 1e-13 points, 1e-15 in log-odds.
        #expect((back - logStrength).magnitude < 1e-14 * max(1, logStrength.magnitude))
      }
    }
    let doubling = EloScale(scale: 1, base: 2, origin: 5)
    // ln 8 is three doublings.
    #expect((doubling.rating(ofLogStrength: 2.0794415416798359283) - 8).magnitude < 1e-14)
  }
}
