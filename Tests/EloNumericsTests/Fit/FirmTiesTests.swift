import Battles
import TestSupport
import Testing

@testable import EloNumerics

@Suite struct FirmTiesTests {
  private func counts(_ pairs: [(Int, Int, wins: Int, losses: Int, ties: Int)], models: Int)
    -> PairCounts
  {
    PairCounts(
      Cells(
        pairs.flatMap { pair in
          [(Outcome.aWins, pair.wins), (.bWins, pair.losses), (.tie, pair.ties)].map {
            Cell(a: Int32(pair.0), b: Int32(pair.1), outcome: $0.0, count: $0.1)
          }
        }, names: (0..<models).map { "m\($0)" }))
  }

  @Test func twoModelsHaveTheSameClaim() {
    #expect(FirmTies(counts([(0, 1, 197, 3, 0)], models: 2)).core.isEmpty)
    #expect(FirmTies(counts([(0, 1, 197, 4, 1)], models: 2)).core == [0, 1])
  }

  @Test func aWeakBridgeLeavesTheLargerSide() {
    let sides = [(0, 1), (1, 2), (0, 2), (3, 4)].map { ($0.0, $0.1, wins: 50, losses: 40, ties: 9) }
    let weak = FirmTies(counts(sides + [(2, 3, wins: 2, losses: 2, ties: 2)], models: 5))
    #expect(weak.core == [0, 1, 2])
    #expect(weak.group[3] == weak.group[4] && weak.group[3] != weak.group[0])
    // Five ways round, none of them enough by itself.
    let bridges = (0..<5).map { ($0 % 3, 3 + $0 % 2, wins: 1, losses: 1, ties: 0) }
    #expect(FirmTies(counts(sides + bridges, models: 5)).core == [0, 1, 2, 3, 4])
  }

  @Test func aModelThatOnlyWinsOrHardlyEverLosesIsNotTied() {
    let others = [(0, 1), (1, 2), (0, 2)].map { ($0.0, $0.1, wins: 50, losses: 40, ties: 0) }
    for losses in [0, 4] {
      let god = (0, 3, wins: losses, losses: 200, ties: 0)
      #expect(FirmTies(counts(others + [god], models: 4)).core == [0, 1, 2])
    }
    #expect(
      FirmTies(counts(others + [(0, 3, wins: 5, losses: 200, ties: 0)], models: 4)).core.count == 4)
  }

  /// Against all cuts, on small random data.
  @Test(arguments: 0..<40) func agreesWithAllCuts(seed: Int) {
    var random = SeededGenerator(seed: seed)
    let models = 6
    var scored = [[Int]](repeating: [Int](repeating: 0, count: models), count: models)
    var pairs: [(Int, Int, wins: Int, losses: Int, ties: Int)] = []
    for i in 0..<models {
      for j in i + 1..<models where Int.random(in: 0..<3, using: &random) > 0 {
        let wins = Int.random(in: 0..<6, using: &random)
        let losses = Int.random(in: 0..<6, using: &random)
        pairs.append((i, j, wins: wins, losses: losses, ties: 0))
        scored[i][j] = wins
        scored[j][i] = losses
      }
    }
    // Models without a battle do not occur.
    guard
      (0..<models).allSatisfy({ i in scored[i].reduce(0, +) + scored.reduce(0) { $0 + $1[i] } > 0 })
    else { return }
    let ties = FirmTies(counts(pairs, models: models))
    for i in 0..<models {
      for j in 0..<models where i != j {
        var least = Int.max
        for cut in 0..<1 << models where cut >> i & 1 == 1 && cut >> j & 1 == 0 {
          var across = 0
          for a in 0..<models where cut >> a & 1 == 1 {
            for b in 0..<models where cut >> b & 1 == 0 { across += scored[a][b] }
          }
          least = min(least, across)
        }
        // One direction; the group needs both.
        if least < FirmTies.leastBattles { #expect(ties.group[i] != ties.group[j]) }
      }
    }
    for i in 0..<models {
      for j in i + 1..<models where ties.group[i] != ties.group[j] {
        let isFirm = [(i, j), (j, i)].allSatisfy { from, to in
          (0..<1 << models).allSatisfy { cut in
            guard cut >> from & 1 == 1, cut >> to & 1 == 0 else { return true }
            var across = 0
            for a in 0..<models where cut >> a & 1 == 1 {
              for b in 0..<models where cut >> b & 1 == 0 { across += scored[a][b] }
            }
            return across >= FirmTies.leastBattles
          }
        }
        #expect(!isFirm)
      }
    }
  }
}
