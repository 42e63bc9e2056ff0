import Battles
import TestSupport
import Testing

@testable import EloNumerics

/// Models of ties where the maximum has a closed form, and on published data.
@Suite struct TieModelTests {
  private func duel(_ ties: TieModel, _ sums: SIMD4<Double>, isBothBadApart: Bool = false) throws
    -> (gap: Double, tie: Double, bothBad: Double?)
  {
    let objective = PairedObjective(
      Design(modelCount: 2, first: [0], second: [1]), Outcomes([sums]),
      link: OutcomeLink(ties: ties, isBothBadApart: isBothBadApart))
    let found = try maximum(objective, from: objective.start).parameters
    return (found[0] - found[1], found[2], isBothBadApart ? found[3] : nil)
  }

  /// Of two players Davidson's gap is ln(w/l) and ν = t/√(w·l): 136, 96 and 111, a match of engines.
  @Test func davidsonOfTwo() throws {
    let found = try duel(.davidson, [136, 96, 111, 0])
    // The gradient's 1e-8 battles over an information of some 50.
    #expect((found.gap - LibM.log(136.0 / 96)).magnitude < 1e-9)
    #expect((found.tie - LibM.log(111 / (136.0 * 96).squareRoot())).magnitude < 1e-9)
  }

  /// Rao and Kupper's are, with shares W and L, ½·ln[(W/L)·(1 − L)/(1 − W)] and ½·ln[(1 − L)(1 − W)/(L·W)].
  @Test func raoKupperOfTwo() throws {
    let found = try duel(.raoKupper, [136, 96, 111, 0])
    let (won, lost) = (136.0 / 343, 96.0 / 343)
    #expect(
      (found.gap - 0.5 * LibM.log(won / lost * (1 - lost) / (1 - won))).magnitude < 1e-9)
    #expect(
      (found.tie - 0.5 * LibM.log((1 - lost) * (1 - won) / (lost * won))).magnitude < 1e-9)
  }

  /// A fourth outcome has the share that it has, and leaves the others' as they are.
  @Test(arguments: [TieModel.davidson, .raoKupper]) func bothBadApart(ties: TieModel) throws {
    let (three, four) = (
      try duel(ties, [136, 96, 111, 0]), try duel(ties, [136, 96, 111, 57], isBothBadApart: true)
    )
    #expect((three.gap - four.gap).magnitude < 1e-9)
    #expect((three.tie - four.tie).magnitude < 1e-9)
    let golden =
      ties == .davidson ? LibM.log(57 / (136.0 * 96).squareRoot()) : LibM.log(57.0 / 343)
    #expect((try #require(four.bothBad) - golden).magnitude < 1e-9)
  }

  @Test(arguments: TieModel.allCases.filter(\.hasParameter), [0.001, 0.3, 0.9])
  func ratesAndParametersMatch(ties: TieModel, rate: Double) {
    let parameter = ties.parameter(atRate: rate)
    #expect((ties.rate(atParameter: parameter) / rate - 1).magnitude < 1e-13)
    // The chance that equal models tie is the value of a row with nothing but a tie.
    let value = OutcomeLink(ties: ties)
      .terms(Predictors(position: 0, tie: parameter), [0, 0, 1, 0]).value
    #expect((LibM.exp(value) / rate - 1).magnitude < 1e-13)
  }

  /// Chances of all outcomes sum to 1, and lose nothing where one side is far ahead.
  @Test(arguments: TieModel.allCases.filter(\.hasParameter), [-60.0, -2, 0, 0.7, 45])
  func chancesSumToOne(ties: TieModel, position: Double) {
    let link = OutcomeLink(ties: ties, isBothBadApart: true)
    let at = Predictors(position: position, tie: 0.4, bothBad: -1.2)
    let chances = (0..<4).map { outcome in
      var one = SIMD4<Double>.zero
      one[outcome] = 1
      return LibM.exp(link.terms(at, one).value)
    }
    #expect((chances.reduce(0, +) - 1).magnitude < 1e-14)
    // Mirrored, the sides change places.
    var one = SIMD4<Double>(1, 0, 0, 0)
    let won = link.terms(at, one).value
    one = [0, 1, 0, 0]
    let lost = link.terms(Predictors(position: -position, tie: 0.4, bothBad: -1.2), one).value
    #expect((won - lost).magnitude <= 1e-14 * won.magnitude)
  }
}

