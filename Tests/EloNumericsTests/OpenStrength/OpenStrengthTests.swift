import Battles
import TestSupport
import Testing

@testable import EloNumerics

/// What few losses or wins tell of a model.
@Suite struct OpenStrengthTests {
  /// Twelve wins and three losses against one opponent. At equal strength twelve or more have the chance
  /// 576/2¹⁵, and twice the likelihood ratio is 2·(12·ln 0.8 + 3·ln 0.2 + 15·ln 2) = 5.782, of which the root
  /// has the smaller tail: the chance decides.
  @Test func twoModelsByHand() throws {
    let fit = try fitBradleyTerry(battles([(0, 1, 12, 3, 0)], models: 2))
    let strength = try OpenStrength(fit, model: 0)
    #expect((try strength.noBetterP(than: 1) - 576.0 / 32768).magnitude < 1e-12)
    #expect(try strength.isShownBetter(than: 1, errorRate: 0.0176))
    #expect(try !strength.isShownBetter(than: 1, errorRate: 0.0175))
    // For being no worse, nearly certain; P(X ≤ 12) = 1 − 121/2¹⁵ is the larger.
    #expect((try strength.noWorseP(than: 1) - (1 - 121.0 / 32768)).magnitude < 1e-12)
    #expect(try !strength.isShownWorse(than: 1, errorRate: 0.5))
  }

  /// The objective with two models held equal is that of battles in which both are one, fitted by dense
  /// Newton steps; the chance of the points is added up battle by battle.
  @Test(arguments: 0..<6)
  func theLikelihoodRatioIsThatOfMergedModels(seed: Int) throws {
    let cells = randomBattles(models: 6, seed: seed)
    let fit = try fitBradleyTerry(cells)
    for model in [0, 3, 5] {
      let strength = try OpenStrength(fit, model: model)
      for other in 0..<6 where other != model {
        let restricted = try merged(cells, model, into: other)
        let size = (2 * (fit.objective - restricted)).squareRoot()
        let isAbove = fit.logStrength[model] > fit.logStrength[other]
        let expected = NormalDistribution.upperTail(isAbove ? size : -size)
        let points = try chance(fit, model, other, cells)
        // Both maxima are exact to 1e-12 battles and more; the root magnifies that near 0.
        let found = try strength.noBetterP(than: other)
        #expect((found - max(expected, points)).magnitude < 1e-5, "\(model) than \(other)")
      }
    }
  }

  /// The maximum with `model` held equal to `other`: that of the battles in which both are one.
  private func merged(_ cells: Cells, _ model: Int, into other: Int) throws -> Double {
    let all = (0..<cells.cellCount).map { cells[$0] }
    func id(_ id: Int32) -> Int32 {
      let held = id == Int32(model) ? Int32(other) : id
      return held > Int32(model) ? held - 1 : held
    }
    let between = all.filter { Set([Int($0.a), Int($0.b)]) == [model, other] }
    let rest = all.filter { id($0.a) != id($0.b) }.map {
      Cell(a: id($0.a), b: id($0.b), outcome: $0.outcome, count: $0.count)
    }
    let lost = Double(between.reduce(0) { $0 + $1.count }) * LibM.log(0.5)
    return try fitBradleyTerry(Cells(rest, names: names(5))).objective + lost
  }

  /// The chance of as many points against estimated opponents, by a sum over all outcomes of one group at
  /// a time.
  private func chance(_ fit: Fit, _ model: Int, _ other: Int, _ cells: Cells) throws -> Double {
    let row = BattleRow(model, fit.counts)
    var masses = [1.0]
    for (place, opponent) in row.opponents.enumerated() {
      let p = 1 / (1 + LibM.exp(fit.logStrength[opponent] - fit.logStrength[other]))
      for _ in 0..<Int(row.battles[place]) {
        var next = [Double](repeating: 0, count: masses.count + 1)
        for (wins, mass) in masses.enumerated() {
          next[wins] += mass * (1 - p)
          next[wins + 1] += mass * p
        }
        masses = next
      }
    }
    return masses[Int(row.points.rounded(.down))...].reduce(0, +)
  }

  /// Ten battles won against one of two equals, and none lost: the best fit is that of the others alone, so
  /// that twice the log of the ratio is 20·ln 2; the chance 2⁻¹⁰ of ten wins decides.
  @Test func undefeatedOutsideOfTheFit() throws {
    let fit = try fitBradleyTerry(battles([(0, 1, 50, 50, 0)], models: 2))
    let row = BattleRow(opponents: [0], battles: [10], scores: [10])
    let strength = try OpenStrength(fit, outside: row)
    #expect((try strength.noBetterP(than: 0) - 1 / 1024).magnitude < 1e-9)
    #expect(try strength.noWorseP(than: 0) == 1)
    // Within a two-sided pair of certainties the lead is at least where p¹⁰ = 0.05.
    let least = try #require(try strength.leastLead(over: [0, 1], errorRate: 0.05))
    let byChance = LibM.log(1 / (LibM.exp(-LibM.log(0.05) / 10) - 1))
    // Bisection stops within 1e-9 log-odds.
    #expect((least - byChance).magnitude < 1e-6)
  }

  @Test func nothingScoredHasNoBound() throws {
    let fit = try fitBradleyTerry(battles([(0, 1, 50, 50, 0)], models: 2))
    let lost = try OpenStrength(
      fit, outside: BattleRow(opponents: [0, 1], battles: [20, 20], scores: [0, 0]))
    #expect(try lost.leastLead(over: [0, 1], errorRate: 0.05) == nil)
    #expect(try lost.isShownWorse(than: 1, errorRate: 0.001))
  }

  /// A prior pulls the others and not the model that is judged: twelve wins and three losses against an
  /// opponent who is held fast tell what a binomial tells.
  @Test func aPriorDoesNotPullTheJudgedModel() throws {
    let cells = battles([(0, 1, 12, 3, 0)], models: 2)
    let fit = try fitBradleyTerry(cells, options: FitOptions(prior: 1e6))
    let strength = try OpenStrength(fit, model: 0)
    // The opponent is held at 0 by a million virtual battles, so that 15 battles move it by 1e-5.
    let least = try #require(try strength.leastLead(over: [1], errorRate: 0.05))
    let expected = try lowerBoundOfABinomial(wins: 12, battles: 15)
    #expect((least - expected).magnitude < 1e-3)
  }

  /// The log-odds at which as many wins have the chance 0.05 (Clopper and Pearson), by bisection.
  private func lowerBoundOfABinomial(wins: Int, battles: Int) throws -> Double {
    var (low, high) = (-10.0, 10.0)
    for _ in 0..<80 {
      let middle = (low + high) / 2
      let p = 1 / (1 + LibM.exp(-middle))
      var tail = 0.0
      var coefficient = 1.0
      for k in 0...battles {
        if k > 0 { coefficient *= Double(battles - k + 1) / Double(k) }
        guard k >= wins else { continue }
        tail +=
          coefficient
          * LibM.exp(
            Double(k) * LibM.log(p) + Double(battles - k) * LibM.log(1 - p))
      }
      if tail < 0.05 { low = middle } else { high = middle }
    }
    return low
  }
}
