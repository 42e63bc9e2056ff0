internal import Battles
internal import EloInference
internal import EloNumerics

/// Says what the comparison of two models comes to, for someone who has to choose between them.
///
/// A p-value is told as what it is, the probability of a gap at least this large between equals;
/// nothing here says how probable it is that two models are equal. The frequency in words is that of
/// the pair by itself; where more pairs are tested the adjusted p-value, which decides, follows with
/// its adjustment.
struct VerdictWording {
  private let roster: Roster
  private let source: EstimateSource
  private let test: TestSummary
  private let isAdjusted: Bool
  private let format: RatingFormat
  private let pFormat: PValueFormat
  private let equivalence: EquivalenceWording?

  /// The wording for the pairs of `report`.
  init(_ report: TestReport) {
    roster = report.roster
    source = report.source
    test = report.comparison.test
    isAdjusted = report.comparison.test.isAdjusted
    format = report.provenance.format
    pFormat = PValueFormat(level: report.comparison.test.level)
    equivalence = EquivalenceWording(report)
  }

  /// The verdict on a pair in two or three sentences.
  func verdict(_ finding: PairFinding) -> Prose {
    let gap = LeaderFirst(finding)
    let verdict: Prose =
      switch finding.verdict {
      case .aBetter, .bBetter: separated(gap)
      case .differentWithin: separatedWithin(gap)
      case .equivalent: equivalent(gap)
      case .notSeparated where finding.p < pFormat.errorRate: separatedOnlyByItself(gap)
      case .notSeparated where finding.isDeadHeat: deadHeat(gap)
      case .notSeparated: notSeparated(gap)
      }
    let whole = verdict + Prose(openEquivalence(finding))
    guard finding.isProvisional else { return whole }
    return whole + " There is too little data to rank both of them."
  }

  /// The figures behind the verdict.
  func figures(_ finding: PairFinding) -> [String] {
    let gap = LeaderFirst(finding)
    var figures = [
      "gap \(format.gap(gap.difference))",
      "standard error \(format.standardError(finding.standardError))",
      "z \(DecimalFormat(decimals: 2).text(finding.z.magnitude))",
      pFormat.relation(finding.p),
    ]
    if isAdjusted { figures.append("adjusted \(pFormat.relation(finding.adjustedP))") }
    if let score = gap.expectedScore.map(PercentFormat.score) {
      figures.append(
        dropsTies ? "expected to win \(score) of decided battles" : "expected score \(score)")
    }
    if let battles = finding.battlesBetween {
      let kind = dropsTies ? "decided " : ""
      figures.append(
        CountFormat.text(battles, kind + "battle", kind + "battles") + " between them")
    }
    if let equivalence, let result = finding.equivalence {
      figures += equivalence.figures(gap, result)
    }
    return figures
  }

  private func separated(_ gap: LeaderFirst) -> Prose {
    """
    \(leader(gap)) is really ahead of \(trailer(gap)), \(confidence): by \(size(gap))\
    \(score(gap)). If the two were equal, chance alone \
    would produce a gap at least this large \(chance(gap))\(adjustment(gap)).\(ofFirstStep(gap))
    """
  }

  /// What the leader is expected to do against the other; without ties, in the battles that have a winner.
  /// Nothing where ratings are not Elo.
  private func score(_ gap: LeaderFirst) -> String {
    guard let share = gap.expectedScore.map(PercentFormat.score) else { return "" }
    return dropsTies
      ? ", expected to win \(share) of their decided battles"
      : ", expected to score \(share) against it"
  }

  /// Whether ties take no part, so that scores are of decided battles.
  private var dropsTies: Bool {
    if case .battles(let fit) = source { fit.ties == .drop } else { false }
  }

  /// Why the interval of a pair that is apart reaches beyond 0.
  private func ofFirstStep(_ gap: LeaderFirst) -> String {
    guard gap.lower <= 0, test.pairs > 1 else { return "" }
    return " The intervals of all pairs are as wide as the first step of the test asks for; later "
      + "steps, which decide here, see more, so that this one reaches beyond 0."
  }

  /// A lead that is real and smaller than the margin of equivalence.
  private func separatedWithin(_ gap: LeaderFirst) -> Prose {
    guard let equivalence, let result = gap.finding.equivalence else { return separated(gap) }
    return """
      \(leader(gap)) is really ahead of \(trailer(gap)), but by less than \(equivalence.margin), \
      both shown \(confidence): the gap is \(size(gap)). If the two were equal, chance alone would \
      produce a gap at least this large \(chance(gap))\(adjustment(gap)).\(ofFirstStep(gap)) \
      \(equivalence.evidence(result, leader: name(gap), of: cases))
      """
  }

