import Battles
import EloInference
import EloNumerics
import Simulation

/// Rank ranges hold the true ranks: of all models at once, and of each model by itself.
///
/// Equal models share all ranks between them, and a range holds the truth where it has all of these.
struct RankRangeCoverage: ValidityProcedure {
  let title = "95% rank ranges hold the true ranks"

  func rows(_ study: Study) throws -> [ValidityRow] {
    let worlds =
      Truth.all.map { World($0, .share(0.25)) }
      + [World(.equal, .byModel(upTo: 0.6), traffic: .uneven)]
    return worlds.flatMap { world in
      rows(study, "\(world.truth.name), \(world.name)", world.truth) { seed throws(EstimateError) in
        try study.estimate(world.cells(battlesEach: 400, seed: seed))
      }
    } + boardRows(study)
  }

  private func rows(
    _ study: Study, _ name: String, _ truth: Truth,
    _ estimate: @Sendable (UInt64) throws(EstimateError) -> Estimate
  ) -> [ValidityRow] {
    study.rows(
      name,
      [("all at once, \(name)", .atLeast(0.95)), ("each by itself, \(name)", .atLeast(0.95))],
      dataSets: study.dataSets
    ) { seed throws(EstimateError) in
      let estimate = try estimate(seed)
      let together = try study.sharesHeld(estimate, truth, .all)
      return [together == 1 ? 1 : 0, try study.sharesHeld(estimate, truth, .one)]
    }
  }

  /// The board's scores as the truth, seen with its own standard errors.
  private func boardRows(_ study: Study) -> [ValidityRow] {
    guard let board = study.board else { return [] }
    let truth = Truth("board", board.rating)
    let name = "published board of \(board.roster.count) models"
    return study.rows(
      name, [("all at once, \(name)", .atLeast(0.95))], dataSets: study.boardSets
    ) { seed throws(EstimateError) in
      [try study.sharesHeld(study.redrawn(board, seed), truth, .all) == 1 ? 1 : 0]
    }
  }
}

extension Study {
  /// The share of models whose rank range holds all true ranks.
  func sharesHeld(_ estimate: Estimate, _ truth: Truth, _ family: RankFamily)
    throws(EstimateError) -> Double
  {
    var options = testOptions(.maxT)
    options.rankFamily = family
    let findings = try estimate.leaderboard(options).findings
    let held = findings.count {
      let ranks = truth.ranks(of: $0.model)
      return $0.rankRange.contains(ranks.lowerBound) && $0.rankRange.contains(ranks.upperBound)
    }
    return Double(held) / Double(findings.count)
  }

  /// An estimate of a board whose scores are `board`'s plus normal errors of its standard errors.
  func redrawn(_ board: PublishedScores, _ seed: UInt64) -> Estimate {
    let errors = BattleSimulation.normalStrengths(
      count: board.roster.count, deviation: 1, seed: seed)
    let rating = board.rating.indices.map {
      board.rating[$0] + board.standardError[$0] * errors[$0]
    }
    return Estimate(
      board: .ofErrors(board.roster, rating, board.standardError), scale: .standard,
      kernels: kernels)
  }
}

extension PublishedScores {
  /// A board of scores with these standard errors and normal 95% intervals.
  static func ofErrors(
    _ roster: Roster, _ rating: [Double], _ standardError: [Double], isRounded: Bool = false
  ) -> PublishedScores {
    let half = standardError.map {
      let width = NormalDistribution.quantile(0.975) * $0
      return isRounded ? max(1, width.rounded()) : width
    }
    let rating = isRounded ? rating.map { $0.rounded() } : rating
    return PublishedScores(
      roster: roster, rating: rating,
      standardError: half.map { $0 / NormalDistribution.quantile(0.975) },
      lower: zip(rating, half).map { $0 - $1 }, upper: zip(rating, half).map { $0 + $1 },
      votes: nil, level: 0.95)
  }
}
