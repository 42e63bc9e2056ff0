import EloInference

/// Adjusted tests of all pairs make any mistake at all in at most 5% of data sets.
///
/// A mistake is a pair of equal models called different, or a pair called the wrong way round.
struct FamilywiseError: ValidityProcedure {
  let title = "any false verdict among all pairs, family-wise error at 95%"

  func rows(_ study: Study) throws -> [ValidityRow] {
    var rows: [ValidityRow] = []
    for (number, truth) in Truth.all.enumerated() {
      for adjustment in [Adjustment.maxT, .holm] {
        let shares = study.shares(study.dataSets) { index throws(EstimateError) in
          let verdicts = try PairVerdicts(truth, adjustment, study, 100 + number, index)
          return verdicts.mistakes > 0 ? 1 : 0
        }
        rows.append(
          ValidityRow("\(adjustment.rawValue), \(truth.name)", .atMost(0.05), shares))
      }
    }
    return rows
  }
}

/// Benjamini and Hochberg's method lets at most 5% of the verdicts be false on average.
struct FalseDiscovery: ValidityProcedure {
  let title = "share of false verdicts among those given, false discovery rate at 95%"

  func rows(_ study: Study) throws -> [ValidityRow] {
    Truth.all.enumerated().map { number, truth in
      let shares = study.shares(study.dataSets) { index throws(EstimateError) in
        let verdicts = try PairVerdicts(truth, .benjaminiHochberg, study, 200 + number, index)
        return Double(verdicts.mistakes) / Double(max(1, verdicts.given))
      }
      return ValidityRow("bh, \(truth.name)", .atMost(0.05), shares)
    }
  }
}

/// The verdicts on all pairs of one data set, of 400 battles a model and 25% ties.
struct PairVerdicts {
  /// How many pairs were called different.
  let given: Int
  /// How many of those are equal, or the other way round.
  let mistakes: Int

  init(
    _ truth: Truth, _ adjustment: Adjustment, _ study: Study, _ number: Int, _ index: Int
  ) throws(EstimateError) {
    let cells = truth.cells(battlesEach: 400, tieRate: 0.25, seed: study.seed(number, index))
    let estimate = try study.estimate(cells)
    let strengths = truth.strengths(of: estimate.roster)
    let report = try estimate.comparison(.allPairs, study.testOptions(adjustment))
    let different = report.findings.filter { $0.verdict != .notSeparated }
    given = different.count
    mistakes = different.count {
      let gap = strengths[$0.a] - strengths[$0.b]
      return $0.verdict == .aBetter ? gap <= 0 : gap >= 0
    }
  }
}
