package import EloInference

/// What `diff` has to tell: which moves between two snapshots are real.
package struct DiffReport: Report {
  /// The command.
  package static let command = "diff"

  /// The moves and how they were tested.
  package let comparison: SnapshotComparison
  /// Where the old ratings came from.
  package let old: Provenance
  /// Where the new ratings came from.
  package let new: Provenance
  /// How many rows the table shows at most; CSV and JSON always have all.
  package let top: Int?
  /// Whether the table shows those models only whose rating really moved.
  package let isMovedOnly: Bool

  /// A report.
  package init(
    comparison: SnapshotComparison, old: Provenance, new: Provenance, top: Int? = nil,
    isMovedOnly: Bool = false
  ) {
    self.comparison = comparison
    self.old = old
    self.new = new
    self.top = top
    self.isMovedOnly = isMovedOnly
  }

  /// How ratings and gaps are written, in the detail of the finer of the two.
  var format: RatingFormat { RatingFormat(scale: comparison.scale, old.source, new.source) }
}
