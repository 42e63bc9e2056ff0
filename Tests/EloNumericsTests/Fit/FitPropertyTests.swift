import Battles
import EloNumerics
import TestSupport
import Testing

/// What must hold of every fit, on random battles.
@Suite struct FitPropertyTests {
  private func logistic(_ x: Double) -> Double { 1 / (1 + LibM.exp(-x)) }

  @Test(arguments: 1...25) func expectedScoresEqualScores(seed: Int) throws {
    let models = 2 + seed % 17
    let cells = randomBattles(models: models, seed: seed)
    let fit = try fitBradleyTerry(cells)
    var residual = [Double](repeating: 0, count: models)
    for index in 0..<cells.cellCount {
      let cell = cells[index]
      let (a, b) = (Int(cell.a), Int(cell.b))
      let surprise =
        cell.outcome.scoreOfA - logistic(fit.logStrength[a] - fit.logStrength[b])
      residual[a] += Double(cell.count) * surprise
      residual[b] -= Double(cell.count) * surprise
    }
    // The fit stops at 1e-8 battles; as much again for sums in another order.
    for value in residual { #expect(value.magnitude < 2e-8) }
    #expect(fit.gradientNorm < 1e-8)
    #expect(fit.iterations < 20)
    // Up to 18 numbers of a few units, centred by their rounded mean.
    #expect(fit.logStrength.reduce(0, +).magnitude < 1e-12)
  }

  @Test(arguments: 1...8) func relabellingRelabels(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let models = 9
    let cells = randomBattles(models: models, seed: seed)
    let order = Array(0..<models).shuffled(using: &random)
    let renamed = Cells(
      (0..<cells.cellCount).map { index -> Cell in
        let cell = cells[index]
        return Cell(
          a: Int32(order[Int(cell.a)]), b: Int32(order[Int(cell.b)]), outcome: cell.outcome,
          count: cell.count)
      }, names: names(models))
    let (before, after) = (try fitBradleyTerry(cells), try fitBradleyTerry(renamed))
    let variances = (before.covariance(.sandwich), after.covariance(.sandwich))
    for i in 0..<models {
      // Both are within 1e-8 battles of the same maximum, at some 100 battles a model.
      #expect((before.logStrength[i] - after.logStrength[order[i]]).magnitude < 1e-9)
      let change =
        variances.0.varianceOfDifference(i, 0)
        - variances.1.varianceOfDifference(order[i], order[0])
      #expect(change.magnitude < 1e-9)
    }
  }

  @Test(arguments: 1...8) func exchangingSidesChangesNothing(seed: Int) throws {
    let cells = randomBattles(models: 7, seed: seed)
    let exchanged = Cells(
      (0..<cells.cellCount).map { index -> Cell in
        let cell = cells[index]
        return Cell(a: cell.b, b: cell.a, outcome: cell.outcome.mirrored, count: cell.count)
      }, names: names(7))
    let (before, after) = (try fitBradleyTerry(cells), try fitBradleyTerry(exchanged))
    #expect(before.logStrength == after.logStrength)
    #expect(before.covariance(.sandwich) == after.covariance(.sandwich))
    #expect(before.counts == after.counts)
  }

  @Test(arguments: [1, 2, 3]) func moreOfTheSameNarrowsTheVariance(seed: Int) throws {
    let cells = randomBattles(models: 6, seed: seed)
    let doubled = Cells(
      (0..<cells.cellCount).map { index -> Cell in
        var cell = cells[index]
        cell.count *= 2
        return cell
      }, names: names(6))
    let (once, twice) = (try fitBradleyTerry(cells), try fitBradleyTerry(doubled))
    for method in [CovarianceMethod.wald, .sandwich, .modelBased] {
      let (wide, narrow) = (once.covariance(method), twice.covariance(method))
      for i in 0..<6 {
        for j in 0..<i {
          let ratio = wide.varianceOfDifference(i, j) / narrow.varianceOfDifference(i, j)
          // Both stop within 1e-8 battles of one maximum, at some hundred battles a model.
          #expect((ratio - 2).magnitude < 1e-8)
        }
      }
    }
    // The objective is flat there: only sums of some hundred terms are rounded.
    #expect((2 * once.objective / twice.objective - 1).magnitude < 1e-12)
  }

  @Test func objectiveIsTheLogLikelihood() throws {
    // 3 : 1 and one tie: 3.5 of 5. 3.5·ln 0.7 + 1.5·ln 0.3, by Python.
    let fit = try fitBradleyTerry(battles([(0, 1, 3, 1, 1)], models: 2))
    #expect((fit.objective - -3.054321510274468).magnitude < 1e-13)
    // ln(7/3), by Python.
    let gap = fit.logStrength[0] - fit.logStrength[1]
    #expect((gap - 0.8472978603872037).magnitude < 1e-9)
  }

  @Test func priorHasAClosedFormForTwoModels() throws {
    // Strengths q and 1/q solve n/(1 + q²) = w·(q/(1 + q) − ½); n = 5, w = 2 gives q = 3.
    let fit = try fitBradleyTerry(
      battles([(0, 1, 5, 0, 0)], models: 2), options: FitOptions(prior: 2))
    let log3 = 1.0986122886681098
    #expect((fit.logStrength[0] - log3).magnitude < 1e-9)
    #expect((fit.logStrength[1] + log3).magnitude < 1e-9)
    #expect((fit.uncentred[0] + fit.uncentred[1]).magnitude < 1e-9)
    // 5·ln 0.9 + 2·ln ¾·¼ (each model once won and once lost half a pair), by Python.
    #expect((fit.objective - -3.8747554454324744).magnitude < 1e-12)
    // Information: 5·0.9·0.1 between the models and 2·¾·¼ on the diagonal; the variance of the
    // difference is 2/(0.375 + 2·0.45).
    let variance = fit.covariance(.wald).varianceOfDifference(0, 1)
    #expect((variance - 2 / 1.275).magnitude < 1e-8)
  }

  @Test func aPriorShrinksTowardsTheMiddle() throws {
    let cells = randomBattles(models: 8, seed: 4)
    let plain = try fitBradleyTerry(cells)
    let shrunk = try fitBradleyTerry(cells, options: FitOptions(prior: 30))
    let spread = { (fit: Fit) in fit.logStrength.reduce(0) { $0 + $1 * $1 } }
    #expect(spread(shrunk) < 0.9 * spread(plain))
    // Where every fit stops.
    #expect(shrunk.gradientNorm < 1e-8)
  }
}
