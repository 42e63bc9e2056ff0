import EloNumerics

/// The plan of one pair at any critical value.
struct PairPlan {
  let match: HeadToHead
  private let loss: PlanLoss
  private let gap: Double
  private let standardError: Double?
  private let presentBattles: Int?
  private let power: Double

  /// - Parameters:
  ///   - gap: in rating points.
  ///   - points: rating points for one natural log-odds.
  ///   - standardError: of the present difference, in rating points; `nil` without data.
  init(
    gap: Double, points: Double, loss: PlanLoss, standardError: Double?, presentBattles: Int?,
    power: Double
  ) {
    match = HeadToHead(gap: gap / points, tieRate: loss.countedTieRate)
    self.loss = loss
    self.gap = gap
    self.standardError = standardError
    self.presentBattles = presentBattles
    self.power = power
  }

  /// The share of ties that is reckoned with: a gap leaves room for so many ties that count, and for any
  /// number that are dropped.
  var tieRate: Double { loss.dropsTies ? loss.tieRate : match.tieRate }

  func requirement(_ criticalValue: Double) -> PlanRequirement {
    let reach = criticalValue + NormalDistribution.quantile(power)
    let times = standardError.flatMap { error -> Double? in
      let ratio = reach * error / gap
      return ratio.isFinite ? ratio * ratio : nil
    }
    let counted = times.flatMap { times in presentBattles.map { Double($0) * times } }
    let detectable = standardError.map { reach * $0 }
    let headToHead = match.battles(reach: reach)
    return PlanRequirement(
      battlesHeadToHead: headToHead.flatMap { Self.countedUp(Double($0) / loss.keptShare) },
      countedHeadToHead: headToHead, timesPresentData: times,
      battlesAtPresentMix: counted.flatMap { Self.countedUp($0 * loss.collectedPerCounted) },
      countedAtPresentMix: counted.flatMap(Self.countedUp),
      detectableGap: detectable.flatMap { $0.isFinite ? $0 : nil })
  }

  /// The next whole number, which a quotient that is whole but for its last digits is; `nil` beyond 2⁵³.
  private static func countedUp(_ battles: Double) -> Int? {
    let nearest = battles.rounded()
    let isWhole = (battles - nearest).magnitude <= 4 * nearest.ulp
    let whole = isWhole ? nearest : battles.rounded(.up)
    return whole <= 0x1p53 ? Int(whole) : nil
  }
}
