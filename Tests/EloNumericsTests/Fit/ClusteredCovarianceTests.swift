import Battles
import TestSupport
import Testing

@testable import EloNumerics

@Suite struct ClusteredCovarianceTests {
  /// Variances of differences (i, j), with clusters and without, by numpy; see `ClusteredExample`.
  @Test func agreesWithNumPy() throws {
    let fit = try fitBradleyTerry(ClusteredExample.cells)
    let expected: [(Int, Int, Double, Double)] = [
      (1, 0, 0.6368160113608972, 0.29007583153247374),
      (2, 0, 0.22404717256295456, 0.21725791382085313),
      (2, 1, 0.21117452568010012, 0.13591991583409666),
      (3, 0, 0.30268434628060964, 0.2857483252611265),
      (3, 1, 0.327199983688024, 0.20729256674565358),
      (3, 2, 0.2061878579230849, 0.14526700540923843),
    ]
    let (clustered, single) = (fit.covariance(.sandwich), fit.covariance(.sandwichOfBattles))
    for (i, j, ofClusters, ofBattles) in expected {
      // The fit stops within 1e-8 battles, numpy's at its rounding.
      #expect((clustered.varianceOfDifference(i, j) / ofClusters - 1).magnitude < 1e-8)
      #expect((single.varianceOfDifference(i, j) / ofBattles - 1).magnitude < 1e-8)
    }
    let centred = clustered.centred(by: [0.25, 0.25, 0.25, 0.25])
    #expect((centred.variance(0) / 0.17163001395763616 - 1).magnitude < 1e-8)
  }

  /// Clusters change neither the fit nor what the covariance of battles is.
  @Test(arguments: 1...8) func clustersOfOneBattleChangeTheFactorAlone(seed: Int) throws {
    let cells = randomBattles(models: 3 + seed, seed: seed)
    let (plain, own) = (try fitBradleyTerry(cells), try fitBradleyTerry(ownClusters(cells)))
    #expect(plain.logStrength == own.logStrength)
    #expect(own.covariance(.sandwichOfBattles) == plain.covariance(.sandwich))
    let battles = Double(cells.battleCount)
    for i in 0..<3 + seed {
      for j in 0..<i {
        let ratio =
          own.covariance(.sandwich).varianceOfDifference(i, j)
          / plain.covariance(.sandwich).varianceOfDifference(i, j)
        // Sums of some thousand terms in another order.
        #expect((ratio / (battles / (battles - 1)) - 1).magnitude < 1e-11)
      }
    }
  }

  /// Every battle said twice, the two in one cluster, is known no better: twice the battles with clusters
  /// give what once the battles give.
  @Test(arguments: 1...4) func saidTwiceIsKnownOnce(seed: Int) throws {
    let cells = ownClusters(randomBattles(models: 4 + seed, seed: seed))
    let twice = Cells(
      (0..<cells.cellCount).map { index in
        var cell = cells[index]
        cell.count *= 2
        return cell
      }, names: cells.roster.names, clusterNames: cells.clusters?.names)
    let (once, doubled) = (try fitBradleyTerry(cells), try fitBradleyTerry(twice))
    let (v, w) = (once.covariance(.sandwich), doubled.covariance(.sandwich))
    let halved = doubled.covariance(.sandwichOfBattles)
    let battles = Double(cells.battleCount)
    for i in 1..<4 + seed {
      // Both fits stop within 1e-8 battles of their maxima.
      #expect((w.varianceOfDifference(0, i) / v.varianceOfDifference(0, i) - 1).magnitude < 1e-7)
      let half = halved.varianceOfDifference(0, i) / w.varianceOfDifference(0, i)
      #expect((half * 2 * battles / (battles - 1) - 1).magnitude < 1e-7)
    }
  }

  @Test func countsByCluster() {
    let cells = Cells(
      [
        Cell(a: 1, b: 0, outcome: .aWins, count: 3, cluster: 0),
        Cell(a: 0, b: 1, outcome: .tie, count: 1, cluster: 0),
        Cell(a: 2, b: 1, outcome: .bWins, count: 2, cluster: 0),
        Cell(a: 0, b: 1, outcome: .aWins, count: 5, cluster: 1),
        Cell(a: 2, b: 2, outcome: .tie, count: 5, cluster: 2),
      ], names: names(3), clusterNames: ["second", "third", "first"])
    #expect(cells.clusters?.names == ["first", "second", "third"])
    let counts = PairCounts(cells)
    let clusters = ClusterCounts(cells, counts)
    // "first" has a battle of a model against itself alone, and is no cluster of the fit.
    #expect(clusters?.clusterCount == 2)
    #expect(clusters?.start == [0, 2, 3])
    #expect(clusters?.pair == [0, 1, 0])
    #expect(clusters?.battles == [4, 2, 5])
    #expect(clusters?.halfWins == [1, 4, 10])
    #expect(clusters?.clustersByModel(counts) == [2, 2, 1])
    #expect(ClusterCounts(cells.withoutClusters, counts) == nil)
  }
}
