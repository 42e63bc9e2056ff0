import Battles
import EloInference
import EloNumerics
import KernelTypes

/// A newcomer with few battles among established models has an interval that holds its true rating.
///
/// With fewer than 30 battles it is provisional, and its interval comes from the model whatever
/// method the others have. A newcomer that won or lost everything has no finite rating; such data
/// sets are unusable, and what is achieved is the share of the others.
struct StragglerCoverage: ValidityProcedure {
  let title = "95% intervals of one newcomer among ten established models hold its true rating"

  private static let battles = [5, 15, 29, 30]
  private static let tieRates = [0, 0.3]

  func rows(_ study: Study) throws -> [ValidityRow] {
    Self.battles.enumerated().flatMap { number, battles in
      Self.tieRates.enumerated().map { place, tieRate in
        let shares = study.shares(study.dataSets) { index throws(EstimateError) in
          let seed = study.seed(500 + 10 * number + place, index)
          let cells = Self.cells(battles: battles, tieRate: tieRate, seed: seed)
          let estimate = try study.estimate(cells)
          let board = try estimate.leaderboard(study.testOptions(.none))
          guard
            let own = board.findings.first(where: { estimate.roster.names[$0.model] == Self.name })
          else { return nil }
          // The ten have mean 0 and so has the newcomer; from 30 battles on it is in the centre.
          let rating = estimate.scale.origin
          return own.lower <= rating && rating <= own.upper ? 1 : 0
        }
        let kind = battles < 30 ? "model-based" : "sandwich"
        let ties = tieRate > 0 ? "30% ties" : "no ties"
        // A provisional model is promised an interval that is not too narrow.
        let promise: Promise = battles < 30 ? .atLeast(0.95) : .about(0.95, within: 0.01)
        return ValidityRow("\(kind), \(battles) battles, \(ties)", promise, shares)
      }
    }
  }

  private static let name = "newcomer"

  /// Ten models of the staircase with 400 battles each, and a newcomer as strong as their mean.
  private static func cells(battles: Int, tieRate: Double, seed: UInt64) -> Cells {
    let truth = Truth.staircase
    let mean = truth.logStrength.reduce(0, +) / Double(truth.count)
    let names = truth.modelNames + [name]
    let established = truth.cells(battlesEach: 400, tieRate: tieRate, seed: seed)
    var all = (0..<established.cellCount).map {
      Cell(
        a: established.a[$0], b: established.b[$0], outcome: established.outcome[$0],
        count: established.count[$0])
    }
    var stream = RandomStream(seed: seed, purpose: .testing, index: -1)
    for index in 0..<battles {
      let opponent = stream.next(below: truth.count)
      let options = SimulationOptions(
        battles: index + 1, tieRate: tieRate, skew: 0, seed: stream.next())
      let battle = BattleSimulation(
        logStrength: [mean, truth.logStrength[opponent]], options: options
      ).battle(index)
      let ids = [Int32(truth.count), Int32(opponent)]
      all.append(
        Cell(
          a: ids[Int(battle.a)], b: ids[Int(battle.b)], outcome: battle.outcome, count: 1))
    }
    return Cells(all, names: names)
  }
}
