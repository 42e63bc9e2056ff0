import Battles
import EloNumerics
import TestSupport
import Testing

/// Covariances against H⁺·S·H⁺ multiplied out with textbook loops over the cells.
@Suite struct SandwichTests {
  /// Variances of all differences, from a sum over cells of `meat`(p, score, count).
  private func naive(
    _ cells: Cells, _ logStrength: [Double], prior: Double,
    meat: (_ p: Double, _ score: Double) -> Double
  ) -> Rows {
    let models = logStrength.count
    var h = [[Double]](repeating: [Double](repeating: 0, count: models), count: models)
    var s = h
    for index in 0..<cells.cellCount {
      let cell = cells[index]
      let (a, b) = (Int(cell.a), Int(cell.b))
      let p = 1 / (1 + LibM.exp(logStrength[b] - logStrength[a]))
      var x = [Double](repeating: 0, count: models)
      x[a] = 1
      x[b] = -1
      for i in 0..<models {
        for j in 0..<models {
          h[i][j] += Double(cell.count) * p * (1 - p) * x[i] * x[j]
          s[i][j] += Double(cell.count) * meat(p, cell.outcome.scoreOfA) * x[i] * x[j]
        }
      }
    }
    for i in 0..<models where prior > 0 {
      let p = 1 / (1 + LibM.exp(-logStrength[i]))
      h[i][i] += prior * p * (1 - p)
    }
    // With a prior H is regular; otherwise 11ᵀ/K is added and taken away again.
    let extra = prior > 0 ? 0 : 1 / Double(models)
    let bread = inverse(h.map { $0.map { $0 + extra } }).map { $0.map { $0 - extra } }
    return product(product(bread, s), bread)
  }

  private func expectEqual(_ covariance: Covariance, _ naive: Rows) {
    for i in naive.indices {
      for j in 0..<i {
        let variance = naive[i][i] + naive[j][j] - 2 * naive[i][j]
        // The fit stops within 1e-8 battles, which moves variances by as much.
        #expect((covariance.varianceOfDifference(i, j) / variance - 1).magnitude < 1e-9)
      }
    }
  }

  @Test(arguments: 1...12, [0, 1.5]) func squaredResiduals(seed: Int, prior: Double) throws {
    let cells = randomBattles(models: 2 + seed, seed: seed)
    let fit = try fitBradleyTerry(cells, options: FitOptions(prior: prior))
    expectEqual(
      fit.covariance(.sandwich),
      naive(cells, fit.uncentred, prior: prior) { p, score in (score - p) * (score - p) })
  }

  @Test(arguments: 1...12) func modelBased(seed: Int) throws {
    let cells = randomBattles(models: 2 + seed, seed: seed)
    let fit = try fitBradleyTerry(cells)
    var ties = 0
    for index in 0..<cells.cellCount where cells.outcome[index] == .tie {
      ties += cells.count[index]
    }
    let rate = Double(ties) / Double(cells.battleCount)
    expectEqual(
      fit.covariance(.modelBased),
      naive(cells, fit.uncentred, prior: 0) { p, _ in
        p * (1 - p) - 4 * rate * p * (1 - p) / 4
      })
  }

  /// With a prior the model's covariance is the inverse information, virtual battles included.
  @Test(arguments: 1...4, [0.001, 1.5]) func modelBasedWithAPrior(seed: Int, prior: Double) throws {
    let cells = randomBattles(models: 2 + seed, seed: seed)
    let fit = try fitBradleyTerry(cells, options: FitOptions(prior: prior))
    #expect(fit.covariance(.modelBased) == fit.covariance(.wald))
  }

  /// A vanishing prior leaves the sandwich what it is without one.
  @Test(arguments: 1...12) func aSmallPriorDoesNoHarm(seed: Int) throws {
    let cells = randomBattles(models: 2 + seed, seed: seed)
    let without = try fitBradleyTerry(cells).covariance(.sandwich)
    let with = try fitBradleyTerry(cells, options: FitOptions(prior: 1e-7)).covariance(.sandwich)
    for i in 0..<seed + 2 {
      for j in 0..<i {
        let ratio = with.varianceOfDifference(i, j) / without.varianceOfDifference(i, j)
        // 1e-7 battles of the fewest that a model has, and rounding of 1/prior.
        #expect((ratio - 1).magnitude < 1e-5)
      }
    }
  }

  @Test(arguments: 1...12) func waldIsTheInverseInformation(seed: Int) throws {
    let cells = randomBattles(models: 2 + seed, seed: seed)
    let fit = try fitBradleyTerry(cells)
    // Meat equal to the information gives H⁺·H·H⁺ = H⁺.
    expectEqual(
      fit.covariance(.wald),
      naive(cells, fit.uncentred, prior: 0) { p, _ in p * (1 - p) })
  }

  @Test func withoutTiesTheModelIsWald() throws {
    let fit = try fitBradleyTerry(battles([(0, 1, 7, 3, 0), (1, 2, 4, 4, 0)], models: 3))
    #expect(fit.covariance(.modelBased) == fit.covariance(.wald))
    // Two models, 7 : 3: the information is n·p·(1 − p) = 2.1 in their difference.
    let variance = fit.covariance(.wald).varianceOfDifference(0, 1)
    #expect((variance - 1 / 2.1).magnitude < 1e-9)
    // The squared residuals of wins and losses at their own rate are the model's variance.
    let robust = fit.covariance(.sandwich).varianceOfDifference(0, 1)
    #expect((robust - 1 / 2.1).magnitude < 1e-9)
  }
}
