import Battles
import EloNumerics
import TestSupport
import Testing

/// Published fits of textbook data.
@Suite(.enabled(if: RealData.isPresent, "set DEADHEAT_DATA to the folder of real data sets"))
struct TextbookFitTests {
  /// A log-strength and a Wald standard error against the reference model, as R prints them.
  private struct Ability {
    let name: String
    let value, error: Double
  }

  /// Tolerances are the callers': half of the last digit printed, and a little for what the fit leaves.
  private func expect(
    _ fit: Fit, _ cells: Cells, reference: String, _ abilities: [Ability], within tolerance: Double,
    errorsWithin errorTolerance: Double? = nil, sourceLocation: SourceLocation = #_sourceLocation
  ) throws {
    let covariance = fit.covariance(.wald)
    let zero = try #require(cells.roster.id(of: reference))
    #expect(abilities.count == cells.roster.count - 1, sourceLocation: sourceLocation)
    for ability in abilities {
      let model = try #require(cells.roster.id(of: ability.name))
      let value = fit.logStrength[model] - fit.logStrength[zero]
      let error = covariance.varianceOfDifference(model, zero).squareRoot()
      #expect((value - ability.value).magnitude <= tolerance, sourceLocation: sourceLocation)
      #expect(
        (error - ability.error).magnitude <= errorTolerance ?? tolerance,
        sourceLocation: sourceLocation)
    }
  }

  /// Twice the log-likelihood that a model of the ordered pairs' own win shares would gain.
  private func deviance(_ fit: Fit, _ cells: Cells) -> Double {
    struct Sums {
      var wins = 0.0
      var losses = 0.0
    }
    var sums: [[Int32]: Sums] = [:]
    for index in 0..<cells.cellCount {
      let cell = cells[index]
      sums[[cell.a, cell.b], default: Sums()].wins += Double(cell.count) * cell.outcome.scoreOfA
      sums[[cell.a, cell.b], default: Sums()].losses +=
        Double(cell.count) * (1 - cell.outcome.scoreOfA)
    }
    var total = 0.0
    for (pair, sum) in sums {
      let gap = fit.logStrength[Int(pair[0])] - fit.logStrength[Int(pair[1])]
      let p = 1 / (1 + LibM.exp(-gap))
      let n = sum.wins + sum.losses
      if sum.wins > 0 { total += sum.wins * LibM.log(sum.wins / (n * p)) }
      if sum.losses > 0 { total += sum.losses * LibM.log(sum.losses / (n * (1 - p))) }
    }
    return 2 * total
  }

  /// R BradleyTerry2 1.1.2 and qvcalc 1.0.2; seven digits are printed.
  @Test func citationsOfStatisticsJournals() throws {
    let cells = try readBattles(
      "classical/citations_binomial.csv", columns: "a=player1,b=player2,wins_a=win1,wins_b=win2")
    let fit = try fitBradleyTerry(cells)
    try expect(
      fit, cells, reference: "Biometrika",
      [
        Ability(name: "Comm Statist", value: -2.9490725, error: 0.1025453),
        Ability(name: "JASA", value: -0.4795698, error: 0.0605887),
        Ability(name: "JRSS-B", value: 0.2689541, error: 0.0708300),
      ], within: 1e-7)
    // One of the last digit: half of it is rounding, the rest what the fits leave.
    #expect((deviance(fit, cells) - 4.2933840).magnitude <= 1e-7)
    let quasi = try #require(quasiVariances(fit.covariance(.wald), models: [0, 1, 2, 3]))
    for (found, golden) in zip(quasi, [0.0421210, 0.0922360, 0.0428459, 0.0585160]) {
      // Likewise.
      #expect((found.squareRoot() - golden).magnitude <= 1e-7)
    }
  }

  /// R BradleyTerry2 1.1.2, four digits, three for the deviance. The data's home effect is left out.
  @Test func baseballWithoutHomeEffect() throws {
    let cells = try readBattles(
      "classical/baseball.csv",
      columns: "a=home.team,b=away.team,wins_a=home.wins,wins_b=away.wins")
    let fit = try fitBradleyTerry(cells)
    try expect(
      fit, cells, reference: "Baltimore",
      [
        Ability(name: "Boston", value: 1.1077, error: 0.3339),
        Ability(name: "Cleveland", value: 0.6839, error: 0.3319),
        Ability(name: "Detroit", value: 1.4364, error: 0.3396),
        Ability(name: "Milwaukee", value: 1.5814, error: 0.3433),
        Ability(name: "New York", value: 1.2476, error: 0.3359),
        Ability(name: "Toronto", value: 1.2945, error: 0.3367),
      ], within: 5.1e-5)
    // Half of the third decimal.
    #expect((deviance(fit, cells) - 44.053).magnitude <= 5.1e-4)
  }

  /// R psychotools, four digits; the log-likelihood and the deviance refitted in numpy.
  @Test func germanParties() throws {
    let cells = try readBattles(
      "classical/german_parties_2009.csv", columns: "a=a,b=b,wins_a=wins_a,wins_b=wins_b")
    let fit = try fitBradleyTerry(cells)
    try expect(
      fit, cells, reference: "FDP",
      [
        Ability(name: "none", value: -0.3756, error: 0.0890),
        Ability(name: "Linke", value: -0.6161, error: 0.0910),
        Ability(name: "Gruene", value: 1.1858, error: 0.0951),
        Ability(name: "SPD", value: 0.8131, error: 0.0907),
        Ability(name: "CDU/CSU", value: 0.1756, error: 0.0875),
      ], within: 5.1e-5)
    // Half of the last digit each.
    #expect((fit.objective - -1716.80732).magnitude <= 5.1e-6)
    #expect((deviance(fit, cells) - 24.1604).magnitude <= 5.1e-5)
  }

  /// R BradleyTerry2's own ice hockey example with ties as half wins: 58 teams, 1083 games, one with
  /// no ability of its own as the reference. R's values are 8e-10 from the maximum by Newton's method
  /// in numpy; its errors come from the weights one step earlier and are 4.1e-6 from it.
  @Test func iceHockeyWithTiesAsHalfWins() throws {
    let cells = try readBattles(
      "classical/icehockey.csv", columns: "a=visitor,b=opponent,score_a=v_goals,score_b=o_goals")
    let golden = try readTable("classical/icehockey_BT_half_ties_abilities.csv").dropFirst()
    #expect(golden.count == 58)
    let fit = try fitBradleyTerry(cells)
    try expect(
      fit, cells, reference: "Alaska Anchorage",
      golden.dropFirst().map { row in
        Ability(
          name: row[0], value: Double(row[1]) ?? .nan, error: Double(row[2]) ?? .nan)
      }, within: 3e-9, errorsWithin: 5e-6)
  }

  /// The test case of choix, whose optimiser stopped 1e-9 from the root by scipy's brentq; ours stops
  /// within 1e-8 battles of three.
  @Test func choixExample() throws {
    let fit = try fitBradleyTerry(
      battles([(0, 1, 2, 0, 0), (1, 2, 1, 0, 0), (2, 0, 1, 0, 0)], models: 3))
    for (found, golden) in zip(fit.logStrength, [0.419617624, -0.419617624, 0]) {
      #expect((found - golden).magnitude <= 1e-8)
    }
  }

  /// evalica's bradley_terry: shares of the sum of exp(log-strength). The goldens agree with
  /// Newton's method in numpy to 7e-15 of each; ours stops within 1e-8 battles of it.
  @Test(arguments: ["food", "simple", "llmfao"]) func evalicaShares(name: String) throws {
    let file = name == "llmfao" ? "llmfao-crowd.csv" : "evalica/\(name).csv"
    let cells = try readBattles(file, columns: "a=left,b=right,winner=winner")
    let golden = try readTable("evalica/\(name)-golden.csv").filter { $0[0] == "bradley_terry" }
    #expect(golden.count == cells.roster.count)
    let fit = try fitBradleyTerry(cells)
    let strength = fit.logStrength.map(LibM.exp)
    let total = strength.reduce(0, +)
    for row in golden {
      let model = try #require(cells.roster.id(of: row[1]))
      let score = try #require(Double(row[2]))
      // At least a battle of information a model: 1e-8 of its strength.
      #expect((strength[model] / total / score - 1).magnitude < 1e-8)
    }
  }
}
