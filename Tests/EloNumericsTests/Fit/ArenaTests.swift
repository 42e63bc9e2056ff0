import Battles
import EloNumerics
import TestSupport
import Testing

/// The 135,634 battles of arena-human-preference-140k.csv: ties as half wins, 53 models of which one
/// has two battles, the other 52 centred on 1000.
@Suite(
  .enabled(if: RealData.isPresent, "set DEADHEAT_DATA to the folder of real data sets"),
  .enabled(if: OptimisedBuild.isThis, "\(OptimisedBuild.isNeeded)"))
struct ArenaTests {
  private static let resamples = 1000

  private struct Fixture {
    let cells: Cells
    let fit: Fit
    let isEstablished: [Bool]
    let weights: [Double]
    let replicates: Replicates

    init() throws {
      cells = try readBattles("arena-human-preference-140k.csv")
      fit = try fitBradleyTerry(cells)
      let battles = fit.counts.battlesByModel
      isEstablished = battles.map { $0 >= 30 }
      weights = Gauge.meanOfEstablished.weights(isEstablished: isEstablished, battles: battles)
      replicates = try fit.bootstrap(
        BootstrapOptions(resamples: ArenaTests.resamples, seed: 0, threads: 2)
      ).centred(by: weights, target: 0)
    }

    func model(_ name: String) throws -> Int { try #require(cells.roster.id(of: name)) }

    func rating(_ name: String) throws -> Double {
      let mean = zip(fit.logStrength, weights).reduce(0) { $0 + $1.0 * $1.1 }
      return EloScale.standard.rating(ofLogStrength: fit.logStrength[try model(name)] - mean)
    }
  }

  /// One fit and one bootstrap serve all tests.
  private static let fixture = Result { try Fixture() }

  /// Dense Newton in numpy, four digits.
  @Test func ratingsAndSandwichErrorsAreThoseOfNumpy() throws {
    let fixture = try Self.fixture.get()
    #expect(fixture.isEstablished.count == 53)
    #expect(fixture.isEstablished.count { $0 } == 52)
    #expect(fixture.cells.battleCount == 135_634)
    #expect(fixture.cells.selfBattleCount == 10)
    // Half of the fourth digit, and what the fit leaves.
    #expect((try fixture.rating("gemini-2.5-pro") - 1124.0778).magnitude <= 5.1e-5)
    #expect((try fixture.rating("o3-2025-04-16") - 1079.3946).magnitude <= 5.1e-5)
    let covariance = fixture.fit.covariance(.sandwich).centred(by: fixture.weights)
    let variance = covariance.variance(try fixture.model("gemini-2.5-pro"))
    let error = variance.squareRoot() * EloScale.standard.pointsPerLogOdds
    // Likewise.
    #expect((error - 3.2955).magnitude <= 5.1e-5)
  }

  /// Sandwich and bootstrap estimate the same thing in two ways. With B = 1000 a standard deviation
  /// is known to 2.2%, the median of 52 to a fraction of that.
  @Test func bootstrapIsAsWideAsTheSandwich() throws {
    let fixture = try Self.fixture.get()
    let covariance = fixture.fit.covariance(.sandwich).centred(by: fixture.weights)
    let ratios = fixture.isEstablished.indices.filter { fixture.isEstablished[$0] }.map {
      fixture.replicates.standardDeviation(ofModel: $0) / covariance.variance($0).squareRoot()
    }.sorted()
    #expect((quantile(ofAscending: ratios, 0.5) - 1).magnitude < 0.02)
    #expect(ratios.allSatisfy { (0.85...1.15).contains($0) })
  }

  /// arena-rank's README prints (1117.61, 1130.53) around 1124.07; the ends of a percentile interval
  /// are known to some 0.3 Elo at B = 1000, and so are arena-rank's own.
  @Test func percentileIntervalIsThatOfArenaRank() throws {
    let fixture = try Self.fixture.get()
    let values = fixture.replicates.values(ofModel: try fixture.model("gemini-2.5-pro")).sorted()
    let ends = [0.025, 0.975].map {
      EloScale.standard.rating(ofLogStrength: quantile(ofAscending: values, $0))
    }
    // 0.3 of each is 0.42 of the difference: a little more than two such errors, at a fixed seed.
    #expect((ends[0] - 1117.61).magnitude < 1)
    #expect((ends[1] - 1130.53).magnitude < 1)
  }

  /// The model with two battles goes without in e⁻² = 13.5% of replicates.
  @Test func onlyTheModelWithTwoBattlesSeparates() throws {
    let fixture = try Self.fixture.get()
    let straggler = try #require(fixture.isEstablished.firstIndex(of: false))
    #expect(fixture.fit.counts.battlesByModel[straggler] == 2)
    let replicates = fixture.replicates
    #expect(replicates.count == Self.resamples)
    for (model, separations) in replicates.separations.enumerated() {
      #expect(separations == (model == straggler ? replicates.degenerateCount : 0))
    }
    let expected = 0.1353 * Double(Self.resamples)
    // Five standard errors of a count, no larger than its square root.
    #expect(
      (Double(replicates.degenerateCount) - expected).magnitude < 5 * expected.squareRoot())
  }
}
