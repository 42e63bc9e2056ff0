import Battles
import TestSupport
import Testing

@testable import EloNumerics

@Suite struct EffectiveClustersTests {
  private func effective(_ cells: Cells) throws -> EffectiveClusters {
    try #require(EffectiveClusters(fitBradleyTerry(cells)))
  }

  /// Of ratings against the mean of all, of two and of one, by numpy: H⁺ and each cell's (cᵀH⁺x)² in loops;
  /// see `ClusteredExample`.
  @Test func ratingsAgreeWithNumPy() throws {
    let effective = try effective(ClusteredExample.cells)
    for (weights, goldens) in [
      (
        [0.25, 0.25, 0.25, 0.25],
        [6.209307873490, 5.884240783119, 6.781295421754, 6.313025120769]
      ),
      ([0.5, 0.5, 0, 0], [6.519534435389, 6.519534435389, 6.752722769056, 6.510284433008]),
      ([0, 0, 0, 1], [6.605508469240, 5.749084334911, 6.614458304918]),
    ] {
      for (number, golden) in zip(effective.ofRatings(centredBy: weights), goldens) {
        // The fit stops within 1e-8 battles.
        #expect((number - golden).magnitude < 1e-7)
      }
    }
  }

  /// Of differences by numpy, from the same loops.
  @Test func differencesAgreeWithNumPy() throws {
    let differences = try effective(ClusteredExample.cells).ofDifferences()
    for (i, j, golden) in [
      (1, 0, 6.519534435389), (2, 0, 6.331303702512), (2, 1, 5.356248459305),
      (3, 0, 6.605508469240), (3, 1, 5.749084334911), (3, 2, 6.614458304918),
    ] {
      #expect((differences[i, j] - golden).magnitude < 1e-7)
      #expect(differences[j, i] == differences[i, j])
    }
  }

  /// A rating against an anchor is the difference from it, for any number of models, up to groups of eight.
  @Test(arguments: 1...12) func anchoredRatingsAreDifferences(seed: Int) throws {
    let models = 3 + 2 * seed
    let cells = randomClusters(
      randomBattles(models: models, seed: seed), 4 + 3 * seed, seed: seed)
    let effective = try effective(cells)
    let differences = effective.ofDifferences()
    for anchor in [0, models - 1] {
      let ratings = effective.ofRatings(
        centredBy: (0..<models).map { $0 == anchor ? 1 : 0 })
      for model in 0..<models where model != anchor {
        // Sums over clusters in another order, of shares that cancel to some 1e-13 of themselves.
        #expect((ratings[model] / differences[model, anchor] - 1).magnitude < 1e-9, "seed \(seed)")
      }
    }
  }

  /// Two models, clusters of equally many battles: all of them count. One of three quarters of all
  /// battles and a hundred others count as (Σn)²/Σn², where the clusters have nothing in common.
  @Test func equalAndUnequalClusters() throws {
    func number(_ sizes: [Int]) throws -> Double {
      let effective = try effective(twoModels(sizes))
      let rating = effective.ofRatings(centredBy: [0.5, 0.5])[0]
      // The rating of one of two is half of their difference.
      #expect((effective.ofDifferences()[0, 1] / rating - 1).magnitude < 1e-12)
      return rating
    }
    #expect((try number([Int](repeating: 8, count: 30)) - 30).magnitude < 1e-9)
    let uneven = [3000] + [Int](repeating: 10, count: 100)
    let expected = 4000.0 * 4000 / (3000.0 * 3000 + 100 * 100)
    #expect((try number(uneven) - expected).magnitude < 1e-9)
  }

  /// Merged clusters never count for more than they do by themselves, neither where they have nothing in
  /// common nor where one heavy cluster decides, to which the merged ones would look like a second.
  @Test(arguments: 1...6) func mergingOnlyLowersNumbers(seed: Int) throws {
    let random = randomClusters(randomBattles(models: 6, seed: seed), 40, seed: seed)
    let heavy = try effective(oneDecides)
    for effective in [try effective(random), heavy] {
      let exact = effective.ofDifferences()
      for number in [2, 4, 10, 20] {
        let groups = ClusterGroups(effective.clusters, groups: number)
        #expect(groups.isMerged && groups.members.count <= number)
        #expect(groups.members.joined().sorted() == Array(0..<effective.clusters.clusterCount))
        let merged = effective.ofDifferences(groups: groups)
        for i in 0..<exact.order {
          for j in 0..<i {
            // Rounding of sums in another order.
            #expect(merged[i, j] <= exact[i, j] * (1 + 1e-12) && merged[i, j] >= 1)
          }
        }
      }
    }
    #expect(heavy.ofDifferences()[0, 1] < 1.1)
  }

