import Battles
import Kernels
import TestSupport
import Testing

@testable import EloNumerics

/// Strengths and counts far beyond anything that is met.
@Suite struct LargeSpreadTests {
  /// In a chain each gap is ln(wins/losses) whatever the others are. The longest is 1,359 log-odds long,
  /// twice as far as exp(θ) reaches.
  @Test(arguments: [2, 6, 25, 60]) func chainsOfHugeGapsConverge(models: Int) throws {
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
    // A Newton step far from the maximum closes a gap by one, as its own logistic alone would.
    #expect(fit.iterations < 40)
  }

  /// Numbers of battles from 1 to 10¹² in trees, where each gap is its own: chains and stars.
  @Test(arguments: [0, 1]) func treesOfAllSizes(hub: Int) throws {
    let sizes = [(1, 1_000_000), (1_000_000, 1), (1_000_000_000_000, 1), (3, 5), (400, 2), (1, 1)]
    let models = 31
    let rows = (1..<models).map { model in
      let (wins, losses) = sizes[model % sizes.count]
      return (hub == 1 ? 0 : model - 1, model, wins, losses, 0)
    }
    let fit = try fitBradleyTerry(battles(rows, models: models))
    for (a, b, wins, losses, _) in rows {
      let found = fit.logStrength[a] - fit.logStrength[b]
      // Where rounding keeps the gradient up, the maximum is within 1e-4 standard errors, of which the
      // largest is √2.
      #expect((found - LibM.log(Double(wins) / Double(losses))).magnitude < 2e-4)
    }
  }

  /// A prior of a thousandth battle holds the mean of models with 10¹² battles: gaps are those of the
  /// battles alone.
  @Test func aSmallPriorBesideHugeCounts() throws {
    let huge = 1_000_000_000_000
    let rows = [
      (0, 1, 3 * huge, huge, 0), (1, 2, huge, 2 * huge, 0), (0, 2, 3 * huge, 2 * huge, 0),
    ]
    let cells = battles(rows, models: 3)
    let (fit, plain) = (
      try fitBradleyTerry(cells, options: FitOptions(prior: 0.001)), try fitBradleyTerry(cells)
    )
    // The gap's error is 1e-6, of which a hundredth may be left.
    for (x, y) in zip(fit.logStrength, plain.logStrength) { #expect((x - y).magnitude < 1e-8) }
  }

  /// In a ring in which each model beat the next, n·q is the same for all pairs at the maximum, q the
  /// loser's share. On the way there pairs have 10¹² times each other's information.
  @Test func aRingOfAllSizes() throws {
    let models = 30
    let sizes = [1, 1_000_000_000_000, 1, 1, 40, 1, 7_000_000, 1]
    let rows = (0..<models).map { ($0, ($0 + 1) % models, sizes[$0 % sizes.count], 0, 0) }
    let fit = try fitBradleyTerry(battles(rows, models: models))
    let flows = rows.map { row in
      Double(row.2) / (1 + LibM.exp(fit.logStrength[row.0] - fit.logStrength[row.1]))
    }
    // Within 1e-4 standard errors of the maximum, and gaps are known to about one log-odds.
    for flow in flows { #expect((flow / flows[0] - 1).magnitude < 1e-3) }
  }

  /// Replicates of a fit too wide for the kernels' exp(θ): in a chain their gaps are ln(wins/losses).
  @Test func replicatesOfAWideChain() throws {
    let models = 120
    let fit = try fitBradleyTerry(
      battles((1..<models).map { ($0 - 1, $0, 9000, 30, 0) }, models: models))
    #expect(fit.isWide)
    let replicates = try fit.bootstrap(BootstrapOptions(resamples: 9, seed: 3))
    #expect(replicates.degenerateCount == 0)
    let source = BattleReplicates(ResamplingPlan(fit.counts), seed: 3, kernels: .baseline)
    for replicate in 0..<replicates.count {
      let sums = source.pairSums(replicate: replicate)
      for pair in 0..<models - 1 {
        let wins = 0.5 * Double(sums.halfWins[pair])
        let gap = LibM.log(wins / (Double(sums.battles[pair]) - wins))
        let row = replicate * models
        let found = replicates.values[row + pair] - replicates.values[row + pair + 1]
        // The tolerance of 1e-8 battles over a gap's information of some ten battles.
        #expect((found - gap).magnitude < 1e-7)
      }
    }
  }

  /// The profile's ends for 10¹² battles, where objectives differ by less than they are rounded to.
  @Test func profilesOfHugeCounts() throws {
    let fit = try fitBradleyTerry(
      battles([(0, 1, 600_000_000_000, 400_000_000_000, 0)], models: 2))
    let profile = profiles(fit, [0.5, 0.5], fit.covariance(.wald))
    let (lower, upper) = try profile.ends(0, width: 1.96)
    // Half of 1.96/√(n·p·q): so many battles leave nothing to tell the profile from a normal one, up to
    // 1/√n.
    let end = 0.5 * 1.96 / (1e12 * 0.24).squareRoot()
    #expect((upper / end - 1).magnitude < 1e-4 && (lower / end + 1).magnitude < 1e-4)
  }

  /// The change of the objective and its slope along a step, against the objective and the gradient.
  @Test(arguments: 0..<8) func linesAgreeWithPoints(seed: Int) throws {
    var random = SeededGenerator(seed: seed)
    let counts = PairCounts(randomBattles(models: 7, seed: seed))
    var terms = PairedObjective(counts, prior: seed.isMultiple(of: 2) ? 0.7 : 0)
    if !seed.isMultiple(of: 2) {
      terms.penalties = [.rescue(.init(models: [5, 6], core: [0, 1, 2, 3, 4], weight: 0.5))]
    }
    func point() -> [Double] { (0..<7).map { _ in .random(in: -2...2, using: &random) } }
    let (start, step) = (point(), point())
    let end = zip(start, step).map { $0 + $1 }
    // Sums of some thousand battles' logarithms, rounded to 2⁻⁵³ each.
    let change = terms.value(end) - terms.value(start)
    #expect((terms.gain(from: start, to: end) - change).magnitude < 1e-10)
    let slope = zip(terms.derivatives(start).gradient, step).reduce(0) { $0 + $1.0 * $1.1 }
    #expect((terms.slope(at: start, along: step) - slope).magnitude < 1e-10)
    let gaps = zip(counts.first, counts.second).map { (step[Int($0)] - step[Int($1)]).magnitude }
    #expect(terms.largestChange(along: step) >= (gaps.max() ?? 0))
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
