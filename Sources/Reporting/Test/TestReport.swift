internal import Battles
package import EloInference

/// What `test` has to tell: which gaps between models are real.
package struct TestReport: Report {
  /// The command.
  package static let command = "test"

  /// The pairs and how they were compared.
  package let comparison: ComparisonReport
  /// Where the ratings came from.
  package let provenance: Provenance

  /// A report.
  package init(comparison: ComparisonReport, provenance: Provenance) {
    self.comparison = comparison
    self.provenance = provenance
  }

  /// The models behind the ids.
  var roster: Roster { provenance.roster }

  /// How the ratings came about.
  var source: EstimateSource { provenance.source }
}
