import Battles
import EloInference

/// The models tied for first include the true best one, and the models among the best k all of the
/// true best k.
///
/// Where several are equally good, the best k are those of them with the lower ids, which no
/// procedure knows of.
struct BestModelsCoverage: ValidityProcedure {
  let title = "the set for the best k models (k = 1: tied for first) holds all true best k"

  func rows(_ study: Study) throws -> [ValidityRow] {
    let worlds =
      Truth.all.map { (World($0, .share(0.25)), 400) } + [
        (World(.equal, .share(0.25)), 60),
        (World(.equal, .byModel(upTo: 0.6), traffic: .uneven), 400),
      ]
    let drawn = worlds.flatMap { world, battles in
      let name = "\(world.truth.name), \(battles) battles a model, \(world.name)"
      return rows(study, name, world.truth, [1, 3, 5], dataSets: study.dataSets) {
        seed throws(EstimateError) in
        try study.estimate(world.cells(battlesEach: battles, seed: seed))
      }
    }
    guard let board = study.board else { return drawn }
    return drawn
      + rows(
        study, "published board of \(board.roster.count) models", Truth("board", board.rating),
        [1, 10], dataSets: study.boardSets
      ) { seed throws(EstimateError) in study.redrawn(board, seed) }
  }

  private func rows(
    _ study: Study, _ name: String, _ truth: Truth, _ sizes: [Int], dataSets: Int,
    _ estimate: @Sendable (UInt64) throws(EstimateError) -> Estimate
  ) -> [ValidityRow] {
    let columns = sizes.map { ("k = \($0), \(name)", Promise.atLeast(0.95)) }
    return study.rows(name, columns, dataSets: dataSets) { seed throws(EstimateError) in
      let estimate = try estimate(seed)
      return try sizes.map { size throws(EstimateError) in
        // Who is not ranked is in no set, and the claim is about the ranked ones.
        guard !estimate.isProvisional.contains(true) else { return nil }
        var options = study.testOptions(.none)
        options.bestSize = size
        let set = try estimate.leaderboard(options).best?.models ?? []
        return truth.best(size).allSatisfy { set.contains($0) } ? 1 : 0
      }
    }
  }
}
