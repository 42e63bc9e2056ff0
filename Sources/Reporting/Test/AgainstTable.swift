internal import Battles
internal import EloInference
internal import EloNumerics

/// One model against each of the others as a table, in a wide form and one for narrow pages.
struct AgainstTable {
  private let report: TestReport
  private let format: RatingFormat
  private let pFormat: PValueFormat
  private let equivalence: EquivalenceWording?

  /// The table of `report`, whose pairs are all of one model.
  init(_ report: TestReport) {
    self.report = report
    format = report.provenance.format
    pFormat = PValueFormat(level: report.comparison.test.level)
    equivalence = EquivalenceWording(report)
  }

  /// How many of the others the model is ahead of, behind, and not separated from.
  var summary: Prose {
    let findings = report.comparison.findings
    guard let first = findings.first else { return "" }
    let counts = report.comparison.counts
    let (ahead, behind) = (counts.firstBetter, counts.secondBetter)
    let (within, open) = (counts.equivalent, counts.notSeparated)
    var parts: [String] = []
    if ahead > 0 { parts.append("really ahead of \(CountFormat.text(ahead))") }
    if behind > 0 { parts.append("really behind \(CountFormat.text(behind))") }
    if within > 0, let equivalence {
      parts.append("shown to be within \(equivalence.margin) of \(CountFormat.text(within))")
    }
    if open > 0 { parts.append("not separated from \(CountFormat.text(open))") }
    let list =
      parts.count < 2
      ? parts.joined()
      : parts.dropLast().joined(separator: ", ") + " and " + parts[parts.count - 1]
    let others = CountFormat.text(findings.count, "other ranked model", "other ranked models")
    return """
      \(name: name(first.a)) (\(format.text(first.ratingOfA))) is \(list) of the \(others), \
      \(MethodWording.confidence(report.comparison.test)).
      """
  }

  /// A line for each of the others.
  var wide: Table { table(hasSingle: true) }

  /// The same with the p-value that decides and not what it is made from, to leave names their room.
  var narrow: Table { table(hasSingle: !report.comparison.test.isAdjusted) }

  private func table(hasSingle: Bool) -> Table {
    let level = PercentFormat.level(report.comparison.test.level)
    var headings = ["Rating", "Gap", "\(level) interval"]
    if hasSingle { headings += ["z", "p"] }
    if report.comparison.test.isAdjusted { headings.append("Adjusted p") }
    if equivalence != nil { headings.append("Margin") }
    let columns =
      [Table.Column(heading: "Against", alignment: .left)]
      + headings.map { Table.Column(heading: $0, alignment: .right) }
      + [Table.Column(heading: "Verdict", alignment: .left)]
    let rows = report.comparison.findings.map { finding in
      var texts = [
        format.text(finding.ratingOfB), format.text(finding.difference),
        format.interval(finding.lower, finding.upper),
      ]
      if hasSingle {
        texts += [DecimalFormat(decimals: 2).text(finding.z), pFormat.text(finding.p)]
      }
      if report.comparison.test.isAdjusted { texts.append(pFormat.text(finding.adjustedP)) }
      if let equivalence, let result = finding.equivalence {
        texts.append(equivalence.smallestMarginText(result))
      }
      return Table.Row.cells(
        [.name(name(finding.b))] + texts.map { .text($0) }
          + [.text(verdict(finding) + report.mark(finding))], .plain)
    }
    return Table(columns: columns, rows: rows, plot: report.gaps)
  }

  private func verdict(_ finding: PairFinding) -> String {
    let direction = finding.difference > 0 ? "ahead" : "behind"
    return switch finding.verdict {
    case .aBetter, .bBetter: "really \(direction)"
    case .differentWithin: "really \(direction), within \(equivalence?.margin ?? "")"
    case .equivalent: "within \(equivalence?.margin ?? "")"
    case .notSeparated: finding.isDeadHeat ? "dead heat" : "not separated"
    }
  }

  private func name(_ id: Int) -> String { report.roster.names[id] }
}
