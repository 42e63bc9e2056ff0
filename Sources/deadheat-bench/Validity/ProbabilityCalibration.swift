import EloInference
import EloNumerics
import Simulation

/// Stated probabilities come true as often as they say, where all strengths were equally likely before:
/// that a model is better than its neighbour, and that the leader is the best.
///
/// Strengths are drawn anew for each data set with a standard deviation of 100 Elo, far beyond the
/// errors; the promise is the mean of what was stated.
struct ProbabilityCalibration: ValidityProcedure {
  let title = "stated probabilities come true as often, of strengths drawn at random"

  func rows(_ study: Study) throws -> [ValidityRow] {
    let ranges = [0.5..<0.7, 0.7..<0.9, 0.9..<1.0]
    let names =
      ranges.map {
        "better than the next one down, stated "
          + "\(Decimals.text(100 * $0.lowerBound, places: 0))–"
          + "\(Decimals.text(100 * $0.upperBound, places: 0))%"
      } + ["the leader is the best one"]
    // What was stated and what came true, in turns.
    let columns = names.flatMap { [($0, Promise.nothing), ($0, .nothing)] }
    let rows = study.rows("probabilities", columns, dataSets: study.dataSets) {
      seed throws(EstimateError) in
      let truth = BattleSimulation.normalStrengths(
        count: 10, deviation: 100 / EloScale.standard.pointsPerLogOdds, seed: seed)
      let world = World(Truth(name: "random", logStrength: truth), .share(0.25))
      let estimate = try study.estimate(world.cells(battlesEach: 400, seed: seed))
      guard !estimate.isProvisional.contains(true) else { return columns.map { _ in nil } }
      let superiority = try estimate.superiority()
      let order = superiority.models
      var shares: [Double?] = []
      for range in ranges {
        let neighbours = order.indices.dropLast().compactMap { place in
          superiority[place, place + 1].flatMap { range.contains($0) ? (place, $0) : nil }
        }
        let count = Double(neighbours.count)
        let isTrue = neighbours.count { truth[order[$0.0]] > truth[order[$0.0 + 1]] }
        shares +=
          neighbours.isEmpty
          ? [nil, nil] : [neighbours.reduce(0) { $0 + $1.1 } / count, Double(isTrue) / count]
      }
      let ranks = try estimate.rankProbabilities(study.testOptions(.none))
      shares += [ranks[place: 0, rank: 1], truth[order[0]] == truth.max() ? 1 : 0]
      return shares
    }
    return stride(from: 0, to: rows.count, by: 2).map { index in
      rows[index + 1].promised(.about(rows[index].achieved.mean, within: 0.02))
    }
  }
}
