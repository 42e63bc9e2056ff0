import Battles
import EloInference
import EloNumerics
import KernelTypes

/// The models tied for first include the true best one, whether or not its battles allow it a rank.
///
/// A newcomer far above the others loses hardly any battle, and one that lost fewer than five has no rank.
/// One that lost none has no finite rating either, and is judged outside of the fit, as
/// `--component largest` does.
struct OpenRatingCoverage: ValidityProcedure {
  let title = "the models tied for first hold the true best one, though its rating may be open"

  func rows(_ study: Study) throws -> [ValidityRow] {
    let newcomers = [
      (-200, 60), (0, 30), (150, 30), (150, 60), (300, 30), (300, 60), (400, 60), (600, 60),
      (600, 300), (800, 300), (1000, 1000),
    ].flatMap { gap, battles in rows(study, gap, battles, .none) }
    let tying = [(300, 60), (600, 60)].flatMap { rows(study, $0, $1, .share(0.3)) }
    return newcomers + tying + pair(study)
  }

  private func rows(_ study: Study, _ gap: Int, _ battles: Int, _ ties: World.Ties)
    -> [ValidityRow]
  {
    let sign = gap < 0 ? "−" : "+"
    let name = "newcomer at \(sign)\(gap.magnitude), \(battles) battles, \(ties.name)"
    // That it is told to be alone is promised nowhere; where it is 500 Elo ahead it should be.
    let alone: Promise =
      gap == 600 && battles == 60 && isWithoutTies(ties) ? .atLeast(0.9) : .nothing
    let columns = [
      ("\(name): held", Promise.atLeast(0.95)), ("\(name): newcomer alone", alone),
      ("\(name): set, as a share of all", .nothing),
      ("\(name): newcomer ranked", .nothing),
      ("\(name): newcomer without a finite rating", .nothing),
    ]
    return study.rows(name, columns, dataSets: study.dataSets) { seed throws(EstimateError) in
      let world = World(.staircase, ties)
      let cells = Self.cells(Double(gap), battles, world, seed: seed)
      var estimate: Estimate
      var isFinite = true
      do throws(EstimateError) {
        estimate = try study.estimate(cells)
      } catch {
        // The newcomer won, or lost, everything.
        isFinite = false
        var options = EstimateOptions()
        options.interval = .sandwich
        estimate = try Estimate(
          SelectedBattles(
            cells.keepingModels(cells.roster.names.map { $0 != Self.newcomer }), outside: cells),
          options: options, kernels: study.kernels)
      }
      let board = try estimate.leaderboard(study.testOptions(.none))
      let open = board.unranked.filter(\.isTiedForFirst).map(\.name)
      let set = Set(board.tiedForFirst.map { estimate.roster.names[$0] } + open)
      let best = Double(gap) > 112.5 ? Self.newcomer : world.modelNames[9]
      let isRanked = board.findings.contains {
        !$0.isProvisional && estimate.roster.names[$0.model] == Self.newcomer
      }
      return [
        set.contains(best) ? 1 : 0, set == [Self.newcomer] ? 1 : 0,
        Double(set.count) / Double(world.count + 1), isRanked ? 1 : 0, isFinite ? 0 : 1,
      ]
    }
  }

  private func isWithoutTies(_ ties: World.Ties) -> Bool {
    if case .none = ties { true } else { false }
  }

  /// Of two equal models neither is said to be alone in first place more often than a test would.
  private func pair(_ study: Study) -> [ValidityRow] {
    study.row("two equal models, 101 battles: one alone in first place", .atMost(0.05)) {
      seed throws(EstimateError) in
      let world = World(Truth("two equal", [0, 0]))
      let board = try study.estimate(world.cells(battles: 101, seed: seed))
        .leaderboard(study.testOptions(.maxT))
      return board.tiedForFirst.count == 1 ? 1 : 0
    }
  }

  private static let newcomer = "newcomer"

  /// Ten models 25 Elo apart with 400 battles each, and a newcomer this far from their mean.
  private static func cells(_ gap: Double, _ battles: Int, _ world: World, seed: UInt64) -> Cells {
    let others = world.list(battles: 200 * world.count, seed: seed)
    var stream = RandomStream(seed: seed, purpose: .testing, index: -1)
    let strength = gap / EloScale.standard.pointsPerLogOdds
    let own = (0..<battles).map { _ in
      let opponent = stream.next(below: world.count)
      let outcome = world.outcome(
        strength - world.logStrength[opponent], world.tieShare(opponent, opponent), &stream)
      return Cell(a: Int32(world.count), b: Int32(opponent), outcome: outcome, count: 1)
    }
    return Cells(others + own, names: world.modelNames + [newcomer])
  }
}
