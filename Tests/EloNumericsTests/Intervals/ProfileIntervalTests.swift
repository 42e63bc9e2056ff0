import Battles
import EloNumerics
import TestSupport
import Testing

@Suite struct ProfileIntervalTests {
  private let width = 1.959963984540054

  /// Ends by numpy and scipy: the others' log-strengths maximised by SLSQP under the constraint, the root
  /// by Brent's method; see `ClusteredExample`. SLSQP stops at 1e-15 of the objective, so that the profile
  /// is good to 1e-8 or so, and its ends to 1e-7.
  @Test func agreesWithSciPy() throws {
    let expected: [(CovarianceMethod, [(Double, Double)])] = [
      (
        .sandwichOfBattles,
        [
          (-0.6346708268580302, 0.7337992321272282), (-0.563247225234593, 0.5423833593343076),
          (-0.40993011518333206, 0.42193069794350685), (-0.5922377502867354, 0.525095301050721),
        ]
      ),
      (
        .sandwich,
        [
          (-0.7579172911140395, 0.9027912022425724), (-0.8576303337518618, 0.8109509576464216),
          (-0.39392676811436844, 0.40500239540726135), (-0.6325100096254036, 0.5565835790720937),
        ]
      ),
    ]
    let fit = try fitBradleyTerry(ClusteredExample.cells)
    let weights = [0.25, 0.25, 0.25, 0.25]
    for (method, ends) in expected {
      let profile = profiles(fit, weights, fit.covariance(method))
      for (model, end) in ends.enumerated() {
        let (lower, upper) = try profile.ends(model, width: width)
        // Ten times what SLSQP leaves.
        #expect((lower - end.0).magnitude < 1e-6)
        #expect((upper - end.1).magnitude < 1e-6)
      }
    }
  }

  /// Two models without ties are a binomial: the ends in log-odds are where 2·(ℓ(p̂) − ℓ(p)) = z², and a
  /// rating is half the gap from the mean.
  @Test(arguments: [(7, 3), (29, 1), (500, 480), (1, 1)]) func binomial(wins: Int, losses: Int)
    throws
  {
    let fit = try fitBradleyTerry(battles([(0, 1, wins, losses, 0)], models: 2))
    let profile = profiles(fit, [0.5, 0.5], fit.covariance(.sandwich))
    let (lower, upper) = try profile.ends(0, width: width)
    let (w, l) = (Double(wins), Double(losses))
    func logLikelihood(_ gap: Double) -> Double {
      -w * LibM.log1p(LibM.exp(-gap)) - l * LibM.log1p(LibM.exp(gap))
    }
    let gap = LibM.log(w / l)
    for end in [lower, upper] {
      let deviance = 2 * (logLikelihood(gap) - logLikelihood(gap + 2 * end))
      // The fit's own deviance is known to the square of its 1e-8 battles, the end's to its last step.
      #expect((deviance - width * width).magnitude < 1e-7)
    }
    #expect(lower < 0 && upper > 0)
  }

  /// The profile is the normal interval where there are many battles.
  @Test func tendsToTheSandwich() throws {
    let cells = randomBattles(models: 5, seed: 3, largest: 200_000)
    let fit = try fitBradleyTerry(cells)
    let weights = [Double](repeating: 0.2, count: 5)
    let covariance = fit.covariance(.sandwich).centred(by: weights)
    let profile = profiles(fit, weights, covariance)
    for model in 0..<5 {
      let (lower, upper) = try profile.ends(model, width: width)
      let reach = width * covariance.variance(model).squareRoot()
      // Skewness shrinks with the root of the battles: some 1e-3 of the width here.
      #expect((upper / reach - 1).magnitude < 0.01)
      #expect((-lower / reach - 1).magnitude < 0.01)
    }
  }

  @Test func aModelThatTheGaugeHoldsHasNoInterval() throws {
    let fit = try fitBradleyTerry(ClusteredExample.cells)
    let weights = [0.0, 1, 0, 0]
    let profile = profiles(fit, weights, fit.covariance(.sandwich))
    #expect(try profile.ends(1, width: width) == (0, 0))
    #expect(try profile.ends(0, width: width).upper > 0.5)
  }

  /// With a prior the objective is no longer indifferent to the scale's zero.
  @Test func withAPrior() throws {
    let fit = try fitBradleyTerry(
      battles([(0, 1, 9, 0, 0), (1, 2, 4, 1, 1)], models: 3), options: FitOptions(prior: 1))
    let weights = [Double](repeating: 1.0 / 3, count: 3)
    let profile = profiles(fit, weights, fit.covariance(.wald))
    let (lower, upper) = try profile.ends(0, width: width)
    #expect(upper > -lower, "nine wins of nine leave the strength open upwards")
  }
}

/// Profiles in the gauge of `weights`, with the dispersion of a covariance.
func profiles(_ fit: Fit, _ weights: [Double], _ covariance: Covariance) -> ProfileIntervals {
  let centred = covariance.centred(by: weights)
  return ProfileIntervals(
    fit.gauged(FitGauge(weights: weights)),
    variance: weights.indices.map { centred.variance($0) })
}
