import Battles
import EloNumerics
import TestSupport
import Testing

/// Strengths and counts far beyond anything that is met.
@Suite struct LargeSpreadTests {
  /// In a chain each gap is ln(wins/losses) whatever the others are. Steps are at most 4 long: the
  /// limit of 100 steps is enough for some 30 models, 120,000 Elo.
  @Test(arguments: [2, 6, 25]) func chainsOfHugeGapsConverge(models: Int) throws {
    // 10¹⁰ to 1: 23.03 in log-odds, 4000 Elo.
    let wins = 10_000_000_000
    let fit = try fitBradleyTerry(
      battles((1..<models).map { ($0 - 1, $0, wins, 1, 0) }, models: models))
    // ln 10¹⁰, by Python.
    let gap = 23.025850929940457
    for i in 1..<models {
      // The tolerance at 2·10¹⁰ battles of a model is 1.8e-5 battles; a gap's information is 1.
      let found = fit.logStrength[i - 1] - fit.logStrength[i]
      #expect((found - gap).magnitude < 2e-5 * Double(models))
    }
  }

  @Test(arguments: [10_000_000_000, 100_000_000_000]) func hugeCountsConverge(factor: Int) throws {
    let cells = randomBattles(models: 12, seed: 6)
    let scaled = Cells(
      (0..<cells.cellCount).map { index -> Cell in
        var cell = cells[index]
        cell.count *= factor
        return cell
      }, names: names(12))
    let (small, large) = (try fitBradleyTerry(cells), try fitBradleyTerry(scaled))
    let most = large.counts.battlesByModel.max() ?? 0
    #expect(most > 1_000_000_000_000)
    #expect(large.gradientNorm < Double(most) * 0x1p-50)
    for (x, y) in zip(small.logStrength, large.logStrength) {
      // The small fit stops within 1e-8 battles of some hundred.
      #expect((x - y).magnitude < 1e-9)
    }
  }

  @Test func fewBattlesBesideHugeCountsConverge() throws {
    let huge = 1_000_000_000_000
    let fit = try fitBradleyTerry(
      battles([(0, 1, 3 * huge, huge, 0), (1, 2, 3, 1, 0), (2, 3, 1, 99, 0)], models: 4))
    // A tree: each gap is its own. The tolerance at 4·10¹² battles is 4e-3 battles, and the last
    // pair has an information of one.
    let gaps = zip(fit.logStrength, fit.logStrength.dropFirst()).map { $0 - $1 }
    for (found, golden) in zip(gaps, [1.0986122886681098, 1.0986122886681098, -4.59511985013459]) {
      #expect((found - golden).magnitude < 1e-2)
    }
  }
}