/// The same on real data.
@Suite(.enabled(if: RealData.isPresent, "set DEADHEAT_DATA to the folder of real data sets"))
struct TieModelDataTests {
  /// CEMS, 1999: log-likelihoods without multinomial constants, computed twice independently, six decimals.
  @Test(arguments: [
    (TieModel.davidson, -3964.378120, -1.317180), (.raoKupper, -3960.742490, -1.254524),
  ])
  func schoolsOfManagement(ties: TieModel, value: Double, parameter: Double) throws {
    let cells = try readBattles(
      "classical/CEMS_aggregated_counts.csv", columns: "wins_a=w,wins_b=l,ties=t")
    let rows = orderedRows(cells)
    let objective = PairedObjective(
      Design(modelCount: cells.roster.count, first: rows.first, second: rows.second),
      rows.outcomes, link: OutcomeLink(ties: ties))
    let found = try maximum(objective, from: objective.start)
    let tie = found.parameters[cells.roster.count]
    // Half of the sixth decimal.
    #expect((found.value - value).magnitude <= 5.1e-7)
    #expect(
      ((ties == .raoKupper ? LibM.log(LibM.expm1(tie)) : tie) - parameter).magnitude <= 5.1e-7)
  }

  /// AIC of the 52 models with 30 battles and more of arena-human-preference-140k.csv, "both bad" among the
  /// ties, of fits in numpy, one decimal.
  @Test(arguments: [
    (TieModel.davidson, false, 286262.3), (.raoKupper, false, 286179.5),
    (.davidson, true, 286128.1),
  ])
  func arena(ties: TieModel, byModel: Bool, criterion: Double) throws {
    let all = try readBattles("arena-human-preference-140k.csv")
    let cells = all.keepingModels(all.battlesByModel.map { $0 >= 30 }).withoutSelfBattles
    #expect(cells.roster.count == 52)
    let rows = orderedRows(cells)
    let objective = PairedObjective(
      Design(modelCount: 52, first: rows.first, second: rows.second), rows.outcomes,
      link: OutcomeLink(ties: ties), hasTiesByModel: byModel)
    // Ten thousand battles of a model.
    let found = try maximum(objective, from: objective.start, tolerance: 1e-7)
    // Log-strengths are known up to one.
    let parameters = Double(objective.parameterCount - 1)
    #expect((2 * parameters - 2 * found.value - criterion).magnitude <= 0.0501)
  }

  /// The home effect of baseball, R BradleyTerry2 1.1.2, against Baltimore; seven digits are printed. R's
  /// standard errors are those of the weights before its last step: some 4e-7 off.
  @Test func baseballAtHome() throws {
    let cells = try readBattles(
      "classical/baseball.csv",
      columns: "a=home.team,b=away.team,wins_a=home.wins,wins_b=away.wins")
    let rows = orderedRows(cells)
    let models = cells.roster.count
    let objective = PairedObjective(
      Design(
        modelCount: models, first: rows.first, second: rows.second,
        order: rows.first.map { _ in 1 }), rows.outcomes)
    let found = try maximum(objective, from: objective.start)
    let inverse = try #require(found.inverseInformation)
    let zero = try #require(cells.roster.id(of: "Baltimore"))
    for (name, value, error) in [
      ("Boston", 1.1438027, 0.3378422), ("Toronto", 1.3271104, 0.3403222),
    ] {
      let team = try #require(cells.roster.id(of: name))
      #expect((found.parameters[team] - found.parameters[zero] - value).magnitude <= 1e-7)
      let variance = inverse[team, team] + inverse[zero, zero] - 2 * inverse[team, zero]
      #expect((variance.squareRoot() - error).magnitude <= 5e-7)
    }
    #expect(objective.parameters[models] == .orderEffect)
    #expect((found.parameters[models] - 0.3022607).magnitude <= 1e-7)
    #expect((inverse[models, models].squareRoot() - 0.1309436).magnitude <= 5e-7)
  }
}
