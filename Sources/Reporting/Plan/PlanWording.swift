internal import Battles
internal import EloInference
internal import EloNumerics

/// Says how many battles it takes, to someone who has to pay for them.
struct PlanWording {
  private let report: PlanReport
  private let plan: BattlePlan
  private let format: RatingFormat

  /// The wording for the pairs of `report`.
  init(_ report: PlanReport) {
    self.report = report
    plan = report.plan
    format = report.format
  }

  /// What it takes in two to four sentences.
  func sentences(_ finding: PlanFinding) -> Prose {
    let lopsided =
      finding.isLopsided
      ? " Models so far apart often play such a match without a single loss, which shows who is better and "
        + "gives no finite rating."
      : ""
    guard let pair = finding.models else { return withoutData(finding) + Prose(lopsided) }
    return headToHead(finding, pair) + present(finding) + Prose(lopsided)
  }

  /// The figures behind the sentences.
  func figures(_ finding: PlanFinding) -> [String] {
    var figures = [
      "gap \(gap(finding.gap))",
      "tie rate \(PercentFormat.share(finding.tieRate, decimals: 1))",
      "power \(PercentFormat.level(plan.power))", "level \(PercentFormat.level(plan.level))",
    ]
    if let battles = finding.models?.battlesBetween {
      let kind = drops.map { $0.word + " " } ?? ""
      figures.append(
        CountFormat.text(battles, kind + "battle", kind + "battles") + " between them so far")
    }
    return figures
  }

  /// The head of a table.
  var headline: Prose {
    let gaps =
      switch plan.gapSource {
      case .asked:
        "a gap of \(gap(plan.findings.first?.gap ?? 0))"
      case .estimated: "gaps as large as the estimated ones"
      }
    return """
      Battles that find \(gaps) in \(power) of 100 cases, at \(PercentFormat.level(plan.level)) \
      confidence.
      """
  }

  /// What must be thought of before money is spent; `nil` where the gap was asked for.
  var caution: String? {
    guard plan.gapSource == .estimated, !plan.findings.isEmpty else { return nil }
    return """
      Estimated gaps are uncertain themselves, and so are plans for them: --gap plans for the gap \
      that would matter to you.
      """
  }

  /// How the numbers came about.
  var method: String {
    let level = PercentFormat.level(plan.level)
    let match = "A match tested two-sided at \(level) confidence"
    let board =
      plan.test.flatMap { test in
        (plan.isOfSeveral ? test.criticalValue : nil).map {
          """
          ; judged together: \(MethodWording.adjustment(test)) over \(MethodWording.family(test)), \
          critical value \(DecimalFormat(decimals: 2).text($0)) in place of \
          \(DecimalFormat(decimals: 2).text(BattlePlan.singleCriticalValue(plan.level)))
          """
        }
      } ?? ""
    let mix =
      report.provenance == nil
      ? "" : "; at the present mix the present standard error shrinks with the root of the data"
    return "\(match)\(board)\(mix). \(ties)\(drops.map { " " + $0.note } ?? "")"
  }

  /// A gap with a decimal where whole points would hide it: plans are for small gaps.
  static func gap(_ gap: Double, _ format: RatingFormat) -> String {
    let isWhole = gap == gap.rounded()
    return gap < 10 && !isWhole
      ? DecimalFormat(decimals: format.decimals + 1).text(gap) : format.text(gap)
  }

  /// The same with its unit.
  private func gap(_ gap: Double) -> String { format.withUnit(Self.gap(gap, format)) }

  /// A multiple with the digits that matter.
  static func times(_ times: Double) -> String {
    if times >= 1e6 { return "over a million" }
    if times >= 10 { return CountFormat.text(Int(times.rounded(.up))) }
    return DecimalFormat(decimals: times < 1 ? 2 : 1).text(times)
  }

  private var power: String { DecimalFormat.shortest(plan.power * 100) }

  private func withoutData(_ finding: PlanFinding) -> Prose {
    let ties = plan.tieRateSource == .none ? ", without ties" : ""
    return """
      To find a gap of \(gap(finding.gap)) between two models takes \
      \(battles(finding.alone)) between them\(ties): then a gap of that size is \
      shown in \(power) of 100 such matches.
      """
  }

