import EloNumerics
import Testing

@Suite struct ReferenceDistributionTests {
  /// (effective clusters, what intervals at 95% extend to, p of a statistic of 3) by scipy.stats.t: ppf and
  /// sf with n − 1 degrees of freedom, stretched by √(n/(n − 1)), n at least 1.5.
  private static let goldens: [(Double, Double, Double)] = [
    (1.2, 285.0222512435, 0.476069875368),
    (2, 17.9692870642, 0.280437798008),
    (3, 5.2696518641, 0.133974596216),
    (7.5, 2.5801640480, 0.028922400027),
    (40, 2.0484587222, 0.00517972755054),
    (1001, 1.9633200052, 0.00278023093315),
  ]

  @Test func agreesWithSciPy() {
    for (effective, width, p) in Self.goldens {
      let reference = ReferenceDistribution.clustered(effective: effective)
      // The goldens have ten digits behind the point, and twelve in all.
      #expect((reference.quantile(0.975) - width).magnitude < 1e-9 * width)
      #expect((reference.twoSidedP(3) / p - 1).magnitude < 1e-10)
      #expect(reference.degreesOfFreedom == max(effective, 1.5) - 1)
    }
  }

  /// With ever more clusters it is the normal distribution, to 1.2/n at this quantile.
  @Test func manyClustersAreNormal() {
    let reference = ReferenceDistribution.clustered(effective: 1e6)
    let ratio = reference.quantile(0.975) / ReferenceDistribution.normal.quantile(0.975)
    #expect(ratio > 1 && ratio < 1 + 2e-6)
    #expect(ReferenceDistribution.normal.degreesOfFreedom == nil)
  }
}
