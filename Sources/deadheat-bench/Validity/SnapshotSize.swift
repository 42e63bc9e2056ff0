import Battles
import EloInference
import EloNumerics
import Simulation

/// Where no model moved, a move is called real in at most 5% of pairs of snapshots, and where one
/// moved, no other is.
struct SnapshotSize: ValidityProcedure {
  let title = "any model is falsely said to have moved between two snapshots, at 95%"

  private static let world = World(.staircase, .byModel(upTo: 0.6), traffic: .uneven)

  func rows(_ study: Study) throws -> [ValidityRow] {
    battleRows(study) + boardRows(study) + idleRows(study)
  }

  /// Old battles, added ones, and what is taken for what.
  private struct Weeks {
    let name: String
    let old: Int
    let added: Int
    let isNested: Bool
    /// What the snapshots are said to be; `nil` where nothing is said.
    let overlap: Overlap?
    /// How far one model moved, in Elo.
    var leap = 0.0
  }

  private func battleRows(_ study: Study) -> [ValidityRow] {
    [
      Weeks(name: "battles, nested", old: 4000, added: 1000, isNested: true, overlap: .nested),
      Weeks(
        name: "battles, nested, as many again", old: 2000, added: 2000, isNested: true,
        overlap: .nested),
      Weeks(name: "battles, independent", old: 3000, added: 3000, isNested: false, overlap: nil),
      Weeks(
        name: "battles, independent, five times as many new ones", old: 1000, added: 5000,
        isNested: false, overlap: nil),
      Weeks(
        name: "battles, nested and not told so", old: 4000, added: 1000, isNested: true,
        overlap: nil),
      Weeks(
        name: "battles, nested, one model 80 better", old: 4000, added: 1000, isNested: true,
        overlap: .nested, leap: 80),
      Weeks(
        name: "battles, independent, one model 80 better", old: 3000, added: 3000, isNested: false,
        overlap: nil, leap: 80),
    ].flatMap { weeks in
      study.row(weeks.name, .atMost(0.05)) { seed throws(EstimateError) in
        let world = Self.world
        let moved = world.moved(by: weeks.leap)
        let before = world.list(battles: weeks.old, seed: seed)
        let added = moved.list(battles: weeks.added, seed: ~seed)
        let after = weeks.isNested ? before + added : added
        let old = try study.estimate(Cells(before, names: world.modelNames))
        let new = try study.estimate(Cells(after, names: world.modelNames))
        return study.falseMoves(old, new, weeks.overlap, truly: [world.modelNames[World.mover]])
          .map { weeks.leap == 0 ? $0.any : $0.others }
      }
    }
  }

  private func boardRows(_ study: Study) -> [ValidityRow] {
    let cases: [(String, Overlap?, Bool, Bool)] = [
      ("boards, independent", nil, false, false),
      ("boards, nested", .nested, true, false),
      ("boards, nested, in whole points", .nested, true, true),
      ("boards, nested and not told so", nil, true, false),
    ]
    let still = cases.flatMap { name, overlap, isNested, isRounded in
      study.row(name, .atMost(0.05)) { seed throws(EstimateError) in
        let (old, new) = study.boards(isNested: isNested, isRounded: isRounded, seed)
        return study.falseMoves(old, new, overlap, truly: [])?.any
      }
    }
    // Moves are against the mean of those that are not shown to move. Where several move and some of
    // them are not found, they take that mean along, and others seem to move the other way.
    let moving = [1, 3, 5].flatMap { count in
      let movers = (0..<count).map { "m\(10 + 2 * $0)" }
      let name = "boards, independent, \(count) of twelve 15 better"
      return study.row(name, count == 1 ? .atMost(0.05) : .nothing) { seed throws(EstimateError) in
        let (old, new) = study.boards(isNested: false, isRounded: false, seed, rise: 15, of: movers)
        return study.falseMoves(old, new, nil, truly: Set(movers))?.others
      }
    }
    return still + moving
  }

