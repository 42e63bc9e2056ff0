import Battles
import Testing

@testable import EloInference

/// Where verdicts that cancel in every cluster begin: at what rounding leaves, and not at little variation.
@Suite struct EqualClustersTests {
  /// Forty judges, of whom each lets a win twice as often as b; `moved` verdicts of the first judge go
  /// to b, and as many of the second to a.
  private func estimate(
    unit: Int, moved: Int, shares: (a: Int, b: Int) = (2, 1)
  ) throws -> Estimate {
    let cells = (0..<40).flatMap { judge in
      let change = judge == 0 ? -moved : judge == 1 ? moved : 0
      return [
        (Outcome.aWins, shares.a * unit + change), (.bWins, shares.b * unit - change),
      ].map {
        Cell(a: 0, b: 1, outcome: $0.0, count: $0.1, cluster: Int32(judge))
      }
    }
    var options = fitOptions()
    options.clusterName = "judge"
    return try Estimate(
      battles: Cells(cells, names: ["a", "b"], clusterNames: (0..<40).map { "j\($0)" }),
      options: options)
  }

  /// Of 3 to 3·10⁷ battles a judge: the score of every judge is 0 but for the rounding of the fit.
  @Test(arguments: [1, 1000, 10_000_000])
  func whatRoundingLeavesIsNothing(unit: Int) throws {
    let estimate = try estimate(unit: unit, moved: 0)
    #expect(estimate.provisionalReason == [.equalClusters, .equalClusters])
  }

  /// Shares that no binary fraction is, so that judges' scores are a few units of the last place.
  @Test(arguments: [(7, 4), (13, 6), (5, 2), (9, 5), (11, 3), (19, 7)], [1, 1000, 99_991])
  func whatOddSharesLeaveIsNothing(shares: (Int, Int), unit: Int) throws {
    let estimate = try estimate(unit: unit, moved: 0, shares: shares)
    #expect(estimate.provisionalReason == [.equalClusters, .equalClusters])
  }

  /// One verdict more and one less: the squares of the judges' scores are 2, against the information of
  /// 120·unit·2/9, a share of 7.5e-4 and 7.5e-9. A judge's score of a whole verdict is no rounding.
  @Test(arguments: [100, 10_000_000])
  func aSingleVerdictIsVariation(unit: Int) throws {
    let estimate = try estimate(unit: unit, moved: 1)
    #expect(estimate.provisionalReason == [nil, nil])
  }
}