  private func headToHead(_ finding: PlanFinding, _ pair: PlanFinding.Pair) -> Prose {
    let isTurned = pair.ratingOfB > pair.ratingOfA
    let (a, b) = isTurned ? (pair.b, pair.a) : (pair.a, pair.b)
    let (ratingOfA, ratingOfB) =
      isTurned ? (pair.ratingOfB, pair.ratingOfA) : (pair.ratingOfA, pair.ratingOfB)
    let gap = gap(finding.gap)
    let premise =
      plan.gapSource == .estimated
      ? "if the gap is the \(gap) of these data" : "if the gap is \(gap)"
    let models: Prose = """
      To show which of \(name: report.name(a)) (\(format.text(ratingOfA))) and \
      \(name: report.name(b)) (\(format.text(ratingOfB))) is better
      """
    guard finding.alone.battlesHeadToHead != nil else {
      return models + " takes more battles than can be counted \(premise)."
    }
    var together = ""
    if plan.isOfSeveral, let test = plan.test, let adjusted = finding.adjusted {
      let count = battles(adjusted)
      together = "; \(count) if \(MethodWording.family(test)) are judged together"
    }
    return models + """
       takes \(battles(finding.alone)) between them \(premise) and no other pair is \
      looked at\(together).
      """
  }

  /// What the present data do, and what more of the same kind would.
  private func present(_ finding: PlanFinding) -> Prose {
    guard let times = finding.alone.timesPresentData else { return gapFound(finding) }
    let adjusted = finding.adjusted?.timesPresentData
    let sentence: String
    if times <= 1, adjusted ?? 1 <= 1 {
      sentence = " The present data are enough to find a gap of that size."
    } else if times <= 1, let adjusted {
      sentence =
        " The present data are enough to find a gap of that size by itself; judged together, it "
        + "takes \(multiple(adjusted, finding.adjusted))."
    } else {
      var together = ""
      if plan.isOfSeveral, let adjusted {
        together = "; judged together, \(multiple(adjusted, finding.adjusted))"
      }
      sentence =
        " At the present mix of opponents it takes "
        + multiple(times, finding.alone) + together + "."
    }
    return Prose(sentence) + gapFound(finding)
  }

  private func gapFound(_ finding: PlanFinding) -> Prose {
    guard let gap = finding.alone.detectableGap else { return "" }
    var together = ""
    if plan.isOfSeveral, let adjusted = finding.adjusted?.detectableGap {
      together = " (\(format.gap(adjusted)) judged together)"
    }
    return " As they are, the data find a gap of \(format.gap(gap))\(together) with that power."
  }

  private func multiple(_ times: Double, _ requirement: PlanRequirement?) -> String {
    let data = "\(Self.times(times)) times the present data"
    return requirement?.battlesAtPresentMix.map {
      "\(data), \(CountFormat.text($0)) battles of all models\(counted(requirement?.countedAtPresentMix))"
    } ?? data
  }

  /// Battles between two models, those to collect and those of them that count.
  private func battles(_ requirement: PlanRequirement) -> String {
    guard let count = requirement.battlesHeadToHead else {
      return "more battles than can be counted"
    }
    return CountFormat.text(count, "battle", "battles") + counted(requirement.countedHeadToHead)
  }

  /// How many battles are left of those that are collected, where some are dropped.
  private func counted(_ count: Int?) -> String {
    guard let drops, let count else { return "" }
    return " (\(CountFormat.text(count)) \(drops.word))"
  }

  /// What of collected battles does not count; `nil` where all do.
  private var drops: PlanDrops? { PlanDrops(report) }

  /// What is reckoned with, and where it comes from.
  private var ties: String {
    let rates = plan.tieRates ?? plan.tieRate...plan.tieRate
    let share = PercentFormat.share(plan.tieRate, decimals: 1)
    let room =
      rates.upperBound < plan.tieRate
      ? "at most \(PercentFormat.share(rates.upperBound, decimals: 1)), as the gap leaves no room for "
      : rates.lowerBound < plan.tieRate ? "fewer where a gap leaves no room for " : nil
    switch plan.tieRateSource {
    case .asked:
      guard let room else { return "Ties: \(share) of battles, as asked for." }
      return "Ties: \(room)the \(share) of battles asked for."
    case .data:
      guard let room else { return "Ties: \(share) of battles, as in the data." }
      return "Ties: \(room)the \(share) of battles that there are in the data."
    case .none:
      return
        "No ties are reckoned with, as nothing tells their share; with --tie-rate it takes fewer."
    }
  }
}
