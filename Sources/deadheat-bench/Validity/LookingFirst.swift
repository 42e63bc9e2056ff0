import Battles
import EloInference
import EloNumerics

/// What holds for a model, a pair or a day that was chosen beforehand, and is applied to the one that
/// looked best: the figures that `help statistics` has, and what holds for those instead.
struct LookingFirst: ValidityProcedure {
  let title = "what was promised of one model, pair or look, where the data chose it"

  func rows(_ study: Study) throws -> [ValidityRow] {
    [10, 30].flatMap { leaders(study, $0) } + extremes(study) + looks(study) + mix(study)
  }

  /// The interval of the model with the highest rating among equals.
  private func leaders(_ study: Study, _ count: Int) -> [ValidityRow] {
    let world = World(
      Truth("\(count) equal", [Double](repeating: 0, count: count)), .share(0.3))
    let name = "the leader of \(count) equal models, 200 battles each"
    return study.rows(
      name,
      [
        ("95% interval of \(name)", .nothing), ("simultaneous interval of \(name)", .atLeast(0.95)),
      ],
      dataSets: study.dataSets
    ) { seed throws(EstimateError) in
      let estimate = try study.estimate(world.cells(battlesEach: 200, seed: seed))
      return try [IntervalFamily.single, .simultaneous].map { family throws(EstimateError) in
        var options = study.testOptions(.none)
        options.intervals = family
        guard let leader = try estimate.leaderboard(options).findings.first else { return nil }
        let origin = estimate.scale.origin
        return leader.lower <= origin && origin <= leader.upper ? 1 : 0
      }
    }
  }

  /// The best of ten equal models against the worst.
  private func extremes(_ study: Study) -> [ValidityRow] {
    let world = World(.equal, .share(0.3))
    let columns: [(String, Promise)] = [
      ("best and worst of ten equal models really apart, as one pair", .nothing),
      ("best and worst of ten equal models really apart, of all pairs", .atMost(0.05)),
    ]
    return study.rows("extremes", columns, dataSets: study.dataSets) { seed throws(EstimateError) in
      let estimate = try study.estimate(world.cells(battlesEach: 200, seed: seed))
      let order = estimate.logStrength.indices.sorted {
        estimate.logStrength[$0] > estimate.logStrength[$1]
      }
      guard let best = order.first, let worst = order.last else { return [nil, nil] }
      let pair = [best, worst].map { estimate.roster.names[$0] }
      return [
        try study.finds(estimate, .named(pair), .none),
        try study.finds(estimate, .allPairs, .maxT, first: pair),
      ]
    }
  }

  /// Two equal models that are tested each day on all battles so far, a hundred more a day.
  private func looks(_ study: Study) -> [ValidityRow] {
    [1, 7, 365].flatMap { days in
      let promise: Promise = days == 1 ? .about(0.05, within: 0.01) : .nothing
      let name =
        "two equal models ever really apart in \(days) daily \(days == 1 ? "look" : "looks")"
      return study.row(name, promise, dataSets: days > 7 ? study.dataSets / 4 : study.dataSets) {
        seed throws(EstimateError) in
        let list = World(Truth("two models", [0, 0])).list(battles: 100 * days, seed: seed)
        var wins = 0
        for day in 1...days {
          for cell in list[100 * (day - 1)..<100 * day] {
            if (cell.a == 0) == (cell.outcome == .aWins) { wins += 1 }
          }
          let cells = Cells(
            [
              Cell(a: 0, b: 1, outcome: .aWins, count: wins),
              Cell(a: 0, b: 1, outcome: .bWins, count: 100 * day - wins),
            ], names: ["a", "b"])
          let report = try study.estimate(cells).comparison(.allPairs, study.testOptions(.none))
          if report.findings.contains(where: \.verdict.isDifferent) { return 1 }
        }
        return 0
      }
    }
  }

  /// Two weeks of models that do not change, of which the second has another mix of prompts: every other
  /// model is 25 Elo better on the one kind and as much worse on the other, and the first kind goes from a
  /// half of the battles to seven tenths.
  private func mix(_ study: Study) -> [ValidityRow] {
    let kinds = [25.0, -25].map { special in
      World(
        Truth(
          "a kind of prompts",
          (0..<10).map { 25 * Double($0) + ($0.isMultiple(of: 2) ? special : -special) }),
        .share(0.3))
    }
    return [4000, 16_000].flatMap { battles in
      let name =
        "any rating really moved by another mix of prompts alone, "
        + "\(Decimals.grouped(battles)) battles a week"
      return study.row(name, .nothing) { seed throws(EstimateError) in
        func week(_ ofFirst: Double, _ seed: UInt64) throws(EstimateError) -> Estimate {
          let first = Int(ofFirst * Double(battles))
          let list =
            kinds[0].list(battles: first, seed: seed)
            + kinds[1].list(battles: battles - first, seed: seed ^ 1 << 62)
          return try study.estimate(Cells(list, names: kinds[0].modelNames))
        }
        let (old, new) = (try week(0.5, seed), try week(0.7, ~seed))
        return study.falseMoves(old, new, .independent, truly: [])?.any
      }
    }
  }
}
