import Battles
import EloNumerics
import TestSupport
import Testing

@Suite struct NestedCovarianceTests {
  /// Odds 4 : 2 : 1 met exactly, so that squared residuals are what the model expects: the variance
  /// of a change is V_old − V_new (Hausman), for battles that were added unevenly.
  @Test func withoutSurpriseItIsHausmans() throws {
    func fit(_ n: (Int, Int, Int)) throws -> Fit {
      try fitBradleyTerry(
        battles(
          [
            (0, 1, 20 * n.0, 10 * n.0, 0), (1, 2, 20 * n.1, 10 * n.1, 0),
            (0, 2, 24 * n.2, 6 * n.2, 0),
          ], models: 3))
    }
    let (old, new) = (try fit((1, 2, 3)), try fit((5, 2, 4)))
    let change = Covariance.dense(new.covarianceOfChange(from: old, place: [0, 1, 2]))
    for (i, j) in [(0, 1), (0, 2), (1, 2)] {
      let difference =
        old.covariance(.sandwich).varianceOfDifference(i, j)
        - new.covariance(.sandwich).varianceOfDifference(i, j)
      // Fits stop within 1e-8 battles of some dozens.
      #expect(abs(change.varianceOfDifference(i, j) / difference - 1) < 1e-8)
    }
  }

  /// Nothing added: nothing can change, and its variance is exactly 0.
  @Test(arguments: 1...4) func theSameBattlesDoNotChange(seed: Int) throws {
    let fit = try fitBradleyTerry(randomBattles(models: 5, seed: seed))
    let change = fit.covarianceOfChange(from: fit, place: [0, 1, 2, 3, 4])
    #expect(change == SymmetricMatrix(zeros: 5))
  }

  /// The influence of single battles, summed: old ones move both fits, added ones the new fit. With
  /// H⁺ by Gauss's elimination on H + 11ᵀ/K, and sums over cells as a textbook has them.
  @Test(arguments: 1...8) func againstTextbookLoops(seed: Int) throws {
    let models = 6
    let oldCells = randomBattles(models: models, seed: seed)
    let added = randomBattles(models: models, seed: seed + 100)
    func list(_ cells: Cells) -> [Cell] { (0..<cells.cellCount).map { cells[$0] } }
    let names = oldCells.roster.names
    #expect(added.roster.names == names)
    let new = try fitBradleyTerry(Cells(list(oldCells) + list(added), names: names))
    let old = try fitBradleyTerry(oldCells)

    func score(_ fit: Fit, _ cell: Cell) -> Double {
      let gap = fit.logStrength[Int(cell.b)] - fit.logStrength[Int(cell.a)]
      return 1 / (1 + LibM.exp(gap))
    }
    func bread(_ fit: Fit, _ cells: [Cell]) -> Rows {
      var h = Rows(repeating: [Double](repeating: 1 / Double(models), count: models), count: models)
      for cell in cells {
        let (a, b, p) = (Int(cell.a), Int(cell.b), score(fit, cell))
        let information = Double(cell.count) * p * (1 - p)
        h[a][a] += information
        h[b][b] += information
        h[a][b] -= information
        h[b][a] -= information
      }
      return inverse(h)
    }
    let (newBread, oldBread) = (
      bread(new, list(oldCells) + list(added)), bread(old, list(oldCells))
    )
    var sum = Rows(repeating: [Double](repeating: 0, count: models), count: models)
    func add(_ cell: Cell, _ fit: Fit, _ influence: (Int, Int) -> Double) {
      let residual = cell.outcome.scoreOfA - score(fit, cell)
      let moved = (0..<models).map { influence($0, Int(cell.a)) - influence($0, Int(cell.b)) }
      for i in 0..<models {
        for j in 0..<models {
          sum[i][j] += Double(cell.count) * residual * residual * moved[i] * moved[j]
        }
      }
    }
    for cell in list(oldCells) { add(cell, old) { newBread[$0][$1] - oldBread[$0][$1] } }
    for cell in list(added) { add(cell, new) { newBread[$0][$1] } }
    let change = Covariance.dense(
      new.covarianceOfChange(from: old, place: Array(0..<models)))
    for i in 0..<models {
      for j in 0..<i {
        let expected = sum[i][i] + sum[j][j] - 2 * sum[i][j]
        // Fits stop within 1e-8 battles; inverses lose a few digits more.
        #expect(abs(change.varianceOfDifference(i, j) / expected - 1) < 1e-8)
      }
    }
  }
}
