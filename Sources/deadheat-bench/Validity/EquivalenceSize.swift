import Battles
import EloInference
import EloNumerics

/// Models exactly as far apart as the margin are called equivalent in at most 5% of data sets, and so
/// are any of many.
struct EquivalenceSize: ValidityProcedure {
  let title = "a true gap of the whole margin is called equivalent, at 95%"

  private static let margin = 25.0

  func rows(_ study: Study) throws -> [ValidityRow] {
    let two = Truth("two models", [0, Self.margin])
    let pairs = [World(two), World(two, .share(0.3)), World(two, .byModel(upTo: 0.6))].flatMap {
      rows(study, $0, 4000, [.none])
    }
    let many = [World(.staircase), World(.staircase, .byModel(upTo: 0.6), traffic: .uneven)].flatMap
    {
      rows(study, $0, 8000, [.maxT, .none])
    }
    return pairs + many + boardRow(study) + claims(study)
  }

  private func rows(
    _ study: Study, _ world: World, _ battles: Int, _ adjustments: [Adjustment]
  ) -> [ValidityRow] {
    let name =
      "\(world.truth.name), \(Decimals.grouped(battles)) battles a model, \(world.name)"
    let columns = adjustments.map { adjustment in
      // Each of nine pairs by itself may be mistaken, so that nothing is promised of all of them.
      let isMany = adjustment == .none && world.count > 2
      return ("\(adjustment.rawValue), \(name)", isMany ? Promise.nothing : .atMost(0.05))
    }
    return study.rows(name, columns, dataSets: study.dataSets) { seed throws(EstimateError) in
      let estimate = try study.estimate(world.cells(battlesEach: battles, seed: seed))
      return try adjustments.map { adjustment throws(EstimateError) in
        try study.hasFalseEquivalence(estimate, world, adjustment, Self.margin) ? 1 : 0
      }
    }
  }

  private func boardRow(_ study: Study) -> [ValidityRow] {
    study.row("none, a board of two scores with errors of 3", .atMost(0.05)) {
      seed throws(EstimateError) in
      let board = PublishedScores.ofErrors(
        Roster(["a", "b"]), [1000, 1000 + Self.margin], [3, 3])
      let estimate = study.redrawn(board, seed)
      var options = study.testOptions(.none)
      options.equivalenceMargin = Self.margin
      let report = try estimate.comparison(.allPairs, options)
      return report.findings.contains(where: \.verdict.isWithinMargin) ? 1 : 0
    }
  }

  /// Claims of equivalence and of difference about one pair hold together, too.
  private func claims(_ study: Study) -> [ValidityRow] {
    [(0.0, "equal models"), (Self.margin, "the margin apart")].flatMap { gap, name in
      let world = World(Truth("two models", [0, gap]), .share(0.3))
      return study.row("any false claim of either kind, \(name)", .atMost(0.05)) {
        seed throws(EstimateError) in
        let estimate = try study.estimate(world.cells(battlesEach: 4000, seed: seed))
        var options = study.testOptions(.none)
        options.equivalenceMargin = Self.margin
        let report = try estimate.comparison(.allPairs, options)
        return report.findings.contains {
          let isFalselyDifferent = $0.verdict.isDifferent && (gap == 0 || $0.a == 0)
          return isFalselyDifferent || $0.verdict.isWithinMargin && gap >= Self.margin
        } ? 1 : 0
      }
    }
  }
}

extension Study {
  /// Whether any pair that is the margin apart, or farther, is shown to be within it.
  func hasFalseEquivalence(
    _ estimate: Estimate, _ world: World, _ adjustment: Adjustment, _ margin: Double
  ) throws(EstimateError) -> Bool {
    var options = testOptions(adjustment)
    options.equivalenceMargin = margin
    let truth = world.strengths(of: estimate.roster)
    return try estimate.comparison(.allPairs, options).findings.contains {
      let gap = estimate.scale.pointsPerLogOdds * (truth[$0.a] - truth[$0.b]).magnitude
      return $0.verdict.isWithinMargin && gap >= margin - 1e-9
    }
  }
}
