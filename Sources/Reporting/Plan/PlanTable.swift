internal import Battles
internal import EloInference
internal import EloNumerics

/// A plan of many pairs as a table, in a wide form and one for narrow pages.
struct PlanTable {
  private let report: PlanReport
  private let format: RatingFormat
  private let hasBattles: Bool
  private let hasAdjusted: Bool

  /// The table of `report`.
  init(_ report: PlanReport) {
    self.report = report
    format = report.format
    hasBattles = report.plan.presentBattles != nil
    hasAdjusted = report.plan.findings.contains { $0.adjusted != nil }
  }

  /// A line for each pair.
  var wide: Table {
    let columns =
      [
        Table.Column(heading: "A", alignment: .left),
        Table.Column(heading: "B", alignment: .left),
      ] + numberColumns
    let rows = findings.map { finding, pair in
      Table.Row.cells(
        [.name(report.name(pair.a)), .name(report.name(pair.b))] + numbers(finding), .plain)
    }
    return Table(columns: columns, rows: rows, plot: nil)
  }

  /// Two lines for each pair.
  var stacked: Table {
    let columns = [Table.Column(heading: "Model", alignment: .left)] + numberColumns
    let rows = findings.flatMap { finding, pair -> [Table.Row] in
      [
        .cells([.name(report.name(pair.a))] + numbers(finding), .plain),
        .continuation("against \(name: report.name(pair.b))"),
      ]
    }
    return Table(columns: columns, rows: rows, plot: nil)
  }

  /// What the columns count.
  var legend: String {
    let adjusted =
      hasAdjusted
      ? "Adjusted: the same where all pairs are judged together. " : ""
    let mix =
      hasBattles
      ? "Present mix: battles of all models together that do it, those that there are included. "
      : "Present mix: how many times the present data do it. "
    let collected =
      PlanDrops(report).map {
        let kept = PercentFormat.share(report.plan.countedShare, decimals: 1)
        return "All are battles to collect, of which \(kept) of a match are \($0.word). "
      } ?? ""
    return "Head-to-head: battles between the two that find the gap. " + adjusted + mix + collected
      + "Detectable: the gap that the present data find."
  }

  private var findings: [(PlanFinding, PlanFinding.Pair)] {
    report.plan.findings.compactMap { finding in finding.models.map { (finding, $0) } }
  }

  private var numberColumns: [Table.Column] {
    var headings = ["Gap", "Head-to-head"]
    if hasAdjusted { headings.append("Adjusted") }
    headings += ["Present mix", "Detectable"]
    return headings.map { Table.Column(heading: $0, alignment: .right) }
  }

  private func numbers(_ finding: PlanFinding) -> [Table.Cell] {
    var texts = [
      PlanWording.gap(finding.gap, format), Self.count(finding.alone.battlesHeadToHead),
    ]
    if hasAdjusted {
      texts.append(finding.adjusted.map { Self.count($0.battlesHeadToHead) } ?? "")
    }
    let mix =
      hasBattles
      ? Self.count(finding.alone.battlesAtPresentMix)
      : finding.alone.timesPresentData.map { "× " + PlanWording.times($0) } ?? "∞"
    texts += [mix, finding.alone.detectableGap.map { format.text($0) } ?? "∞"]
    return texts.map { .text($0) }
  }

  /// No number of battles finds a gap of nothing.
  private static func count(_ battles: Int?) -> String {
    battles.map { CountFormat.text($0) } ?? "∞"
  }
}
