package import Battles
package import EloInference
package import EloNumerics

/// What `test` has to tell: which gaps between models are real.
package struct TestReport: Report {
  /// The command.
  package static let command = "test"

  /// The pairs and how they were compared.
  package let comparison: ComparisonReport
  /// The models behind the ids.
  package let roster: Roster
  /// The scale of the ratings.
  package let scale: EloScale
  /// How the ratings came about.
  package let source: EstimateSource
  /// What was read, and what of it was set aside.
  package let report: ReadReport
  /// What the reader must know beside the warnings of `report`.
  package let warnings: [EstimateWarning]

  /// A report.
  package init(
    comparison: ComparisonReport, roster: Roster, scale: EloScale, source: EstimateSource,
    report: ReadReport, warnings: [EstimateWarning] = []
  ) {
    self.comparison = comparison
    self.roster = roster
    self.scale = scale
    self.source = source
    self.report = report
    self.warnings = warnings
  }
}