  /// Weeks in which four of twelve models get no new battle. They follow the others by a hair, and the last
  /// digits of their intervals fall a little: neither is a move of their own.
  private func idleRows(_ study: Study) -> [ValidityRow] {
    let names = ["battles, nested", "boards of such battles to 6 decimals, nested"]
      .map { "\($0), four of twelve models without new ones" }
    return study.rows(
      "idle models", names.map { ($0, .atMost(0.05)) }, dataSets: study.dataSets
    ) { seed throws(EstimateError) in
      let ratings = (0..<12).map { 30 * Double($0) }
      // Those without new battles are in the middle of the board.
      let (all, met) = (World(Truth("twelve", ratings), .share(0.3)), [0, 1, 2, 3, 8, 9, 10, 11])
      let some = World(Truth("eight", met.map { ratings[$0] }), .share(0.3))
      let before = all.list(battles: 24_000, seed: seed)
      let added = some.list(battles: 4000, seed: ~seed).map { cell in
        Cell(
          a: Int32(met[Int(cell.a)]), b: Int32(met[Int(cell.b)]), outcome: cell.outcome, count: 1)
      }
      let old = try study.estimate(Cells(before, names: all.modelNames))
      let new = try study.estimate(Cells(before + added, names: all.modelNames))
      let (oldBoard, newBoard) = (study.published(old), study.published(new))
      return [
        study.falseMoves(old, new, .nested, truly: [])?.any,
        study.falseMoves(oldBoard, newBoard, .nested, truly: [])?.any,
      ]
    }
  }
}

extension World {
  /// The model that moves where one does.
  static let mover = 4

  /// The same world with one model `leap` Elo better.
  fileprivate func moved(by leap: Double) -> World {
    var strengths = truth.logStrength
    strengths[Self.mover] += leap / EloScale.standard.pointsPerLogOdds
    return World(Truth(name: truth.name, logStrength: strengths), ties, traffic: traffic)
  }
}

extension Study {
  /// 1 where any model, and where any other than those that truly moved, is said to have moved; `nil`
  /// where the snapshots cannot be compared.
  func falseMoves(
    _ old: Estimate, _ new: Estimate, _ overlap: Overlap?, truly movers: Set<String>
  ) -> (any: Double, others: Double)? {
    guard let found = try? new.changes(since: old, overlap: overlap, testOptions(.maxT)) else {
      return nil
    }
    let moved = found.moves.filter(\.isReal).map(\.name)
    return (moved.isEmpty ? 0 : 1, moved.contains { !movers.contains($0) } ? 1 : 0)
  }

  /// Two boards of twelve models that did not move, with errors of 4 to 15 Elo that fell by a tenth.
  ///
  /// - Parameter isNested: whether the old votes are among the new ones, which then have the variance
  ///   of both and as covariance that of the new score.
  fileprivate func boards(
    isNested: Bool, isRounded: Bool, _ seed: UInt64, rise: Double = 0, of movers: [String] = []
  ) -> (Estimate, Estimate) {
    let roster = Roster((10..<22).map { "m\($0)" })
    // With digits enough that nothing passes for rounded.
    let before = (0..<12).map { 4.01237 + 1.00791 * Double($0) }
    let after = before.map { 0.9 * $0 }
    let errors = BattleSimulation.normalStrengths(count: 24, deviation: 1, seed: seed)
    let old = (0..<12).map { 1200 - 20 * Double($0) + before[$0] * errors[$0] }
    let new = (0..<12).map { model in
      let gained = movers.contains(roster.names[model]) ? rise : 0
      let truth = 1200 - 20 * Double(model) + gained
      guard isNested else { return truth + after[model] * errors[12 + model] }
      // The share of the new score that the old votes are.
      let share = (after[model] * after[model]) / (before[model] * before[model])
      let rest = after[model] * (1 - share).squareRoot()
      return truth + share * (old[model] - truth) + rest * errors[12 + model]
    }
    return (
      board(.ofErrors(roster, old, before, isRounded: isRounded)),
      board(.ofErrors(roster, new, after, isRounded: isRounded))
    )
  }

  /// An estimate from battles as a board with six decimals and votes.
  fileprivate func published(_ estimate: Estimate) -> Estimate {
    guard case .battles(let record) = estimate.origin else { return estimate }
    func rounded(_ value: Double) -> Double { (value * 1e6).rounded() / 1e6 }
    let quantile = NormalDistribution.quantile(0.975)
    let models = estimate.roster.names.indices
    let rating = models.map { rounded(estimate.rating($0)) }
    let ends = models.map { model in
      let width = quantile * estimate.ratingStandardError(model)
      return (rounded(rating[model] - width), rounded(rating[model] + width))
    }
    return board(
      PublishedScores(
        roster: estimate.roster, rating: rating,
        standardError: ends.map { ($0.1 - $0.0) / (2 * quantile) }, lower: ends.map(\.0),
        upper: ends.map(\.1), votes: models.map { record.battles($0) }, level: 0.95))
  }

  private func board(_ scores: PublishedScores) -> Estimate {
    Estimate(board: scores, scale: .standard, kernels: kernels)
  }
}
