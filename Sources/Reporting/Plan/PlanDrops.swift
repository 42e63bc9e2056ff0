internal import EloInference

/// Says which of the battles that a plan asks to collect do not count.
struct PlanDrops {
  /// What those that count are called: "decided" where ties are dropped, otherwise "counted".
  let word: String
  /// What is dropped, and what gaps and scores mean then, in whole sentences.
  let note: String

  /// The words for `report`; `nil` where nothing is dropped.
  init?(_ report: PlanReport) {
    guard case .battles(let fit)? = report.provenance?.source, report.plan.droppedShare > 0
    else { return nil }
    let share = PercentFormat.share(report.plan.droppedShare, decimals: 1)
    let what =
      switch (fit.ties, fit.bothBad) {
      case (.drop, .drop): "ties and “both bad”"
      case (.drop, .tie): "ties"
      case (.half, _): "“both bad”"
      }
    word = fit.ties == .drop ? "decided" : "counted"
    let gaps =
      fit.ties == .drop
      ? " Gaps are of decided battles, in which they are larger than with ties." : ""
    note = "Of battles collected \(share) are reckoned to be dropped, as \(what).\(gaps)"
  }
}
