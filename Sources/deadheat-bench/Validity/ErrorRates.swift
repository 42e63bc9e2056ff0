import EloInference

/// Adjusted tests of all pairs make any mistake at all in at most 5% of data sets.
///
/// A mistake is a pair of equal models called different, or a pair called the wrong way round.
struct FamilywiseError: ValidityProcedure {
  let title = "any false verdict among all pairs, family-wise error at 95%"

  func rows(_ study: Study) throws -> [ValidityRow] {
    let drawn = PairVerdicts.worlds.flatMap { world, battles in
      rows(study, world, [.maxT, .holm], battles, dataSets: study.dataSets)
    }
    let resampled = [World(.equal, .share(0.25)), World(.pairs, .share(0.25))].flatMap {
      rows(study, $0, [.bootstrapMaxT], 400, dataSets: study.resampledSets)
    }
    let clustered = [false, true].flatMap { isUneven in
      rows(
        study,
        World(.equal, .share(0.25), panel: Panel(judges: 100, taste: 60, isUneven: isUneven)),
        [.maxT, .holm], 400, dataSets: study.dataSets,
        ", 100 judges with tastes" + (isUneven ? ", uneven" : ""))
    }
    return drawn + resampled + clustered
  }

  private func rows(
    _ study: Study, _ world: World, _ adjustments: [Adjustment], _ battles: Int, dataSets: Int,
    _ remark: String = ""
  ) -> [ValidityRow] {
    let name = PairVerdicts.name(world, battles) + remark
    let columns = adjustments.map { ("\($0.rawValue), \(name)", Promise.atMost(0.05)) }
    return study.rows(name, columns, dataSets: dataSets) { seed throws(EstimateError) in
      let estimate = try study.estimate(
        world.cells(battlesEach: battles, seed: seed),
        needsReplicates: adjustments.contains(.bootstrapMaxT))
      return try adjustments.map { adjustment throws(EstimateError) in
        try PairVerdicts(estimate, world, study.testOptions(adjustment)).mistakes > 0 ? 1 : 0
      }
    }
  }
}

/// Benjamini and Hochberg's method lets at most 5% of the verdicts be false on average.
struct FalseDiscovery: ValidityProcedure {
  let title = "share of false verdicts among those given, false discovery rate at 95%"

  func rows(_ study: Study) throws -> [ValidityRow] {
    PairVerdicts.worlds.flatMap { world, battles in
      study.row("bh, \(PairVerdicts.name(world, battles))", .atMost(0.05)) {
        seed throws(EstimateError) in
        let estimate = try study.estimate(world.cells(battlesEach: battles, seed: seed))
        let verdicts = try PairVerdicts(estimate, world, study.testOptions(.benjaminiHochberg))
        return Double(verdicts.mistakes) / Double(max(1, verdicts.given))
      }
    }
  }
}

/// The verdicts on all pairs of one data set.
private struct PairVerdicts {
  /// How many pairs were called different.
  let given: Int
  /// How many of those are equal, or the other way round.
  let mistakes: Int

  /// What all adjustments are studied on, with the battles a model.
  static let worlds =
    Truth.all.map { (World($0, .share(0.25)), 400) } + [
      (World(.equal, .share(0.25)), 60),
      (World(.equal, .byModel(upTo: 0.6), traffic: .uneven), 400),
    ]

  static func name(_ world: World, _ battles: Int) -> String {
    "\(world.truth.name), \(battles) battles a model, \(world.name)"
  }

  init(_ estimate: Estimate, _ world: World, _ options: TestOptions) throws(EstimateError) {
    let strengths = world.strengths(of: estimate.roster)
    let report = try estimate.comparison(.allPairs, options)
    let different = report.findings.filter { $0.verdict.isDifferent }
    given = different.count
    mistakes = different.count {
      let gap = strengths[$0.a] - strengths[$0.b]
      // The strengths of a crowd are equal up to rounding.
      return $0.difference > 0 ? gap <= 1e-9 : gap >= -1e-9
    }
  }
}
