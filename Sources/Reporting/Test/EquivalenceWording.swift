internal import Battles
internal import EloInference
internal import EloNumerics

/// Says what was asked about equivalence, and what came of it, in a reader's words.
///
/// A claim of equivalence names its margin each time: two models are never just "equal".
struct EquivalenceWording {
  private let summary: EquivalenceSummary
  private let test: TestSummary
  private let format: RatingFormat
  private let pFormat: PValueFormat
  private let isAdjusted: Bool
  private let level: Double

  /// The wording for the pairs of `report`; `nil` where equivalence was not asked about.
  init?(_ report: TestReport) {
    guard let summary = report.comparison.equivalence else { return nil }
    self.summary = summary
    test = report.comparison.test
    format = report.provenance.format
    pFormat = PValueFormat(level: report.comparison.test.level)
    isAdjusted = report.comparison.isEquivalenceAdjusted
    level = report.comparison.equivalenceLevel
  }

  /// The margin with its unit, in the digits that were given: 10 Elo.
  var margin: String { format.withUnit(marginText) }

  /// The same before "not matter": 10 Elo do, a gap of 0.02 does.
  var marginAsSubject: String {
    format.unit == .share ? "a gap of \(margin) does" : "\(margin) do"
  }

  /// The same without its unit; in full where it is too small for the digits that we print.
  private var marginText: String {
    summary.margin < 1e-6 ? summary.margin.description : DecimalFormat.shortest(summary.margin)
  }

  /// How unlikely the leader's lead would be so small if it were as large as the margin.
  ///
  /// Of the two tests it is the one against a lead of the margin that decides, as the lead is not negative.
  func evidence(
    _ equivalence: EquivalenceFinding, leader: Prose, of cases: String
  ) -> Prose {
    """
    If \(leader) were really \(margin) ahead, chance would make it lead by so little, or trail, \
    \(pFormat.frequency(equivalence.p, of: cases)) (\(pFormat.relation(equivalence.p)))\
    \(adjustment(equivalence)).
    """
  }

  /// Which margin the data show, as part of a sentence.
  func shownMargin(_ equivalence: EquivalenceFinding) -> String {
    isAdjusted
      ? "the data show a margin of \(smallestMargin(equivalence))"
      : "the smallest margin that the data show is \(smallestMargin(equivalence))"
  }

  /// The margin of a pair that is enough with its unit, rounded up so that what is said of it holds.
  func smallestMargin(_ equivalence: EquivalenceFinding) -> String {
    format.withUnit(smallestMarginText(equivalence))
  }

  /// The same without its unit.
  func smallestMarginText(_ equivalence: EquivalenceFinding) -> String {
    let step = (0..<format.decimals).reduce(1.0) { step, _ in step * 10 }
    let rounded = (equivalence.smallestMargin * step).rounded(.up) / step
    let isOver = equivalence.smallestMargin <= summary.margin && rounded > summary.margin
    return isOver ? marginText : format.text(rounded)
  }

  /// What is added where equivalence was not shown to a gap that is real.
  var notWithin: String { " They are not shown to be within \(margin) of each other." }

  /// What is added where nothing was shown.
  func neither(_ equivalence: EquivalenceFinding) -> String {
    """
     The data can neither tell them apart nor show that they are within \(margin) of each other; \
    \(isAdjusted ? "a margin that they could show is" : "the smallest margin that they could show is") \
    \(smallestMargin(equivalence)).
    """
  }

  /// The figures behind it.
  func figures(_ gap: LeaderFirst, _ equivalence: EquivalenceFinding) -> [String] {
    let isMirrored = gap.finding.difference < 0
    let lower = isMirrored ? -equivalence.upper : equivalence.lower
    let upper = isMirrored ? -equivalence.lower : equivalence.upper
    var figures = [
      "\(coverage) interval\(isAdjusted ? " of the pair by itself" : "") "
        + format.interval(lower, upper),
      "equivalence \(pFormat.relation(equivalence.p))",
    ]
    if isAdjusted {
      figures.append("adjusted equivalence \(pFormat.relation(equivalence.adjustedP))")
    }
    return figures
  }

  /// The coverage of the interval that must lie within the margin.
  private var coverage: String {
    PercentFormat.level((level * 1e9).rounded() / 1e9)
  }

  /// How equivalence was tested.
  var method: String {
    let tests = "Equivalence by two one-sided tests against a gap of \(margin) either way"
    guard test.pairs > 1 else {
      return "\(tests); one pair, not adjusted."
    }
    return "\(tests), \(adjusted)"
  }

  /// How p-values of several pairs are adjusted.
  private var adjusted: String {
    let pairs = MethodWording.family(test)
    switch summary.adjustment {
    case .none:
      return "each pair by itself, not adjusted for \(pairs)."
    case .benjaminiHochberg:
      return "p-values adjusted over \(pairs) by Benjamini–Hochberg, which bounds the "
        + "false discovery rate of the claims of equivalence."
    case .maxT, .bootstrapMaxT, .holm:
      return "p-values adjusted over \(pairs) by Holm’s step-down: the claims of "
        + "equivalence hold together \(MethodWording.confidence(test)), as those of difference do for themselves."
    }
  }

  private func adjustment(_ equivalence: EquivalenceFinding) -> String {
    guard test.pairs > 1 else { return "" }
    let pairs = CountFormat.text(test.pairs, "pair", "pairs")
    guard isAdjusted else { return ", not adjusted for \(pairs)" }
    let method =
      summary.adjustment == .benjaminiHochberg ? "Benjamini–Hochberg" : "Holm’s step-down"
    return "; adjusted for \(pairs) by \(method), \(pFormat.relation(equivalence.adjustedP))"
  }
}
