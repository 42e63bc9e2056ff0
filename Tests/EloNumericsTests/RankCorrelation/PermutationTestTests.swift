import EloNumerics
import TestSupport
import Testing

@Suite struct PermutationTestTests {
  private static let board: [Double] = [1503, 1502, 1502, 1495, 1489, 1488, 1473]

  private func test(_ first: [Double], _ second: [Double], samples: Int = 99, seed: UInt64 = 0)
    -> PermutationTest
  {
    PermutationTest(MidRanks(first), MidRanks(second), samples: samples, seed: seed)
  }

  /// Counts of the permutations at least as extreme by τ, by ρ, and of the most extreme ones, from
  /// itertools.permutations in Python with scipy 1.17's rankdata.
  @Test(
    arguments: [
      (5, [3, 1, 4, 1, 5, 9, 2], 94, 74, 8, 120), (6, [3, 1, 4, 1, 5, 9, 2], 180, 152, 8, 720),
      (7, [3, 1, 4, 1, 5, 9, 2], 2770, 2838, 8, 5040),
      (5, [2.5, 2.5, 2.5, 1, 0, 0, -1], 6, 6, 6, 120),
      (7, [2.5, 2.5, 2.5, 1, 0, 0, -1], 24, 24, 24, 5040),
    ] as [(Int, [Double], Int, Int, Int, Int)])
  func allPermutationsWithTies(
    count: Int, values: [Double], tau: Int, rho: Int, most: Int, all: Int
  ) {
    let found = test(Array(Self.board.prefix(count)), Array(values.prefix(count)))
    #expect(found.isExact && found.permutations == all)
    #expect(found.kendallP == Double(tau) / Double(all))
    #expect(found.spearmanP == Double(rho) / Double(all))
    #expect(found.leastKendallP == Double(most) / Double(all))
  }

  /// scipy 1.17 kendalltau(…, method="exact") without ties: 0.1361111111111111.
  @Test func withoutTiesAsScipy() {
    #expect(test([1, 2, 3, 4, 5, 6], [2, 1, 4, 3, 6, 5]).kendallP == 98.0 / 720)
  }

  @Test(arguments: [(3, 6), (4, 24), (5, 120), (8, 40_320)] as [(Int, Int)])
  func fewModelsCannotShowMore(count: Int, orders: Int) {
    let least = 2 / Double(orders)
    let values = (0..<count).map(Double.init)
    let found = test(values, values)
    #expect(found.kendallP == least && found.leastKendallP == least)
  }

  /// Ten without ties: scipy 1.17 kendalltau exact gives 0.009148478835978836, and all 10!
  /// permutations in numpy give 0.003705357142857143 for ρ. The sample of 19,999 has a Monte Carlo
  /// error of 0.0007 and 0.0004: five of them are allowed.
  @Test func aSampleComesCloseToAll() {
    let found = test(
      (0..<10).map(Double.init), [2, 0, 1, 5, 3, 4, 9, 6, 8, 7], samples: 19_999, seed: 1)
    #expect(!found.isExact && found.leastKendallP == nil)
    #expect((found.kendallP - 0.009148).magnitude < 0.0034)
    #expect((found.spearmanP - 0.003705).magnitude < 0.0022)
    #expect(found != test((0..<10).map(Double.init), [2, 0, 1, 5, 3, 4, 9, 6, 8, 7], samples: 99))
  }

  @Test func aSampledPIsNeverZero() {
    let values = (0..<40).map(Double.init)
    let found = test(values, values)
    #expect(found.kendallP == 1.0 / 100 && found.spearmanP == 1.0 / 100)
  }

  /// Under independence p ≤ 0.05 in at most 5% of data sets, also with ties and few samples.
  @Test func theTestKeepsItsSize() {
    var random = SeededGenerator(seed: 11)
    let sets = 400
    var hits = 0
    for round in 0..<sets {
      let lists = (0..<2).map { _ in
        (0..<9).map { _ in Double.random(in: 0..<6, using: &random).rounded(.down) }
      }
      if test(lists[0], lists[1], samples: 99, seed: UInt64(round)).kendallP <= 0.05 { hits += 1 }
    }
    // 20 are expected at most; 37 or more have probability 2e-4 (scipy binom.sf(36, 400, 0.05)).
    #expect(hits < 37 && hits > 3)
  }
}
