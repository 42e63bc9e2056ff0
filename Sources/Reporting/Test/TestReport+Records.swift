package import Battles
internal import EloInference

/// Comparisons for programs: JSON by the schema deadheat/test/2, and CSV with its "pairs".
extension TestReport {
  /// The pairs, in the order of the comparison; what is said of equivalence is null where it was not asked
  /// about.
  package var records: RecordTable {
    let columns: [RecordColumn<PairFinding>] = [
      RecordColumn("a") { .string(roster.names[$0.a]) },
      RecordColumn("b") { .string(roster.names[$0.b]) },
      RecordColumn("difference") { .number($0.difference) },
      RecordColumn("lower") { .number($0.lower) },
      RecordColumn("upper") { .number($0.upper) },
      RecordColumn("standard_error") { .number($0.standardError) },
      RecordColumn("z") { .number($0.z) },
      RecordColumn("p") { .number($0.p) },
      RecordColumn("p_adjusted") { .number($0.adjustedP) },
      RecordColumn("significant") { .bool($0.verdict.isDifferent) },
      RecordColumn("verdict") { .string($0.verdict.rawValue) },
      RecordColumn("expected_score") { .optional($0.expectedScore) },
      RecordColumn("equivalent_within") { _ in .optional(comparison.equivalence?.margin) },
      RecordColumn("equivalence_p") { .optional($0.equivalence?.p) },
      RecordColumn("detectable_gap") { .number($0.detectableGap) },
      RecordColumn("battles_between") { .optional($0.battlesBetween) },
      RecordColumn("equivalence_p_adjusted") { .optional($0.equivalence?.adjustedP) },
      RecordColumn("smallest_margin") { .optional($0.equivalence?.smallestMargin) },
      RecordColumn("first_beaten") { .optional($0.firstBeaten.map { roster.names[$0] }) },
    ]
    return RecordTable(columns, of: comparison.findings)
  }

  /// The comparison and what it rests on.
  package var fields: [Field] {
    [
      Field("source", provenance.record),
      Field("test", SummaryRecords.test(comparison.test)),
      Field("equivalence", equivalence),
      Field("pairs", records.json),
    ]
  }

  /// Those of reading and of the estimate.
  package var allWarnings: [Warning] { provenance.allWarnings }

  /// How equivalence was tested; null where it was not.
  private var equivalence: JSONValue {
    guard let summary = comparison.equivalence else { return .null }
    return .object([
      Field("within", .number(summary.margin)),
      Field("adjust", .string(summary.adjustment.rawValue)),
    ])
  }
}
