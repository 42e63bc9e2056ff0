import Battles
import EloNumerics
import Testing

@testable import EloInference

/// Plans where ties or "both bad" are dropped: what must be collected, and what of it counts.
@Suite struct DroppedBattlesTests {
  /// a beat b 60 times, lost 40, tied 36 and both were bad 14 times; x met itself and nobody else.
  private static let battles = cells("a b 60 40 36 14", "x x 3 0 2 1")

  private func plan(
    _ selection: BattleSelection, gap: Double = 10, tieRate: Double? = nil
  ) throws -> (plan: BattlePlan, finding: PlanFinding) {
    let estimate = try Estimate(
      SelectedBattles(selection, of: Self.battles), options: fitOptions())
    var asked = PlanOptions()
    asked.test = testOptions(.none)
    asked.gap = gap
    asked.tieRate = tieRate
    let plan = try estimate.plan(.named(["a", "b"]), asked)
    return (plan, try #require(plan.findings.first))
  }

  private func selection(_ ties: TieRule, _ bothBad: BothBadRule) -> BattleSelection {
    var selection = BattleSelection()
    selection.ties = ties
    selection.bothBad = bothBad
    return selection
  }

  @Test func whatIsDropped() {
    func dropped(_ ties: TieRule, _ bothBad: BothBadRule) -> DroppedBattles {
      let selection = selection(ties, bothBad)
      return selection.dropped(
        of: Self.battles, keeping: selection.applied(to: Self.battles).cells)
    }
    #expect(dropped(.half, .tie) == .none)
    #expect(dropped(.drop, .tie) == DroppedBattles(ties: 50, bothBad: 0))
    #expect(dropped(.half, .drop) == DroppedBattles(ties: 0, bothBad: 14))
    #expect(dropped(.drop, .drop) == DroppedBattles(ties: 36, bothBad: 14))
  }

  /// 9,472 decided battles for 10 points; 50 of 150 are ties, so that 9,472/(2/3) = 14,208 are collected.
  @Test func tiesAreCollectedToo() throws {
    let (plan, finding) = try plan(selection(.drop, .tie))
    #expect(finding.alone.countedHeadToHead == 9472)
    #expect(finding.alone.battlesHeadToHead == 14_208)
    // A third, to the last digit.
    #expect(abs(plan.droppedShare - 1.0 / 3) < 1e-15 && abs(finding.tieRate - 1.0 / 3) < 1e-15)
    #expect(plan.tieRateSource == .data)
    // The present data are 100 decided battles of 150.
    let times = try #require(finding.alone.timesPresentData)
    #expect(finding.alone.countedAtPresentMix == Int((100 * times).rounded(.up)))
    #expect(finding.alone.battlesAtPresentMix == Int((150 * times).rounded(.up)))
  }

  /// A share that is asked for is that of the match; the present mix has the data's.
  @Test func aShareAskedFor() throws {
    let (plan, finding) = try plan(selection(.drop, .tie), tieRate: 0.2)
    #expect(finding.alone.countedHeadToHead == 9472)
    #expect(finding.alone.battlesHeadToHead == 11_840)
    #expect(plan.tieRateSource == .asked && finding.tieRate == 0.2)
    let times = try #require(finding.alone.timesPresentData)
    #expect(finding.alone.battlesAtPresentMix == Int((150 * times).rounded(.up)))
  }

  /// 14 of 150 are "both bad"; of the rest 36/136 tie and count.
  @Test func bothBadAreCollectedToo() throws {
    let (plan, finding) = try plan(selection(.half, .drop))
    let match = HeadToHead(
      gap: 10 / EloScale.standard.pointsPerLogOdds, tieRate: 36.0 / 136)
    let reach = BattlePlan.singleCriticalValue(0.95) + NormalDistribution.quantile(0.8)
    let counted = try #require(match.battles(reach: reach))
    #expect(finding.alone.countedHeadToHead == counted)
    #expect(finding.alone.battlesHeadToHead == Int((Double(counted) * 150 / 136).rounded(.up)))
    #expect(abs(plan.droppedShare - 14.0 / 150) < 1e-15)
    #expect(finding.tieRate == match.tieRate)
    // Both rules: 50 of 150 in two steps.
    let both = try self.plan(selection(.drop, .drop))
    #expect(both.finding.alone.battlesHeadToHead == 14_208)
    #expect(abs(both.finding.tieRate - 36.0 / 136) < 1e-15)
  }

  /// Where all battles count, as many are collected.
  @Test func nothingIsDropped() throws {
    let (plan, finding) = try plan(selection(.half, .tie))
    #expect(plan.droppedShare == 0)
    #expect(finding.alone.countedHeadToHead == finding.alone.battlesHeadToHead)
    #expect(finding.alone.countedAtPresentMix == finding.alone.battlesAtPresentMix)
  }

  /// A gap of 400 leaves room for 18% ties that count, and for any number that are dropped.
  @Test func aLargeGapLeavesRoomForDroppedTies() throws {
    let (_, finding) = try plan(selection(.drop, .tie), gap: 400, tieRate: 0.5)
    #expect(finding.tieRate == 0.5)
    let counted = try #require(finding.alone.countedHeadToHead)
    #expect(finding.alone.battlesHeadToHead == 2 * counted)
  }
}
