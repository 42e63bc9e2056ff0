import Battles
import EloInference
import EloNumerics

/// Where judges have tastes, intervals that allow for them hold what a crowd of such judges would say.
struct ClusterCoverage: ValidityProcedure {
  let title = "95% intervals hold the crowd’s rating where judges have tastes of 120 Elo"

  private static let methods: [IntervalMethod] = [.percentile, .bca, .profile, .sandwich]

  /// Judges with so many verdicts each, on average where they give unevenly many.
  private static let panels = [
    (20, 40, false), (50, 20, false), (100, 10, false), (400, 5, false), (100, 20, true),
  ]

  func rows(_ study: Study) throws -> [ValidityRow] {
    Self.panels.flatMap { judges, verdicts, isUneven in
      let panel = Panel(judges: judges, taste: 120, isUneven: isUneven)
      let world = World(.staircase, .share(0.3), panel: panel)
      let name =
        "\(judges) judges, \(isUneven ? "unevenly " : "")\(verdicts) verdicts "
        + (isUneven ? "on average" : "each")
      // Uneven clusters take quantiles farther out than a thousand resamples reach, and are refused.
      let methods = Self.methods.filter { !(isUneven && $0.isBootstrap) }
      let clustered = methods.map {
        ("\($0.rawValue) by judge, \(name)", Promise.coverage)
      }
      return study.rows(
        name,
        clustered + [
          ("simultaneous by judge, \(name)", .coverage),
          ("sandwich without clusters, \(name)", .nothing),
        ], dataSets: study.resampledSets
      ) { seed throws(EstimateError) in
        let list = world.list(battles: judges * verdicts, seed: seed)
        let cells = Cells(list, names: world.modelNames, clusterNames: world.judgeNames)
        let shares = methods.map { method in
          study.attempt { () throws(EstimateError) in
            try study.coverage(world, cells, method, of: .established)
          }
        }
        let joint = study.attempt { () throws(EstimateError) in
          try study.holdsAllRatings(study.estimate(cells), world)
        }
        let single = Cells(list, names: world.modelNames)
        return shares + [joint, try study.coverage(world, single, .sandwich, of: .established)]
      }
    }
  }
}
