import Battles
import EloInference
import EloNumerics
import Simulation

/// Values that have nothing to do with the strengths seem to agree with the ratings in at most 5% of
/// data sets, and values in the true order put no model clearly elsewhere in 95%.
struct AgreementSize: ValidityProcedure {
  let title = "agreement of ratings with another ordering, at 95%"

  func rows(_ study: Study) throws -> [ValidityRow] {
    let worlds = [World(.staircase, .share(0.25)), World(.steep, .share(0.25))]
    return worlds.flatMap { world in
      let name = "\(world.truth.name), \(world.name)"
      return study.rows(
        name,
        [
          ("unrelated values seem to agree, \(name)", .atMost(0.05)),
          ("a place by true strength is called clearly different, \(name)", .atMost(0.05)),
          ("redraws hold the τ-b of the true strengths, \(name)", .nothing),
        ], dataSets: study.resampledSets
      ) { seed throws(EstimateError) in
        let estimate = try study.estimate(world.cells(battlesEach: 400, seed: seed))
        guard !estimate.isProvisional.contains(true) else { return [nil, nil, nil] }
        var options = AgreementOptions()
        options.test = study.testOptions(.maxT)
        options.permutations = 999
        options.redraws = 1008
        let values = BattleSimulation.normalStrengths(
          count: world.count, deviation: 1, seed: ~seed)
        func agreement(_ values: [Double]) throws(EstimateError) -> Agreement {
          try estimate.agreement(
            with: ValueColumn(roster: estimate.roster, label: "values", values: values), options)
        }
        let unrelated = try agreement(values)
        let trueOrder = try agreement(world.logStrength)
        let tau = RankCorrelation(MidRanks(world.logStrength), MidRanks(values)).kendall
        return [
          unrelated.permutation.map { $0.kendallP <= 0.05 ? 1 : 0 },
          trueOrder.places.contains(where: \.isClear) ? 1 : 0,
          tau.flatMap { tau in unrelated.redraws.map { $0.kendall.contains(tau) ? 1 : 0 } },
        ]
      }
    }
  }
}