  /// Clusters are merged where all pairs would take more products than the limit, and the heavier half of
  /// what is left stays by itself.
  @Test func theLightestAreMerged() throws {
    let fit = try fitBradleyTerry(twoModels((1...400).map { 2 * $0 }))
    let clusters = try #require(fit.clusters)
    // In the order of names, not of the sizes given.
    let sizes = (0..<400).map { cluster in
      clusters.entries(cluster).reduce(0) { $0 + clusters.battles[$1] }
    }
    // Two models in each of 400 clusters, 2²/2 products for each of them and eight times that for powers.
    #expect(!ClusterGroups(clusters, fit.counts, productLimit: 8000).isMerged)
    #expect(ClusterGroups(clusters, fit.counts, productLimit: 7999).isMerged)
    let groups = ClusterGroups(clusters, fit.counts, productLimit: 2000)
    let heaviest = groups.members.prefix(50).map { $0.map { sizes[$0] } }
    #expect(heaviest == (0..<50).map { [800 - 2 * $0] })
    #expect((90...100).contains(groups.members.count))
    let least = ClusterGroups(clusters, fit.counts, productLimit: 1)
    #expect(least.members.count <= EffectiveClusters.leastGroups && least.members.count > 16)
  }

  @Test func withoutClustersThereAreNone() throws {
    #expect(EffectiveClusters(try fitBradleyTerry(ClusteredExample.cells.withoutClusters)) == nil)
  }

  /// Half of each cluster's battles are won by either: no cluster differs from another.
  private func twoModels(_ sizes: [Int]) -> Cells {
    let cells = sizes.enumerated().flatMap { cluster, size in
      [Outcome.aWins, .bWins].map {
        Cell(a: 0, b: 1, outcome: $0, count: size / 2, cluster: Int32(cluster))
      }
    }
    return Cells(cells, names: ["a", "b"], clusterNames: sizes.indices.map { "c\($0)" })
  }

  /// One judge of 1,000 verdicts with a strong taste, and a hundred of ten with the opposite one.
  private var oneDecides: Cells {
    func judge(_ cluster: Int, _ wins: Int, _ losses: Int) -> [Cell] {
      [(Outcome.aWins, wins), (.bWins, losses)].map {
        Cell(a: 0, b: 1, outcome: $0, count: $1, cluster: Int32(cluster))
      }
    }
    return Cells(
      judge(0, 900, 100) + (1...100).flatMap { judge($0, 1, 9) }, names: ["a", "b"],
      clusterNames: (0...100).map { "c\($0)" })
  }
}

@Suite struct EqualClustersTests {
  /// Two judges, of whom one gave one model one win more and the other one less: nothing shows at 1e-9 of the
  /// information or below, and the two cases lie 5% on either side.
  @Test(arguments: [(1_900_000_000, false), (2_100_000_000, true)])
  func whatVanishesIsABillionth(battles: Int, isEqual: Bool) throws {
    // u = ±½ in each of two clusters: G/(G − 1)·Σ u² = 1, against an information of battles/2.
    let cells = Cells(
      (0..<2).flatMap { judge -> [Cell] in
        let half = battles / 2
        let (wins, losses) = judge == 0 ? (half, half - 1) : (half - 1, half)
        return [(Outcome.aWins, wins), (.bWins, losses)].map {
          Cell(a: 0, b: 1, outcome: $0, count: $1, cluster: Int32(judge))
        }
      }, names: ["a", "b"], clusterNames: ["c0", "c1"])
    let fit = try fitBradleyTerry(cells)
    #expect(fit.hasEqualClusters() == [isEqual, isEqual])
  }
}
