import Battles
import EloInference
import EloNumerics

/// Intervals under a prior hold the true rating as long as battles outweigh it, and where they do not,
/// everybody is warned of its pull.
///
/// A data set's share is that of its ranked models. Without an allowance for the pull intervals held
/// 89.8% at 20 virtual battles beside 200, and 73.1% beside 40 (150 data sets, ± 0.5).
struct PriorCoverage: ValidityProcedure {
  let title = "95% intervals with --prior hold the true rating, or a warning tells the pull"

  /// The virtual battles and the battles of each model.
  private struct Setting {
    let prior: Double
    let battles: Int
    /// Whether the pull is so small that nobody is warned.
    let isSmall: Bool
    /// What intervals promise beside a warning: nothing where the prior has a quarter of the battles.
    var promise: Promise { 4 * prior < Double(battles) ? .coverage : .nothing }
  }

  private static let settings = [
    Setting(prior: 0.5, battles: 40, isSmall: true),
    Setting(prior: 1, battles: 200, isSmall: true),
    Setting(prior: 5, battles: 2000, isSmall: true),
    Setting(prior: 20, battles: 200, isSmall: false),
    Setting(prior: 20, battles: 40, isSmall: false),
  ]

  func rows(_ study: Study) throws -> [ValidityRow] {
    Self.settings.flatMap { setting in
      let world = World(.steep)
      let name =
        "W = \(Decimals.text(setting.prior, places: 1)), "
        + "\(Decimals.grouped(setting.battles)) battles a model"
      let columns: [(name: String, promise: Promise)] =
        setting.isSmall
        ? [("intervals without a warning, \(name)", .coverage), ("warned, \(name)", .nothing)]
        : [("intervals, \(name)", setting.promise), ("warned, \(name)", .atLeast(0.95))]
      return study.rows(name, columns, dataSets: study.resampledSets) {
        seed throws(EstimateError) in
        let cells = world.cells(battlesEach: setting.battles, seed: seed)
        let estimate = try study.estimate(cells, prior: setting.prior)
        let board = try estimate.leaderboard(study.testOptions(.none))
        let ranked = board.findings.filter { !$0.isProvisional }
        guard ranked.count > 1 else { return [nil, nil] }
        let holds = study.holdsTruth(board, estimate, world)
        let share = Double(ranked.count { holds($0) }) / Double(ranked.count)
        let isWarned = estimate.warnings.contains {
          if case .priorPull = $0 { true } else { false }
        }
        return [setting.isSmall && isWarned ? nil : share, isWarned ? 1 : 0]
      }
    }
  }
}
