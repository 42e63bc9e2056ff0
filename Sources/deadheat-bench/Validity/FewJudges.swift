import Battles
import EloInference
import EloNumerics
import KernelTypes

/// A few judges who gave most verdicts: what they have in common is known of a few only, and the more so the
/// fewer they are. Every model counts, ranked or not.
struct FewJudges: ValidityProcedure {
  let title = "95% intervals, and no false verdict, where few judges gave most verdicts"

  func rows(_ study: Study) throws -> [ValidityRow] {
    [2, 3, 4, 5, 8].flatMap { heavyAmongLight($0, study) }
      + Siblings.rows(study)
      + [10, 12, 15, 20, 30].flatMap { asManyAsModels($0, study) }
  }

  /// Judges with a thousand verdicts among ten with ten.
  private func heavyAmongLight(_ heavy: Int, _ study: Study) -> [ValidityRow] {
    let panel = Panel(heavy: heavy, times: 100, light: 10, taste: 120)
    let world = World(Truth("five equal", [0, 0, 0, 0, 0]), .share(0.25), panel: panel)
    let name = "\(heavy) heavy judges among 10 light ones"
    // With two or three no model is ranked, or hardly one, of whose intervals some could hold together.
    let isRanked = heavy > 3
    let joint: [(name: String, promise: Promise)] =
      isRanked ? [("intervals that hold together, \(name)", .coverage)] : []
    return study.rows(
      name,
      [
        ("intervals, \(name)", .coverage),
        ("any false verdict, \(name)", .atMost(0.05)),
        ("true best not tied for first, \(name)", .atMost(0.05)),
      ] + joint, dataSets: study.dataSets
    ) { seed throws(EstimateError) in
      let estimate = try study.estimate(
        world.cells(battles: 1000 * heavy + 10 * 10, seed: seed))
      return [
        try study.coverage(world, estimate, of: .all),
        try study.hasFalseVerdict(estimate),
        try study.misses(0, estimate),
      ] + (isRanked ? [try study.holdsAllRatings(estimate, world)] : [])
    }
  }

  /// Ten equal models and hardly more judges than those, who gave equally many verdicts; thirty are enough
  /// for step-down maxima.
  private func asManyAsModels(_ judges: Int, _ study: Study) -> [ValidityRow] {
    let world = World(.equal, .share(0.25), panel: Panel(judges: judges, taste: 120))
    let name = "ten models, \(judges) judges"
    return study.rows(
      name,
      [
        ("any false verdict, \(name)", .atMost(0.05)),
        ("true best not tied for first, \(name)", .atMost(0.05)),
      ], dataSets: study.dataSets
    ) { seed throws(EstimateError) in
      let estimate = try study.estimate(world.cells(battles: 2000, seed: seed))
      return [try study.hasFalseVerdict(estimate), try study.misses(0, estimate)]
    }
  }
}

/// Two equal models that only two judges compared with each other, and many with the others, a few times
/// each: ratings rest on the many, the difference of the two on the two. Tastes are of 40 Elo.
private enum Siblings {
  static let truth = Truth("siblings", [0, 0, 0, 0, 0, 0])

  static func rows(_ study: Study) -> [ValidityRow] {
    let world = World(truth, .share(0.25), panel: Panel(judges: 42, taste: 40))
    return study.row("two siblings compared by two heavy judges", .atMost(0.05)) {
      seed throws(EstimateError) in
      let estimate = try study.estimate(cells(world, seed: seed))
      return try estimate.comparison(.named(["m000", "m001"]), study.testOptions(.maxT))
        .findings[0].verdict.isDifferent ? 1 : 0
    }
  }

  /// Judges 0 and 1 compare models 0 and 1 five hundred times each; forty others all other pairs, five times
  /// or fewer.
  private static func cells(_ world: World, seed: UInt64) -> Cells {
    let others = world.list(battles: 42 * 5, seed: seed).filter {
      max($0.a, $0.b) > 1 && $0.cluster > 1
    }
    var stream = RandomStream(seed: seed, purpose: .testing, index: -1)
    let own = (0..<2).flatMap { judge in
      let taste = world.tastes(judge, seed: seed)
      return (0..<500).map { _ in
        Cell(
          a: 0, b: 1, outcome: world.outcome(taste[0] - taste[1], world.tieShare(0, 1), &stream),
          count: 1, cluster: Int32(judge))
      }
    }
    return Cells(others + own, names: world.modelNames, clusterNames: world.judgeNames)
  }
}

extension Study {
  /// 1 where any pair of models, all of them equal, is called different; 0 where none is.
  fileprivate func hasFalseVerdict(_ estimate: Estimate) throws(EstimateError) -> Double {
    let report = try estimate.comparison(.named(estimate.roster.names), testOptions(.maxT))
    return report.findings.contains { $0.verdict.isDifferent } ? 1 : 0
  }

  /// 1 where a model, which is as good as any, is ranked and not tied for first; 0 where it is, and where
  /// it is not ranked, so that nothing is said of it.
  fileprivate func misses(_ model: Int, _ estimate: Estimate) throws(EstimateError) -> Double {
    let board = try estimate.leaderboard(testOptions(.maxT))
    return estimate.isProvisional[model] || board.tiedForFirst.contains(model) ? 0 : 1
  }
}
