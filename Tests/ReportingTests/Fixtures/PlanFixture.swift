import Battles
import EloNumerics

@testable import EloInference
@testable import Reporting

/// Plans to report on, built without any inference.
struct PlanFixture {
  var pairs = 1
  var isBoard = false
  var gapSource = BattlePlan.GapSource.estimated
  var tieRateSource = BattlePlan.TieRateSource.data
  var tieRate = 0.25
  var wantedTieRate: Double?
  var gap = 16.0
  var headToHead: Int? = 2908
  var times: Double? = 4.8
  var adjustedTimes: Double? = 12.5
  var adjustedHeadToHead: Int? = 7604
  var familyPairs = 435
  var hasAdjusted = true
  /// The share of battles that is dropped as ties.
  var droppedShare = 0.0
  var warnings: [EstimateWarning] = []

  var roster: Roster {
    Roster((0...pairs).map { $0 < 10 ? "model-0\($0)" : "model-\($0)" })
  }

  /// Those of collected battles that are left.
  private func counted(_ battles: Int) -> Int { Int(Double(battles) * (1 - droppedShare)) }

  private var findings: [PlanFinding] {
    (0..<pairs).map { index in
      PlanFinding(
        models: PlanFinding.Pair(
          a: index, b: index + 1, ratingOfA: 1213, ratingOfB: 1197,
          battlesBetween: isBoard ? nil : 29, isProvisional: false),
        gap: gap, tieRate: index == 1 ? tieRate / 2 : tieRate, isLopsided: false,
        alone: PlanRequirement(
          battlesHeadToHead: headToHead, countedHeadToHead: headToHead.map(counted),
          timesPresentData: times,
          battlesAtPresentMix: isBoard ? nil : times.map { Int($0 * 50_000) },
          countedAtPresentMix: isBoard ? nil : times.map { counted(Int($0 * 50_000)) },
          detectableGap: 34.1),
        adjusted: hasAdjusted
          ? PlanRequirement(
            battlesHeadToHead: adjustedHeadToHead,
            countedHeadToHead: adjustedHeadToHead.map(counted), timesPresentData: adjustedTimes,
            battlesAtPresentMix: isBoard ? nil : adjustedTimes.map { Int($0 * 50_000) },
            countedAtPresentMix: isBoard ? nil : adjustedTimes.map { counted(Int($0 * 50_000)) },
            detectableGap: 55.1) : nil)
    }
  }

  var report: PlanReport {
    let fit = FitSummary(
      battles: 50_000, ties: droppedShare > 0 ? .drop : .half, bothBad: .tie,
      gauge: .meanOfEstablished, prior: 0,
      objective: -1, iterations: 6, gradientNorm: 1e-10)
    return PlanReport(
      plan: BattlePlan(
        test: TestSummary(
          adjustment: .maxT, family: .all, level: 0.95, criticalValue: hasAdjusted ? 3.69 : nil,
          pairs: familyPairs),
        level: 0.95, power: 0.8, gapSource: gapSource, tieRateSource: tieRateSource,
        tieRate: wantedTieRate ?? tieRate, droppedShare: droppedShare,
        scale: .standard, presentBattles: isBoard ? nil : 50_000, findings: findings),
      provenance: Provenance(
        ReadReport(
          files: ["battles.csv"], rows: 50_010, setAside: [SetAside(.selfBattle, count: 10)]),
        roster, isBoard ? .board(BoardSummary(level: 0.95)) : .battles(fit), .standard, warnings))
  }

  /// A gap without data.
  static func withoutData(gap: Double, tieRate: Double? = nil) -> PlanReport {
    var options = PlanOptions()
    options.gap = gap
    options.tieRate = tieRate
    return PlanReport(plan: BattlePlan(scale: .standard, options), provenance: nil)
  }
}

extension PlanReport {
  /// The words of the table without its line breaks.
  var prose: String {
    rendered(as: .table, style: TerminalStyle(width: 80)).split { $0 == "\n" || $0 == " " }
      .joined(separator: " ")
  }
}
