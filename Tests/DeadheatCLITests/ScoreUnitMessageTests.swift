import Battles
import CommandLineKit
import EloInference
import Testing

@testable import DeadheatCLI

/// What is refused of scores that are not Elo, and what works in its place.
@Suite struct ScoreUnitMessageTests {
  @Test func plans() {
    let shares = message(for: EstimateError.planOfScores(.share))
    #expect(shares.code == .badData)
    #expect(
      shares.message
        == "a plan counts battles, which follow from Elo alone, and these scores are shares; deadheat rank "
        + "FILE --show details tells which gaps they can show")
    let points = message(for: EstimateError.planOfScores(.points))
    #expect(points.message.hasSuffix(", and --unit elo takes the points for Elo"))
  }

  @Test func differencesAcrossUnits() {
    let (text, code) = message(for: SnapshotError.differentUnits(old: .elo, new: .percent))
    #expect(code == .badData)
    #expect(text.hasPrefix("the old scores are Elo and the new ones percentages: "))
    #expect(text.contains("--unit"))
  }
}
