import Battles
import EloInference
import EloNumerics

/// Intervals of ratings hold the true rating with their level.
///
/// The true rating is in the same gauge as the estimate. A data set's share is that of its ranked
/// models; with five battles a model none is ranked, and all have model-based intervals.
struct IntervalCoverage: ValidityProcedure {
  let title = "95% intervals of ratings hold the true rating"

  private static let methods: [IntervalMethod] = [
    .percentile, .basic, .bca, .profile, .sandwich, .wald,
  ]
  /// The worlds of which intervals are studied.
  static let worlds = [
    World(.staircase), World(.staircase, .share(0.3)),
    World(.staircase, .byModel(upTo: 0.6), traffic: .uneven),
  ]

  func rows(_ study: Study) throws -> [ValidityRow] {
    Self.worlds.flatMap { world in
      let fewest = "5 battles a model, \(world.name)"
      let few = study.rows(
        fewest, [("model-based, \(fewest)", .atLeast(0.95))], dataSets: study.dataSets
      ) { seed throws(EstimateError) in
        let cells = world.cells(battlesEach: 5, seed: seed)
        return [try study.coverage(world, cells, .sandwich, of: .provisional)]
      }
      return few
        + [30, 200, 2000].flatMap { battles in
          let name = "\(Decimals.grouped(battles)) battles a model, \(world.name)"
          let columns = Self.methods.map { ("\($0.rawValue), \(name)", Self.promise($0)) }
          return study.rows(name, columns, dataSets: study.resampledSets) {
            seed throws(EstimateError) in
            let cells = world.cells(battlesEach: battles, seed: seed)
            return try Self.methods.map { method throws(EstimateError) in
              try study.coverage(world, cells, method, of: .established)
            }
          }
        }
    }
  }

  /// Basic and Wald intervals are there for comparison with other programs.
  private static func promise(_ method: IntervalMethod) -> Promise {
    method == .basic || method == .wald ? .nothing : .coverage
  }
}

extension World {
  /// What tables say of it beside its truth.
  var name: String { ties.name + (traffic == .uneven ? ", uneven traffic" : "") }
}

extension Study {
  /// Whose intervals are looked at.
  enum Subjects { case established, provisional, all }

  /// The share of models whose interval holds their true rating; `nil` where there are none.
  func coverage(
    _ world: World, _ cells: Cells, _ method: IntervalMethod, of subjects: Subjects
  ) throws(EstimateError) -> Double? {
    try coverage(world, estimate(cells, method), of: subjects)
  }

  /// The same of an estimate.
  func coverage(
    _ world: World, _ estimate: Estimate, of subjects: Subjects
  ) throws(EstimateError) -> Double? {
    let board = try estimate.leaderboard(testOptions(.none))
    let isWanted = board.findings.filter {
      subjects == .all || $0.isProvisional == (subjects == .provisional)
    }
    guard isWanted.count > 1 else { return nil }
    let covered = holdsTruth(board, estimate, world)
    return Double(isWanted.count { covered($0) }) / Double(isWanted.count)
  }

  /// Tells whether a finding's interval holds the true rating, in the gauge of the estimate: the mean
  /// of the ranked models, or of all where none is ranked.
  func holdsTruth(_ board: Leaderboard, _ estimate: Estimate, _ world: World)
    -> (RankFinding) -> Bool
  {
    let truth = world.strengths(of: estimate.roster)
    let ranked = board.findings.filter { !$0.isProvisional }
    let centre = ranked.isEmpty ? board.findings : ranked
    let mean = centre.reduce(0) { $0 + truth[$1.model] } / Double(centre.count)
    return { finding in
      let rating = estimate.scale.rating(ofLogStrength: truth[finding.model] - mean)
      return finding.lower <= rating && rating <= finding.upper
    }
  }
}
