import Battles
import KernelDispatch
import KernelTypes
import Kernels
import TestSupport
import Testing

@testable import EloNumerics

@Suite struct ClusterBootstrapTests {
  /// Clusters few enough that some replicates separate and some need Newton's method.
  private static let cells = randomClusters(
    battles(
      [(0, 1, 12, 8, 3), (1, 2, 9, 7, 2), (0, 2, 5, 4, 3), (3, 0, 2, 1, 0), (4, 1, 30, 2, 0)],
      models: 5), 12, seed: 4)

  private func options(_ count: Int = 100, seed: UInt64 = 3, threads: Int = 1) -> BootstrapOptions {
    BootstrapOptions(resamples: count, seed: seed, threads: threads)
  }

  @Test(arguments: KernelTable.available) func kernelsDoNotMatter(kernels: KernelTable) throws {
    let plain = try fitBradleyTerry(Self.cells, options: FitOptions(), kernels: .baseline)
    let fit = try fitBradleyTerry(Self.cells, options: FitOptions(), kernels: kernels)
    #expect(try fit.bootstrap(options()).values == plain.bootstrap(options()).values)
    #expect(fit.covariance(.sandwich) == plain.covariance(.sandwich))
  }

  @Test(arguments: [2, 3, 8]) func threadsDoNotMatter(threads: Int) throws {
    let fit = try fitBradleyTerry(Self.cells)
    let (one, many) = (try fit.bootstrap(options()), try fit.bootstrap(options(threads: threads)))
    #expect(one.values == many.values)
    #expect(one.separations == many.separations)
    #expect(one.degenerateCount == many.degenerateCount)
    #expect(one.degenerateCount > 0)
    #expect(one.refitCount > one.degenerateCount, "some replicates are left to Newton's method")
  }

  @Test func fewerReplicatesAreTheFirstOnes() throws {
    let fit = try fitBradleyTerry(Self.cells)
    let (few, many) = (try fit.bootstrap(options(9)), try fit.bootstrap(options(40)))
    #expect(few.values[...] == many.values[..<45])
    #expect(try fit.bootstrap(options(9, seed: 4)).values != few.values)
  }

  /// Each replicate is the fit to the clusters that were drawn, with all their battles.
  @Test func replicatesAreFitsToTheClustersDrawn() throws {
    let fit = try fitBradleyTerry(Self.cells)
    let clusters = try #require(fit.clusters)
    let source = ClusterReplicates(fit.counts, clusters, seed: 3)
    let replicates = try fit.bootstrap(options(40))
    var compared = 0
    for replicate in 0..<40 {
      var stream = RandomStream(seed: 3, purpose: .clusterResampling, index: replicate)
      var drawn: [Cell] = []
      for draw in 0..<12 {
        let cluster = Int32(stream.next(below: 12))
        for index in 0..<Self.cells.cellCount where Self.cells[index].cluster == cluster {
          drawn.append(Self.cells[index])
          drawn[drawn.count - 1].cluster = Int32(draw)
        }
      }
      let resampled = Cells(drawn, names: names(5))
      let (battles, halfWins) = source.pairSums(replicate: replicate)
      #expect(battles.reduce(0, +) == resampled.battleCount)
      guard resampled.roster.count == 5, let again = try? fitBradleyTerry(resampled) else {
        #expect(!fit.counts.connectivity(of: (battles, halfWins)).isStronglyConnected)
        continue
      }
      compared += 1
      for model in 1..<5 {
        let row = replicate * 5
        let gap = replicates.values[row + model] - replicates.values[row]
        // Both stop within 1e-8 battles, of which a model here has at least one.
        #expect((gap - again.logStrength[model] + again.logStrength[0]).magnitude < 1e-6)
      }
    }
    #expect(compared >= 20)
  }

  /// The replicates' variance is that of the sandwich without its factor, up to the curvature of few
  /// battles: here 60 clusters of some 70 battles each.
  @Test func agreesWithTheSandwich() throws {
    let cells = randomClusters(randomBattles(models: 6, seed: 2, largest: 100), 60, seed: 9)
    let fit = try fitBradleyTerry(cells)
    let replicates = try fit.bootstrap(options(1000))
    let covariance = fit.covariance(.sandwich)
    for model in 1..<6 {
      let gaps = zip(replicates.values(ofModel: model), replicates.values(ofModel: 0)).map(-)
      let mean = gaps.reduce(0, +) / 1000
      let variance = gaps.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / 999
      let ratio = variance / covariance.varianceOfDifference(model, 0) * 60 / 59
      // A variance of 1000 draws has a relative error of 4.5%: four of them.
      #expect((ratio - 1).magnitude < 0.18, "\(ratio)")
    }
  }

  /// Each cluster is drawn once in the mean, with the variance 1 − 1/G of a multinomial.
  @Test func everyClusterIsDrawnAlike() throws {
    let fit = try fitBradleyTerry(ownClusters(battles([(0, 1, 6, 4, 0)], models: 2)))
    let clusters = try #require(fit.clusters)
    let source = ClusterReplicates(fit.counts, clusters, seed: 1)
    var wins: [Int] = []
    for replicate in 0..<4000 {
      let (battles, halfWins) = source.pairSums(replicate: replicate)
      #expect(battles == [10])
      wins.append(halfWins[0] / 2)
    }
    // Binomial: mean 6 and variance 2.4, with standard errors 0.025 and 0.053 over 4000; four of them.
    let mean = Double(wins.reduce(0, +)) / 4000
    let variance = wins.reduce(0) { $0 + (Double($1) - mean) * (Double($1) - mean) } / 3999
    #expect((mean - 6).magnitude < 0.1)
    #expect((variance - 2.4).magnitude < 0.22)
  }
}
