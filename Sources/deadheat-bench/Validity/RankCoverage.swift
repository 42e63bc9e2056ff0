import EloInference

/// Rank ranges of all models hold their true ranks at once.
///
/// Equal models share all ranks between them, and a range holds the truth where it has all of these.
struct RankRangeCoverage: ValidityProcedure {
  let title = "rank ranges (max-T) hold all true ranks of all models at once"

  func rows(_ study: Study) throws -> [ValidityRow] {
    Truth.all.enumerated().map { number, truth in
      let shares = study.shares(study.dataSets) { index throws(EstimateError) in
        let board = try study.leaderboard(truth, 300 + number, index)
        let strengths = truth.strengths(of: board.roster)
        let holdsAll = board.findings.allSatisfy { finding in
          let own = strengths[finding.model]
          let first = 1 + strengths.count { $0 > own }
          let last = strengths.count { $0 >= own }
          return finding.rankRange.lowerBound <= first && last <= finding.rankRange.upperBound
        }
        return holdsAll ? 1 : 0
      }
      return ValidityRow(truth.name, .atLeast(0.95), shares)
    }
  }
}

/// The set of models tied for first holds the true best one.
///
/// Where several are the best, each of them is held with that probability; the share of a data set
/// is that of the best ones that it holds.
struct TiedForFirstCoverage: ValidityProcedure {
  let title = "the models tied for first include a true best one"

  func rows(_ study: Study) throws -> [ValidityRow] {
    Truth.all.enumerated().map { number, truth in
      let shares = study.shares(study.dataSets) { index throws(EstimateError) in
        let board = try study.leaderboard(truth, 400 + number, index)
        let strengths = truth.strengths(of: board.roster)
        let best = strengths.indices.filter { strengths[$0] == truth.best }
        guard !best.isEmpty else { return nil }
        return Double(best.count { board.tiedForFirst.contains($0) }) / Double(best.count)
      }
      return ValidityRow(truth.name, .atLeast(0.95), shares)
    }
  }
}

extension Study {
  /// The leaderboard of one data set of 400 battles a model and 25% ties.
  func leaderboard(_ truth: Truth, _ number: Int, _ index: Int) throws(EstimateError)
    -> Leaderboard
  {
    let cells = truth.cells(battlesEach: 400, tieRate: 0.25, seed: seed(number, index))
    return try estimate(cells).leaderboard(testOptions(.maxT))
  }
}
