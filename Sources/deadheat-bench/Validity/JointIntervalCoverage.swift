import EloInference
import EloNumerics

/// Intervals that hold together: of all ratings, and of the gaps of all pairs.
struct JointIntervalCoverage: ValidityProcedure {
  let title = "simultaneous 95% intervals hold all true ratings, or all true gaps, at once"

  func rows(_ study: Study) throws -> [ValidityRow] {
    let worlds = IntervalCoverage.worlds + [World(.equal, .share(0.3))]
    return worlds.flatMap { world in
      [30, 200, 2000].flatMap { battles in
        let name =
          "\(Decimals.grouped(battles)) battles a model, \(world.truth.name), \(world.name)"
        return study.rows(
          name, [("ratings, \(name)", .coverage), ("gaps, \(name)", .atLeast(0.95))],
          dataSets: study.dataSets
        ) { seed throws(EstimateError) in
          let estimate = try study.estimate(world.cells(battlesEach: battles, seed: seed))
          return [
            try study.holdsAllRatings(estimate, world), try study.holdsAllGaps(estimate, world),
          ]
        }
      }
    }
  }
}

extension Study {
  /// 1 where the simultaneous intervals of all ranked models hold the true ratings, 0 where not.
  func holdsAllRatings(_ estimate: Estimate, _ world: World) throws(EstimateError) -> Double? {
    var options = testOptions(.none)
    options.intervals = .simultaneous
    let board = try estimate.leaderboard(options)
    let ranked = board.findings.filter { !$0.isProvisional }
    guard ranked.count > 1 else { return nil }
    return ranked.allSatisfy(holdsTruth(board, estimate, world)) ? 1 : 0
  }

  /// 1 where the intervals of the gaps of all pairs of ranked models hold the true gaps, 0 where not.
  func holdsAllGaps(_ estimate: Estimate, _ world: World) throws(EstimateError) -> Double? {
    guard estimate.establishedByRating.count > 1 else { return nil }
    let truth = world.strengths(of: estimate.roster)
    let points = estimate.scale.pointsPerLogOdds
    let report = try estimate.comparison(.allPairs, testOptions(.maxT))
    return report.findings.allSatisfy {
      let gap = points * (truth[$0.a] - truth[$0.b])
      return $0.lower <= gap && gap <= $0.upper
    } ? 1 : 0
  }
}
