internal import Battles
internal import EloInference
internal import EloNumerics

/// Comparisons as a table, in a wide form and one for narrow pages.
struct PairTable {
  private let report: TestReport
  private let format: RatingFormat
  private let pFormat: PValueFormat
  private let equivalence: EquivalenceWording?

  /// The table of `report`.
  init(_ report: TestReport) {
    self.report = report
    format = report.provenance.format
    pFormat = PValueFormat(level: report.comparison.test.level)
    equivalence = EquivalenceWording(report)
  }

  /// A line for each pair.
  var wide: Table {
    let columns =
      [
        Table.Column(heading: "A", alignment: .left),
        Table.Column(heading: "B", alignment: .left),
      ] + numberColumns + [Table.Column(heading: "Verdict", alignment: .left)]
      + (isDownTheBoard ? [Table.Column(heading: "First beaten", alignment: .left)] : [])
    let rows = report.comparison.findings.map { finding in
      Table.Row.cells(
        [.name(name(finding.a)), .name(name(finding.b))] + numbers(finding)
          + [.text(verdict(finding) + report.mark(finding))]
          + (isDownTheBoard ? [finding.firstBeaten.map { .name(name($0)) } ?? .text("—")] : []),
        .plain)
    }
    return Table(columns: columns, rows: rows, plot: report.gaps)
  }

  /// Two lines for each pair, that read as a sentence: "A … dead heat with B". Names of models are
  /// long and differ at their end, and beside the numbers two of them have no room in 80 columns.
  var stacked: Table {
    let columns = [Table.Column(heading: "Model", alignment: .left)] + numberColumns
    let rows = report.comparison.findings.flatMap { finding -> [Table.Row] in
      let relation =
        switch finding.verdict {
        case .aBetter: "really ahead of"
        case .bBetter: "really behind"
        case .differentWithin:
          "really \(finding.difference > 0 ? "ahead of" : "behind") but within \(margin) of"
        case .equivalent: "within \(margin) of"
        case .notSeparated: finding.isDeadHeat ? "dead heat with" : "not separated from"
        }
      return [
        .cells([.name(name(finding.a))] + numbers(finding), .plain),
        .continuation(
          "\(relation) \(name: name(finding.b))\(report.mark(finding))" + firstBeaten(finding)),
      ]
    }
    return Table(columns: columns, rows: rows, plot: report.gaps)
  }

  private var isDownTheBoard: Bool { report.comparison.isDownTheBoard }

  /// Which model the upper one beats first, where that is not its neighbour.
  private func firstBeaten(_ finding: PairFinding) -> Prose {
    guard isDownTheBoard, finding.firstBeaten != finding.b else { return "" }
    return finding.firstBeaten.map { "; first beaten: \(name: name($0))" }
      ?? "; it beats none below"
  }

  private var numberColumns: [Table.Column] {
    let level = PercentFormat.level(report.comparison.test.level)
    var headings = ["Gap", "\(level) interval", "z", "p"]
    if report.comparison.test.isAdjusted { headings.append("Adjusted p") }
    if equivalence != nil { headings.append("Margin") }
    return headings.map { Table.Column(heading: $0, alignment: .right) }
  }

  private func numbers(_ finding: PairFinding) -> [Table.Cell] {
    var texts = [
      format.text(finding.difference), format.interval(finding.lower, finding.upper),
      DecimalFormat(decimals: 2).text(finding.z), pFormat.text(finding.p),
    ]
    if report.comparison.test.isAdjusted { texts.append(pFormat.text(finding.adjustedP)) }
    if let equivalence, let result = finding.equivalence {
      texts.append(equivalence.smallestMarginText(result))
    }
    return texts.map { .text($0) }
  }

  private func verdict(_ finding: PairFinding) -> String {
    switch finding.verdict {
    case .aBetter: "A better"
    case .bBetter: "B better"
    case .differentWithin: "\(finding.difference > 0 ? "A" : "B") better, within \(margin)"
    case .equivalent: "within \(margin)"
    case .notSeparated: finding.isDeadHeat ? "dead heat" : "not separated"
    }
  }

  private var margin: String { equivalence?.margin ?? "" }

  private func name(_ id: Int) -> String { report.roster.names[id] }
}
