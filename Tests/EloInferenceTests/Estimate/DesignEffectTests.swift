import Battles
import EloNumerics
import Testing

@testable import EloInference

/// By how much clusters widen the errors of ratings.
@Suite struct DesignEffectTests {
  /// Battles of four models with known odds, each verdict given `copies` times in a cluster of its own.
  private func battles(_ clusters: Int, copies: Int, seed: UInt64 = 1) -> Cells {
    var random = IndependentRandom(seed: seed)
    let strengths = [0.6, 0.2, -0.1, -0.7]
    var cells: [Cell] = []
    for cluster in 0..<clusters {
      let a = cluster % 4
      let b = (a + 1 + cluster / 4 % 3) % 4
      let isWon = random.unit() < 1 / (1 + LibM.exp(strengths[b] - strengths[a]))
      cells.append(
        Cell(
          a: Int32(a), b: Int32(b), outcome: isWon ? .aWins : .bWins, count: copies,
          cluster: Int32(cluster)))
    }
    return Cells(cells, names: modelNames(4), clusterNames: (0..<clusters).map { "c\($0)" })
  }

  /// The same verdict m times tells as much as once: the variance by clusters is m times what m
  /// independent battles would have. Both sandwiches are sums of squares, (m·r)² against m·r², and that of G
  /// clusters is times G/(G − 1): nothing else is left but rounding.
  @Test(arguments: [1, 2, 5, 30]) func copiesTellNothingNew(copies: Int) throws {
    let effect = try #require(
      DesignEffect(of: battles(1200, copies: copies), options: fitOptions()))
    #expect(abs(effect.ratio - Double(copies) * 1200 / 1199) < 1e-9 * Double(copies))
    #expect(effect.clusters == 1200 && effect.models == 4)
  }

  /// Verdicts that have nothing to do with their clusters: the ratio is 1 but for the noise of 300 squares,
  /// a standard deviation of √(2/300), here within four.
  @Test func independentVerdicts() throws {
    let apart = battles(3000, copies: 1)
    let together = Cells(
      (0..<apart.cellCount).map { index in
        var cell = apart[index]
        cell.cluster = cell.cluster * 7919 % 300
        return cell
      }, names: apart.roster.names, clusterNames: (0..<300).map { "c\($0)" })
    let effect = try #require(DesignEffect(of: together, options: fitOptions()))
    #expect(abs(effect.ratio - 1) < 4 * (2.0 / 300).squareRoot())
  }

  /// What --cluster would make of them.
  @Test func itIsTheRatioOfTheEstimatesVariances() throws {
    let cells = battles(600, copies: 3)
    let clustered = try Estimate(battles: cells, options: fitOptions())
    let single = try Estimate(
      battles: Cells((0..<cells.cellCount).map { cells[$0] }, names: cells.roster.names),
      options: fitOptions())
    let ratios = (0..<4).map { clustered.covariance.variance($0) / single.covariance.variance($0) }
      .sorted()
    let effect = try #require(DesignEffect(of: cells, options: fitOptions()))
    #expect(abs(effect.ratio - ratios[2]) < 1e-9)
  }

  @Test func whereNothingCanBeTold() {
    let cells = battles(1200, copies: 2)
    let plain = Cells((0..<cells.cellCount).map { cells[$0] }, names: cells.roster.names)
    #expect(DesignEffect(of: plain, options: fitOptions()) == nil, "no clusters")
    func merged(_ count: Int) -> Cells {
      Cells(
        (0..<cells.cellCount).map { index in
          var cell = cells[index]
          cell.cluster = cell.cluster % Int32(count)
          return cell
        }, names: cells.roster.names, clusterNames: (0..<count).map { "c\($0)" })
    }
    #expect(DesignEffect(of: merged(9), options: fitOptions()) == nil, "too few")
    #expect(DesignEffect(of: merged(40), options: fitOptions()) != nil)
    // One cluster with nearly all battles leaves no model ranked.
    let lopsided = Cells(
      (0..<cells.cellCount).map { index in
        var cell = cells[index]
        cell.cluster = cell.cluster < 30 ? cell.cluster : 30
        return cell
      }, names: cells.roster.names, clusterNames: (0...30).map { "c\($0)" })
    #expect(DesignEffect(of: lopsided, options: fitOptions()) == nil)
    let won = Cells(
      (0..<40).map { Cell(a: 0, b: 1, outcome: .aWins, count: 3, cluster: Int32($0)) },
      names: modelNames(2), clusterNames: (0..<40).map { "c\($0)" })
    #expect(DesignEffect(of: won, options: fitOptions()) == nil, "no finite fit")
  }
}
