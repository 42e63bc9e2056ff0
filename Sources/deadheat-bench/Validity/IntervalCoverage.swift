import Battles
import EloInference
import EloNumerics

/// Intervals of ratings hold the true rating with their level.
///
/// The true rating is in the same gauge as the estimate: the mean of the established models is 0.
/// A data set's share is that of its established models. With five battles a model none is
/// established; `StragglerCoverage` has newcomers of so few.
struct IntervalCoverage: ValidityProcedure {
  let title = "95% intervals of established models' ratings hold the true rating"

  private static let methods: [IntervalMethod] = [.percentile, .basic, .sandwich, .wald]
  private static let battles = [30, 200, 2000]
  private static let tieRates = [0, 0.3]

  func rows(_ study: Study) throws -> [ValidityRow] {
    var rows: [ValidityRow] = []
    for (number, battles) in Self.battles.enumerated() {
      for (place, tieRate) in Self.tieRates.enumerated() {
        let lists = study.lists(study.resampledSets) { index throws(EstimateError) in
          let cells = Truth.staircase.cells(
            battlesEach: battles, tieRate: tieRate,
            seed: study.seed(10 * number + place, index))
          return try Self.methods.map { method throws(EstimateError) in
            try share(method, cells, study)
          }
        }
        let ties = tieRate > 0 ? "30% ties" : "no ties"
        for (column, method) in Self.methods.enumerated() {
          rows.append(
            ValidityRow(
              "\(method.rawValue), \(Decimals.grouped(battles)) battles a model, \(ties)",
              .about(0.95, within: 0.01), lists.map { $0.isEmpty ? nil : $0[column] }))
        }
      }
    }
    return rows
  }

  private func share(
    _ method: IntervalMethod, _ cells: Cells, _ study: Study
  ) throws(EstimateError) -> Double? {
    var options = EstimateOptions()
    options.interval = method
    options.bootstrap = BootstrapOptions(
      resamples: study.resamples, seed: study.seed, threads: 1)
    let estimate = try Estimate(battles: cells, options: options, kernels: study.kernels)
    let board = try estimate.leaderboard(study.testOptions(.none))
    let truth = Truth.staircase.strengths(of: estimate.roster)
    let ranked = board.findings.filter { !$0.isProvisional }
    guard ranked.count > 1 else { return nil }
    let mean = ranked.reduce(0) { $0 + truth[$1.model] } / Double(ranked.count)
    let covered = ranked.count {
      let rating = estimate.scale.rating(ofLogStrength: truth[$0.model] - mean)
      return $0.lower <= rating && rating <= $0.upper
    }
    return Double(covered) / Double(ranked.count)
  }
}
