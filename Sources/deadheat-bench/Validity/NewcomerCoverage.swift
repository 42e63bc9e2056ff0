import Battles
import EloInference
import EloNumerics
import KernelTypes

/// A newcomer with few battles among ranked models has an interval that holds its true rating.
///
/// With fewer than 30 battles it is provisional, and its interval comes from the model whatever
/// method the others have. A newcomer that won or lost everything has no finite rating; such data
/// sets are unusable, and what is achieved is the share of the others.
struct NewcomerCoverage: ValidityProcedure {
  let title = "95% intervals of one newcomer among ten ranked models hold its true rating"

  func rows(_ study: Study) throws -> [ValidityRow] {
    [World.Ties.none, .share(0.3), .byModel(upTo: 0.6)].flatMap { ties in
      [2, 5, 15, 29, 30, 60].flatMap { battles in
        // A provisional model is promised an interval that is not too narrow.
        let promise: Promise = battles < 30 ? .atLeast(0.95) : .coverage
        let method = battles < 30 ? "model-based" : "sandwich"
        return study.row("\(method), \(battles) battles, \(ties.name)", promise) {
          seed throws(EstimateError) in
          let cells = Self.cells(battles: battles, World(.staircase, ties), seed: seed)
          let estimate = try study.estimate(cells)
          let board = try estimate.leaderboard(study.testOptions(.none))
          guard
            let own = board.findings.first(where: { estimate.roster.names[$0.model] == Self.name })
          else { return nil }
          // The ten have mean 0 and so has the newcomer; from 30 battles on it is in the centre.
          let rating = estimate.scale.origin
          return own.lower <= rating && rating <= own.upper ? 1 : 0
        }
      }
    }
  }

  private static let name = "newcomer"

  /// Ten models with 400 battles each, and a newcomer as strong as their mean that ties as its
  /// opponents do.
  private static func cells(battles: Int, _ world: World, seed: UInt64) -> Cells {
    let established = world.list(battles: 200 * world.count, seed: seed)
    var stream = RandomStream(seed: seed, purpose: .testing, index: -1)
    let own = (0..<battles).map { _ in
      let opponent = stream.next(below: world.count)
      let outcome = world.outcome(
        -world.logStrength[opponent], world.tieShare(opponent, opponent), &stream)
      return Cell(a: Int32(world.count), b: Int32(opponent), outcome: outcome, count: 1)
    }
    return Cells(established + own, names: world.modelNames + [name])
  }
}
