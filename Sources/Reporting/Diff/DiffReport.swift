package import Battles
package import EloInference

/// What `diff` has to tell: which moves between two snapshots are real.
package struct DiffReport: Report {
  /// The command.
  package static let command = "diff"

  /// The moves and how they were tested.
  package let comparison: SnapshotComparison
  /// The old snapshot.
  package let old: Snapshot
  /// The new snapshot.
  package let new: Snapshot
  /// How many rows the table shows at most; CSV and JSON always have all.
  package let top: Int?
  /// Whether the table shows those models only whose rating really moved.
  package let isMovedOnly: Bool

  /// Where a snapshot came from.
  package struct Snapshot: Sendable {
    /// How many models take part, ranked or not.
    package let models: Int
    /// How the ratings came about.
    package let source: EstimateSource
    /// What was read, and what of it was set aside.
    package let report: ReadReport
    /// What the reader must know beside the warnings of `report`.
    package let warnings: [EstimateWarning]

    /// A snapshot.
    package init(
      models: Int, source: EstimateSource, report: ReadReport, warnings: [EstimateWarning] = []
    ) {
      self.models = models
      self.source = source
      self.report = report
      self.warnings = warnings
    }
  }

  /// A report.
  package init(
    comparison: SnapshotComparison, old: Snapshot, new: Snapshot, top: Int? = nil,
    isMovedOnly: Bool = false
  ) {
    self.comparison = comparison
    self.old = old
    self.new = new
    self.top = top
    self.isMovedOnly = isMovedOnly
  }
}
