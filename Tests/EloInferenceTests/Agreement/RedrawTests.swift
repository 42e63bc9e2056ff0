import Battles
import EloNumerics
import Testing

@testable import EloInference

/// What the interval of redrawn ratings does, on boards whose truth is known.
///
/// True strengths and the values of the other column are normal with correlation `r` and fixed;
/// the board shows strengths with errors. "Covers" is of the τ of the true strengths.
@Suite struct RedrawTests {
  private struct Behaviour {
    var covered = 0
    /// The sum of observed less true τ.
    var bias = 0.0
    /// The sum of the interval's middle less observed τ.
    var lean = 0.0
  }

  /// Ten models on `boards` boards; errors are in units of the spread of the strengths.
  private func behaviour(error: Double, r: Double, boards: Int, seed: UInt64) throws -> Behaviour {
    var random = IndependentRandom(seed: seed)
    var options = AgreementOptions()
    options.test = testOptions(.none)
    options.permutations = 9
    options.redraws = 208
    var behaviour = Behaviour()
    for _ in 0..<boards {
      let truth = (0..<10).map { _ in random.normal() }
      let values = truth.map { r * $0 + (1 - r * r).squareRoot() * random.normal() }
      let ratings = truth.map { 1000 + 100 * ($0 + error * random.normal()) }
      let estimate = board(ratings, [Double](repeating: 100 * error, count: 10))
      let column = ValueColumn(
        roster: Roster(modelNames(10)), label: "value", values: values)
      let found = try estimate.agreement(with: column, options)
      let tau = RankCorrelation(MidRanks(truth), MidRanks(values)).kendall ?? .nan
      let observed = found.correlation.kendall ?? .nan
      let interval = try #require(found.redraws?.kendall)
      if interval.contains(tau) { behaviour.covered += 1 }
      behaviour.bias += (observed - tau) / Double(boards)
      behaviour.lean +=
        ((interval.lowerBound + interval.upperBound) / 2 - observed) / Double(boards)
    }
    return behaviour
  }

  /// With errors a tenth of the spread, numpy with 400 boards and 1,000 redraws of each finds
  /// coverage of 98% at r = 0.6. Sixty boards: 52 or fewer would have probability 3e-5 at 98%
  /// (scipy binom.cdf), and what is asserted is no more than a rough agreement.
  @Test func itCoversWhereErrorsAreSmall() throws {
    let found = try behaviour(error: 0.1, r: 0.6, boards: 60, seed: 5)
    #expect(found.covered > 52)
  }

  /// With errors as large as the spread and a close agreement, numpy finds that observed τ falls 0.34
  /// short of the true one and that the interval covers in 19% of boards. A board's τ has a standard
  /// deviation of about 0.2, so that of the mean of 60 is 0.03: five of them are allowed.
  @Test func itIsAttenuatedWhereErrorsAreLarge() throws {
    let found = try behaviour(error: 1, r: 0.95, boards: 60, seed: 6)
    #expect(found.bias < -0.19 && found.bias > -0.49)
    #expect(found.covered < 30, "an interval that covered would not have to be called attenuated")
    // The second helping of noise takes away more still.
    #expect(found.lean < -0.05)
  }
}
