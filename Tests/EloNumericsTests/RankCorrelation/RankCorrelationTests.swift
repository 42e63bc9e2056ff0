import EloNumerics
import TestSupport
import Testing

@Suite struct RankCorrelationTests {
  private static let board: [Double] = [1503, 1502, 1502, 1495, 1489, 1488, 1473, 1469]

  /// scipy 1.17 kendalltau (its default is τ-b) and spearmanr on the same numbers, the first three
  /// with ties on one side or both.
  @Test(
    arguments: [
      (board, [3, 1, 4, 1, 5, 9, 2, 6], -0.37037037037037035, -0.463855421686747),
      (board, [2.5, 2.5, 2.5, 1, 0, 0, -1, 7], 0.3928371006591931, 0.2840372139975479),
      (
        [12, 11, 11, 9, 8, 8, 8, 5, 4, 3, 2, 1], [10, 12, 9, 9, 7, 8, 3, 3, 3, 5, 1, 2],
        0.7741935483870968, 0.905693950177936
      ),
      ([1, 2, 3, 4, 5], [2, 1, 4, 3, 5], 0.6, 0.8),
    ] as [([Double], [Double], Double, Double)])
  func agreeWithScipy(first: [Double], second: [Double], tau: Double, rho: Double) throws {
    let found = RankCorrelation(MidRanks(first), MidRanks(second))
    // Whole numerators over one root: one or two roundings of a number below 1.
    #expect(try #require(found.kendall).isWithin(4, of: tau))
    #expect(try #require(found.spearman).isWithin(4, of: rho))
    let mirrored = RankCorrelation(MidRanks(first), MidRanks(second, .ascending))
    #expect(mirrored.kendall == found.kendall.map { -$0 })
    #expect(mirrored.spearman == found.spearman.map { -$0 })
    #expect(RankCorrelation(MidRanks(second), MidRanks(first)).kendall == found.kendall)
  }

  /// Pairs counted one by one, on random lists with few and with many ties.
  @Test func pairsAreCountedAsOneByOne() {
    var random = SeededGenerator(seed: 3)
    for round in 0..<200 {
      let count = Int.random(in: 2...12, using: &random)
      let levels = round.isMultiple(of: 2) ? 3.0 : 100.0
      let lists = (0..<2).map { _ in
        (0..<count).map { _ in Double.random(in: 0..<levels, using: &random).rounded() }
      }
      var (alike, opposite, flat) = (0, 0, [0, 0])
      for i in 0..<count {
        for j in 0..<i {
          let signs = lists.map { $0[i] > $0[j] ? 1 : $0[i] < $0[j] ? -1 : 0 }
          if signs[0] * signs[1] > 0 { alike += 1 }
          if signs[0] * signs[1] < 0 { opposite += 1 }
          for side in 0..<2 where signs[side] == 0 { flat[side] += 1 }
        }
      }
      let found = RankCorrelation(MidRanks(lists[0]), MidRanks(lists[1]))
      #expect(found.concordant == alike && found.discordant == opposite, "round \(round)")
      #expect([found.tiedInFirst, found.tiedInSecond] == flat, "round \(round)")
      #expect((found.kendall == nil) == flat.contains(found.pairCount), "round \(round)")
    }
  }

  @Test func placesOfEqualValuesAreTheirMean() {
    let ranks = MidRanks([5, 7, 5, 1, 5])
    #expect((0..<5).map(ranks.place) == [3, 1, 3, 5, 3])
    #expect((0..<5).map(ranks.span) == [2...4, 1...1, 2...4, 5...5, 2...4])
    #expect(ranks.tiedPairs == 3 && ranks.groupCount == 3)
    #expect(MidRanks([5, 7, 5, 1, 5], .ascending).place(3) == 1)
  }

  @Test func fullAgreementIsExactlyOne() {
    for count in [2, 3, 7, 100, 1_001] {
      let values = (0..<count).map { Double($0 * $0) }
      let found = RankCorrelation(MidRanks(values), MidRanks(values))
      #expect(found.kendall == 1 && found.spearman == 1, "\(count)")
    }
  }

  @Test func oneValueForAllHasNoOrder() {
    let found = RankCorrelation(MidRanks([1, 2, 3]), MidRanks([4, 4, 4]))
    #expect(found.kendall == nil && found.spearman == nil)
  }
}

extension Double {
  /// Whether this is within `steps` units in the last place of `other`.
  fileprivate func isWithin(_ steps: Double, of other: Double) -> Bool {
    (self - other).magnitude <= steps * other.ulp
  }
}