  /// Models that are shown to be closer than the margin of equivalence.
  private func equivalent(_ gap: LeaderFirst) -> Prose {
    guard let equivalence, let result = gap.finding.equivalence else { return deadHeat(gap) }
    return """
      \(leader(gap)) and \(trailer(gap)) are shown to be within \(equivalence.margin) of each \
      other, \(confidence): the gap is \(format.gap(gap.difference)), and \
      \(equivalence.shownMargin(result)). Where \(equivalence.marginAsSubject) \
      not matter, take either of them. \(equivalence.evidence(result, leader: name(gap), of: cases)) Which of the two \
      is ahead, if any, is not known.
      """
  }

  /// What is left to say of equivalence where it was asked about and not shown.
  private func openEquivalence(_ finding: PairFinding) -> String {
    guard let equivalence, let result = finding.equivalence else { return "" }
    return switch finding.verdict {
    case .aBetter, .bBetter: equivalence.notWithin
    case .notSeparated: equivalence.neither(result)
    case .differentWithin, .equivalent: ""
    }
  }

  private func deadHeat(_ gap: LeaderFirst) -> Prose {
    """
    \(leader(gap)) and \(trailer(gap)) are in a dead heat: the gap is \(size(gap)), and if the two \
    were equal, chance alone would produce one at least this large \(chance(gap))\
    \(adjustment(gap)). The data could hide a gap of up to \(hidden(gap)). Do not choose between \
    them on this \(format.noun).
    """
  }

  private func notSeparated(_ gap: LeaderFirst) -> Prose {
    """
    \(leader(gap)) and \(trailer(gap)) are not separated, \(confidence): the gap is \(size(gap)), \
    and if the two were equal, chance alone would produce one at least this large \(chance(gap))\
    \(adjustment(gap)). \(limits(gap))
    """
  }

  /// A gap that would count if it were the only one looked at.
  private func separatedOnlyByItself(_ gap: LeaderFirst) -> Prose {
    """
    \(leader(gap)) and \(trailer(gap)) are not separated, \(confidence): the gap is \(size(gap)). \
    By itself it would count: if the two were equal, chance alone would produce one at least this \
    large \(chance(gap)). But over \(MethodWording.family(test)), chance too often makes a gap as \
    striking\(adjustment(gap)). \(limits(gap))
    """
  }

  /// What the data leave open. The power is that of the pair by itself, and said to be.
  private func limits(_ gap: LeaderFirst) -> String {
    let alone = isAdjusted ? ", tested by itself," : ""
    let power = PercentFormat.level(TestOptions.detectionPower)
    return """
      The data could hide a gap of up to \(hidden(gap)); a gap of \
      \(format.gap(gap.finding.detectableGap))\(alone) would have been found with \(power) power.
      """
  }

  /// The largest gap, either way, that the interval does not exclude.
  private func hidden(_ gap: LeaderFirst) -> String {
    format.gap(gap.finding.largestGap)
  }

  /// The adjusted p-value with its adjustment, where more than one pair is tested.
  private func adjustment(_ gap: LeaderFirst) -> String {
    let method = MethodWording.adjustment(test)
    guard test.pairs > 1 else {
      let p = pFormat.relation(gap.finding.adjustedP)
      return isAdjusted ? "; by \(method), which decides, \(p)" : ""
    }
    let pairs = CountFormat.text(test.pairs, "pair", "pairs")
    guard isAdjusted else { return ", not adjusted for \(pairs)" }
    return "; adjusted for \(pairs) by \(method), \(pFormat.relation(gap.finding.adjustedP))"
  }

  private func name(_ gap: LeaderFirst) -> Prose { "\(name: roster.names[gap.leader])" }

  private func leader(_ gap: LeaderFirst) -> Prose {
    "\(name: roster.names[gap.leader]) (\(format.rating(gap.ratingOfLeader)))"
  }

  private func trailer(_ gap: LeaderFirst) -> Prose {
    "\(name: roster.names[gap.trailer]) (\(format.rating(gap.ratingOfTrailer)))"
  }

  private func size(_ gap: LeaderFirst) -> String {
    let interval = format.interval(gap.lower, gap.upper)
    return "\(format.gap(gap.difference)) (\(PercentFormat.level(test.level)) interval \(interval))"
  }

  /// How often chance would do the like, in words and as a p-value.
  private func chance(_ gap: LeaderFirst) -> String {
    let p = gap.finding.p
    return "\(pFormat.frequency(p, of: cases)) (\(pFormat.relation(p)))"
  }

  private var confidence: String { MethodWording.confidence(test) }

  /// What chance would draw again: data of the same kind and size.
  private var cases: String {
    switch source {
    case .battles: "such sets of battles"
    case .board: "such boards"
    }
  }
}
