internal import Battles
internal import EloInference

/// What the tables of pairs have in common.
extension TestReport {
  /// The gaps about a gap of 0.
  var gaps: ForestPlot {
    let spans = comparison.findings.map {
      ForestPlot.Span(
        estimate: $0.difference, lower: $0.lower, upper: $0.upper, setsScale: !$0.isProvisional)
    }
    return ForestPlot(spans: spans, reference: 0)
  }

  /// What is added to a verdict on models that are not ranked, or whose board calls a score preliminary.
  func mark(_ finding: PairFinding) -> String {
    let isPreliminary = [finding.a, finding.b].contains {
      source.board?.isPreliminary(roster.names[$0]) ?? false
    }
    return (isPreliminary ? ", preliminary" : "") + (finding.isProvisional ? " *" : "")
  }
}
