import Battles
import EloNumerics
import TestSupport
import Testing

@Suite struct EffectiveClustersTests {
  /// By numpy, from H⁺ and the battles of each cluster in loops; see `ClusteredExample`.
  @Test func agreesWithNumPy() throws {
    let fit = try fitBradleyTerry(ClusteredExample.cells)
    let found = try #require(fit.effectiveClusters())
    for (number, golden) in zip(
      found, [6.209307873490, 5.884240783119, 6.781295421754, 6.313025120769])
    {
      // The fit stops within 1e-8 battles.
      #expect((number - golden).magnitude < 1e-7)
    }
  }

  /// Two models, clusters of equally many battles: all of them count. One of three quarters of all
  /// battles and a hundred others count as (Σn)²/Σn², where the clusters have nothing in common.
  @Test func equalAndUnequalClusters() throws {
    func effective(_ sizes: [Int]) throws -> Double {
      let cells = sizes.enumerated().flatMap { cluster, size in
        // Half of each cluster's battles are won: no cluster differs from another.
        [Outcome.aWins, .bWins].map {
          Cell(a: 0, b: 1, outcome: $0, count: size / 2, cluster: Int32(cluster))
        }
      }
      let fit = try fitBradleyTerry(
        Cells(cells, names: ["a", "b"], clusterNames: sizes.indices.map { "c\($0)" }))
      return try #require(fit.effectiveClusters()?.first)
    }
    #expect((try effective([Int](repeating: 8, count: 30)) - 30).magnitude < 1e-9)
    let uneven = [3000] + [Int](repeating: 10, count: 100)
    let expected = 4000.0 * 4000 / (3000.0 * 3000 + 100 * 100)
    #expect((try effective(uneven) - expected).magnitude < 1e-9)
  }

  @Test func withoutClustersThereAreNone() throws {
    #expect(try fitBradleyTerry(ClusteredExample.cells.withoutClusters).effectiveClusters() == nil)
  }
}
