import Battles
import EloInference
import EloNumerics

/// With as many battles as a plan says, a gap of its size is found as often as it says.
struct PlanPower: ValidityProcedure {
  let title = "a gap is found with the plan’s battles, planned for a power of 80%"

  func rows(_ study: Study) throws -> [ValidityRow] {
    let matches: [(Double, World.Ties)] = [
      (200, .none), (50, .none), (50, .share(0.3)), (10, .none), (10, .share(0.3)),
    ]
    return matches.flatMap { match(study, gap: $0, $1) } + (try dropped(study)) + boards(study)
  }

  /// Two models and nobody else.
  private func match(_ study: Study, gap: Double, _ ties: World.Ties) -> [ValidityRow] {
    var options = PlanOptions()
    options.gap = gap
    if case .share(let share) = ties { options.tieRate = share }
    let plan = BattlePlan(scale: .standard, options)
    guard let battles = plan.findings.first?.alone.battlesHeadToHead else { return [] }
    let world = World(Truth("two models", [gap, 0]), ties)
    let name =
      "a match, gap of \(Decimals.text(gap, places: 0)), \(ties.name), "
      + "\(Decimals.grouped(battles)) battles"
    return study.row(name, .about(0.8, within: 0.01)) { seed throws(EstimateError) in
      let estimate = try study.estimate(world.cells(battles: battles, seed: seed))
      return try study.finds(estimate, .named([world.modelNames[0], world.modelNames[1]]), .none)
    }
  }

  /// A match of which ties are dropped: as many battles are played as are to be collected, and as many as
  /// would do if each of them counted.
  private func dropped(_ study: Study) throws -> [ValidityRow] {
    let world = World(Truth("two models", [50, 0]), .share(0.3))
    let pair = [world.modelNames[0], world.modelNames[1]]
    // What decided battles show: wins and losses each lose half of the ties.
    let score = 1 / (1 + LibM.exp(world.logStrength[1] - world.logStrength[0]))
    let tied = 4 * 0.3 * score * (1 - score)
    let odds = (score - tied / 2) / (1 - score - tied / 2)
    var options = PlanOptions()
    options.gap = EloScale.standard.pointsPerLogOdds * LibM.log(odds)
    // Large enough for its share of ties to be that of the world.
    let pilot = try study.decided(world.cells(battles: 40_000, seed: study.seed("dropped ties", 0)))
    guard let plan = try pilot.plan(.named(pair), options).findings.first?.alone,
      let collected = plan.battlesHeadToHead, let counted = plan.countedHeadToHead
    else { return [] }
    let name = "a match, gap of 50, 30% ties, which are dropped"
    return study.rows(
      name,
      [
        ("\(name), \(Decimals.grouped(collected)) battles", .about(0.8, within: 0.01)),
        ("\(name), \(Decimals.grouped(counted)) battles, as if all counted", .nothing),
      ], dataSets: study.dataSets
    ) { seed throws(EstimateError) in
      try [collected, counted].map { battles throws(EstimateError) in
        let estimate = try study.decided(world.cells(battles: battles, seed: seed))
        return try study.finds(estimate, .named(pair), .none)
      }
    }
  }

  /// One of ten models is 50 Elo above nine equal ones; a first data set is planned on, and as many
  /// battles as it says are played then.
  private func boards(_ study: Study) -> [ValidityRow] {
    let gap = 50.0
    let world = World(Truth("a leader", [gap] + [Double](repeating: 0, count: 9)), .share(0.25))
    let pair = [world.modelNames[0], world.modelNames[1]]
    let columns: [(String, Promise)] = [
      ("ten models at the present mix, the pair by itself", .about(0.8, within: 0.01)),
      // Stepping down and what is already known add to the power.
      ("ten models at the present mix, all pairs judged together", .atLeast(0.8)),
      ("a match after 100 battles a model, all pairs judged together", .atLeast(0.8)),
      ("a match sized for the pair alone, all pairs judged together", .nothing),
    ]
    return study.rows("plans of boards", columns, dataSets: study.dataSets) {
      seed throws(EstimateError) in
      var options = PlanOptions()
      options.gap = gap
      options.test = study.testOptions(.maxT)
      let first = world.list(battles: 500, seed: seed)
      let pilot = try study.estimate(Cells(first, names: world.modelNames))
      guard !pilot.isProvisional.contains(true),
        let plan = try pilot.plan(.named(pair), options).findings.first,
        let alone = plan.alone.battlesAtPresentMix, let adjusted = plan.adjusted,
        let together = adjusted.battlesAtPresentMix, let match = adjusted.battlesHeadToHead,
        let short = plan.alone.battlesHeadToHead
      else { return columns.map { _ in nil } }
      func board(_ battles: Int) throws(EstimateError) -> Estimate {
        try study.estimate(world.cells(battles: battles, seed: ~seed))
      }
      func afterMatch(_ battles: Int) throws(EstimateError) -> Estimate {
        let two = World(Truth("the pair", [gap, 0]), world.ties)
        let played = two.list(battles: battles, seed: ~seed)
        return try study.estimate(Cells(first + played, names: world.modelNames))
      }
      return [
        try study.finds(board(alone), .named(pair), .none),
        try study.finds(board(together), .allPairs, .maxT, first: pair),
        try study.finds(afterMatch(match), .allPairs, .maxT, first: pair),
        try study.finds(afterMatch(short), .allPairs, .maxT, first: pair),
      ]
    }
  }
}

extension Study {
  /// An estimate of battles without their ties.
  fileprivate func decided(_ cells: Cells) throws(EstimateError) -> Estimate {
    var selection = BattleSelection()
    selection.ties = .drop
    var options = EstimateOptions()
    options.interval = .sandwich
    return try Estimate(
      SelectedBattles(selection, of: cells), options: options, kernels: kernels)
  }

  /// 1 where the first of two models is shown to be better, 0 where not.
  ///
  /// - Parameter pair: the two, where more pairs than theirs are compared.
  func finds(
    _ estimate: Estimate, _ selection: PairSelection, _ adjustment: Adjustment,
    first pair: [String]? = nil
  ) throws(EstimateError) -> Double? {
    let names = estimate.roster.names
    let findings = try estimate.comparison(selection, testOptions(adjustment)).findings
    return findings.contains {
      let models = [names[$0.a], names[$0.b]]
      return $0.verdict == .aBetter && models == pair ?? models
    } ? 1 : 0
  }
}
